import { describe, expect, it } from 'vitest';
import { assessOf, judge, missingOf, verdictOf } from './support.ts';

describe('a date field against years counted to a day', () => {
  const two = '{字段: 成立日期, 满年: 2}';
  it.each([
    ['2024-11-20', 'met'],
    ['2024-11-21', 'met'],
    ['2024-11-22', 'unmet'],
  ])('满2年 on 2026-11-21, founded %s: %s', (founded, verdict) => {
    expect(verdictOf(two, `成立日期: ${founded}`)).toBe(verdict);
  });

  it('超过2年 does not include the day itself', () => {
    const over = '{字段: 成立日期, 超过年: 2}';
    expect(verdictOf(over, '成立日期: 2024-11-21')).toBe('unmet');
    expect(verdictOf(over, '成立日期: 2024-11-20')).toBe('met');
  });

  it('a blank is missing, and the question names it', () => {
    const found = judge(two, '已上市: 否');
    expect(found.verdict).toBe('unknown');
    expect(missingOf(found)).toEqual(['成立日期']);
  });

  it('says what stood there and what was asked', () => {
    const { outcome } = judge(two, '成立日期: 2025-03-01');
    expect(outcome).toMatchObject({ actual: '2025-03-01', threshold: '满2年' });
    expect(outcome?.remarks).toEqual(['成立日期 2025-03-01，到2026-11-21不满2年']);
  });

  it('截至上年末 counts to the end of the base year', () => {
    const end = '{字段: 成立日期, 满年: 2, 截至: 上年末}';
    expect(verdictOf(end, '成立日期: 2023-12-31')).toBe('met');
    expect(verdictOf(end, '成立日期: 2024-01-01')).toBe('unmet');
  });

  it('截至 a day counts to that day, whatever the as-of date', () => {
    const fixed = '{字段: 成立日期, 满年: 2, 截至: 2021-08-31}';
    expect(verdictOf(fixed, '成立日期: 2019-08-31')).toBe('met');
    expect(verdictOf(fixed, '成立日期: 2019-09-01')).toBe('unmet');
  });

  it('截至申报截止日 counts to the end of the first application window', () => {
    const window = '受理窗口: [{名称: 一, 起: 2026-05-01, 止: 2026-06-30}]\n';
    const at = (founded: string) =>
      assessOf(
        '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 成立日期, 满年: 2, 截至: 申报截止日}}',
        `成立日期: ${founded}`,
        '2026-11-21',
        window,
      ).verdict;
    expect(at('2024-06-30')).toBe('met');
    expect(at('2024-07-01')).toBe('unmet');
  });
});

describe('a date field against fixed days, both included', () => {
  it.each([
    ['{不晚于: 2019-12-31}', '2019-12-31', 'met'],
    ['{不晚于: 2019-12-31}', '2020-01-01', 'unmet'],
    ['{不早于: 2014-01-01}', '2014-01-01', 'met'],
    ['{不早于: 2014-01-01}', '2013-12-31', 'unmet'],
    ['{不早于: 2014-01-01, 不晚于: 2019-12-31}', '2013-12-31', 'unmet'],
    ['{不早于: 2014-01-01, 不晚于: 2019-12-31}', '2016-05-05', 'met'],
    ['{不早于: 2014-01-01, 不晚于: 2019-12-31}', '2020-01-01', 'unmet'],
  ])('%s, founded %s: %s', (asked, founded, verdict) => {
    const test = asked.replace('{', '{字段: 成立日期, ');
    expect(verdictOf(test, `成立日期: ${founded}`)).toBe(verdict);
  });
});

describe('dates of records against fixed days', () => {
  const since = '{记录: 知识产权, 满足: {授权日: {不早于: 2018-01-01}}, 不少于: 1项}';
  it.each([
    ['2017-12-31', 'unmet'],
    ['2018-01-01', 'met'],
  ])('granted %s: %s', (day, verdict) => {
    expect(verdictOf(since, `知识产权: [{授权日: ${day}}]`)).toBe(verdict);
  });

  it('a date known to the year only is open where the bound lies inside that year', () => {
    const from = '{记录: 标准, 满足: {发布日期: {不早于: 2019-07-01}}, 不少于: 1项}';
    expect(verdictOf(from, '标准: [{发布日期: 2019}]')).toBe('unknown');
    expect(verdictOf(from, '标准: [{发布日期: 2020}]')).toBe('met');
    expect(verdictOf(from, '标准: [{发布日期: 2018}]')).toBe('unmet');
  });

  it('满年 截至 counts to the day', () => {
    const old = '{记录: 称号, 满足: {认定日: {满年: 1, 截至: 2021-06-30}}, 不少于: 1项}';
    expect(verdictOf(old, '称号: [{认定日: 2020-06-30}]')).toBe('met');
    expect(verdictOf(old, '称号: [{认定日: 2020-07-01}]')).toBe('unmet');
  });
});

describe('an ordered attribute from an option up', () => {
  const none = '{记录: 违法事故记录, 满足: {程度: {不低于: 较大}}, 不超过: 0项}';
  it.each([
    ['一般', 'met'],
    ['较大', 'unmet'],
    ['重大', 'unmet'],
    ['特别重大', 'unmet'],
    ['严重', 'unmet'],
  ])('程度 %s: %s', (gravity, verdict) => {
    expect(verdictOf(none, `违法事故记录: [{程度: ${gravity}}]`)).toBe(verdict);
  });

  it('重大 alone leaves 较大 out', () => {
    const grave = '{记录: 违法事故记录, 满足: {程度: 重大}, 不超过: 0项}';
    expect(verdictOf(grave, '违法事故记录: [{程度: 较大}]')).toBe('met');
  });
});
