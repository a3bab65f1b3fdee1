import { compare, parseDecimal, type Ratio, ZERO } from '../base/ratio.ts';
import { isOpen } from '../base/verdict.ts';
import type { Body, Bound, Criterion, Test } from '../policy/index.ts';
import { figureOf, type Profile } from '../profile/index.ts';
import type { Case } from './case.ts';
import { evaluateCriterion } from './criteria.ts';
import { evaluateTest } from './evaluate-test.ts';
import { displayValue, measure, satisfies } from './measure.ts';
import type { Assessment } from './model.ts';
import { countRecords } from './tests/count.ts';
import { scoreInterval } from './tests/score.ts';

/** Where one figure stands against one bound: for charts and tables; it decides nothing. */
export interface Distance {
  /** 2025年, or the reading it belongs to; empty where the criterion has one figure only */
  readonly label: string;
  readonly bound: Bound;
  readonly stand: Stand;
}

type Stand =
  /** in the bound's base unit; low = high where the figure is sure, no `high` where the list is not complete */
  | { readonly state: 'known'; readonly low: Ratio; readonly high?: Ratio; readonly met?: boolean }
  | { readonly state: 'missing' }
  /** a base that cannot divide */
  | { readonly state: 'undefined'; readonly reason: string };

const interval = (low: Ratio, high: Ratio | undefined, bound: Bound): Stand => {
  const sides = high === undefined ? [] : [satisfies(low, bound), satisfies(high, bound)];
  const rising = bound.relation === 'atLeast' || bound.relation === 'above';
  const met = high === undefined ? (rising && satisfies(low, bound) ? true : undefined) : sides[0];
  const sure = high === undefined ? met !== undefined : sides[0] === sides[1];
  return {
    state: 'known',
    low,
    ...(high === undefined ? {} : { high }),
    ...(sure && met !== undefined ? { met } : {}),
  };
};

const ofCompare = (input: Case, test: Extract<Test, { op: 'compare' }>): Distance[] =>
  measure(input, test.metric, test.period).map(({ figure, root, label }) => {
    const shared = { label, bound: test.bound };
    if (figure.state === 'missing') return { ...shared, stand: { state: 'missing' } };
    if (figure.state === 'undefined')
      return { ...shared, stand: { state: 'undefined', reason: figure.reason } };
    const shown = displayValue(figure.value, root);
    const met = satisfies(figure.value, test.bound, root);
    return { ...shared, stand: { state: 'known', low: shown, high: shown, met } };
  });

const ofCount = (input: Case, { field, where, bound, declared }: Extract<Test, { op: 'count' }>): Stand => {
  if (input.profile.records.has(field)) {
    const { low, high } = countRecords(input, field, where);
    return interval(low, high, bound);
  }
  const figure = declared === undefined ? undefined : figureOf(input.profile, declared.field);
  if (figure?.state !== 'known') return { state: 'missing' };
  return interval(figure.value, declared?.lowerBound === true ? undefined : figure.value, bound);
};

const exact = (score: number): Ratio => parseDecimal(String(score)) ?? ZERO;

const ofScore = (input: Case, { of, bound }: Extract<Test, { op: 'score' }>): Distance[] => {
  if (input.score === undefined) return [];
  const { low, high } = scoreInterval(input.score, of);
  return [{ label: '', bound, stand: interval(exact(low), exact(high), bound) }];
};

const ofTest = (input: Case, test: Test): readonly Distance[] => {
  switch (test.op) {
    case 'compare':
      return ofCompare(input, test);
    case 'count':
      return [{ label: '', bound: test.bound, stand: ofCount(input, test) }];
    case 'score':
      return ofScore(input, test);
    case 'all':
    case 'any':
      return test.of.flatMap((part) => ofTest(input, part));
    case 'readings':
      return test.of.flatMap((reading) =>
        ofTest(input, reading.test).map((found) => ({
          ...found,
          label: [reading.label, found.label].filter((text) => text !== '').join('，'),
        })),
      );
    default:
      return [];
  }
};

/** The test that applies: of 按情形 the branch whose condition surely holds. */
const testOf = (input: Case, body: Body): Test | undefined => {
  if (body.kind === 'test') return body.test;
  if (body.kind !== 'branches') return undefined;
  for (const { when, then } of body.branches) {
    const verdict = when === undefined ? 'met' : evaluateTest(input, when).verdict;
    if (isOpen(verdict)) return undefined;
    if (verdict === 'met') return testOf(input, then);
  }
  return undefined;
};

/**
 * Every figure of a criterion beside the bound it is held against; none where the criterion compares no figure.
 * @param assessment the result the criterion belongs to: its edition, day and score
 */
export const distancesOf = (
  profile: Profile,
  { edition, asOf, baseYear, score }: Assessment,
  criterion: Criterion,
): readonly Distance[] => {
  const input: Case = { profile, edition, asOf, baseYear, score, decide: evaluateCriterion };
  const test = testOf(input, criterion.body);
  return test === undefined ? [] : ofTest(input, test);
};

/** actual / bound, exact: 1 is the bound itself. Undefined where the bound is not above 0. */
export const shareOfBound = (value: Ratio, bound: Bound): Ratio | undefined =>
  compare(bound.value, ZERO) <= 0 ? undefined : { n: value.n * bound.value.d, d: value.d * bound.value.n };
