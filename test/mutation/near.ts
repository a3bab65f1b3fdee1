import type { Surface } from '../../src/policy/index.ts';
import { FIELDS } from '../../src/profile/index.ts';

/** Values and words next to the one that is written, for small lies. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const FLIPS: Readonly<Record<string, string>> = {
  不低于: '超过',
  不少于: '超过',
  达到: '超过',
  超过: '不低于',
  高于: '不低于',
  不高于: '低于',
  不超过: '低于',
  低于: '不高于',
  不足: '不高于',
};

const SPANS = ['每年', '任一年', '合计', '平均'];
const GROWTHS = ['平均增长率', '复合增长率', '累计增长率'];
const YEARLY_GROWTHS = ['每年增长率', '任一年增长率'];
const NUMERALS = '一两三四五六';
export const DENOMINATORS: Readonly<Record<string, string>> = {
  营业收入: '主营业务收入',
  主营业务收入: '营业收入',
  资产总额: '净资产',
  全职员工数: '社保人数',
  成本费用支出: '营业收入',
  推进计划总投资: '资金需求额',
};

/** The threshold one unit of its last printed digit up and down. */
export const nudged = (text: string, by?: number): string[] => {
  const [, digits = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? [];
  const places = digits.split('.')[1]?.length ?? 0;
  const step = by ?? 10 ** -places;
  return [1, -1].map((sign) => `${(Number(digits) + sign * step).toFixed(places)}${unit}`);
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Every score that appears in a part of the table. */
const scoresIn = (node: unknown): number[] => {
  if (Array.isArray(node)) return node.flatMap(scoresIn);
  if (!isMap(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === '得' || key === '每项') && typeof value === 'number' ? [value] : scoresIn(value),
  );
};

/**
 * The smallest difference that the score of 总分, a part or an item can show: no profile tells 60分 from 59分
 * where all scores are multiples of 5, so a pass mark is moved by that step.
 */
export const stepOf = (surface: Surface, name: string): number => {
  const parts = surface.评分?.部分 ?? [];
  const scope = [...parts, ...parts.flatMap((part) => part.项目)].find(
    (item) => ('编号' in item ? item.编号 : item.名称) === name,
  );
  return scoresIn(name === '总分' ? parts : scope).reduce(gcd, 0) || 1;
};

const otherFolds = (fold: string): string[] =>
  [SPANS, GROWTHS, YEARLY_GROWTHS]
    .filter((words) => words.includes(fold))
    .flat()
    .filter((word) => word !== fold);

/** Other years, or the same years put together otherwise. */
export const periods = (label: string): string[] => {
  if (label === '上年度' || label === '上年末') return ['再上年度'];
  if (label === '本年度') return ['上年度'];
  if (label === '上年度增长率') return ['近两年平均增长率'];
  if (label === '上年度增加额') return ['近两年每年增加额'];
  const [, year, kind = ''] = /^(\d{4})(年.+)$/.exec(label) ?? [];
  if (year !== undefined) return [`${Number(year) - 1}${kind}`];
  const [, from = '', to = '', named = ''] = /^(\d{4})[—-](\d{4})年度?(.+)$/.exec(label) ?? [];
  if (named !== '') {
    const years = (first: number, fold: string): string => `${first}—${to}年度${fold}`;
    return [...otherFolds(named).map((fold) => years(Number(from), fold)), years(Number(from) - 1, named)];
  }
  const [, numeral = '', rest = ''] = /^近([一两三四五六])年(.+)$/.exec(label) ?? [];
  const at = NUMERALS.indexOf(numeral);
  return at < 0
    ? []
    : [
        ...otherFolds(rest).map((fold) => `近${numeral}年${fold}`),
        `近${NUMERALS[at === 1 ? 2 : 1]}年${rest}`,
      ];
};

const ORDERED = [...FIELDS, ...FIELDS.flatMap((field) => field.attributes)].filter((field) => field.ordered);

/** The options next to the one that an ordered choice is held against. */
export const neighbours = (name: string, option: string): string[] => {
  const choices =
    ORDERED.find((field) => field.name === name && field.choices.includes(option))?.choices ?? [];
  const at = choices.indexOf(option);
  // from the lowest option up is no condition at all
  return [choices[at - 1], choices[at + 1]].filter((item) => item !== undefined);
};

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
