import { type CivilDate, endOfYear, fullYears } from '../base/date.ts';
import type { Place } from '../base/diagnostic.ts';
import { divide, ONE, type Ratio, ratio, sign, subtract } from '../base/ratio.ts';
import { fieldById } from './field.ts';
import { dateBounds, isRatio, type Profile } from './model.ts';

/** A pointer to one fact, known or wanted. */
export interface FactRef {
  /** field id */
  readonly field: string;
  /** 营业收入（2025年） */
  readonly label: string;
  readonly year?: number;
  /** index in the records field, and attribute id */
  readonly record?: number;
  readonly attribute?: string;
  readonly at?: Place;
}

/** A number of the profile, or why there is none. */
export type Figure =
  | {
      readonly state: 'known';
      readonly value: Ratio;
      readonly facts: readonly FactRef[];
      readonly reported?: boolean;
    }
  | { readonly state: 'missing'; readonly missing: readonly FactRef[] }
  /** cannot be computed from what is known, and no further fact would help */
  | { readonly state: 'undefined'; readonly reason: string; readonly facts: readonly FactRef[] };

const labels = new Map<string, Map<number, string>>();
/** 营业收入（2025年） */
const yearLabel = (field: string, year: number): string => {
  const known = labels.get(field)?.get(year);
  if (known !== undefined) return known;
  const { name, yearEnd } = fieldById(field);
  const label = `${name}（${year}年${yearEnd ? '末' : ''}）`;
  const years = labels.get(field) ?? new Map<number, string>();
  labels.set(field, years.set(year, label));
  return label;
};

export const factRef = (field: string, year?: number, at?: Place): FactRef => {
  const ref: { -readonly [Key in keyof FactRef]: FactRef[Key] } = {
    field,
    label: year === undefined ? fieldById(field).name : yearLabel(field, year),
  };
  if (year !== undefined) ref.year = year;
  if (at !== undefined) ref.at = at;
  return ref;
};

/** A figure as it stands in the profile, nothing derived. `year` for yearly fields only. */
const plainFigure = (profile: Profile, field: string, year?: number): Figure => {
  const fact = year === undefined ? profile.single.get(field) : profile.yearly.get(field)?.get(year);
  const ref = factRef(field, year, fact?.at);
  if (fact === undefined) return { state: 'missing', missing: [ref] };
  if (isRatio(fact.value)) return { state: 'known', value: fact.value, facts: [ref] };
  if (Array.isArray(fact.value)) return { state: 'known', value: ratio(fact.value.length), facts: [ref] };
  return { state: 'undefined', reason: `${ref.label}不是数`, facts: [ref] };
};

const together = (figures: readonly Figure[]): readonly FactRef[] =>
  figures.flatMap((figure) => (figure.state === 'missing' ? figure.missing : figure.facts));

/** The first reason why figures cannot be put together, if any. */
export const obstacle = (figures: readonly Figure[]): Exclude<Figure, { state: 'known' }> | undefined => {
  const missing = figures.flatMap((figure) => (figure.state === 'missing' ? figure.missing : []));
  if (missing.length > 0) return { state: 'missing', missing };
  return figures.find((figure) => figure.state === 'undefined');
};

/** numerator/denominator in one year; a zero or negative denominator is undefined, never infinite. */
export const shareFigure = (
  profile: Profile,
  numerator: string,
  denominator: string,
  year?: number,
): Figure => {
  const parts = [figureOf(profile, numerator, year), figureOf(profile, denominator, year)];
  const [top, bottom] = parts;
  const stop = obstacle(parts);
  if (stop !== undefined) return stop;
  if (top?.state !== 'known' || bottom?.state !== 'known') throw new Error('unreachable');
  const facts = together(parts);
  if (sign(bottom.value) <= 0) {
    const word = sign(bottom.value) === 0 ? '为0' : '为负';
    return { state: 'undefined', reason: `${factRef(denominator, year).label}${word}，比率无法计算`, facts };
  }
  return { state: 'known', value: divide(top.value, bottom.value), facts };
};

/** (this − last)/last; undefined on a zero or negative base. */
export const growthFigure = (profile: Profile, field: string, year: number): Figure => {
  const parts = [figureOf(profile, field, year), figureOf(profile, field, year - 1)];
  const [now, base] = parts;
  const stop = obstacle(parts);
  if (stop !== undefined) return stop;
  if (now?.state !== 'known' || base?.state !== 'known') throw new Error('unreachable');
  const facts = together(parts);
  if (sign(base.value) <= 0) {
    const word = sign(base.value) === 0 ? '为0' : '为负';
    return { state: 'undefined', reason: `${factRef(field, year - 1).label}${word}，增长率无法计算`, facts };
  }
  return { state: 'known', value: subtract(divide(now.value, base.value), ONE), facts };
};

/**
 * A field's number: computed where the dictionary says how (即, 起算), else as written.
 * A ratio or growth rate given ready-made stands in for missing parts and is marked `reported` (自报).
 * @param year for yearly fields
 */
export const figureOf = (profile: Profile, id: string, year?: number, atEndOf?: CivilDate): Figure => {
  const field = fieldById(id);
  if (field.derived !== undefined && year !== undefined) {
    const computed =
      'growthOf' in field.derived
        ? growthFigure(profile, field.derived.growthOf, year)
        : shareFigure(profile, field.derived.numerator, field.derived.denominator, year);
    if (computed.state !== 'missing') return computed;
    const written = plainFigure(profile, id, year);
    return written.state === 'known' ? { ...written, reported: true } : computed;
  }
  if (field.countsFrom !== undefined) {
    const since = profile.single.get(field.countsFrom);
    if (typeof since?.value === 'string' && atEndOf !== undefined) {
      const years = Math.max(0, fullYears(dateBounds(since.value)[1], atEndOf));
      return { state: 'known', value: ratio(years), facts: [factRef(field.countsFrom, undefined, since.at)] };
    }
  }
  return plainFigure(profile, id, year);
};

/** Reads a figure for a form or a text, at the end of the base year where time is counted. */
export const formFigure = (profile: Profile, id: string, baseYear: number, year?: number): Figure =>
  figureOf(profile, id, year, endOfYear(baseYear));
