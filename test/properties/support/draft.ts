import { multiply, type Ratio, ratio, toDecimal } from '../../../src/base/ratio.ts';
import {
  FIELDS,
  type Field,
  fieldById,
  fromPlain,
  isRatio,
  type Profile,
  type ProfileRecord,
  readProfile,
  type Value,
} from '../../../src/profile/index.ts';

/** A value as one would write it; '' is a blank, a list of texts is a 多选. */
export type Text = string | readonly string[];
export type DraftRecord = Readonly<Record<string, string>>;

export interface DraftList {
  readonly items: readonly DraftRecord[];
  readonly complete: boolean;
}

/** A profile as texts, keyed by field and attribute ids; nothing read yet. */
export interface Draft {
  readonly single: Readonly<Record<string, Text>>;
  readonly yearly: Readonly<Record<string, Readonly<Record<number, string>>>>;
  readonly lists: Readonly<Record<string, DraftList>>;
}

const attributeName = (list: Field, id: string): string =>
  list.attributes.find((attribute) => attribute.id === id)?.name ?? id;

const plainRecord = (list: Field, record: DraftRecord): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([id, text]) => [attributeName(list, id), text]));

/** With the 中文名 as keys, as in a file. */
const toPlain = ({ single, yearly, lists }: Draft): Record<string, unknown> => {
  const plain: Record<string, unknown> = {};
  for (const [id, value] of [...Object.entries(single), ...Object.entries(yearly)])
    plain[fieldById(id).name] = value;
  for (const [id, list] of Object.entries(lists)) {
    const field = fieldById(id);
    const items = list.items.map((item) => plainRecord(field, item));
    plain[field.name] = list.complete ? items : { 记录: items, 未列全: '是' };
  }
  return plain;
};

export const read = (draft: Draft): Profile => readProfile(fromPlain(toPlain(draft))).profile;

const PLACES = 12;
/** A finite decimal that is exactly the value, or undefined. */
export const exactDecimal = (value: Ratio): string | undefined =>
  (value.n * 10n ** BigInt(PLACES)) % value.d === 0n ? toDecimal(value, PLACES) : undefined;

const UNITS = { money: '元', percent: '%', count: '', years: '年', points: '分', rank: '' } as const;

/** A number of a field in its plainest unit; undefined where no finite decimal is exact. */
export const numberText = (field: Field, value: Ratio): string | undefined => {
  const dimension = field.dimension ?? 'count';
  const shown = dimension === 'percent' ? multiply(value, ratio(100)) : value;
  const text = exactDecimal(shown);
  return text === undefined ? undefined : `${text}${UNITS[dimension]}`;
};

const textOf = (field: Field, value: Value): Text => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isRatio(value)) return numberText(field, value) ?? '';
  return value;
};

const recordDraft = (list: Field, record: ProfileRecord): DraftRecord => {
  const texts: Record<string, string> = {};
  for (const attribute of list.attributes) {
    const fact = record.get(attribute.id);
    if (fact !== undefined) texts[attribute.id] = String(textOf(attribute, fact.value));
  }
  return texts;
};

/** The other way: a profile that was read, as texts, without the fields that no rule asks for. */
export const draftOf = (profile: Profile, wanted: ReadonlySet<string>): Draft => {
  const single: Record<string, Text> = {};
  const yearly: Record<string, Record<number, string>> = {};
  const lists: Record<string, DraftList> = {};
  for (const field of FIELDS.filter((item) => wanted.has(item.id))) {
    const fact = profile.single.get(field.id);
    if (fact !== undefined) single[field.id] = textOf(field, fact.value);
    const years = profile.yearly.get(field.id);
    if (years !== undefined)
      yearly[field.id] = Object.fromEntries(
        [...years].map(([year, item]) => [year, String(textOf(field, item.value))]),
      );
    const list = profile.records.get(field.id);
    if (list !== undefined)
      lists[field.id] = {
        items: list.items.map((item) => recordDraft(field, item)),
        complete: list.complete,
      };
  }
  return { single, yearly, lists };
};
