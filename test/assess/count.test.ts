import { describe, expect, it } from 'vitest';
import { judge, missingOf, verdictOf } from './support.ts';

const CLASS_ONE = `{记录: 知识产权, 满足: {种类: {词表: Ⅰ类知识产权}, 有效: 是, 取得方式: {非: 转入}, 权利人排名: {不高于: 3名}}`;
const atLeast = (n: number): string => `${CLASS_ONE}, 不少于: ${n}项}`;
const declared = (n: number, how: string): string => `${CLASS_ONE}, 自报: ${how}, 不少于: ${n}项}`;
const patent = (rest = ''): string => `{种类: 发明专利, 有效: 是, 取得方式: 自主研发, 权利人排名: 1${rest}}`;

describe('counting records', () => {
  it('counts only those that show everything asked', () => {
    const list = `知识产权:
  - ${patent()}
  - {种类: 国防专利, 有效: 是, 取得方式: 自主研发, 权利人排名: 3}
  - {名称: 乙, 种类: 发明专利, 有效: 是, 取得方式: 转入, 权利人排名: 1}
  - {名称: 丙, 种类: 发明专利, 有效: 否, 取得方式: 自主研发, 权利人排名: 1}
  - {名称: 丁, 种类: 发明专利, 有效: 是, 取得方式: 自主研发, 权利人排名: 4}
  - {名称: 戊, 种类: 软件著作权, 有效: 是, 取得方式: 自主研发, 权利人排名: 1}
`;
    const result = judge(atLeast(3), list);
    expect(result.verdict).toBe('unmet');
    expect(result.outcome?.actual).toBe('2项');
    expect(result.outcome?.remarks).toEqual([
      '未计入：“乙”（取得方式：转入）、“丙”（有效：否）、“丁”（权利人排名 4名）、“戊”（种类：软件著作权）',
    ]);
    expect(verdictOf(atLeast(2), list)).toBe('met');
  });

  it('数量 counts a record several times', () => {
    expect(verdictOf(atLeast(4), `知识产权: [${patent(', 数量: 4项')}]`)).toBe('met');
    expect(verdictOf(atLeast(5), `知识产权: [${patent(', 数量: 4项')}]`)).toBe('unmet');
  });

  it('at least one is meant where no number is written', () => {
    expect(verdictOf('{记录: 标准}', '标准: [{名称: 甲}]')).toBe('met');
    expect(verdictOf('{记录: 标准}', '标准: 无')).toBe('unmet');
  });
});

describe('a count is an interval', () => {
  const blank = '{名称: 乙, 种类: 发明专利, 有效: 是, 取得方式: , 权利人排名: 1}';

  it('a record with a blank deciding attribute counts 0 to 1', () => {
    const list = `知识产权: [${patent()}, ${blank}]`;
    expect(verdictOf(atLeast(1), list)).toBe('met');
    expect(verdictOf(atLeast(3), list)).toBe('unmet');
    const open = judge(atLeast(2), list);
    expect(open.verdict).toBe('unknown');
    expect(open.outcome?.actual).toBe('1至2项');
    expect(missingOf(open)).toEqual(['知识产权“乙”的取得方式']);
  });

  it('a blank does not matter where another attribute already excludes the record', () => {
    const list = '知识产权: [{种类: 软件著作权, 取得方式: }]';
    expect(verdictOf(atLeast(1), list)).toBe('unmet');
  });

  it('with an upper bound the blank may break it', () => {
    const none = '{记录: 违法事故记录, 满足: {程度: 重大}, 不超过: 0项}';
    expect(verdictOf(none, '违法事故记录: 无')).toBe('met');
    expect(verdictOf(none, '违法事故记录: [{程度: 一般}]')).toBe('met');
    expect(verdictOf(none, '违法事故记录: [{程度: 重大}]')).toBe('unmet');
    expect(verdictOf(none, '违法事故记录: [{类型: 质量问题}]')).toBe('unknown');
    expect(verdictOf(none, '违法事故记录: [{类型: 质量问题}, {程度: 重大}]')).toBe('unmet');
  });

  it('a list marked 未列全 has no upper end', () => {
    const list = `知识产权: {未列全: 是, 记录: [${patent()}]}`;
    expect(verdictOf(atLeast(1), list)).toBe('met');
    const open = judge(atLeast(4), list);
    expect(open.verdict).toBe('unknown');
    expect(open.outcome?.actual).toBe('至少1项');
    expect(missingOf(open)).toEqual(['知识产权（补全清单）']);
  });

  it('a list marked 未列全 never proves that there is none', () => {
    const none = '{记录: 违法事故记录, 不超过: 0项}';
    expect(verdictOf(none, '违法事故记录: {未列全: 是, 记录: []}')).toBe('unknown');
    expect(verdictOf(none, '违法事故记录: {未列全: 是, 记录: [{程度: 重大}]}')).toBe('unmet');
  });

  it('an absent list is unknown, an empty one is none', () => {
    expect(verdictOf(atLeast(1), '企业名称: 甲')).toBe('unknown');
    expect(missingOf(judge(atLeast(1), '企业名称: 甲'))).toEqual(['知识产权']);
    expect(verdictOf(atLeast(1), '知识产权: 无')).toBe('unmet');
  });
});

describe('自报: a declared total stands in for an absent list', () => {
  const test = declared(4, 'Ⅰ类知识产权数量');

  it('and is shown as 自报', () => {
    const met = judge(test, 'Ⅰ类知识产权数量: 4项');
    expect(met.verdict).toBe('met');
    expect(met.outcome?.actual).toBe('4项（自报）');
    expect(met.outcome?.remarks).toEqual(['只有自报总数，没有逐项清单可核对']);
    expect(verdictOf(test, 'Ⅰ类知识产权数量: 3项')).toBe('unmet');
    expect(verdictOf(test, 'Ⅰ类知识产权数量: 0')).toBe('unmet');
    expect(verdictOf(test, '企业名称: 甲')).toBe('unknown');
  });

  it('but never overrules a list', () => {
    expect(verdictOf(test, 'Ⅰ类知识产权数量: 9项\n知识产权: 无')).toBe('unmet');
    expect(verdictOf(test, `Ⅰ类知识产权数量: 0\n知识产权: [${Array(4).fill(patent()).join(', ')}]`)).toBe(
      'met',
    );
  });

  it('as 下限 proves enough, never too few', () => {
    const lower = declared(4, '{下限: Ⅰ类知识产权数量}');
    expect(verdictOf(lower, 'Ⅰ类知识产权数量: 4项')).toBe('met');
    expect(verdictOf(lower, 'Ⅰ类知识产权数量: 3项')).toBe('unknown');
  });

  it('asks for the list or the total, either will do', () => {
    const result = judge(test, '企业名称: 甲');
    expect(result.need?.kind).toBe('any');
    expect(missingOf(result)).toEqual(['知识产权', 'Ⅰ类知识产权数量']);
  });
});

describe('任一 inside 满足', () => {
  const test =
    '{记录: 科技奖励, 满足: {任一: [{级别: 国家级}, {级别: 省部级, 获奖单位排名: {不高于: 3名}}]}, 不少于: 1项}';
  it.each([
    ['{级别: 国家级}', 'met'],
    ['{级别: 省部级, 排名: 3}', 'met'],
    ['{级别: 省部级, 排名: 4}', 'unmet'],
    ['{级别: 省部级}', 'unknown'],
    ['{级别: 市级}', 'unmet'],
    ['{名称: 甲}', 'unknown'],
    ['{排名: 4}', 'unknown'],
  ])('%s is %s', (record, verdict) => {
    expect(verdictOf(test, `科技奖励: [${record}]`)).toBe(verdict);
  });
});

describe('近年: calendar years and years back; only where both agree is it definite', () => {
  const test = '{记录: 科技奖励, 满足: {获奖日期: {近年: 3}}, 不少于: 1项}';
  it.each([
    ['2026-11-21', 'met'],
    ['2025-06-30', 'met'],
    ['2023-11-21', 'met'],
    ['2023-11-20', 'manual'],
    ['2023-01-01', 'manual'],
    ['2022-12-31', 'unmet'],
    ['2026-11-22', 'unmet'],
    ['2024', 'met'],
    ['2026', 'met'],
    ['2022', 'unmet'],
    ['2023', 'unknown'],
  ])('%s on 2026-11-21 is %s', (date, verdict) => {
    expect(verdictOf(test, `科技奖励: [{获奖日期: ${date}}]`)).toBe(verdict);
  });

  it('shows both readings where they differ', () => {
    const result = judge(test, '科技奖励: [{名称: 甲, 获奖日期: 2023-06-01}]');
    expect(result.outcome?.remarks).toEqual([
      '“甲”获奖日期 2023-06-01：按自然年算在近3年内，按往前推3年算不在',
    ]);
    expect(result.need).toBeUndefined();
  });

  it('asks for the day where only the year is known and it matters', () => {
    expect(missingOf(judge(test, '科技奖励: [{名称: 甲, 获奖日期: 2023}]'))).toEqual([
      '科技奖励“甲”的获奖日期',
    ]);
  });
});

describe('满年 and 不满年 count from day to day', () => {
  const full = '{记录: 知识产权, 满足: {授权日: {满年: 10}}, 不少于: 1项}';
  const banned = '{记录: 撤销或造假记录, 满足: {类型: 数据造假, 日期: {不满年: 3}}, 不超过: 0项}';

  it.each([
    ['2016-11-21', 'met'],
    ['2016-11-22', 'unmet'],
    ['2006-01-01', 'met'],
  ])('granted on %s: 满10年 on 2026-11-21 is %s', (date, verdict) => {
    expect(verdictOf(full, `知识产权: [{授权日: ${date}}]`)).toBe(verdict);
  });

  it.each([
    ['2023-11-21', 'met'],
    ['2023-11-22', 'unmet'],
    ['2026-11-20', 'unmet'],
  ])('数据造假 on %s: three years without on 2026-11-21 is %s', (date, verdict) => {
    expect(verdictOf(banned, `撤销或造假记录: [{类型: 数据造假, 日期: ${date}}]`)).toBe(verdict);
  });

  it('without a date it is open', () => {
    expect(verdictOf(full, '知识产权: [{名称: 甲}]')).toBe('unknown');
    expect(verdictOf(banned, '撤销或造假记录: [{类型: 数据造假}]')).toBe('unknown');
    expect(verdictOf(banned, '撤销或造假记录: [{类型: 撤销称号}]')).toBe('met');
  });
});

describe('有效期内', () => {
  const test = '{记录: 称号, 满足: {名称: 专精特新中小企业, 有效期内: 评估日}, 不少于: 1项}';
  const title = (rest: string, more = ''): string => `称号: [{名称: 专精特新中小企业${rest}}]\n${more}`;

  it.each([
    ['expired yesterday', ', 认定日: 2023-11-21, 有效期至: 2026-11-20', 'unmet'],
    ['expires today', ', 认定日: 2023-11-22, 有效期至: 2026-11-21', 'met'],
    ['starts today', ', 认定日: 2026-11-21, 有效期至: 2029-11-20', 'met'],
    ['starts tomorrow', ', 认定日: 2026-11-22, 有效期至: 2029-11-21', 'unmet'],
    ['end blank', ', 认定日: 2025-01-01', 'unknown'],
    ['start blank', ', 有效期至: 2027-01-01', 'unknown'],
    ['start blank but expired', ', 有效期至: 2026-11-20', 'unmet'],
    ['both blank', '', 'unknown'],
  ])('%s', (_name, rest, verdict) => {
    expect(verdictOf(test, title(rest))).toBe(verdict);
  });

  it('a title without 认定日 counts as held when the profile was filled in by the as-of date', () => {
    const rest = ', 有效期至: 2027-01-01';
    expect(verdictOf(test, title(rest, '填报日期: 2026-11-21'))).toBe('met');
    expect(verdictOf(test, title(rest, '填报日期: 2026-11-22'))).toBe('unknown');
  });

  it('filling in the date does not lengthen a validity', () => {
    expect(verdictOf(test, title(', 有效期至: 2026-11-20', '填报日期: 2026-11-01'))).toBe('unmet');
    expect(verdictOf(test, title('', '填报日期: 2026-11-01'))).toBe('unknown');
  });

  it('says when it expired', () => {
    const result = judge(test, title(', 认定日: 2023-11-21, 有效期至: 2026-11-20'));
    expect(result.outcome?.remarks).toEqual(['未计入：“专精特新中小企业”（已于2026-11-20到期）']);
  });
});
