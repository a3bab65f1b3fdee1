import type { CivilDate } from '../base/date.ts';
import type { Edition } from '../policy/index.ts';
import { type CheckedProgramme, type CheckResult, editionLabel } from '../report/index.ts';
import { type Assumption, assumed, trialDay } from './assume.ts';
import { calendarOf } from './calendar.ts';
import { programmePlan } from './distance.ts';
import type { Plan } from './model.ts';
import { moneyPlan } from './money.ts';
import { settlementPlan } from './settle.ts';
import { hasEffect, trialOf } from './trial.ts';

export interface PlanInput {
  readonly result: CheckResult;
  readonly assumptions: readonly Assumption[];
  /** the same programmes of another day, for a profile with assumptions in it */
  readonly checkOn: (profile: CheckResult['profile'], day: CivilDate) => readonly CheckedProgramme[];
  readonly editionsOn: (day: CivilDate) => readonly Edition[];
}

/** Not met, and no valid title makes it pointless to ask for. */
const isAhead = (result: CheckResult, { assessment }: CheckedProgramme): boolean =>
  assessment.verdict !== 'na' &&
  assessment.verdict !== 'met' &&
  (result.chosen || assessment.held?.valid !== true || assessment.edition.kind === '复核');

const trialsOf = ({ result, assumptions, checkOn }: PlanInput): Plan['trials'] => {
  if (assumptions.length === 0) return [];
  const profile = assumed(result.profile, assumptions);
  const days = [...new Set([result.asOf, trialDay(assumptions)])];
  const trials = days.map((day) =>
    trialOf(checkOn(result.profile, day), checkOn(profile, day), day, Number(day.slice(0, 4)) - 1),
  );
  const telling = trials.filter(hasEffect);
  return telling.length > 0 ? telling : trials.slice(-1);
};

/** Everything from one check: pure, no clock and no file. */
export const buildPlan = (input: PlanInput): Plan => {
  const { result, assumptions, editionsOn } = input;
  const ahead = result.assessments.filter((item) => isAhead(result, item));
  const isSure = ({ inForce }: CheckedProgramme): boolean => result.chosen || inForce === 'yes';
  const programmes = ahead.filter(isSure).map((checked) => programmePlan(result.profile, checked));
  const profile = assumed(result.profile, assumptions);
  const editions = new Map(
    [...result.assessments.map(({ assessment }) => assessment.edition), ...editionsOn(result.asOf)].map(
      (edition) => [edition.id, edition] as const,
    ),
  );
  const settlements = [...editions.values()].flatMap(
    (edition) => settlementPlan({ profile, asOf: result.asOf, assumptions }, edition) ?? [],
  );
  return {
    result,
    programmes,
    unverified: ahead
      .filter((item) => !isSure(item))
      .map(({ assessment }) => `${editionLabel(assessment.edition)}（${assessment.edition.id}）`),
    assumptions,
    trials: trialsOf(input),
    settlements,
    money: moneyPlan(result.assessments.filter(({ assessment }) => assessment.verdict !== 'na')),
    calendar: calendarOf({
      profile: result.profile,
      asOf: result.asOf,
      programmes: result.assessments,
      plans: programmes,
      settlements,
      editionsOn,
    }),
  };
};
