import { describe, expect, it } from 'vitest';
import { plannedOf, wayOf } from './support.ts';

describe('what time alone cures, with the day', () => {
  it('成立满2年: the day on which two years are full', () => {
    const test = '{字段: 成立日期, 满年: 2}';
    expect(wayOf(test, '成立日期: 2025-03-10')).toMatchObject({ kind: 'time', day: '2027-03-10' });
  });

  it('超过2年: the day after', () => {
    const test = '{字段: 成立日期, 超过年: 2}';
    expect(wayOf(test, '成立日期: 2025-03-10')).toMatchObject({ kind: 'time', day: '2027-03-11' });
  });

  it('截至上年末 3年 in the segment: New Year’s Day after three full years', () => {
    const test = '{指标: 从事细分市场年限, 期间: 截至上年末, 不低于: 3年}';
    expect(wayOf(test, '从事细分市场起始日: 2024-01-01')).toMatchObject({ kind: 'time', day: '2027-01-01' });
    expect(wayOf(test, '从事细分市场起始日: 2024-01-02')).toMatchObject({ kind: 'time', day: '2028-01-01' });
  });

  it('years written without their beginning: time cures it, the day cannot be told', () => {
    const way = wayOf('{指标: 从事细分市场年限, 期间: 截至上年末, 不低于: 3年}', '从事细分市场年限: 2年');
    expect(way).toMatchObject({ kind: 'time', needs: ['从事细分市场起始日'] });
    expect(way.day).toBeUndefined();
  });

  it('授权满1年', () => {
    const test = '{记录: 知识产权, 满足: {种类: 发明专利, 授权日: {满年: 1}}, 不少于: 2项}';
    const ip = (first: string, second: string) =>
      `知识产权: [{种类: 发明专利, 授权日: ${first}}, {种类: 发明专利, 授权日: ${second}}]`;
    expect(wayOf(test, ip('2020-01-01', '2026-05-06'))).toMatchObject({ kind: 'time', day: '2027-05-06' });
    // the later of two, where both are young
    expect(wayOf(test, ip('2026-02-28', '2026-08-09'))).toMatchObject({ kind: 'time', day: '2027-08-09' });
  });

  it('a title that begins later', () => {
    const test = '{记录: 称号, 满足: {名称: 专精特新中小企业, 有效期内: 评估日}, 不少于: 1项}';
    const title = '称号: [{名称: 专精特新中小企业, 认定日: 2026-12-20, 有效期至: 2029-12-19}]';
    expect(wayOf(test, title)).toMatchObject({ kind: 'time', day: '2026-12-20' });
    expect(wayOf(test, '称号: 无')).toMatchObject({ kind: 'work' });
  });

  it('an accident falls out of the last three years, by both readings', () => {
    const test = '{记录: 违法事故记录, 满足: {日期: {近年: 3}}, 不超过: 0项}';
    expect(wayOf(test, '违法事故记录: [{日期: 2024-05-01}]')).toMatchObject({
      kind: 'time',
      day: '2028-01-01',
    });
  });

  it('tells the day on which the last of several is cured', () => {
    const two = `- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 成立日期, 满年: 2}}
- {编号: 乙, 要求: 乙, 条款: 一, 判定: {字段: 成立日期, 满年: 3}}`;
    expect(plannedOf(two, '成立日期: 2025-03-10').curedOn).toBe('2028-03-10');
    const more = `${two}\n- {编号: 丙, 要求: 丙, 条款: 一, 判定: {字段: 已上市, 为: 否}}`;
    expect(plannedOf(more, '成立日期: 2025-03-10\n已上市: 是').curedOn).toBeUndefined();
  });
});

describe('closed years, work and the facts as they are', () => {
  it('a year that is over cannot be made up: the next round looks at other years, and says which', () => {
    const way = wayOf(
      '{指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}',
      '营业收入: {2024: 1亿元, 2025: 1亿元}\n研发费用: {2024: 290万元, 2025: 300万元}',
    );
    expect(way).toMatchObject({
      kind: 'closed',
      day: '2027-01-01',
      needs: ['研发费用（2026年）', '营业收入（2026年）'],
      gaps: ['研发费用（2024年）还差10万元（已结账年度，不可补）'],
    });
  });

  it('where the last closed year fails too, the round after the next one', () => {
    const way = wayOf(
      '{指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}',
      '营业收入: {2024: 1亿元, 2025: 1亿元}\n研发费用: {2024: 300万元, 2025: 299万元}',
    );
    expect(way).toMatchObject({ kind: 'closed', day: '2028-01-01' });
  });

  it('a figure of the running year, and things that can be done, are work', () => {
    expect(
      wayOf('{指标: 专精特新发展评价得分, 期间: 本年度, 不低于: 60分}', '专精特新发展评价得分: {2026: 57分}'),
    ).toMatchObject({ kind: 'work', gaps: ['专精特新发展评价得分（2026年）还差3分'] });
    expect(wayOf('{记录: 知识产权, 满足: {有效: 是}, 不少于: 2项}', '知识产权: [{有效: 是}]')).toMatchObject({
      kind: 'work',
      gaps: ['知识产权还差1项'],
    });
  });

  it('a state is told as it is', () => {
    expect(wayOf('{字段: 已上市, 为: 否}', '已上市: 是')).toMatchObject({ kind: 'state', gaps: [] });
    expect(wayOf('{行业: [C]}', '行业代码: "6510"')).toMatchObject({ kind: 'state' });
  });

  it('of alternatives the best way counts, and each is shown', () => {
    const { ways } = plannedOf(
      `- 编号: 组
  要求: 任一
  条款: 一
  任一:
    - {编号: 甲, 要求: 甲, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 1亿元}}
    - {编号: 乙, 要求: 乙, 条款: 一, 判定: {字段: 成立日期, 满年: 3}}`,
      '营业收入: {2025: 9000万元}\n成立日期: 2025-01-31',
    );
    expect(ways).toHaveLength(1);
    expect(ways[0]).toMatchObject({ kind: 'time', day: '2028-01-31' });
    expect(ways[0]?.among.map(({ kind }) => kind)).toEqual(['closed', 'time']);
  });

  it('what is unknown is no distance', () => {
    const plan = plannedOf('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 否}}', '企业名称: 甲');
    expect(plan.ways).toEqual([]);
    expect(plan.missing).toEqual(['已上市']);
  });
});
