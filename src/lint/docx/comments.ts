import { type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { type Package, readPart } from './package.ts';
import type { WordParagraph } from './paragraphs.ts';
import { Runs } from './split.ts';
import { attributeOf, childNamed, childrenOf, parseXml } from './xml.ts';

/** A remark on some characters of a paragraph, one line a paragraph of the comment. */
export interface Remark {
  readonly paragraph: WordParagraph;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const AUTHOR = 'zjtx';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const EMPTY_RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}"/>`;

/** Makes elements in the namespace and under the prefix that the draft itself uses. */
class Maker {
  readonly document: Document;
  readonly #namespace: string;
  readonly #prefix: string;

  constructor(document: Document, namespace: string, prefix: string) {
    this.document = document;
    this.#namespace = namespace;
    this.#prefix = prefix;
  }

  element(
    name: string,
    attributes: Readonly<Record<string, string>> = {},
    children: readonly Element[] = [],
  ): Element {
    const made = this.document.createElementNS(this.#namespace, `${this.#prefix}${name}`);
    for (const [key, value] of Object.entries(attributes))
      made.setAttributeNS(this.#namespace, `${this.#prefix === '' ? 'w:' : this.#prefix}${key}`, value);
    for (const child of children) made.appendChild(child);
    return made;
  }

  text(value: string): Element {
    const made = this.element('t');
    made.appendChild(this.document.createTextNode(value));
    return made;
  }
}

const rootOf = (document: Document): Element => {
  const root = document.documentElement;
  if (root === null) throw new Error('XML without a root');
  return root;
};

const makerFor = (document: Document, like: Element): Maker => {
  const prefix = like.prefix === null || like.prefix === '' ? '' : `${like.prefix}:`;
  return new Maker(document, like.namespaceURI ?? '', prefix);
};

const largestId = (element: Element): number =>
  Math.max(
    childrenOf(element).reduce((most, child) => Math.max(most, largestId(child)), -1),
    /^comment/.test(element.localName ?? '') ? Number(attributeOf(element, 'id') ?? -1) : -1,
  );

const insertAfter = (node: Element, after: Element): void => {
  after.parentNode?.insertBefore(node, after.nextSibling);
};

/** Puts one comment around its characters: after the paragraph's properties where there is no run to hold it. */
const anchor = (maker: Maker, remark: Remark, runs: Runs, id: string): void => {
  const begin = maker.element('commentRangeStart', { id });
  const end = maker.element('commentRangeEnd', { id });
  const reference = maker.element('r', {}, [maker.element('commentReference', { id })]);
  const box = remark.paragraph.host;
  const first = box === undefined ? runs.beginAt(remark.start) : undefined;
  const last = first === undefined ? undefined : runs.endAt(Math.max(remark.end, remark.start + 1));
  if (first === undefined || last === undefined) {
    const paragraph = box ?? remark.paragraph.element;
    const properties = childNamed(paragraph, 'pPr');
    if (properties === undefined) paragraph.insertBefore(begin, paragraph.firstChild);
    else insertAfter(begin, properties);
    paragraph.appendChild(end);
    paragraph.appendChild(reference);
    return;
  }
  first.parentNode?.insertBefore(begin, first);
  insertAfter(end, last);
  insertAfter(reference, end);
};

const commentOf = (maker: Maker, id: string, lines: readonly string[]): Element =>
  maker.element(
    'comment',
    { id, author: AUTHOR, initials: AUTHOR },
    lines.map((line) => maker.element('p', {}, [maker.element('r', {}, [maker.text(line)])])),
  );

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const relationsOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** The part that holds the comments: the one the draft has, else a new one bound to the main part. */
const commentsPart = async (draft: Package): Promise<{ readonly name: string; readonly isNew: boolean }> => {
  const relations = relationsOf(draft.main);
  const document = parseXml((await readPart(draft, relations)) ?? EMPTY_RELATIONS, relations, draft.file);
  const root = rootOf(document);
  const existing = childrenOf(root).find((item) => /\/comments$/.test(attributeOf(item, 'Type') ?? ''));
  const target = existing === undefined ? undefined : attributeOf(existing, 'Target');
  const named =
    target === undefined
      ? undefined
      : target.startsWith('/')
        ? target.slice(1)
        : `${folderOf(draft.main)}${target}`;
  if (named !== undefined && draft.zip.file(named) !== null) return { name: named, isNew: false };
  const ids = new Set(childrenOf(root).map((item) => attributeOf(item, 'Id')));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number += 1;
  const relation = document.createElementNS(root.namespaceURI, 'Relationship');
  relation.setAttribute('Id', `rId${number}`);
  relation.setAttribute('Type', `${OFFICE}/comments`);
  relation.setAttribute('Target', 'comments.xml');
  root.appendChild(relation);
  draft.zip.file(relations, new XMLSerializer().serializeToString(document));
  return { name: `${folderOf(draft.main)}comments.xml`, isNew: true };
};

const declareType = async (draft: Package, part: string): Promise<void> => {
  const name = '[Content_Types].xml';
  const document = parseXml((await readPart(draft, name)) ?? '', name, draft.file);
  const root = rootOf(document);
  if (childrenOf(root).some((item) => attributeOf(item, 'PartName') === `/${part}`)) return;
  const override = document.createElementNS(root.namespaceURI, 'Override');
  override.setAttribute('PartName', `/${part}`);
  override.setAttribute('ContentType', COMMENTS_TYPE);
  root.appendChild(override);
  draft.zip.file(name, new XMLSerializer().serializeToString(document));
};

/**
 * A copy of the draft with the remarks as Word comments at their characters. Existing comments stay; all parts but the
 * main one, the comments, and (where there were none yet) the two that announce them stay byte for byte.
 */
export const withComments = async (
  draft: Package,
  document: Document,
  remarks: readonly Remark[],
): Promise<Uint8Array> => {
  if (remarks.length > 0) {
    const root = rootOf(document);
    const { name, isNew } = await commentsPart(draft);
    const prefix = root.prefix === null || root.prefix === '' ? 'w' : root.prefix;
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}:comments xmlns:${prefix}="${root.namespaceURI}"/>`;
    const comments = parseXml(isNew ? empty : ((await readPart(draft, name)) ?? empty), name, draft.file);
    const maker = makerFor(document, root);
    const commentMaker = makerFor(comments, rootOf(comments));
    const runs = new Map<WordParagraph, Runs>();
    let id = Math.max(largestId(root), largestId(rootOf(comments)));
    for (const remark of remarks) {
      id += 1;
      const own = runs.get(remark.paragraph) ?? new Runs(remark.paragraph);
      runs.set(remark.paragraph, own);
      anchor(maker, remark, own, String(id));
      rootOf(comments).appendChild(commentOf(commentMaker, String(id), remark.lines));
    }
    const serializer = new XMLSerializer();
    draft.zip.file(draft.main, serializer.serializeToString(document));
    draft.zip.file(name, serializer.serializeToString(comments));
    if (isNew) await declareType(draft, name);
  }
  return draft.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
