import { describe, expect, it } from 'vitest';
import { judge, missingOf, verdictOf } from './support.ts';

const REVENUE = '营业收入: {2020: 900, 2023: 5000, 2024: 4000, 2025: 6000}';
const revenue = (period: string, bound: string): string => `{指标: 营业收入, 期间: ${period}, ${bound}}`;

describe('relations at the threshold (以上、以下 include the number)', () => {
  it.each([
    ['不低于: 6000万元', 'met'],
    ['不少于: 6000万元', 'met'],
    ['达到: 6000万元', 'met'],
    ['不低于: 6000.0001万元', 'unmet'],
    ['超过: 6000万元', 'unmet'],
    ['高于: 6000万元', 'unmet'],
    ['超过: 5999.9999万元', 'met'],
    ['不高于: 6000万元', 'met'],
    ['不超过: 6000万元', 'met'],
    ['不高于: 5999.9999万元', 'unmet'],
    ['低于: 6000万元', 'unmet'],
    ['不足: 6000万元', 'unmet'],
    ['低于: 0.60000001亿元', 'met'],
  ])('6000万元 %s is %s', (bound, verdict) => {
    expect(verdictOf(revenue('上年度', bound), REVENUE)).toBe(verdict);
  });

  it('a blank is 缺资料 on either side', () => {
    expect(verdictOf(revenue('上年度', '不低于: 1万元'), '营业收入: {2025: }')).toBe('unknown');
    expect(verdictOf(revenue('上年度', '不高于: 1万元'), '营业收入: {2025: }')).toBe('unknown');
  });

  it('a 0 is a figure', () => {
    expect(verdictOf(revenue('上年度', '不低于: 1万元'), '营业收入: {2025: 0}')).toBe('unmet');
    expect(verdictOf(revenue('上年度', '不高于: 1万元'), '营业收入: {2025: 0}')).toBe('met');
  });
});

describe('which years a 期间 means on 2026-11-21', () => {
  it.each([
    ['上年度', '6000万元'],
    ['近两年合计', '10000万元'],
    ['近三年合计', '15000万元'],
    ['近两年平均', '5000万元'],
    ['近三年平均', '5000万元'],
    ['2020年度', '900万元'],
  ])('%s is exactly %s', (period, value) => {
    expect(verdictOf(revenue(period, `不低于: ${value}`), REVENUE)).toBe('met');
    expect(verdictOf(revenue(period, `不高于: ${value}`), REVENUE)).toBe('met');
  });

  it('每年 wants every year, 任一年 one of them', () => {
    expect(verdictOf(revenue('近两年每年', '不低于: 4000万元'), REVENUE)).toBe('met');
    expect(verdictOf(revenue('近两年每年', '不低于: 4001万元'), REVENUE)).toBe('unmet');
    expect(verdictOf(revenue('近两年任一年', '不低于: 6000万元'), REVENUE)).toBe('met');
    expect(verdictOf(revenue('近两年任一年', '不低于: 6001万元'), REVENUE)).toBe('unmet');
    expect(verdictOf(revenue('近三年每年', '不低于: 4000万元'), REVENUE)).toBe('met');
  });

  it('one year known to fail settles 每年, one year known to pass settles 任一年', () => {
    const half = '营业收入: {2025: 6000}';
    expect(verdictOf(revenue('近两年每年', '不低于: 6001万元'), half)).toBe('unmet');
    expect(verdictOf(revenue('近两年每年', '不低于: 6000万元'), half)).toBe('unknown');
    expect(verdictOf(revenue('近两年任一年', '不低于: 6000万元'), half)).toBe('met');
    expect(verdictOf(revenue('近两年任一年', '不低于: 6001万元'), half)).toBe('unknown');
  });

  it('合计 and 平均 need every year', () => {
    const result = judge(revenue('近三年合计', '不低于: 1万元'), '营业收入: {2025: 6000}');
    expect(result.verdict).toBe('unknown');
    expect(missingOf(result)).toEqual(['营业收入（2023年）', '营业收入（2024年）']);
  });

  it('本年度 is the year of the as-of date', () => {
    const score = '{指标: 专精特新发展评价得分, 期间: 本年度, 不低于: 60分}';
    expect(verdictOf(score, '专精特新发展评价得分: {2026: 60, 2025: 1}')).toBe('met');
    expect(verdictOf(score, '专精特新发展评价得分: {2025: 60}')).toBe('unknown');
  });

  it('上年末 reads the stock at the end of the base year', () => {
    const debt = '{指标: 负债总额, 占: 资产总额, 期间: 上年末, 不高于: 75%}';
    expect(verdictOf(debt, '负债总额: {2025: 6000, 2024: 1}\n资产总额: {2025: 8000, 2024: 1}')).toBe('met');
    expect(verdictOf(debt, '负债总额: {2025: 6000.0001, 2024: 1}\n资产总额: {2025: 8000, 2024: 1}')).toBe(
      'unmet',
    );
  });

  it('the base year follows the as-of date over New Year', () => {
    const test = revenue('上年度', '不低于: 6000万元');
    expect(verdictOf(test, REVENUE, '2026-01-01')).toBe('met');
    expect(verdictOf(test, REVENUE, '2025-12-31')).toBe('unmet');
  });
});

describe('growth', () => {
  const mean = '{指标: 主营业务收入, 期间: 近两年平均增长率, 不低于: 5%}';
  const compound = '{指标: 主营业务收入, 期间: 近两年复合增长率, 不低于: 5%}';

  it('平均增长率 is the mean of the yearly rates: 10% and 0% make exactly 5%', () => {
    expect(verdictOf(mean, '主营业务收入: {2023: 1000, 2024: 1100, 2025: 1100}')).toBe('met');
    expect(verdictOf(mean, '主营业务收入: {2023: 1000, 2024: 1100, 2025: 1099.99}')).toBe('unmet');
  });

  it('复合增长率 is the square root of the whole growth: the same figures make 4.88%', () => {
    const result = judge(compound, '主营业务收入: {2023: 1000, 2024: 1100, 2025: 1100}');
    expect(result.verdict).toBe('unmet');
    expect(result.outcome?.actual).toBe('复合增长率 4.88%');
  });

  it('复合增长率 is exact at 5%: 5000 to 5512.5', () => {
    expect(verdictOf(compound, '主营业务收入: {2023: 5000, 2025: 5512.5}')).toBe('met');
    expect(verdictOf(compound, '主营业务收入: {2023: 5000, 2025: 5512.4999}')).toBe('unmet');
  });

  it('复合增长率 over three years takes the cube root: 1000 to 1157.625', () => {
    const three = '{指标: 主营业务收入, 期间: 近三年复合增长率, 不低于: 5%}';
    expect(verdictOf(three, '主营业务收入: {2022: 1000, 2025: 1157.625}')).toBe('met');
    expect(verdictOf(three, '主营业务收入: {2022: 1000, 2025: 1157.6249}')).toBe('unmet');
  });

  it('复合增长率 needs the two end years only, 平均增长率 all three', () => {
    expect(missingOf(judge(compound, '主营业务收入: {2025: 1}'))).toEqual(['主营业务收入（2023年）']);
    expect(verdictOf(mean, '主营业务收入: {2023: 1000, 2025: 5000}')).toBe('unknown');
  });

  it('上年度增长率 is one year, 每年增长率 each year', () => {
    const figures = '主营业务收入: {2023: 1000, 2024: 1100, 2025: 1155}';
    expect(verdictOf('{指标: 主营业务收入, 期间: 上年度增长率, 不低于: 5%}', figures)).toBe('met');
    expect(verdictOf('{指标: 主营业务收入, 期间: 上年度增长率, 超过: 5%}', figures)).toBe('unmet');
    expect(verdictOf('{指标: 主营业务收入, 期间: 近两年每年增长率, 不低于: 5%}', figures)).toBe('met');
    expect(verdictOf('{指标: 主营业务收入, 期间: 近两年每年增长率, 不低于: 6%}', figures)).toBe('unmet');
  });

  it('a falling figure is a negative rate', () => {
    expect(judge(compound, '主营业务收入: {2023: 1000, 2025: 810}').outcome?.actual).toBe('复合增长率 -10%');
  });
});

describe('占: the denominator is named', () => {
  const share = (period: string, bound: string): string =>
    `{指标: 研发费用, 占: 营业收入, 期间: ${period}, ${bound}}`;

  it('is exact at the threshold: 2100 of 3000 is 70%', () => {
    const test = '{指标: 主营业务收入, 占: 营业收入, 期间: 上年度, 不低于: 70%}';
    expect(verdictOf(test, '主营业务收入: {2025: 2100}\n营业收入: {2025: 3000}')).toBe('met');
    const below = judge(test, '主营业务收入: {2025: 2099.9999}\n营业收入: {2025: 3000}');
    expect(below.verdict).toBe('unmet');
    expect(below.outcome?.actual).not.toBe('2025年 70%');
  });

  it('is not the same over 主营业务收入', () => {
    const figures = '研发费用: {2025: 300}\n营业收入: {2025: 10000}\n主营业务收入: {2025: 9000}';
    expect(verdictOf(share('上年度', '不高于: 3%'), figures)).toBe('met');
    expect(verdictOf('{指标: 研发费用, 占: 主营业务收入, 期间: 上年度, 不高于: 3%}', figures)).toBe('unmet');
  });

  it('合计 is total over total, 平均 is the mean of the yearly shares', () => {
    const figures = '研发费用: {2024: 100, 2025: 0}\n营业收入: {2024: 1000, 2025: 9000}';
    expect(judge(share('近两年合计', '不低于: 50%'), figures).outcome?.actual).toBe('1%');
    expect(judge(share('近两年平均', '不低于: 50%'), figures).outcome?.actual).toBe('平均 5%');
  });

  it('每年 shows each year beside its share', () => {
    const figures = '研发费用: {2024: 650, 2025: 960}\n营业收入: {2024: 22000, 2025: 24000}';
    const result = judge(share('近两年每年', '不低于: 3%'), figures);
    expect(result.verdict).toBe('unmet');
    expect(result.outcome?.actual).toBe('2024年 2.95%；2025年 4%');
    expect(result.outcome?.threshold).toBe('近两年每年不低于3%');
  });

  it('of two figures without years', () => {
    const test = '{指标: 推进计划已完成投资, 占: 推进计划总投资, 不低于: 30%}';
    expect(verdictOf(test, '推进计划总投资: 2000万元\n推进计划已完成投资: 600万元')).toBe('met');
    expect(verdictOf(test, '推进计划总投资: 2000万元\n推进计划已完成投资: 599.99万元')).toBe('unmet');
    expect(verdictOf(test, '推进计划总投资: 2000万元')).toBe('unknown');
  });

  it('falls back to a ready-made share and says so (自报)', () => {
    const result = judge(share('上年度', '不低于: 3%'), '研发费用占比: {2025: 3%}');
    expect(result.verdict).toBe('met');
    expect(result.outcome?.actual).toBe('2025年 3%（自报）');
    expect(result.outcome?.remarks).toEqual(['用的是档案里自报的比率，没有分子分母可核对']);
  });
});

describe('a base that cannot divide is 待核实 with the reason, and asks for no further fact', () => {
  it.each([
    [
      'a share of 0',
      '{指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3%}',
      '研发费用: {2025: 300}\n营业收入: {2025: 0}',
      '营业收入（2025年）为0，比率无法计算',
    ],
    [
      'a growth rate on 0',
      '{指标: 营业收入, 期间: 上年度增长率, 不低于: 5%}',
      '营业收入: {2025: 300, 2024: 0}',
      '营业收入（2024年）为0，增长率无法计算',
    ],
    [
      'a growth rate on a loss',
      '{指标: 净利润, 期间: 近两年平均增长率, 不低于: 5%}',
      '净利润: {2025: 300, 2024: 100, 2023: -50}',
      '净利润（2023年）为负，增长率无法计算',
    ],
    [
      'a compound growth rate on 0',
      '{指标: 营业收入, 期间: 近两年复合增长率, 不低于: 5%}',
      '营业收入: {2025: 300, 2023: 0}',
      '营业收入（2023年）不大于0，复合增长率无法计算',
    ],
    [
      'a compound growth rate on a loss',
      '{指标: 净利润, 期间: 近两年复合增长率, 不低于: 5%}',
      '净利润: {2025: 300, 2023: -10}',
      '净利润（2023年）不大于0，复合增长率无法计算',
    ],
  ])('%s', (_name, test, profile, reason) => {
    const result = judge(test, profile);
    expect(result.verdict).toBe('manual');
    expect(result.outcome?.remarks).toEqual([reason]);
    expect(result.need).toBeUndefined();
    expect(result.outcome?.gaps).toEqual([]);
  });

  it('a compound growth rate into a loss names the year of the loss', () => {
    const result = judge(
      '{指标: 净利润, 期间: 近两年复合增长率, 不低于: 5%}',
      '净利润: {2025: -300, 2023: 100}',
    );
    expect(result.verdict).toBe('manual');
    expect(result.outcome?.remarks).toEqual(['净利润（2025年）为负，复合增长率无法计算']);
  });

  it('one year that cannot be computed does not save another that fails', () => {
    const test = '{指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}';
    expect(verdictOf(test, '研发费用: {2024: 1, 2025: 1}\n营业收入: {2024: 0, 2025: 1000}')).toBe('unmet');
  });
});

describe('从事年限 counts full years to the end of the base year', () => {
  const test = '{指标: 从事细分市场年限, 期间: 截至上年末, 不低于: 3年}';
  it.each([
    ['从事细分市场起始日: 2023-01-01', 'met'],
    ['从事细分市场起始日: 2023-01-02', 'unmet'],
    ['从事细分市场年限: 3年', 'met'],
    ['从事细分市场年限: 2.9年', 'unmet'],
    ['企业名称: 甲', 'unknown'],
  ])('%s', (profile, verdict) => {
    expect(verdictOf(test, profile)).toBe(verdict);
  });
});

describe('a profile that ends a year early', () => {
  const test = revenue('上年度', '不低于: 1万元');
  const hint = '档案最近年度是2024年；要以它为上年度评估，用 --as-of 2025-12-31';

  it('is 缺资料 naming the year, with the as-of date its figures would answer', () => {
    const result = judge(test, '营业收入: {2023: 5000, 2024: 6000}');
    expect(result.verdict).toBe('unknown');
    expect(missingOf(result)).toEqual(['营业收入（2025年）']);
    expect(result.outcome?.remarks).toEqual([hint]);
  });

  it('answers for that as-of date', () => {
    expect(verdictOf(test, '营业收入: {2023: 5000, 2024: 6000}', '2025-12-31')).toBe('met');
  });

  it('gets no hint when only this figure is missing', () => {
    expect(judge(test, '营业收入: {2024: 1}\n净利润: {2025: 1}').outcome?.remarks).toEqual([]);
  });

  it('gets the hint although the platform score of the current year is known', () => {
    const profile = '营业收入: {2023: 5000, 2024: 6000}\n专精特新发展评价得分: {2026: 60}';
    expect(judge(test, profile).outcome?.remarks).toEqual([hint]);
  });
});

describe('money in another unit', () => {
  it.each(['6000', '6000万元', '0.6亿元', '60000000元', '"6,000万"', '６０００万元'])(
    '%s is the same',
    (text) => {
      const profile = `营业收入: {2025: ${text}}`;
      expect(verdictOf(revenue('上年度', '不低于: 6000万元'), profile)).toBe('met');
      expect(verdictOf(revenue('上年度', '超过: 6000万元'), profile)).toBe('unmet');
    },
  );
});
