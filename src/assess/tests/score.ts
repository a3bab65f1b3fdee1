import { formatQuantity } from '../../base/quantity.ts';
import { parseDecimal, sign, subtract, toNumber, ZERO } from '../../base/ratio.ts';
import type { Test } from '../../policy/index.ts';
import type { Case } from '../case.ts';
import { satisfies } from '../measure.ts';
import type { Outcome, ScoreResult } from '../model.ts';
import { needAll } from '../need.ts';
import { outcome } from '../outcome.ts';

/** The score of the table, a part or an item. */
export const scoreInterval = (
  score: ScoreResult,
  of: string,
): { low: number; high: number; items: ScoreResult['items'] } => {
  if (of === '总分') return { low: score.low, high: score.high, items: score.items };
  const part = score.parts.find((item) => item.name === of);
  if (part !== undefined)
    return { low: part.low, high: part.high, items: score.items.filter((item) => item.part === of) };
  const items = score.items.filter((item) => item.id === of);
  return { low: items[0]?.low ?? 0, high: items[0]?.high ?? 0, items };
};

const exact = (score: number) => parseDecimal(String(score)) ?? ZERO;

/** 得分 of the table, a part or an item: definite only if the whole interval lies on one side. */
export const evaluateScoreTest = (input: Case, test: Extract<Test, { op: 'score' }>): Outcome => {
  const threshold = test.bound.text;
  if (input.score === undefined) return outcome('manual', { threshold, remarks: ['没有评分表'] });
  const { low, high, items } = scoreInterval(input.score, test.of);
  const actual = low === high ? `${low}分` : `${low}至${high}分`;
  const rising = test.bound.relation === 'atLeast' || test.bound.relation === 'above';
  const [worst, best] = rising ? [exact(low), exact(high)] : [exact(high), exact(low)];
  if (satisfies(worst, test.bound)) return outcome('met', { threshold, actual });
  if (!satisfies(best, test.bound)) {
    const lack = rising ? subtract(test.bound.value, best) : subtract(best, test.bound.value);
    const distance =
      sign(lack) === 0 ? '恰在界上，不够' : `${rising ? '还差' : '超出'}${formatQuantity(lack, 'points')}`;
    const text = `${test.of}得分${distance}`;
    return outcome('unmet', {
      threshold,
      actual,
      gaps: [{ text, amount: toNumber(lack), unit: '分', closed: false }],
    });
  }
  const openItems = items.filter((item) => item.low !== item.high);
  const need = needAll(openItems.map((item) => item.need));
  const remarks = openItems.flatMap((item) => item.remarks);
  return outcome(need === undefined ? 'manual' : 'unknown', {
    threshold,
    actual,
    remarks,
    ...(need === undefined ? {} : { need }),
  });
};
