import { countRecords } from '../../assess/index.ts';
import type { CivilDate } from '../../base/date.ts';
import { endOfYear } from '../../base/date.ts';
import type { Place } from '../../base/diagnostic.ts';
import { formatQuantity } from '../../base/quantity.ts';
import { compare, type Ratio, ratio } from '../../base/ratio.ts';
import type { Predicate } from '../../policy/index.ts';
import { type Field, figureOf, type Profile } from '../../profile/index.ts';
import { agrees, type Written } from './number.ts';
import type { Subject } from './words.ts';

/** What the profile says, as a figure with its place. */
export interface Actual {
  /** field id */
  readonly field: string;
  /** 营业收入（2025年） */
  readonly label: string;
  readonly value: string;
  readonly at?: Place;
  readonly fits: (written: Written) => boolean;
}

const labelled = (field: Field, year: number | undefined): string =>
  year === undefined ? field.name : `${field.name}（${year}年${field.yearEnd ? '末' : ''}）`;

/** A field's figure in a year, computed where the dictionary says how. Undefined when blank. */
const fieldActual = (profile: Profile, field: Field, year: number | undefined): Actual | undefined => {
  const figure = figureOf(profile, field.id, year, year === undefined ? undefined : endOfYear(year));
  if (figure.state !== 'known') return undefined;
  const at = figure.facts.find((fact) => fact.at !== undefined)?.at;
  return {
    field: field.id,
    label: labelled(field, year),
    value: formatQuantity(figure.value, field.dimension ?? 'count', field.unit),
    ...(at === undefined ? {} : { at }),
    fits: (written) => agrees(written, figure.value),
  };
};

const ofKinds = (kinds: readonly string[]): Predicate => ({
  op: 'oneOf',
  attribute: 'kind',
  choices: kinds,
  negated: false,
});
const VALID: Predicate = { op: 'is', attribute: 'valid', value: true };

/**
 * How many records of some kinds there are: at least the valid ones, at most all that are listed.
 * @param partial only some of them are meant, so that fewer is no contradiction
 */
const recordsActual = (
  profile: Profile,
  asOf: CivilDate,
  { kinds, name }: Extract<Subject, { kind: 'records' }>,
  partial: boolean,
): Actual | undefined => {
  const list = profile.records.get('ip');
  if (list === undefined) return undefined;
  const all = countRecords({ profile, asOf }, 'ip', ofKinds(kinds));
  const valid = countRecords({ profile, asOf }, 'ip', { op: 'all', of: [ofKinds(kinds), VALID] });
  const low = partial ? ratio(0) : valid.low;
  const isPossible = (value: Ratio): boolean =>
    compare(value, low) >= 0 && (all.high === undefined || compare(value, all.high) <= 0);
  return {
    field: 'ip',
    label: `知识产权清单里的${name}`,
    value: all.text ?? '',
    ...(list.at === undefined ? {} : { at: list.at }),
    // “超过3项” is kept by 4 as well as by 3: any count that fits will do
    fits: (written) =>
      isPossible(written.value) || (written.hedge !== undefined && agrees(written, all.high ?? all.low)),
  };
};

export const actualOf = (
  profile: Profile,
  asOf: CivilDate,
  subject: Subject,
  year: number,
  partial: boolean,
): Actual | undefined => {
  if (subject.kind === 'records') return recordsActual(profile, asOf, subject, partial);
  return fieldActual(profile, subject.field, subject.field.yearly ? year : undefined);
};

/** Whether the figure differs from year to year. */
export const isYearly = (subject: Subject): boolean => subject.kind === 'field' && subject.field.yearly;

/** The years, latest first, in which the profile can tell the figure. */
export const yearsOf = (profile: Profile, subject: Subject): readonly number[] => {
  const years = new Set([...profile.yearly.values()].flatMap((facts) => [...facts.keys()]));
  return [...years]
    .filter((year) => subject.kind === 'field' && fieldActual(profile, subject.field, year) !== undefined)
    .sort((a, b) => b - a);
};
