import { type CivilDate, endOfYear } from '../base/date.ts';
import {
  add,
  compare as compareRatios,
  divide,
  multiply,
  negate,
  ONE,
  power,
  type Ratio,
  ratio,
  subtract,
  toNumber,
} from '../base/ratio.ts';
import type { Bound, Metric, Period } from '../policy/index.ts';
import {
  FIELDS,
  type Figure,
  factRef,
  figureOf,
  growthFigure,
  obstacle,
  shareFigure,
} from '../profile/index.ts';
import { baseYearOf, type Case } from './case.ts';

/** A metric's value over a period. A compound growth rate is kept as (value)^(1/root) − 1, so that it compares exactly. */
export interface Measure {
  readonly figure: Figure;
  readonly root?: number;
  /** years whose figures enter; empty for facts without a year */
  readonly years: readonly number[];
  readonly label: string;
}

const derivedKey = (numerator: string, denominator: string): string => `${numerator}/${denominator}`;
const derivedFields = new Map(
  FIELDS.flatMap(({ id, derived }) =>
    derived === undefined
      ? []
      : [
          [
            'growthOf' in derived
              ? derivedKey('growth', derived.growthOf)
              : derivedKey(derived.numerator, derived.denominator),
            id,
          ] as const,
        ],
  ),
);

/** A ratio or growth rate of the dictionary is read through its own field, so that a ready-made figure can stand in. */
const shareIn = (input: Case, metric: Metric, over: string, year?: number): Figure => {
  const field = derivedFields.get(derivedKey(metric.field, over));
  return field === undefined || year === undefined
    ? shareFigure(input.profile, metric.field, over, year)
    : figureOf(input.profile, field, year);
};
const growthIn = (input: Case, metric: Metric, year: number): Figure => {
  const field = derivedFields.get(derivedKey('growth', metric.field));
  return field === undefined
    ? growthFigure(input.profile, metric.field, year)
    : figureOf(input.profile, field, year);
};

/** The metric itself: the field, the sum of several, or a share. `end` is the day up to which time is counted. */
const figureIn = (input: Case, metric: Metric, year?: number, end?: CivilDate): Figure => {
  const own = (field: string): Figure => figureOf(input.profile, field, year, end);
  if (metric.plus === undefined)
    return metric.over === undefined ? own(metric.field) : shareIn(input, metric, metric.over, year);
  const total = sum([metric.field, ...metric.plus].map(own));
  return metric.over === undefined
    ? total
    : quotient(total, own(metric.over), factRef(metric.over, year).label);
};

const inYear = (input: Case, metric: Metric, year: number): Measure => ({
  figure: figureIn(input, metric, year),
  years: [year],
  label: `${year}年`,
});

/** This year less last year. */
const increaseIn = (input: Case, metric: Metric, year: number): Measure => {
  const [now, last] = [figureIn(input, metric, year), figureIn(input, metric, year - 1)];
  const figure = sum([now, mapKnown(last, negate)]);
  return { figure, years: [year - 1, year], label: `${year}年增加` };
};

const yearsBack = (baseYear: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => baseYear - count + 1 + index);

/** Adds up figures; any missing part leaves the sum missing. */
const sum = (figures: readonly Figure[]): Figure => {
  const stop = obstacle(figures);
  if (stop !== undefined) return stop;
  const known = figures.filter((figure) => figure.state === 'known');
  const reported = known.some((figure) => figure.reported === true);
  return {
    state: 'known',
    value: known.reduce((total, figure) => add(total, figure.value), ratio(0)),
    facts: known.flatMap((figure) => figure.facts),
    ...(reported ? { reported } : {}),
  };
};

const mapKnown = (figure: Figure, change: (value: Ratio) => Ratio): Figure =>
  figure.state === 'known' ? { ...figure, value: change(figure.value) } : figure;

/** top/bottom; undefined where the bottom is zero or negative. */
const quotient = (top: Figure, bottom: Figure, name: string): Figure => {
  const stop = obstacle([top, bottom]);
  if (stop !== undefined) return stop;
  if (top.state !== 'known' || bottom.state !== 'known') return top;
  const facts = [...top.facts, ...bottom.facts];
  if (bottom.value.n <= 0n) return { state: 'undefined', reason: `${name}不大于0，比率无法计算`, facts };
  return { state: 'known', value: divide(top.value, bottom.value), facts };
};

const totals = (input: Case, metric: Metric, years: readonly number[]): Figure => {
  const total = (fields: readonly string[]): Figure =>
    sum(fields.flatMap((field) => years.map((year) => figureOf(input.profile, field, year))));
  const top = total([metric.field, ...(metric.plus ?? [])]);
  return metric.over === undefined
    ? top
    : quotient(top, total([metric.over]), `${factRef(metric.over).label}合计`);
};

const COMPOUND = '复合增长率';

/** Last year over the year before the first one, of which 复合 takes a root and 累计 does not. */
const ratioToBase = (input: Case, metric: Metric, last: number, years: number, name: string): Figure => {
  const parts = [
    figureOf(input.profile, metric.field, last),
    figureOf(input.profile, metric.field, last - years),
  ];
  const stop = obstacle(parts);
  if (stop !== undefined) return stop;
  const [now, base] = parts;
  if (now?.state !== 'known' || base?.state !== 'known') throw new Error('unreachable');
  const facts = [...now.facts, ...base.facts];
  const hasNoRoot = name === COMPOUND && now.value.n < 0n;
  if (base.value.n <= 0n || hasNoRoot) {
    return {
      state: 'undefined',
      reason: `${base.value.n <= 0n ? `${factRef(metric.field, last - years).label}不大于0` : `${factRef(metric.field, last).label}为负`}，${name}无法计算`,
      facts,
    };
  }
  return { state: 'known', value: divide(now.value, base.value), facts };
};

/**
 * The metric over the period: one measure, or one per year where each year is examined (每年, 任一年, 增加额).
 * 合计 of a share is total over total; 平均 of a share is the mean of the yearly shares.
 */
export const measure = (input: Case, metric: Metric, period: Period): readonly Measure[] => {
  const baseYear = ('last' in period ? period.last : undefined) ?? baseYearOf(input.asOf);
  switch (period.kind) {
    case 'single':
      return [{ figure: figureIn(input, metric, undefined, endOfYear(baseYear)), years: [], label: '' }];
    case 'offset':
      return [inYear(input, metric, baseYear + period.offset)];
    case 'named':
      return [inYear(input, metric, period.year)];
    case 'span': {
      const years = yearsBack(baseYear, period.years);
      if (period.fold === 'each' || period.fold === 'any')
        return years.map((year) => inYear(input, metric, year));
      if (period.fold === 'sum') return [{ figure: totals(input, metric, years), years, label: '合计' }];
      const total = sum(years.map((year) => inYear(input, metric, year).figure));
      return [
        { figure: mapKnown(total, (value) => divide(value, ratio(years.length))), years, label: '平均' },
      ];
    }
    case 'growth': {
      const years = yearsBack(baseYear, period.years);
      const spanned = [baseYear - period.years, ...years];
      if (period.fold === 'compound' || period.fold === 'overall') {
        const [label, root] = period.fold === 'compound' ? [COMPOUND, period.years] : ['累计增长率', 1];
        const figure = ratioToBase(input, metric, baseYear, period.years, label);
        return [{ figure, root, years: spanned, label }];
      }
      const yearly = years.map((year) => growthIn(input, metric, year));
      if (period.fold === 'each' || period.fold === 'any') {
        return yearly.map((figure, index) => ({
          figure,
          years: [years[index] ?? baseYear],
          label: `${years[index]}年增长率`,
        }));
      }
      return [
        {
          figure: mapKnown(sum(yearly), (value) => divide(value, ratio(years.length))),
          years: spanned,
          label: '平均增长率',
        },
      ];
    }
    case 'increase':
      return yearsBack(baseYear, period.years).map((year) => increaseIn(input, metric, year));
  }
};

/** Is the known value on the right side? Exact, also for compound growth: (Y_t/Y_{t-n}) against (1+bound)^n. */
export const satisfies = (value: Ratio, bound: Bound, root?: number): boolean => {
  const limit = root === undefined ? bound.value : power(add(ONE, bound.value), root);
  const order = compareRatios(value, limit);
  switch (bound.relation) {
    case 'atLeast':
      return order >= 0;
    case 'above':
      return order > 0;
    case 'atMost':
      return order <= 0;
    case 'below':
      return order < 0;
  }
};

const PRECISION = 1_000_000_000_000;
/** The value as people read it; compound growth is approximated to 12 digits, for display only. */
export const displayValue = (value: Ratio, root?: number): Ratio =>
  root === undefined ? value : ratio(Math.round((toNumber(value) ** (1 / root) - 1) * PRECISION), PRECISION);

/** bound × denominator − numerator, in the numerator's unit: what a share lacks, the denominator unchanged. */
export const shareShortfall = (numerator: Ratio, denominator: Ratio, bound: Bound): Ratio =>
  subtract(multiply(bound.value, denominator), numerator);
