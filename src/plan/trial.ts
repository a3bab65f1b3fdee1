import type { CivilDate } from '../base/date.ts';
import type { Verdict } from '../base/verdict.ts';
import type { CheckedProgramme } from '../report/index.ts';
import { leaves } from '../report/index.ts';

/** A criterion that comes out differently under the assumptions. */
interface TrialChange {
  readonly id: string;
  readonly text: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** as the assumptions have it */
  readonly actual?: string;
  readonly gaps: readonly string[];
}

interface TrialProgramme {
  readonly checked: CheckedProgramme;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly changes: readonly TrialChange[];
}

/** 试算: the programmes of one day without and with the assumptions. */
export interface Trial {
  readonly day: CivilDate;
  readonly baseYear: number;
  readonly programmes: readonly TrialProgramme[];
}

const changesOf = (before: CheckedProgramme, after: CheckedProgramme): readonly TrialChange[] => {
  const were = new Map(
    leaves(before.assessment.root).map(({ result }) => [result.criterion.id, result] as const),
  );
  return leaves(after.assessment.root).flatMap(({ result }) => {
    const was = were.get(result.criterion.id);
    if (was === undefined) return [];
    const actual = result.outcome?.actual;
    const isSame = was.verdict === result.verdict;
    if (isSame && (result.verdict !== 'unmet' || was.outcome?.actual === actual)) return [];
    return [
      {
        id: result.criterion.id,
        text: result.criterion.text,
        before: was.verdict,
        after: result.verdict,
        gaps: result.verdict === 'unmet' ? (result.outcome?.gaps ?? []).map((gap) => gap.text) : [],
        ...(actual === undefined ? {} : { actual }),
      },
    ];
  });
};

/** Sets two checks of one day side by side. */
export const trialOf = (
  before: readonly CheckedProgramme[],
  after: readonly CheckedProgramme[],
  day: CivilDate,
  baseYear: number,
): Trial => ({
  day,
  baseYear,
  programmes: after.flatMap((checked) => {
    const was = before.find((item) => item.assessment.edition.id === checked.assessment.edition.id);
    if (was === undefined) return [];
    return [
      {
        checked,
        before: was.assessment.verdict,
        after: checked.assessment.verdict,
        changes: changesOf(was, checked),
      },
    ];
  }),
});

/** Does any figure that was assumed count on that day at all? */
export const hasEffect = (trial: Trial): boolean =>
  trial.programmes.some(({ changes }) => changes.length > 0);
