import { type CivilDate, endOfYear, startOfYear } from '../base/date.ts';
import { compare, ONE, type Ratio } from '../base/ratio.ts';
import {
  dateBounds,
  type Fact,
  type Field,
  isRatio,
  type Profile,
  type ProfileRecord,
  type Value,
} from '../profile/index.ts';
import type { Filter, ListSpec } from './template.ts';

/** What a document is written from. */
export interface Facts {
  readonly profile: Profile;
  readonly baseYear: number;
  /** the day on which 有效期 is judged; unknown leaves it open */
  readonly asOf?: CivilDate;
}

/** The records of a 清单: those that belong, those that may, and whether there can be more. */
export interface Selection {
  readonly items: readonly ProfileRecord[];
  readonly open: readonly { readonly record: ProfileRecord; readonly reasons: readonly string[] }[];
  readonly complete: boolean;
}

type Answer = 'yes' | 'no' | { readonly open: string };

/** Undefined where the profile has no such list: unknown, not none. */
export const select = (facts: Facts, list: ListSpec): Selection | undefined => {
  const records = facts.profile.records.get(list.field.id);
  if (records === undefined) return undefined;
  const items: ProfileRecord[] = [];
  const open: { record: ProfileRecord; reasons: string[] }[] = [];
  for (const record of records.items) {
    const answers = [
      ...list.filters.map((filter) => passes(facts, filter, record)),
      ...(list.valid ? [isValid(facts, list.field, record)] : []),
    ];
    if (answers.includes('no')) continue;
    const reasons = answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.open]));
    if (reasons.length === 0) items.push(record);
    else open.push({ record, reasons });
  }
  return { items, open, complete: records.complete };
};

const passes = (facts: Facts, filter: Filter, record: ProfileRecord): Answer => {
  const value = record.get(filter.attribute.id)?.value;
  if (value === undefined) return { open: `${filter.attribute.name}未填` };
  switch (filter.kind) {
    case 'values':
      return valuesOf(value).some((word) => filter.values.includes(word)) ? 'yes' : 'no';
    case 'otherThan':
      return valuesOf(value).some((word) => filter.values.includes(word)) ? 'no' : 'yes';
    case 'inYear':
      return typeof value === 'string' && value.startsWith(String(facts.baseYear - filter.back))
        ? 'yes'
        : 'no';
    case 'atMost':
      return isRatio(value) && compare(value, filter.limit) <= 0 ? 'yes' : 'no';
    case 'lastYears':
      return typeof value === 'string' &&
        dateBounds(value)[1] >= startOfYear(facts.baseYear - filter.years + 1)
        ? 'yes'
        : 'no';
  }
};

/** The words of a choice, 多选 or 是/否. */
export const valuesOf = (value: Value): readonly string[] => {
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'string') return [value];
  return isRatio(value) ? [] : value;
};

const dateOf = (fact: Fact | undefined): string | undefined =>
  typeof fact?.value === 'string' ? fact.value : undefined;

/** Inside its 有效期 on the as-of day; a title whose end is not given, or a day not given, is open. */
const isValid = (facts: Facts, field: Field, record: ProfileRecord): Answer => {
  const { validity } = field;
  if (validity === undefined) return 'yes';
  const [from, to] = [dateOf(record.get(validity.from)), dateOf(record.get(validity.to))];
  const day = facts.asOf ?? endOfYear(facts.baseYear);
  if (to !== undefined && to < day) return 'no';
  if (facts.asOf === undefined) return { open: '是否在有效期内未核对' };
  if (from !== undefined && from > day) return 'no';
  return to === undefined ? { open: '有效期未填' } : 'yes';
};

/** How many items each record stands for: one, unless it says more. */
export const countOf = (list: ListSpec, records: readonly ProfileRecord[]): readonly Ratio[] =>
  records.map((record) => {
    const value = list.quantity === undefined ? undefined : record.get(list.quantity.id)?.value;
    return isRatio(value) ? value : ONE;
  });
