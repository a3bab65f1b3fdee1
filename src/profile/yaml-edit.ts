import { Document, isMap, isScalar, isSeq, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { fold } from '../base/text.ts';
import { attributesOf, DICTIONARY, FIELDS, type Field, GROUPS } from './field.ts';
import type { Value } from './model.ts';
import { valueText } from './value-text.ts';
import { YEARLY_GROUP } from './yaml-text.ts';
import { yearIn } from './year.ts';

/** One answer written into a profile. */
export type ProfileEdit =
  /** a value in place of a blank, or of an earlier answer */
  | { readonly kind: 'value'; readonly field: Field; readonly year?: number; readonly value: Value }
  /** the list is there, complete or not (未列全); complete and empty it is 无 */
  | { readonly kind: 'list'; readonly field: Field; readonly complete: boolean }
  /** one more record, of which nothing is known yet */
  | { readonly kind: 'record'; readonly field: Field }
  | {
      readonly kind: 'attribute';
      readonly field: Field;
      readonly record: number;
      readonly attribute: Field;
      readonly value: Value;
    };

type Entry = Pair<unknown, unknown>;

const keyOf = (entry: Entry): string => (isScalar(entry.key) ? String(entry.key.value) : String(entry.key));
const scalar = (field: Field, text: string): Scalar => {
  const node = new Scalar(text);
  // a code that looks like a number stays a text for every other reader of the file
  if (field.kind === 'text' && /^[\d.+-]+$/.test(text)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
};

const valueNode = (field: Field, value: Value): Scalar | YAMLSeq => {
  const text = valueText(field, value);
  if (typeof text === 'string') return scalar(field, text);
  if (text.length === 0) return new Scalar('无');
  const list = new YAMLSeq();
  list.flow = true;
  list.items.push(...text.map((item) => new Scalar(item)));
  return list;
};

/** Puts a value in place of a blank; the remark that stands behind the blank stays. */
const replace = (entry: Entry, node: Scalar | YAMLSeq | YAMLMap): void => {
  const old = entry.value;
  if (isScalar(old)) {
    if (isScalar(node)) node.comment = old.comment ?? null;
    else node.commentBefore = old.comment ?? null;
  }
  entry.value = node;
};

/** Adds an entry where the order of ranks puts it: before the first that ranks higher. */
const insert = (map: YAMLMap, entry: Entry, rankOf: (key: string) => number): void => {
  const rank = rankOf(keyOf(entry));
  const place = map.items.findIndex((item) => rankOf(keyOf(item)) > rank);
  map.items.splice(place < 0 ? map.items.length : place, 0, entry);
};

const groupOf = (key: string): string | undefined => GROUPS.find((group) => fold(group) === fold(key));
const groupRank = (key: string): number => {
  const group = groupOf(key);
  return group === undefined ? -1 : GROUPS.indexOf(group);
};
/** Years first, the latest before the earlier; then fields as in the dictionary. */
const fieldRank = (key: string): number => {
  const year = yearIn(key);
  if (year !== undefined) return -year;
  const field = DICTIONARY.find(key);
  return field === undefined ? -1 : FIELDS.indexOf(field);
};
const attributeRank =
  (field: Field) =>
  (key: string): number => {
    const attribute = attributesOf(field).find(key);
    return attribute === undefined ? -1 : field.attributes.indexOf(attribute);
  };

/** A map below a key, made where there is none. */
const mapAt = (
  map: YAMLMap,
  key: string,
  rankOf: (key: string) => number,
  isKey: (key: string) => boolean,
): YAMLMap => {
  const entry = map.items.find((item) => isKey(keyOf(item)));
  if (entry !== undefined && isMap(entry.value)) return entry.value;
  const made = new YAMLMap();
  if (entry !== undefined) replace(entry, made);
  else {
    const added = new Pair(new Scalar(key), made);
    insert(map, added, rankOf);
  }
  return made;
};

class Editor {
  readonly #root: YAMLMap;

  constructor(root: YAMLMap) {
    this.#root = root;
  }

  /** The top level and what stands below headings. */
  #places(): readonly YAMLMap[] {
    const headings = this.#root.items.flatMap((entry) =>
      groupOf(keyOf(entry)) !== undefined && isMap(entry.value) ? [entry.value] : [],
    );
    return [this.#root, ...headings];
  }

  #group(name: string): YAMLMap {
    const before = this.#root.items.length;
    const map = mapAt(this.#root, name, groupRank, (key) => groupOf(key) === name);
    if (this.#root.items.length > before) {
      const place = this.#root.items.findIndex((item) => item.value === map);
      const below = this.#root.items[Math.max(place, 1)];
      if (isScalar(below?.key)) below.key.spaceBefore = true;
    }
    return map;
  }

  #find(field: Field): Entry | undefined {
    return this.#places()
      .flatMap((map) => map.items)
      .find((entry) => DICTIONARY.find(keyOf(entry)) === field && !this.#isHeading(entry));
  }

  #isHeading(entry: Entry): boolean {
    return this.#root.items.includes(entry) && groupOf(keyOf(entry)) !== undefined && isMap(entry.value);
  }

  #entry(field: Field): Entry {
    const known = this.#find(field);
    if (known !== undefined) return known;
    const entry: Entry = new Pair(new Scalar(field.name), new Scalar(''));
    insert(this.#group(field.group), entry, fieldRank);
    return entry;
  }

  /** 营业收入: {2025: …} where the field is written so, else below the year. */
  #yearEntry(field: Field, year: number): Entry {
    const own = this.#find(field);
    const isYear = (key: string): boolean => yearIn(key) === year;
    const inMap = (map: YAMLMap, key: string, isKey: (key: string) => boolean): Entry => {
      const known = map.items.find((entry) => isKey(keyOf(entry)));
      if (known !== undefined) return known;
      const entry: Entry = new Pair(new Scalar(key), new Scalar(''));
      insert(map, entry, fieldRank);
      return entry;
    };
    if (own !== undefined && isMap(own.value)) return inMap(own.value, String(year), isYear);
    const blocks = this.#places().flatMap((map) =>
      map.items.filter((entry) => isYear(keyOf(entry)) && isMap(entry.value)),
    );
    const [block] = blocks;
    const map =
      block !== undefined && isMap(block.value)
        ? block.value
        : mapAt(this.#group(YEARLY_GROUP), String(year), fieldRank, isYear);
    return inMap(map, field.name, (key) => DICTIONARY.find(key) === field);
  }

  value(field: Field, year: number | undefined, value: Value): void {
    const entry = year === undefined ? this.#entry(field) : this.#yearEntry(field, year);
    const told = isMap(entry.value) ? entry.value.items.find((item) => keyOf(item) === '值') : undefined;
    replace(told ?? entry, valueNode(field, value));
  }

  #records(field: Field): YAMLSeq {
    const { value } = this.#entry(field);
    if (isSeq(value)) return value;
    const inside = isMap(value) ? value.items.find((item) => keyOf(item) === '记录')?.value : undefined;
    if (isSeq(inside)) return inside;
    return new YAMLSeq();
  }

  list(field: Field, complete: boolean): void {
    const entry = this.#entry(field);
    const items = this.#records(field);
    if (complete) replace(entry, items.items.length === 0 ? new Scalar('无') : items);
    else {
      const map = new YAMLMap();
      map.items.push(new Pair(new Scalar('未列全'), new Scalar('是')), new Pair(new Scalar('记录'), items));
      replace(entry, map);
    }
  }

  record(field: Field): void {
    const map = new YAMLMap();
    map.flow = true;
    const list = this.#records(field);
    // an empty list can be written in brackets only; its records stand one a line
    if (list.items.length === 0) list.flow = false;
    list.items.push(map);
  }

  attribute(field: Field, record: number, attribute: Field, value: Value): void {
    const map = this.#records(field).items[record];
    if (!isMap(map)) return;
    const known = map.items.find((entry) => attributesOf(field).find(keyOf(entry)) === attribute);
    const node = valueNode(attribute, value);
    if (known !== undefined) replace(known, node);
    else insert(map, new Pair(new Scalar(attribute.name), node), attributeRank(field));
  }
}

const apply = (editor: Editor, edit: ProfileEdit): void => {
  if (edit.kind === 'value') editor.value(edit.field, edit.year, edit.value);
  else if (edit.kind === 'list') editor.list(edit.field, edit.complete);
  else if (edit.kind === 'record') editor.record(edit.field);
  else editor.attribute(edit.field, edit.record, edit.attribute, edit.value);
};

/**
 * Writes answers into the text of a profile; remarks, order and everything else stay. A field goes where it stands blank
 * already, else below the heading of its group.
 * @param text a profile that can be read, or nothing at all
 */
export const editProfileYaml = (text: string, edits: readonly ProfileEdit[]): string => {
  // failsafe, as it is read: 007 and 是 stay as they are written
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  const root = isMap(document.contents) ? document.contents : new YAMLMap();
  const whole = isMap(document.contents) ? document : new Document(root, { schema: 'failsafe' });
  if (whole !== document) whole.commentBefore = document.commentBefore ?? document.comment ?? null;
  const editor = new Editor(root);
  for (const edit of edits) apply(editor, edit);
  return whole.toString({ lineWidth: 0, flowCollectionPadding: false });
};
