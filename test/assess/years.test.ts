import { describe, expect, it } from 'vitest';
import { judge, missingOf, verdictOf } from './support.ts';

const AS_OF = '2021-12-15';
const revenue = (a: number, b: number, c: number) =>
  `营业收入: {2018: ${a}万元, 2019: ${b}万元, 2020: ${c}万元}`;

describe('years that a document names stay the same on any day', () => {
  const named = '{指标: 营业收入, 期间: 2019—2020年度平均增长率, 不低于: 5%}';
  it.each([AS_OF, '2026-11-21'])('on %s', (day) => {
    expect(verdictOf(named, revenue(1000, 1050, 1102.5), day)).toBe('met');
    expect(verdictOf(named, revenue(1000, 1050, 1102.4), day)).toBe('unmet');
  });

  it('each year of a named span', () => {
    const each = '{指标: 研发费用, 占: 营业收入, 期间: 2019—2020年度每年, 超过: 3%}';
    const rd = (b: number, c: number) =>
      `${revenue(1, 1000, 1000)}\n研发费用: {2019: ${b}万元, 2020: ${c}万元}`;
    expect(verdictOf(each, rd(30.01, 30.01))).toBe('met');
    expect(verdictOf(each, rd(30, 30.01))).toBe('unmet');
  });

  it('growth in one named year', () => {
    const one = '{指标: 营业收入, 期间: 2019年度增长率, 不低于: 10%}';
    expect(verdictOf(one, revenue(1000, 1100, 1))).toBe('met');
    expect(verdictOf(one, revenue(1000, 1099, 9000))).toBe('unmet');
    expect(missingOf(judge(one, '营业收入: {2019: 1万元}'))).toEqual(['营业收入（2018年）']);
  });
});

describe('近N年任一年增长率: one good year is enough', () => {
  const any = '{指标: 营业收入, 期间: 近两年任一年增长率, 不低于: 5%}';
  it.each([
    [revenue(1000, 1050, 500), 'met'],
    [revenue(1000, 900, 945), 'met'],
    [revenue(1000, 1049, 1100), 'unmet'],
  ])('%s: %s', (profile, verdict) => {
    expect(verdictOf(any, profile, AS_OF)).toBe(verdict);
  });

  it('is open while a year is missing and the other is not good', () => {
    expect(verdictOf(any, '营业收入: {2019: 1000万元, 2020: 1000万元}', AS_OF)).toBe('unknown');
    expect(verdictOf(any, '营业收入: {2019: 1000万元, 2020: 1050万元}', AS_OF)).toBe('met');
  });
});

describe('增加额 decides where a growth rate cannot', () => {
  const profit = (a: number, b: number) => `净利润: {2024: ${a}万元, 2025: ${b}万元}`;
  const rate = '{指标: 净利润, 期间: 上年度增长率, 高于: 0%}';
  const rise = '{指标: 净利润, 期间: 上年度增加额, 高于: 0万元}';

  it.each([
    [profit(-100, -50), 'manual', 'met'],
    [profit(-100, -150), 'manual', 'unmet'],
    [profit(0, 1), 'manual', 'met'],
    [profit(100, 100), 'unmet', 'unmet'],
    [profit(100, 101), 'met', 'met'],
  ])('%s: rate %s, rise %s', (profile, byRate, byRise) => {
    expect(verdictOf(rate, profile)).toBe(byRate);
    expect(verdictOf(rise, profile)).toBe(byRise);
  });

  it('每年 asks for every year', () => {
    const each = '{指标: 净利润, 期间: 近两年每年增加额, 高于: 0万元}';
    expect(verdictOf(each, '净利润: {2023: 1万元, 2024: 2万元, 2025: 3万元}')).toBe('met');
    expect(verdictOf(each, '净利润: {2023: 2万元, 2024: 2万元, 2025: 3万元}')).toBe('unmet');
  });

  it('a share may rise too', () => {
    const share = '{指标: 净利润, 占: 营业收入, 期间: 上年度增加额, 高于: 0%}';
    const sales = '营业收入: {2024: 1000万元, 2025: 2000万元}';
    expect(verdictOf(share, `${sales}\n${profit(100, 200)}`)).toBe('unmet');
    expect(verdictOf(share, `${sales}\n${profit(100, 201)}`)).toBe('met');
  });
});

describe('至少N项 inside one 判定', () => {
  const two = '{至少: {项数: 2, 之中: [{字段: 已上市, 为: 是}, {字段: 拥有自主品牌, 为: 是}, {判断: 好？}]}}';
  it.each([
    ['已上市: 是\n拥有自主品牌: 是', 'met'],
    ['已上市: 是\n拥有自主品牌: 否', 'manual'],
    ['已上市: 否\n拥有自主品牌: 否', 'unmet'],
    ['已上市: 否', 'unknown'],
  ])('%s: %s', (profile, verdict) => {
    expect(verdictOf(two, profile)).toBe(verdict);
  });
});

describe('所在市', () => {
  const core = '{所在市: [广州市, 佛山市]}';
  it.each([
    ['广东省佛山市南海区', 'met'],
    ['广东佛山', 'met'],
    ['佛山市', 'met'],
    ['广东省梅州市', 'unmet'],
    ['广东省', 'unknown'],
    ['广东', 'unknown'],
  ])('注册地 %s: %s', (place, verdict) => {
    expect(verdictOf(core, `注册地: ${place}`)).toBe(verdict);
  });

  it('an address without a city is asked for again', () => {
    const found = judge(core, '注册地: 广东省');
    expect(missingOf(found)).toEqual(['注册地']);
    expect(found.outcome?.remarks).toEqual(['注册地“广东省”没有写到市']);
  });

  it('吉林市 is a city of 吉林省, 广州路 none', () => {
    expect(verdictOf('{所在市: [吉林市]}', '注册地: 吉林省吉林市')).toBe('met');
    expect(verdictOf('{所在市: [吉林市]}', '注册地: 吉林市')).toBe('met');
    expect(verdictOf('{所在市: [吉林市]}', '注册地: 吉林省长春市')).toBe('unmet');
    expect(verdictOf(core, '注册地: 广东省深圳市广州路')).toBe('unmet');
  });

  it.each([
    ['[成都市]', '四川省凉山州布拖县', 'unmet'],
    ['[成都市]', '四川省凉山彝族自治州布拖县', 'unmet'],
    ['[凉山彝族自治州]', '四川省凉山州布拖县', 'met'],
    ['[凉山彝族自治州]', '四川省甘孜州康定市', 'unmet'],
    ['[凉山州]', '四川省凉山彝族自治州布拖县', 'met'],
    ['[惠州市]', '广东省惠州', 'met'],
    ['[惠州市]', '广东省惠东县', 'unknown'],
    ['[凉山彝族自治州]', '四川省', 'unknown'],
  ])('%s with %s is %s: an autonomous prefecture is called 州 for short', (cities, place, verdict) => {
    expect(verdictOf(`{所在市: ${cities}}`, `注册地: ${place}`)).toBe(verdict);
  });
});

describe('从宽 for some only', () => {
  const lenient =
    '{指标: 营业收入, 期间: 上年度, 不低于: 1000万元}, 从宽: {当: {字段: 拥有自主品牌, 为: 是}, 说明: 可放宽, 至: 800万元}';
  it.each([
    ['800万元', '是', 'manual'],
    ['799万元', '是', 'unmet'],
    ['800万元', '否', 'unmet'],
    ['1000万元', '否', 'met'],
  ])('%s, 自主品牌 %s: %s', (amount, brand, verdict) => {
    expect(verdictOf(lenient, `营业收入: {2025: ${amount}}\n拥有自主品牌: ${brand}`)).toBe(verdict);
  });
});
