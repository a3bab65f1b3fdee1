import type { CriterionResult, Gap, Need } from '../assess/index.ts';
import type { FactRef } from '../profile/index.ts';

const CLOSED = '已结账年度，不可补';
const gapText = (gap: Gap): string =>
  gap.closed && !gap.text.includes(CLOSED) ? `${gap.text}（${CLOSED}）` : gap.text;

/** A criterion without parts, in its own words where no distance can be told. */
const leafText = ({ criterion, outcome }: CriterionResult): string => {
  if (outcome !== undefined && outcome.gaps.length > 0) {
    const gaps = outcome.gaps.map(gapText).join('，');
    // “称号还差1项” alone does not say which
    const counts = criterion.body.kind === 'test' && criterion.body.test.op === 'count';
    return counts ? `${criterion.text}：${gaps}` : gaps;
  }
  return outcome?.actual === undefined
    ? `不符合：${criterion.text}`
    : `不符合：${criterion.text}（实际：${outcome.actual}）`;
};

/**
 * What stands between the company and the verdict: only the criteria that decide it, one text each.
 * The alternatives of an 任一 group make one text, since any one of them would do.
 */
export const decisiveGaps = (result: CriterionResult): readonly string[] => {
  if (result.verdict !== 'unmet') return [];
  const failed = result.parts.filter((part) => part.verdict === 'unmet');
  if (failed.length === 0) return [leafText(result)];
  const texts = failed.map((part) => decisiveGaps(part));
  if (result.combine !== 'any') return texts.flat();
  return [texts.map((each) => each.join('且')).join('；或 ')];
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
