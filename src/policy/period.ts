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
const GROWTHS = {
  每年增长率: 'each',
  任一年增长率: 'any',
  平均增长率: 'mean',
  复合增长率: 'compound',
  累计增长率: 'overall',
} as const;

/** 近两年 and 2019—2020年度: how many years, and the last of them where it is named. */
const spanOf = (label: string): { years: number; last?: number; rest: string } => {
  const [, from = '', to = '', named = ''] = /^(\d{4})[—-](\d{4})年度?(.+)$/.exec(label) ?? [];
  if (named !== '') return { years: Number(to) - Number(from) + 1, last: Number(to), rest: named };
  const [, number = '', rest = ''] = /^近([一二两三四五六七八九十]|\d+)年(.+)$/.exec(label) ?? [];
  return { years: DIGITS[number] ?? Number(number), rest };
};

/** The words a policy file may use for 期间; see docs/policy-format.md. Undefined for anything else. */
export const parsePeriod = (label: string): Period | undefined => {
  if (label === '上年度' || label === '上年末') return { kind: 'offset', offset: 0, label };
  if (label === '再上年度') return { kind: 'offset', offset: -1, label };
  if (label === '本年度') return { kind: 'offset', offset: 1, label };
  if (label === '截至上年末') return { kind: 'single' };
  if (label === '上年度增长率') return { kind: 'growth', years: 1, fold: 'each', label };
  if (label === '上年度增加额') return { kind: 'increase', years: 1, label };
  const [, named, change] = /^(\d{4})年(?:度|末)(增长率|增加额)?$/.exec(label) ?? [];
  if (named !== undefined) {
    const year = Number(named);
    if (change === undefined) return { kind: 'named', year, label };
    const one = { years: 1, last: year, label };
    return change === '增长率' ? { kind: 'growth', fold: 'each', ...one } : { kind: 'increase', ...one };
  }
  const found = spanOf(label);
  if (!(found.years >= 1)) return undefined;
  const { rest, ...span } = found;
  if (Object.hasOwn(FOLDS, rest))
    return { kind: 'span', ...span, fold: FOLDS[rest as keyof typeof FOLDS], label };
  if (Object.hasOwn(GROWTHS, rest))
    return { kind: 'growth', ...span, fold: GROWTHS[rest as keyof typeof GROWTHS], label };
  return rest === '每年增加额' ? { kind: 'increase', ...span, label } : undefined;
};
