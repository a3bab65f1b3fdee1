import type { CivilDate } from '../base/date.ts';
import { isOpen, type Verdict } from '../base/verdict.ts';
import type { Criterion, Edition, Test } from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';
import { baseYearOf, type Case } from './case.ts';
import { evaluateCriterion, evaluateRoot } from './criteria.ts';
import { evaluateTest } from './evaluate-test.ts';
import type { Assessment, CriterionResult, Need, Outcome, Tally } from './model.ts';
import { factsOf, needAll } from './need.ts';
import { withParameters } from './parameters.ts';
import { questionsFor } from './questions.ts';
import { evaluateScores } from './score.ts';

export { baseYearOf } from './case.ts';
export { type Distance, distancesOf, shareOfBound } from './distance.ts';
export * from './model.ts';
export { factsOf } from './need.ts';
export { countRecords } from './tests/count.ts';
export { computeSize } from './tests/size.ts';

const heldTitle = (profile: Profile, edition: Edition, asOf: CivilDate): Assessment['held'] => {
  if (edition.grants === undefined) return undefined;
  const dates = (profile.records.get('titles')?.items ?? [])
    .filter((item) => item.get('name')?.value === edition.grants)
    .filter((item) => String(item.get('from')?.value ?? '') <= asOf)
    .map((item) => String(item.get('to')?.value ?? ''));
  const until = dates.sort().at(-1);
  if (until === undefined) return undefined;
  return until === '' ? { valid: false } : { until, valid: until >= asOf };
};

const onlyForPersons = (test: Test): boolean => test.op === 'judge' || test.op === 'notListed';
const isForPersons = (criterion: Criterion): boolean =>
  criterion.body.kind === 'test' && onlyForPersons(criterion.body.test);

/** A waived group and a 评分因素 decide nothing by their parts. */
const decides = (result: CriterionResult): boolean =>
  result.verdict !== 'waived' && result.factor === undefined;

/** The criteria that count one by one: parts of 全部 groups, while an alternative or a k-of-n group counts as one. */
const addUnits = (result: CriterionResult, units: CriterionResult[]): CriterionResult[] => {
  if (result.combine === 'all' && decides(result)) for (const part of result.parts) addUnits(part, units);
  else units.push(result);
  return units;
};

const tallyOf = (units: readonly CriterionResult[]): Tally => {
  let [computable, met, unmet, unknown, manual] = [0, 0, 0, 0, 0];
  for (const { verdict, criterion } of units) {
    if (verdict === 'na') continue;
    if (verdict === 'manual') manual += 1;
    if (isForPersons(criterion)) continue;
    computable += 1;
    if (verdict === 'met' || verdict === 'waived') met += 1;
    else if (verdict === 'unmet') unmet += 1;
    else if (verdict === 'unknown') unknown += 1;
  }
  return { computable, met, unmet, unknown, manual };
};

/** 限项: more criteria would have to be let through than the document allows. */
const leniencyExceeded = (units: readonly CriterionResult[]): boolean => {
  const used = units.filter((unit) => unit.lenient === true && unit.attested === undefined);
  const limits = used.flatMap((unit) => unit.criterion.leniency?.limit ?? []);
  return limits.some((limit) => used.length > limit);
};

const caseOf = (profile: Profile, edition: Edition, asOf: CivilDate): Case => {
  const known = withParameters(profile, edition);
  const bare: Case = {
    profile: known,
    edition,
    asOf,
    baseYear: baseYearOf(asOf),
    score: undefined,
    decide: evaluateCriterion,
  };
  const score = edition.scores === undefined ? undefined : evaluateScores(bare, edition.scores);
  return { ...bare, score };
};

/** One criterion alone on one day: to look for the day on which time cures it. */
export const assessCriterion = (
  profile: Profile,
  edition: Edition,
  asOf: CivilDate,
  criterion: Criterion,
): CriterionResult => evaluateCriterion(caseOf(profile, edition, asOf), criterion);

/** One test alone on one day. */
export const judgeTest = (profile: Profile, edition: Edition, asOf: CivilDate, test: Test): Outcome =>
  evaluateTest(caseOf(profile, edition, asOf), test);

/**
 * Assesses one enterprise against one edition on one day. Pure: no clock, no file, no mutation.
 * @param asOf 评估日; 上年度 is the calendar year before it
 */
export const assess = (profile: Profile, edition: Edition, asOf: CivilDate): Assessment => {
  const input = caseOf(profile, edition, asOf);
  const { score } = input;
  const appliesTo = edition.appliesTo === undefined ? undefined : evaluateCriterion(input, edition.appliesTo);
  const root = evaluateRoot(input);
  const applies = appliesTo?.verdict ?? 'met';
  const units = addUnits(root, []);
  const own = leniencyExceeded(units) ? 'unmet' : root.verdict;
  const verdict: Verdict =
    applies === 'unmet' ? 'na' : isOpen(applies) ? (own === 'unknown' ? own : applies) : own;
  const need = isOpen(verdict)
    ? needAll([appliesTo?.need, isOpen(root.verdict) ? root.need : undefined])
    : undefined;
  const held = heldTitle(profile, edition, asOf);
  return {
    edition,
    asOf,
    baseYear: input.baseYear,
    verdict,
    root,
    questions: questionsFor(root, need),
    missing: factsOf(needAll([appliesTo?.need, allNeeds(root)])),
    tally: tallyOf(units),
    ...(appliesTo === undefined ? {} : { appliesTo }),
    ...(score === undefined ? {} : { score }),
    ...(held === undefined ? {} : { held }),
  };
};

/** Every need below a node, also of parts that no longer decide. */
const allNeeds = (result: CriterionResult): Need | undefined => {
  if (!decides(result)) return undefined;
  if (result.parts.length === 0) return result.need;
  const needs: Need[] = [];
  for (const list of [result.parts, result.waivers]) {
    for (const part of list) {
      const need = allNeeds(part);
      if (need !== undefined) needs.push(need);
    }
  }
  // a reading may look at facts that no part looks at
  if (result.combine === 'readings' && result.need !== undefined)
    return needAll([needAll(needs), result.need]);
  return needAll(needs);
};
