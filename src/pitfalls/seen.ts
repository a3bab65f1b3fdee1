import { formatQuantity } from '../base/quantity.ts';
import { divide, type Ratio, sign, subtract } from '../base/ratio.ts';
import {
  type Fact,
  type Field,
  factRef,
  fieldById,
  figureOf,
  isRatio,
  type Profile,
  type ProfileRecord,
  type RecordList,
} from '../profile/index.ts';
import type { Hit } from './case.ts';
import type { SeenFact } from './model.ts';

const textOfValue = ({ dimension, unit }: Field, value: Fact['value']): string => {
  if (isRatio(value)) return formatQuantity(value, dimension ?? 'count', unit);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : value.join('、') || '无';
};

/** A fact of the profile as people write it; undefined where it is blank. */
export const seen = (profile: Profile, field: string, year?: number): SeenFact | undefined => {
  const fact = year === undefined ? profile.single.get(field) : profile.yearly.get(field)?.get(year);
  if (fact === undefined) return undefined;
  const { label } = factRef(field, year);
  return {
    field,
    label,
    value: textOfValue(fieldById(field), fact.value),
    ...(fact.at === undefined ? {} : { at: fact.at }),
  };
};

export const allSeen = (
  profile: Profile,
  wanted: ReadonlyArray<readonly [field: string, year?: number]>,
): readonly SeenFact[] =>
  wanted.flatMap(([field, year]) => {
    const fact = seen(profile, field, year);
    return fact === undefined ? [] : [fact];
  });

/** A number as it stands in the profile; undefined where it is blank. */
export const numberIn = (profile: Profile, field: string, year?: number): Ratio | undefined => {
  const value = (year === undefined ? profile.single.get(field) : profile.yearly.get(field)?.get(year))
    ?.value;
  return isRatio(value) ? value : undefined;
};

/** A number written or computed from its parts. */
export const figureIn = (profile: Profile, field: string, year: number): Ratio | undefined => {
  const figure = figureOf(profile, field, year);
  return figure.state === 'known' ? figure.value : undefined;
};

export const flag = (profile: Profile, field: string): boolean | undefined => {
  const value = profile.single.get(field)?.value;
  return typeof value === 'boolean' ? value : undefined;
};

export const textsIn = (profile: Profile, field: string): readonly string[] | undefined => {
  return textsOf(profile.single.get(field)?.value);
};

export const missing = (field: string, year?: number): Hit => ({ missing: factRef(field, year).label });

/** Hits for every fact of the list that is blank. */
export const lacking = (
  profile: Profile,
  wanted: ReadonlyArray<readonly [field: string, year?: number]>,
): readonly Hit[] =>
  wanted
    .filter(([field, year]) =>
      year === undefined
        ? !profile.single.has(field) && !profile.records.has(field)
        : profile.yearly.get(field)?.get(year) === undefined,
    )
    .map(([field, year]) => missing(field, year));

export const recordsIn = (profile: Profile, field: string): RecordList | undefined =>
  profile.records.get(field);

export const attribute = (record: ProfileRecord, id: string): string | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** 发明甲, 2025年, or 第3条 where the record has no name. */
export const recordName = (record: ProfileRecord, index: number): string =>
  attribute(record, 'name') ?? attribute(record, 'year') ?? `第${index + 1}条`;

/** The texts of a 多选 or list value. */
export const textsOf = (value: Fact['value'] | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** Attributes of one record, as far as they are filled in. */
export const seenIn = (
  field: string,
  record: ProfileRecord,
  index: number,
  ...ids: readonly string[]
): readonly SeenFact[] =>
  ids.flatMap((id) => {
    const fact = record.get(id);
    const definition = fieldById(field).attributes.find((item) => item.id === id);
    if (fact === undefined || definition === undefined) return [];
    return [
      {
        field,
        label: `${fieldById(field).name}“${recordName(record, index)}”的${definition.name}`,
        value: textOfValue(definition, fact.value),
        ...(fact.at === undefined ? {} : { at: fact.at }),
      },
    ];
  });

/** part/whole; undefined where the whole is not above zero. */
export const shareOf = (part: Ratio, whole: Ratio): Ratio | undefined =>
  sign(whole) > 0 ? divide(part, whole) : undefined;

/** |a − b| */
export const apart = (a: Ratio, b: Ratio): Ratio => {
  const difference = subtract(a, b);
  return sign(difference) < 0 ? { n: -difference.n, d: difference.d } : difference;
};
