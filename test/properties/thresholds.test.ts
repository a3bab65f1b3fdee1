import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import { loadPolicy } from '../../src/authoring/index.ts';
import { ratio } from '../../src/base/ratio.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';
import { exactDecimal } from './support/draft.ts';
import { holds } from './support/settings.ts';

const AS_OF = '2026-11-21';
const RUNS = 300;

const RELATIONS = ['不低于', '超过', '不高于', '低于'] as const;
type Sides = Readonly<Record<(typeof RELATIONS)[number], string>>;
const AT: Sides = { 不低于: 'met', 超过: 'unmet', 不高于: 'met', 低于: 'unmet' };
const OVER: Sides = { 不低于: 'met', 超过: 'met', 不高于: 'unmet', 低于: 'unmet' };
const UNDER: Sides = { 不低于: 'unmet', 超过: 'unmet', 不高于: 'met', 低于: 'met' };

/** One programme that holds a metric against a threshold in all four ways. */
const programme = (metric: string, threshold: string): string => `
编号: at-threshold
系列: 试验
名称: 试验
版本: 试验
层级: 其他
类型: 认定
地区: 国家
来源: {甲: {文件: 试验, 核对: {日期: 2026-11-21, 依据: 转述, 可信度: R}}}
施行: {起: 2020-01-01}
条件:
  全部:
${RELATIONS.map(
  (relation) =>
    `    - {编号: ${relation}, 要求: 试验, 条款: 一, 判定: {${metric}, ${relation}: "${threshold}"}}`,
).join('\n')}
`;

const sides = (metric: string, threshold: string, figures: Record<string, unknown>): Sides => {
  const { edition } = loadPolicy(programme(metric, threshold), 'at-threshold.yaml');
  const { root } = assess(readProfile(fromPlain(figures)).profile, edition, AS_OF);
  const verdicts = root.parts.map((part) => [part.criterion.id, part.verdict] as const);
  return Object.fromEntries(verdicts) as unknown as Sides;
};

const yuan = (fen: bigint): string => `${exactDecimal(ratio(fen, 100))}元`;
const percent = (basisPoints: number): string => `${exactDecimal(ratio(basisPoints, 100))}%`;

/** 0.01% to 150.00% */
const percents = fc.integer({ min: 1, max: 15_000 });
/** multiples of 100元 (10,000分) up to 10 billion, so that any such percentage of it is whole 分 */
const wholes = fc.bigInt({ min: 1n, max: 10n ** 8n }).map((hundreds) => hundreds * 10_000n);

/** −90.0% to 200.0% a year, in tenths of a percent */
const rates = fc.integer({ min: -900, max: 2000 });
const bases = fc.bigInt({ min: 1n, max: 10n ** 6n });

describe('a figure exactly at its threshold meets 不低于 and 不高于, and 0.01元 decides', () => {
  it('share of one figure in another', () => {
    holds(
      RUNS,
      fc.property(percents, wholes, (p, whole) => {
        const exact = (whole / 10_000n) * BigInt(p);
        const at = (part: bigint): Sides =>
          sides('指标: 研发费用, 占: 营业收入, 期间: 上年度', percent(p), {
            研发费用: { 2025: yuan(part) },
            营业收入: { 2025: yuan(whole) },
          });
        expect(at(exact)).toEqual(AT);
        expect(at(exact + 1n)).toEqual(OVER);
        expect(at(exact - 1n < 0n ? 0n : exact - 1n)).toEqual(UNDER);
      }),
    );
  });

  it('amount in one year, sum and mean of two', () => {
    const amounts = fc.bigInt({ min: 2n, max: 10n ** 12n });
    holds(
      RUNS,
      fc.property(amounts, amounts, (now, last) => {
        const figures = (step: bigint) => ({ 研发费用: { 2025: yuan(now + step), 2024: yuan(last) } });
        const cases = [
          ['上年度', now],
          ['近两年合计', now + last],
        ] as const;
        for (const [period, threshold] of cases) {
          const at = (step: bigint): Sides =>
            sides(`指标: 研发费用, 期间: ${period}`, yuan(threshold), figures(step));
          expect([at(0n), at(1n), at(-1n)], period).toEqual([AT, OVER, UNDER]);
        }
        const mean = `${exactDecimal(ratio(now + last, 200))}元`;
        const at = (step: bigint): Sides => sides('指标: 研发费用, 期间: 近两年平均', mean, figures(step));
        expect([at(0n), at(1n), at(-1n)], '近两年平均').toEqual([AT, OVER, UNDER]);
      }),
    );
  });

  it('compound growth over two and three years', () => {
    holds(
      RUNS,
      fc.property(rates, bases, fc.constantFrom(2, 3), (rate, base, years) => {
        const grown = BigInt(1000 + rate) ** BigInt(years) * base;
        const first = 1000n ** BigInt(years) * base;
        const words = years === 2 ? '近两年复合增长率' : '近三年复合增长率';
        const at = (step: bigint): Sides =>
          sides(`指标: 营业收入, 期间: ${words}`, `${exactDecimal(ratio(rate, 10))}%`, {
            营业收入: { 2025: yuan(grown + step), [2025 - years]: yuan(first) },
          });
        expect([at(0n), at(1n), at(-1n)]).toEqual([AT, OVER, UNDER]);
      }),
    );
  });

  it('growth of one year and mean of the yearly rates', () => {
    holds(
      RUNS,
      fc.property(rates, rates, bases, (one, two, base) => {
        const first = base * 1_000_000n;
        const second = base * 1000n * BigInt(1000 + one);
        const third = base * BigInt(1000 + one) * BigInt(1000 + two);
        const figures = (step: bigint) => ({
          主营业务收入: { 2023: yuan(first), 2024: yuan(second), 2025: yuan(third + step) },
        });
        const at = (period: string, rate: string, step: bigint): Sides =>
          sides(`指标: 主营业务收入, 期间: ${period}`, rate, figures(step));
        const lastRate = `${exactDecimal(ratio(two, 10))}%`;
        const meanRate = `${exactDecimal(ratio(one + two, 20))}%`;
        for (const [period, rate] of [
          ['上年度增长率', lastRate],
          ['近两年平均增长率', meanRate],
        ] as const)
          expect([at(period, rate, 0n), at(period, rate, 1n), at(period, rate, -1n)], period).toEqual([
            AT,
            OVER,
            UNDER,
          ]);
      }),
    );
  });
});
