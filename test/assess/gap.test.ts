import { describe, expect, it } from 'vitest';
import { judge } from './support.ts';

const gaps = (test: string, profile: string, asOf?: string) => judge(test, profile, asOf).outcome?.gaps;

describe('the gap is a number', () => {
  it('a share is told in money, the year named, and marked as closed', () => {
    const test = '{指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3%}';
    expect(gaps(test, '研发费用: {2025: 256.8}\n营业收入: {2025: 10000}')).toEqual([
      { text: '研发费用（2025年）还差43.2万元', amount: 43.2, unit: '万元', closed: true },
    ]);
  });

  it('each failing year has its own gap', () => {
    const test = '{指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}';
    const profile = '研发费用: {2024: 20, 2025: 25}\n营业收入: {2024: 1000, 2025: 1000}';
    expect(gaps(test, profile)?.map((gap) => gap.text)).toEqual([
      '研发费用（2024年）还差10万元',
      '研发费用（2025年）还差5万元',
    ]);
  });

  it('a sum lacks over all its years', () => {
    const test = '{指标: 研发费用, 期间: 近两年合计, 不低于: 1200万元}';
    expect(gaps(test, '研发费用: {2024: 500, 2025: 600}')).toEqual([
      { text: '研发费用（2024—2025年）还差100万元', amount: 100, unit: '万元', closed: true },
    ]);
  });

  it('compound growth is told in money of the last year', () => {
    const test = '{指标: 营业收入, 期间: 近两年复合增长率, 不低于: 5%}';
    expect(gaps(test, '营业收入: {2023: 5000, 2025: 5500}')).toMatchObject([
      { text: '营业收入（2025年）还差12.5万元', amount: 12.5, unit: '万元', closed: true },
    ]);
  });

  it('mean growth is told in percentage points', () => {
    const test = '{指标: 营业收入, 期间: 近两年平均增长率, 不低于: 5%}';
    expect(gaps(test, '营业收入: {2023: 1000, 2024: 1040, 2025: 1081.6}')).toMatchObject([
      { amount: 1, unit: '个百分点', text: expect.stringContaining('还差1个百分点') },
    ]);
  });

  it('an upper bound is exceeded, not missed', () => {
    const test = '{指标: 负债总额, 占: 资产总额, 期间: 上年末, 不高于: 75%}';
    expect(gaps(test, '负债总额: {2025: 6100}\n资产总额: {2025: 8000}')).toMatchObject([
      { text: '负债总额（2025年）超出100万元', amount: 100, unit: '万元' },
    ]);
  });

  it('a rank is so many places behind', () => {
    const test = '{指标: 全国市场排名, 期间: 上年度, 不高于: 3名}';
    expect(gaps(test, '全国市场排名: {2025: 5}')).toMatchObject([
      { text: '全国市场排名（2025年）落后2名', amount: 2, unit: '名' },
    ]);
  });

  it('a percent of its own lacks percentage points', () => {
    const test = '{指标: 全国市场占有率, 期间: 上年度, 不低于: 10%}';
    expect(gaps(test, '全国市场占有率: {2025: 9.5%}')).toMatchObject([
      { text: '全国市场占有率（2025年）还差0.5个百分点', amount: 0.5, unit: '个百分点' },
    ]);
  });

  it('years lack years', () => {
    const test = '{指标: 从事细分市场年限, 期间: 截至上年末, 不低于: 3年}';
    expect(gaps(test, '从事细分市场年限: 1年')).toEqual([
      { text: '从事细分市场年限还差2年', amount: 2, unit: '年', closed: false },
    ]);
  });

  it('records lack records, counting the doubtful ones as if they counted', () => {
    const test = '{记录: 知识产权, 满足: {有效: 是}, 不少于: 4项}';
    expect(gaps(test, '知识产权: [{有效: 是}, {名称: 乙}, {有效: 否}]')).toEqual([
      { text: '知识产权还差2项', amount: 2, unit: '项', closed: false },
    ]);
    const none = '{记录: 违法事故记录, 不超过: 0项}';
    expect(gaps(none, '违法事故记录: [{程度: 重大}]')).toMatchObject([
      { text: '违法事故记录超出1项', amount: 1, unit: '项' },
    ]);
  });

  it('exactly on a bound that must be exceeded is said in words', () => {
    const test = '{指标: 主导产品收入, 占: 营业收入, 期间: 上年度, 超过: 50%}';
    expect(gaps(test, '主导产品收入: {2025: 500}\n营业收入: {2025: 1000}')?.[0]?.text).toBe(
      '主导产品收入（2025年）恰在界上，须超过',
    );
  });

  it('a gap of one 元 is not rounded away', () => {
    const test = '{指标: 营业收入, 期间: 上年度, 不低于: 5000万元}';
    expect(gaps(test, '营业收入: {2025: 49999999元}')).toMatchObject([
      { text: '营业收入（2025年）还差0.0001万元', amount: 0.0001 },
    ]);
  });
});

describe('closed years', () => {
  it('the current year is still open', () => {
    const test = '{指标: 专精特新发展评价得分, 期间: 本年度, 不低于: 60分}';
    expect(gaps(test, '专精特新发展评价得分: {2026: 57}')).toEqual([
      { text: '专精特新发展评价得分（2026年）还差3分', amount: 3, unit: '分', closed: false },
    ]);
  });

  it('a year is closed from 1 January on', () => {
    const test = '{指标: 营业收入, 期间: 2025年度, 不低于: 5000万元}';
    expect(gaps(test, '营业收入: {2025: 4000}', '2025-12-31')?.[0]?.closed).toBe(false);
    expect(gaps(test, '营业收入: {2025: 4000}', '2026-01-01')?.[0]?.closed).toBe(true);
  });
});

describe('what is met or open has no gap', () => {
  it.each(['营业收入: {2025: 5000}', '企业名称: 甲', '营业收入: {2025: }'])('%s', (profile) => {
    expect(gaps('{指标: 营业收入, 期间: 上年度, 不低于: 5000万元}', profile)).toEqual([]);
  });
});
