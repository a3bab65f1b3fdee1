import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '../../src/assess/index.ts';
import { profileOf } from '../profile/support.ts';
import { AS_OF, editionOf, partOf, questionsOf } from './support.ts';

const table = (item: string, max: number): string => `评分:
  满分: ${max}
  部分:
    - 名称: 全部指标
      满分: ${max}
      项目:
        - {编号: 项, 名称: 项, 满分: ${max}, 条款: 指标1, ${item}}
`;
const pass = (bound: string, of = '总分'): string =>
  `- {编号: 及格, 要求: 及格, 条款: 一, 判定: {得分: ${of}, ${bound}}}`;

const scored = (rest: string, bound: string, profile: string): Assessment =>
  assess(profileOf(profile), editionOf(pass(bound), rest), AS_OF);
const span = (item: string, max: number, profile: string): string => {
  const { score } = scored(table(item, max), '不低于: 1分', profile);
  const [scoredItem] = score?.items ?? [];
  expect([score?.low, score?.high]).toEqual([scoredItem?.low, scoredItem?.high]);
  return `${scoredItem?.low} ${scoredItem?.high}`;
};

describe('分档', () => {
  const debt =
    '分档: {指标: 负债总额, 占: 资产总额, 期间: 上年末, 档: [{不高于: 50%, 得: 5}, {不高于: 60%, 得: 3}, {其余: 0}]}';
  const debts = (amount: string): string => `负债总额: {2025: ${amount}}\n资产总额: {2025: 1000}`;

  it.each([
    ['500', '5 5'],
    ['500.0001', '3 3'],
    ['600', '3 3'],
    ['600.0001', '0 0'],
    ['', '0 5'],
  ])('%s of 1000 gives %s', (amount, expected) => {
    expect(span(debt, 5, debts(amount))).toBe(expected);
  });

  it('a base that cannot divide leaves all bands possible', () => {
    expect(span(debt, 5, '负债总额: {2025: 1}\n资产总额: {2025: 0}')).toBe('0 5');
  });

  it('a blank is as wide as the bands, not as the maximum', () => {
    const banded = '分档: {指标: 营业收入, 期间: 上年度, 档: [{不低于: 100万元, 得: 4}, {其余: 1}]}';
    expect(span(banded, 5, '企业名称: 甲')).toBe('1 4');
  });
});

describe('择一: the first option that holds', () => {
  const options =
    '择一: [{当: {字段: 补短板锻长板填空白, 为: 是}, 得: 5}, {当: {字段: 中华老字号, 为: 是}, 得: 3}, {其余: 1}]';
  it.each([
    ['补短板锻长板填空白: 是\n中华老字号: 是', '5 5'],
    ['补短板锻长板填空白: 是', '5 5'],
    ['补短板锻长板填空白: 否\n中华老字号: 是', '3 3'],
    ['补短板锻长板填空白: 否\n中华老字号: 否', '1 1'],
    ['中华老字号: 是', '3 5'],
    ['中华老字号: 否', '1 5'],
    ['补短板锻长板填空白: 否', '1 3'],
    ['企业名称: 甲', '1 5'],
  ])('%j gives %s', (profile, expected) => {
    expect(span(options, 5, profile)).toBe(expected);
  });
});

describe('逐满', () => {
  const years = '逐满: {指标: 从事细分市场年限, 期间: 截至上年末, 每满: 2年, 得: 1}';
  it.each([
    ['从事细分市场年限: 1.9年', '0 0'],
    ['从事细分市场年限: 2年', '1 1'],
    ['从事细分市场年限: 9.9年', '4 4'],
    ['从事细分市场年限: 10年', '5 5'],
    ['从事细分市场年限: 40年', '5 5'],
    ['企业名称: 甲', '0 5'],
  ])('%s gives %s of at most 5', (profile, expected) => {
    expect(span(years, 5, profile)).toBe(expected);
  });

  it('never goes below 0', () => {
    const profit = '逐满: {指标: 净利润, 期间: 上年度, 每满: 100万元, 得: 1}';
    expect(span(profit, 5, '净利润: {2025: -350}')).toBe('0 0');
  });
});

describe('累计: so much an item, up to the cap', () => {
  const sum =
    '累计: {每项: 3, 项: [{名称: 奖, 当: {字段: 省级以上质量奖, 为: 是}}, {名称: 牌, 当: {字段: 拥有自主品牌, 为: 是}}, {名称: 标, 当: {记录: 标准, 不少于: 1项}}]}';
  it.each([
    ['省级以上质量奖: 否\n拥有自主品牌: 否\n标准: 无', '0 0'],
    ['省级以上质量奖: 是\n拥有自主品牌: 否\n标准: 无', '3 3'],
    ['省级以上质量奖: 是\n拥有自主品牌: 是\n标准: 无', '5 5'],
    ['省级以上质量奖: 是\n拥有自主品牌: 是', '5 5'],
    ['省级以上质量奖: 是', '3 5'],
    ['省级以上质量奖: 否\n标准: 无', '0 3'],
    ['企业名称: 甲', '0 5'],
  ])('%j gives %s', (profile, expected) => {
    expect(span(sum, 5, profile)).toBe(expected);
  });
});

describe('取高', () => {
  const higher =
    '取高: [{名称: 额, 分档: {指标: 研发费用, 期间: 上年度, 档: [{不低于: 500万元, 得: 10}, {不低于: 100万元, 得: 2}, {其余: 0}]}}, {名称: 比, 分档: {指标: 研发费用, 占: 营业收入, 期间: 上年度, 档: [{不低于: 10%, 得: 10}, {不低于: 3%, 得: 4}, {其余: 0}]}}]';
  it.each([
    ['研发费用: {2025: 500}\n营业收入: {2025: 100000}', '10 10'],
    ['研发费用: {2025: 100}\n营业收入: {2025: 3000}', '4 4'],
    ['研发费用: {2025: 100}\n营业收入: {2025: 10000}', '2 2'],
    ['研发费用: {2025: 500}', '10 10'],
    ['研发费用: {2025: 100}', '2 10'],
    ['企业名称: 甲', '0 10'],
  ])('%j gives %s', (profile, expected) => {
    expect(span(higher, 10, profile)).toBe(expected);
  });
});

describe('未收录', () => {
  it('counts 0 to the maximum', () => {
    expect(span('未收录: 地方特色化指标', 15, '企业名称: 甲')).toBe('0 15');
  });
});

const two = `评分:
  满分: 20
  部分:
    - 名称: 前
      满分: 10
      项目:
        - {编号: 甲项, 名称: 甲项, 满分: 10, 条款: 一, 分档: {指标: 营业收入, 期间: 上年度, 档: [{不低于: 100万元, 得: 10}, {不低于: 50万元, 得: 6}, {其余: 0}]}}
    - 名称: 后
      满分: 10
      项目:
        - {编号: 乙项, 名称: 乙项, 满分: 10, 条款: 二, 未收录: 地方指标}
`;

describe('得分 against the pass mark: definite only if the whole interval lies on one side', () => {
  it.each([
    ['不低于: 10分', '营业收入: {2025: 100}', 'met'],
    ['超过: 10分', '营业收入: {2025: 100}', 'manual'],
    ['不低于: 16.5分', '营业收入: {2025: 50}', 'unmet'],
    ['不低于: 16分', '营业收入: {2025: 50}', 'manual'],
    ['不低于: 11分', '营业收入: {2025: 1}', 'unmet'],
    ['不低于: 15分', '企业名称: 甲', 'unknown'],
    ['不低于: 0分', '企业名称: 甲', 'met'],
    ['不高于: 20分', '企业名称: 甲', 'met'],
    ['低于: 20分', '营业收入: {2025: 100}', 'manual'],
    ['低于: 20分', '营业收入: {2025: 50}', 'met'],
  ])('%s with %s is %s', (bound, profile, verdict) => {
    expect(scored(two, bound, profile).verdict).toBe(verdict);
  });

  it('of a part or an item looks at that alone', () => {
    const part = (of: string, bound: string, profile: string) =>
      assess(profileOf(profile), editionOf(pass(bound, of), two), AS_OF).verdict;
    expect(part('前', '不低于: 6分', '营业收入: {2025: 50}')).toBe('met');
    expect(part('前', '不低于: 7分', '营业收入: {2025: 50}')).toBe('unmet');
    expect(part('后', '不低于: 1分', '营业收入: {2025: 50}')).toBe('manual');
    expect(part('甲项', '超过: 0分', '营业收入: {2025: 1}')).toBe('unmet');
    expect(part('甲项', '超过: 0分', '企业名称: 甲')).toBe('unknown');
  });

  it('shows the interval, and how far the best case falls short', () => {
    const result = partOf(scored(two, '不低于: 16.5分', '营业收入: {2025: 50}'), '及格');
    expect(result.outcome?.actual).toBe('6至16分');
    expect(result.outcome?.gaps).toMatchObject([{ text: '总分得分还差0.5分', amount: 0.5, unit: '分' }]);
  });

  it('asks for what would narrow the interval', () => {
    expect(questionsOf(scored(two, '不低于: 15分', '企业名称: 甲'))).toEqual(['营业收入（2025年）']);
  });

  it('says where a part of the table is not at hand', () => {
    const result = partOf(scored(two, '不低于: 16分', '营业收入: {2025: 50}'), '及格');
    expect(result.outcome?.remarks).toEqual(['评分标准未收录：地方指标']);
  });

  it('is exact for scores with decimals', () => {
    const tenths = `评分:
  满分: 0.3
  部分:
    - 名称: 全
      满分: 0.3
      项目:
        - {编号: 一, 名称: 一, 满分: 0.1, 条款: 一, 择一: [{当: {字段: 已上市, 为: 否}, 得: 0.1}, {其余: 0}]}
        - {编号: 二, 名称: 二, 满分: 0.2, 条款: 一, 择一: [{当: {字段: 已上市, 为: 否}, 得: 0.2}, {其余: 0}]}
`;
    expect(scored(tenths, '不低于: 0.3分', '已上市: 否').verdict).toBe('met');
    expect(scored(tenths, '超过: 0.3分', '已上市: 否').verdict).toBe('unmet');
  });
});
