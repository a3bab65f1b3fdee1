import type { Assessment, CriterionResult } from '../assess/index.ts';
import { type CivilDate, yearOf } from '../base/date.ts';
import { isOpen } from '../base/verdict.ts';
import type { Body, Edition, Test } from '../policy/index.ts';
import { fieldById, type Profile } from '../profile/index.ts';
import { alternatives, type CheckedProgramme, decisive, gapTexts, missingLabels } from '../report/index.ts';
import { firstDay } from './later.ts';

/**
 * What can change a failing criterion: time alone · work or money, while the year is open · only figures of years that are
 * over, so not this round · the facts as they are, which are told as they are.
 */
export type WayKind = 'time' | 'work' | 'closed' | 'state';

export interface Way {
  readonly result: CriterionResult;
  readonly kind: WayKind;
  /** time: met from this day on · closed: the first day on which other years are looked at */
  readonly day?: CivilDate;
  /** closed: the facts that are looked at then · time without a day: what would tell the day */
  readonly needs: readonly string[];
  readonly gaps: readonly string[];
  /** of a group any or some of whose parts would do */
  readonly among: readonly Way[];
  /** would do instead: what waives the criterion */
  readonly waivers: readonly string[];
}

export interface ProgrammePlan {
  readonly checked: CheckedProgramme;
  readonly ways: readonly Way[];
  readonly missing: readonly string[];
  readonly manual: readonly string[];
  /** every failing criterion is cured by time: the day on which the last one is */
  readonly curedOn?: CivilDate;
}

interface Scope {
  readonly profile: Profile;
  readonly edition: Edition;
  readonly asOf: CivilDate;
}

const testOf = (body: Body): Test | undefined => (body.kind === 'test' ? body.test : undefined);

/** Years counted from a date that the profile does not give: time cures it, but the day cannot be told. */
const startMissing = (test: Test | undefined, profile: Profile): string | undefined => {
  if (test?.op !== 'compare' || test.bound.relation !== 'atLeast') return undefined;
  const since = fieldById(test.metric.field).countsFrom;
  return since === undefined || profile.single.has(since) ? undefined : fieldById(since).name;
};

const STATES: ReadonlySet<Test['op']> = new Set(['is', 'oneOf', 'place', 'city', 'industry', 'size', 'date']);

const isState = (test: Test | undefined): boolean => {
  if (test === undefined) return false;
  if (test.op === 'count') return test.bound.relation === 'atMost' || test.bound.relation === 'below';
  if ('of' in test && Array.isArray(test.of)) return test.of.every((part) => isTest(part) && isState(part));
  return STATES.has(test.op);
};
const isTest = (value: unknown): value is Test =>
  typeof value === 'object' && value !== null && 'op' in value;

const leafKind = (result: CriterionResult): WayKind => {
  const gaps = result.outcome?.gaps ?? [];
  if (gaps.length > 0 && gaps.every((gap) => gap.closed)) return 'closed';
  return isState(testOf(result.criterion.body)) ? 'state' : 'work';
};

const ORDER: readonly WayKind[] = ['time', 'work', 'closed', 'state'];

const wayOf = (scope: Scope, result: CriterionResult): Way => {
  const { profile, edition, asOf } = scope;
  const { criterion } = result;
  const among = alternatives(result)
    .filter((part) => part.verdict === 'unmet')
    .map((part) => wayOf(scope, part));
  const shared = {
    result,
    gaps: gapTexts(result),
    among,
    waivers: result.waivers.map((waiver) => waiver.criterion.text),
  };
  const cured = firstDay(profile, edition, asOf, criterion, (verdict) => verdict === 'met');
  if (cured !== undefined) return { ...shared, kind: 'time', day: cured.day, needs: [] };
  const since = startMissing(testOf(criterion.body), profile);
  if (since !== undefined) return { ...shared, kind: 'time', needs: [since] };
  const kinds = among.length > 0 ? among.map((way) => way.kind) : [leafKind(result)];
  const kind = ORDER.find((item) => kinds.includes(item)) ?? 'work';
  if (kind !== 'closed') return { ...shared, kind, needs: [] };
  const next = firstDay(profile, edition, asOf, criterion, (verdict) => verdict !== 'unmet');
  const needs = next === undefined || !isOpen(next.result.verdict) ? [] : missingLabels(next.result.need);
  return { ...shared, kind, needs, ...(next === undefined ? {} : { day: next.day }) };
};

/** All that stands between the enterprise and one programme: distances and dates, never advice to change a figure. */
export const programmePlan = (profile: Profile, checked: CheckedProgramme): ProgrammePlan => {
  const { assessment } = checked;
  const { edition, asOf, root } = assessment;
  const ways = decisive(root, 'unmet').map((result) => wayOf({ profile, edition, asOf }, result));
  const days = ways.map((way) => (way.kind === 'time' ? way.day : undefined));
  const known = days.filter((day) => day !== undefined).sort();
  const last = known.at(-1);
  const isCured = last !== undefined && known.length === ways.length;
  return {
    checked,
    ways: [...ways].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
    missing:
      assessment.questions.length > 0
        ? assessment.questions.map((question) => question.label)
        : [...new Set(decisive(root, 'unknown').flatMap((result) => missingLabels(result.need)))],
    manual: decisive(root, 'manual').map((result) => result.criterion.id),
    ...(isCured ? { curedOn: last } : {}),
  };
};

/** Does another year count as 上年度 on that day? Then the yearly figures are looked at anew. */
export const changesBaseYear = (assessment: Assessment, day: CivilDate): boolean =>
  yearOf(day) !== yearOf(assessment.asOf);
