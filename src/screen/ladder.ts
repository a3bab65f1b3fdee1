import type { Assessment } from '../assess/index.ts';
import type { Tier } from '../policy/index.ts';

/** 科技型 and 创新型 are one rung (科技和创新型中小企业); what stands beside the ladder has none. */
const RUNGS: Readonly<Record<Tier, number>> = {
  科技型: 1,
  创新型: 1,
  专精特新: 2,
  小巨人: 3,
  重点小巨人: 4,
  培育库: 0,
  其他: 0,
};

/** Where a company stands on the ladder and what it can apply for next. */
export interface Standing {
  /** rung of the highest title still valid; 0 when none is known */
  readonly held: number;
  /** the titles still valid, with the day they end */
  readonly titles: ReadonlyArray<{ readonly name: string; readonly until?: string; readonly valid: boolean }>;
  readonly next?: Assessment;
  /** the highest rung the company has or could reach next: a step whose conditions are not failed */
  readonly reachable: number;
}

/** 0 for what stands beside the ladder. */
export const rungOf = (tier: Tier): number => RUNGS[tier];
const rungHeld = (assessment: Assessment): number => rungOf(assessment.edition.tier);
const isReview = (assessment: Assessment): boolean => assessment.edition.kind === '复核';

/** Nearer to being met first: not failed, fewer failed, larger share met. */
const byNearness = (a: Assessment, b: Assessment): number =>
  Number(a.verdict === 'unmet') - Number(b.verdict === 'unmet') ||
  a.tally.unmet - b.tally.unmet ||
  b.tally.met * a.tally.computable - a.tally.met * b.tally.computable;

/**
 * The next step is the lowest rung above the title held, and of several programmes on it the nearest to being met.
 * A review is no step. Without any programme of the ladder the nearest of the others is taken.
 */
export const standingOf = (assessments: readonly Assessment[]): Standing => {
  const titles = assessments.flatMap((assessment) =>
    assessment.held === undefined || isReview(assessment)
      ? []
      : [{ name: assessment.edition.grants ?? assessment.edition.name, ...assessment.held }],
  );
  const held = Math.max(0, ...assessments.filter((each) => each.held?.valid === true).map(rungHeld));
  const open = assessments.filter((each) => !isReview(each) && each.verdict !== 'na');
  const onLadder = assessments.some((each) => rungHeld(each) > 0);
  const above = onLadder ? open.filter((each) => rungHeld(each) > held) : open;
  const lowest = Math.min(...above.map(rungHeld));
  const [next] = above.filter((each) => rungHeld(each) === lowest).sort(byNearness);
  const reachable = next === undefined || next.verdict === 'unmet' ? held : Math.max(held, rungHeld(next));
  return { held, titles, reachable, ...(next === undefined ? {} : { next }) };
};
