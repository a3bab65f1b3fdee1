import type { Period } from './model.ts';

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const FOLDS = { 每年: 'each', 任一年: 'any', 合计: 'sum', 平均: 'mean' } as const;
const GROWTHS = { 每年增长率: 'each', 平均增长率: 'mean', 复合增长率: 'compound' } as const;

/** The words a policy file may use for 期间; see docs/policy-format.md. Undefined for anything else. */
export const parsePeriod = (label: string): Period | undefined => {
  if (label === '上年度' || label === '上年末') return { kind: 'offset', offset: 0, label };
  if (label === '再上年度') return { kind: 'offset', offset: -1, label };
  if (label === '本年度') return { kind: 'offset', offset: 1, label };
  if (label === '截至上年末') return { kind: 'single' };
  if (label === '上年度增长率') return { kind: 'growth', years: 1, fold: 'each', label };
  const named = /^(\d{4})年(?:度|末)$/.exec(label)?.[1];
  if (named !== undefined) return { kind: 'named', year: Number(named), label };
  const [, number = '', rest = ''] = /^近([一二两三四五六七八九十]|\d+)年(.+)$/.exec(label) ?? [];
  const years = DIGITS[number] ?? Number(number);
  if (!(years >= 1)) return undefined;
  if (Object.hasOwn(FOLDS, rest))
    return { kind: 'span', years, fold: FOLDS[rest as keyof typeof FOLDS], label };
  if (Object.hasOwn(GROWTHS, rest))
    return { kind: 'growth', years, fold: GROWTHS[rest as keyof typeof GROWTHS], label };
  return undefined;
};
