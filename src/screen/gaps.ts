import type { CriterionResult, Gap, Need } from '../assess/index.ts';
import type { FactRef } from '../profile/index.ts';
import type { GapSummary } from './model.ts';

const CLOSED = '已结账年度，不可补';
const gapText = (gap: Gap): string =>
  gap.closed && !gap.text.includes(CLOSED) ? `${gap.text}（${CLOSED}）` : gap.text;

const summaryOf = (gap: Gap, text: string): GapSummary => ({
  text,
  amount: gap.amount,
  unit: gap.unit,
  closed: gap.closed,
});

/** A criterion without parts, in its own words where no distance can be told. */
const leafGaps = ({ criterion, outcome }: CriterionResult): readonly GapSummary[] => {
  const gaps = outcome?.gaps ?? [];
  if (gaps.length > 0) {
    // “称号还差1项” alone does not say which
    const counts = criterion.body.kind === 'test' && criterion.body.test.op === 'count';
    return gaps.map((gap) => summaryOf(gap, counts ? `${criterion.text}：${gapText(gap)}` : gapText(gap)));
  }
  const actual = outcome?.actual === undefined ? '' : `（实际：${outcome.actual}）`;
  return [{ text: `不符合：${criterion.text}${actual}`, closed: false }];
};

/**
 * What stands between the company and the verdict: only the criteria that decide it.
 * The alternatives of an 任一 group make one text, since any one of them would do.
 */
export const decisiveGaps = (result: CriterionResult): readonly GapSummary[] => {
  if (result.verdict !== 'unmet') return [];
  const failed = result.parts.filter((part) => part.verdict === 'unmet');
  if (failed.length === 0) return leafGaps(result);
  const gaps = failed.map(decisiveGaps);
  if (result.combine !== 'any') return gaps.flat();
  const text = gaps.map((each) => each.map((gap) => gap.text).join('且')).join('；或 ');
  return [{ text, closed: gaps.flat().every((gap) => gap.closed) }];
};

/** The gaps of one criterion alone, for a table with a row for each. */
export const ownGaps = (result: CriterionResult): string =>
  result.verdict === 'unmet' ? (result.outcome?.gaps ?? []).map(gapText).join('，') : '';

const factsIn = (need: Need | undefined): readonly FactRef[] => {
  if (need === undefined) return [];
  return need.kind === 'fact' ? [need.ref] : need.of.flatMap(factsIn);
};

/** Facts that are unknown and still matter: those of criteria that are met or waived without them do not. */
export const openFacts = (result: CriterionResult): readonly FactRef[] => {
  if (result.verdict !== 'unknown' && result.verdict !== 'unmet') return [];
  const inner = result.parts.flatMap(openFacts);
  return result.parts.length === 0 || result.combine === 'readings'
    ? [...inner, ...factsIn(result.need)]
    : inner;
};
