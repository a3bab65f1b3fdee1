import type { CompanySummary } from './model.ts';

/** What decides a company's place in 汇总. */
export interface RankKey {
  readonly row: number;
  readonly reachable: number;
  readonly unmet: number;
  /** nothing to apply for is −1 of 1, below 0 of 1 */
  readonly met: number;
  readonly computable: number;
  readonly missing: number;
}

export const rankKey = ({ row, reachable, next, programmes }: CompanySummary): RankKey => {
  const step = programmes.find((programme) => programme.id === next);
  return step === undefined
    ? { row, reachable, unmet: 0, met: -1, computable: 1, missing: 0 }
    : {
        row,
        reachable,
        unmet: step.count.unmet,
        met: step.count.met,
        computable: Math.max(1, step.count.computable),
        missing: step.missing.length,
      };
};

/** Highest rung within reach, then fewest failed, then largest share met of what can be computed, then fewest facts missing. */
export const byProspect = (a: RankKey, b: RankKey): number =>
  b.reachable - a.reachable ||
  a.unmet - b.unmet ||
  b.met * a.computable - a.met * b.computable ||
  a.missing - b.missing ||
  a.row - b.row;
