import { describe, expect, it } from 'vitest';
import { assessOf, judge, missingOf, verdictOf } from './support.ts';

const TEST =
  '{指标: 营业收入, 期间: 上年度增长率, 不低于: {指标: 所在地生产总值增速, 期间: 上年度, 倍: 1.5}}';
const grown = (now: string) => `营业收入: {2024: 10000万元, 2025: ${now}}\n所在地生产总值增速: {2025: 5.7%}`;

describe('a metric against a multiple of another', () => {
  it.each([
    ['10854万元', 'unmet'],
    ['10855万元', 'met'],
    ['10856万元', 'met'],
  ])('8.55%% is 1.5 times 5.7%%: %s is %s', (now, verdict) => {
    expect(verdictOf(TEST, grown(now))).toBe(verdict);
  });

  it('超过 leaves the number itself out', () => {
    expect(verdictOf(TEST.replace('不低于', '超过'), grown('10855万元'))).toBe('unmet');
  });

  it('says the threshold in words and as a number', () => {
    expect(judge(TEST, grown('10854万元')).outcome).toMatchObject({
      actual: '2025年增长率 8.54%',
      threshold: '上年度增长率不低于所在地生产总值增速（上年度）的1.5倍（8.55%）',
    });
  });

  it('the outside figure is asked for like any other', () => {
    const found = judge(TEST, '营业收入: {2024: 1万元, 2025: 2万元}');
    expect(found.verdict).toBe('unknown');
    expect(missingOf(found)).toEqual(['所在地生产总值增速（2025年）']);
    expect(missingOf(judge(TEST, '营业收入: {2025: 2万元}'))).toEqual([
      '营业收入（2024年）',
      '所在地生产总值增速（2025年）',
    ]);
  });

  it('外部参数 of the file hold, whatever the profile says', () => {
    const rest = '外部参数: [{字段: 所在地生产总值增速, 数: {2025: 5.7%}, 出处: 统计公报}]\n';
    const verdict = (profile: string) =>
      assessOf(`- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${TEST}}`, profile, '2026-11-21', rest).verdict;
    expect(verdict('营业收入: {2024: 10000万元, 2025: 10855万元}')).toBe('met');
    expect(verdict('营业收入: {2024: 10000万元, 2025: 10854万元}')).toBe('unmet');
    expect(verdict(grown('10855万元').replace('5.7%', '50%'))).toBe('met');
  });
});

describe('several fields added up', () => {
  const sum = '{指标: [本科以上学历员工数, 中级以上职称员工数], 期间: 上年末, 不少于: 50人}';
  it.each([
    ['30人', '19人', 'unmet'],
    ['30人', '20人', 'met'],
    ['30人', '21人', 'met'],
  ])('%s and %s: %s', (one, two, verdict) => {
    const profile = `本科以上学历员工数: {2025: ${one}}\n中级以上职称员工数: {2025: ${two}}`;
    expect(verdictOf(sum, profile)).toBe(verdict);
  });

  it('a blank part leaves the sum open and is named', () => {
    const found = judge(sum, '本科以上学历员工数: {2025: 80人}');
    expect(found.verdict).toBe('unknown');
    expect(missingOf(found)).toEqual(['中级以上职称员工数（2025年末）']);
  });

  it('as a share of another field, exactly', () => {
    const share = '{指标: [研发费用, 资本化研发支出], 占: 营业收入, 期间: 近两年每年, 不低于: 3%}';
    const profile = (last: string) =>
      `研发费用: {2024: 20万元, 2025: 20万元}\n资本化研发支出: {2024: 10万元, 2025: ${last}}\n营业收入: {2024: 1000万元, 2025: 1000万元}`;
    expect(verdictOf(share, profile('10万元'))).toBe('met');
    expect(verdictOf(share, profile('9.99万元'))).toBe('unmet');
    expect(verdictOf(share, profile('10万元').replace('2025: 1000万元', '2025: 0万元'))).toBe('manual');
  });
});

describe('amounts of records added up', () => {
  const sum =
    '{记录: 股权融资记录, 满足: {实缴到账: 是, 日期: {不早于: 2024-01-01}}, 合计: 金额, 超过: 2000万元}';
  it.each([
    ['1000万元', 'unmet'],
    ['1000.01万元', 'met'],
  ])('1000万元 and %s against 超过2000万元: %s', (amount, verdict) => {
    const rounds = `股权融资记录: [{实缴到账: 是, 日期: 2024-03-01, 金额: 1000万元}, {实缴到账: 是, 日期: 2025-03-01, 金额: ${amount}}]`;
    expect(verdictOf(sum, rounds)).toBe(verdict);
  });

  it('what does not count is left out, and the gap is told in 万元', () => {
    const found = judge(
      sum.replace('超过', '不低于'),
      '股权融资记录: [{实缴到账: 是, 日期: 2024-03-01, 金额: 500万元}, {实缴到账: 否, 日期: 2024-03-01, 金额: 9000万元}]',
    );
    expect(found.verdict).toBe('unmet');
    expect(found.outcome?.actual).toBe('500万元');
    expect(found.outcome?.gaps).toMatchObject([
      { text: '股权融资记录还差1500万元', amount: 1500, unit: '万元' },
    ]);
  });

  it('a blank amount is at least nothing, and is asked for', () => {
    const found = judge(sum, '股权融资记录: [{实缴到账: 是, 日期: 2024-03-01}]');
    expect(found.verdict).toBe('unknown');
    expect(missingOf(found)).toEqual(['股权融资记录第1条的金额']);
    expect(verdictOf(sum, '股权融资记录: 无')).toBe('unmet');
  });
});
