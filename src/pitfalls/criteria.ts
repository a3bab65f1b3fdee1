import { type CriterionResult, factsOf } from '../assess/index.ts';
import { type Bound, fieldsOf, type Metric, type Predicate, type Test } from '../policy/index.ts';
import { type FactRef, fieldById, type Profile } from '../profile/index.ts';
import type { EditionCase, Hit } from './case.ts';
import { finding } from './catalogue.ts';
import type { SeenFact } from './model.ts';
import { seen } from './seen.ts';

type Matcher = (result: CriterionResult) => boolean;

/** A criterion that fails, told as one: itself, or a choice all of whose alternatives failed. */
interface Failure {
  readonly result: CriterionResult;
  /** the criteria without parts below it */
  readonly leaves: readonly CriterionResult[];
}

/** What took part in the failure of the whole and is of the kind looked for. */
const failing = (result: CriterionResult, mine: Matcher): readonly Failure[] => {
  if (result.verdict !== 'unmet') return [];
  if (result.parts.length === 0) return mine(result) ? [{ result, leaves: [result] }] : [];
  const below = result.parts.flatMap((part) => failing(part, mine));
  const isChoice = result.combine === 'any' || result.combine === 'atLeast';
  const failed = result.parts.filter((part) => part.verdict === 'unmet');
  return isChoice && below.length > 1 && below.length === failed.length
    ? [{ result, leaves: below.flatMap((item) => item.leaves) }]
    : below;
};

/** Remembers what was found for a thing: a company's topics ask for the same things again and again. */
const remembered = <Key extends object, Value>(find: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: find(key) };
    known.set(key, found);
    return found.value;
  };
};

const openBelow = (result: CriterionResult): readonly CriterionResult[] => {
  if (result.parts.length === 0) return result.verdict === 'unknown' ? [result] : [];
  return result.combine === 'all' || result.verdict === 'unknown' ? result.parts.flatMap(openBelow) : [];
};

/** Criteria without parts that are still open where it matters. */
const openIn = remembered(openBelow);

const leaves = (result: CriterionResult): readonly CriterionResult[] =>
  result.parts.length === 0 ? [result] : result.parts.flatMap(leaves);

const testOf = ({ criterion }: CriterionResult): Test | undefined =>
  criterion.body.kind === 'test' ? criterion.body.test : undefined;

const testsInside = (test: Test): readonly Test[] => {
  switch (test.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return [test, ...test.of.flatMap(testsInside)];
    case 'not':
      return [test, ...testsInside(test.of)];
    case 'readings':
      return [test, ...test.of.flatMap((reading) => testsInside(reading.test))];
    default:
      return [test];
  }
};

/** The tests inside a test: readings, alternatives, negations. */
const within = remembered(testsInside);

/** Is the metric part/whole, written as two fields or as the ratio's own field? */
const isShare = (metric: Metric, numerator: string, denominator: string): boolean => {
  if (metric.field === numerator && metric.over === denominator) return true;
  const { derived } = fieldById(metric.field);
  return (
    derived !== undefined &&
    'numerator' in derived &&
    derived.numerator === numerator &&
    derived.denominator === denominator
  );
};

/** Criteria that look at any of these fields. */
export const readingAny =
  (...fields: readonly string[]): Matcher =>
  (result) => {
    const used = fieldsOf(result.criterion.body);
    return fields.some((field) => used.has(field));
  };

const hasTest =
  (match: (test: Test) => boolean): Matcher =>
  (result) => {
    const test = testOf(result);
    return test !== undefined && within(test).some(match);
  };

/** Criteria on a share in one year or several. */
export const onShare = (numerator: string, denominator: string): Matcher =>
  hasTest((test) => test.op === 'compare' && isShare(test.metric, numerator, denominator));
/** Criteria about growth. */
export const isGrowth: Matcher = hasTest((test) => test.op === 'compare' && test.period.kind === 'growth');
/** Criteria about 划型. */
export const isSize: Matcher = hasTest((test) => test.op === 'size');

/** A piece of a criterion, with the clause it stands in. */
export interface Cited<Value> {
  readonly value: Value;
  readonly citation: string;
}

const citedTests = remembered((root: CriterionResult): readonly Cited<Test>[] =>
  leaves(root).flatMap((result) => {
    const test = testOf(result);
    const citation = citationOf(result);
    return test === undefined ? [] : within(test).map((value) => ({ value, citation }));
  }),
);

/** Every test of the edition that took part in this assessment. */
const testsIn = ({ assessment }: EditionCase): readonly Cited<Test>[] => citedTests(assessment.root);

/** Bounds that the edition puts on a share. */
export const boundsOnShare = (
  input: EditionCase,
  numerator: string,
  denominator: string,
): readonly Cited<Bound>[] =>
  testsIn(input).flatMap(({ value: test, citation }) =>
    test.op === 'compare' && isShare(test.metric, numerator, denominator)
      ? [{ value: test.bound, citation }]
      : [],
  );

/** Predicates under which the edition counts the records of a field. */
export const predicatesOn = (input: EditionCase, field: string): readonly Cited<Predicate>[] =>
  testsIn(input).flatMap(({ value: test, citation }) =>
    test.op === 'count' && test.field === field && test.where !== undefined
      ? [{ value: test.where, citation }]
      : [],
  );

const seenAgain = (profile: Profile, ref: FactRef): SeenFact | undefined =>
  ref.record === undefined ? seen(profile, ref.field, ref.year) : undefined;

/** The clause of the criterion that decides, as reports print it. */
const citationOf = ({ criterion }: CriterionResult): string =>
  [criterion.source.number ?? `《${criterion.source.document}》`, criterion.clause]
    .filter((part) => part !== '')
    .join(' ');

/**
 * The edition's own criteria of one kind: a finding for each that fails, with its figures and clause;
 * what an open one lacks is told as missing.
 */
export const unmetCriteria = (input: EditionCase, code: string, mine: Matcher): readonly Hit[] => {
  const { root } = input.assessment;
  return [
    ...failing(root, mine).map(({ result, leaves: below }) => {
      const refs = below.flatMap((leaf) => leaf.outcome?.facts ?? []);
      const actual = below.flatMap((leaf) => leaf.outcome?.actual ?? []).join('；');
      return finding(code, `不符合“${result.criterion.text}”${actual === '' ? '' : `，实际${actual}`}`, {
        facts: refs.flatMap((ref) => seenAgain(input.profile, ref) ?? []),
        citation: citationOf(result),
        ...(refs[0] === undefined ? {} : { where: { ...refs[0].at, field: refs[0].field } }),
      });
    }),
    ...openIn(root)
      .filter(mine)
      .flatMap((result) => factsOf(result.need))
      .map((ref): Hit => ({ missing: ref.label })),
  ];
};

/**
 * A choice between fields of industry that is left to a person because none of them applies.
 * @returns the fields that were looked at and the clause; undefined where one applies or one is blank
 */
export const fieldTestsFailed = (
  input: EditionCase,
  fields: readonly string[],
): { readonly fields: readonly string[]; readonly citation: string } | undefined => {
  const visit = (result: CriterionResult): ReturnType<typeof fieldTestsFailed> => {
    const mine = result.parts.filter(readingAny(...fields));
    const isChoice = result.combine === 'any' && result.verdict === 'manual';
    if (isChoice && mine.length > 0 && mine.every((part) => part.verdict === 'unmet'))
      return {
        fields: mine.flatMap((part) => [...fieldsOf(part.criterion.body)]),
        citation: citationOf(result),
      };
    for (const part of result.parts) {
      const found = visit(part);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(input.assessment.root);
};
