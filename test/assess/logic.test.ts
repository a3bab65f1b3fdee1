import { describe, expect, it } from 'vitest';
import { assessOf, judge, missingOf, partOf, questionsOf, verdictOf } from './support.ts';

const LISTED = '{字段: 已上市, 为: 否}';
const CORPS = '{字段: 兵团企业, 为: 是}';
const JUDGE = '{判断: 是否知名？, 看: [客户评价, 获奖]}';

describe('字段 为', () => {
  it.each([
    ['已上市: 否', 'met'],
    ['已上市: 是', 'unmet'],
    ['已上市:', 'unknown'],
    ['企业名称: 甲', 'unknown'],
  ])('%s', (profile, verdict) => {
    expect(verdictOf(LISTED, profile)).toBe(verdict);
  });
});

describe('字段 属于', () => {
  const bases = '{字段: 主导产品产业基础领域, 属于: {词表: 工业六基}}';
  const not = '{字段: 企业类型, 不属于: [国有, 合资]}';
  const scale = '{字段: 数字化水平, 不低于: 二级}';

  it.each([
    [bases, '主导产品产业基础领域: [关键软件]', 'met'],
    [bases, '主导产品产业基础领域: 无', 'unmet'],
    [bases, '主导产品产业基础领域:', 'unknown'],
    [not, '企业类型: 民营', 'met'],
    [not, '企业类型: 国有', 'unmet'],
    [not, '企业名称: 甲', 'unknown'],
    [scale, '数字化水平: 二级', 'met'],
    [scale, '数字化水平: 四级', 'met'],
    [scale, '数字化水平: 一级', 'unmet'],
    [scale, '数字化水平: 未达一级', 'unmet'],
    [scale, '企业名称: 甲', 'unknown'],
  ])('%s with %s', (test, profile, verdict) => {
    expect(verdictOf(test, profile)).toBe(verdict);
  });

  it('a number of choices can be counted', () => {
    const two = '{指标: 推进计划覆盖方面, 不少于: 2项}';
    expect(verdictOf(two, '推进计划覆盖方面: [攻坚新技术, 开发新产品]')).toBe('met');
    expect(verdictOf(two, '推进计划覆盖方面: [攻坚新技术]')).toBe('unmet');
    expect(verdictOf(two, '推进计划覆盖方面: 无')).toBe('unmet');
    expect(verdictOf(two, '企业名称: 甲')).toBe('unknown');
  });
});

describe('注册地', () => {
  it.each([
    ['[广西壮族自治区]', '注册地: 广西柳州市', 'met'],
    ['[广西壮族自治区]', '注册地: 浙江省宁波市', 'unmet'],
    ['[广东省]', '注册地: 深圳市南山区', 'met'],
    ['[深圳市]', '注册地: 广东省深圳市', 'met'],
    ['[深圳市]', '注册地: 广东省广州市', 'unmet'],
    ['[广西壮族自治区]', '企业名称: 甲', 'unknown'],
    ['[广西壮族自治区]', '注册地: 柳州', 'manual'],
  ])('%s with %s is %s', (regions, profile, verdict) => {
    expect(verdictOf(`{注册地: ${regions}}`, profile)).toBe(verdict);
  });
});

describe('评估日不早于', () => {
  it('includes the day itself', () => {
    const test = '{评估日不早于: 2026-04-01}';
    expect(verdictOf(test, '企业名称: 甲', '2026-03-31')).toBe('unmet');
    expect(verdictOf(test, '企业名称: 甲', '2026-04-01')).toBe('met');
  });
});

describe('非', () => {
  const not = `{非: ${LISTED}}`;
  it('turns a known answer round and leaves an open one open', () => {
    expect(verdictOf(not, '已上市: 是')).toBe('met');
    expect(verdictOf(not, '已上市: 否')).toBe('unmet');
    expect(verdictOf(not, '企业名称: 甲')).toBe('unknown');
    expect(missingOf(judge(not, '企业名称: 甲'))).toEqual(['已上市']);
    expect(verdictOf(`{非: ${JUDGE}}`, '企业名称: 甲')).toBe('manual');
  });
});

describe('全部 and 任一 inside a 判定', () => {
  it('follow the truth tables', () => {
    const both = `{全部: [${LISTED}, ${CORPS}]}`;
    const either = `{任一: [${LISTED}, ${CORPS}]}`;
    expect(verdictOf(both, '已上市: 否\n兵团企业: 是')).toBe('met');
    expect(verdictOf(both, '已上市: 否')).toBe('unknown');
    expect(verdictOf(both, '已上市: 是')).toBe('unmet');
    expect(verdictOf(either, '已上市: 否')).toBe('met');
    expect(verdictOf(either, '已上市: 是')).toBe('unknown');
    expect(verdictOf(either, '已上市: 是\n兵团企业: 否')).toBe('unmet');
    expect(verdictOf(`{任一: [${LISTED}, ${JUDGE}]}`, '已上市: 是')).toBe('manual');
  });
});

describe('读法: definite only where all readings agree', () => {
  const test = `{读法: {按上年度: {指标: 营业收入, 期间: 上年度, 不低于: 100万元}, 按前年: {指标: 营业收入, 期间: 2024年度, 不低于: 100万元}}}`;

  it.each([
    ['营业收入: {2025: 100, 2024: 100}', 'met'],
    ['营业收入: {2025: 99, 2024: 99}', 'unmet'],
    ['营业收入: {2025: 100, 2024: 99}', 'manual'],
    ['营业收入: {2025: 100}', 'unknown'],
    ['企业名称: 甲', 'unknown'],
  ])('%s is %s', (profile, verdict) => {
    expect(verdictOf(test, profile)).toBe(verdict);
  });

  it('shows every reading with its figure where they differ', () => {
    const result = judge(test, '营业收入: {2025: 100, 2024: 99}');
    expect(result.outcome?.remarks).toEqual([
      '读法“按上年度”：符合（2025年 100万元）',
      '读法“按前年”：不符合（2024年 99万元）',
    ]);
    expect(result.need).toBeUndefined();
  });

  it('asks only for what is missing', () => {
    expect(missingOf(judge(test, '营业收入: {2025: 100}'))).toEqual(['营业收入（2024年）']);
  });
});

const group = (kind: string): string => `
- 编号: 组
  要求: 组
  ${kind}
    - {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 否}}
    - {编号: 乙, 要求: 乙, 条款: 一, 判定: {字段: 兵团企业, 为: 是}}
    - {编号: 丙, 要求: 丙, 条款: 一, 判定: {字段: 境内依法设立, 为: 是}}
`;

describe('groups of criteria', () => {
  it.each([
    ['全部:', '已上市: 否\n兵团企业: 是\n境内依法设立: 是', 'met'],
    ['全部:', '已上市: 否\n兵团企业: 是', 'unknown'],
    ['全部:', '已上市: 是', 'unmet'],
    ['任一:', '境内依法设立: 是', 'met'],
    ['任一:', '已上市: 是\n兵团企业: 否', 'unknown'],
    ['任一:', '已上市: 是\n兵团企业: 否\n境内依法设立: 否', 'unmet'],
  ])('%s of %j is %s', (kind, profile, verdict) => {
    const assessment = assessOf(group(kind), profile);
    expect(partOf(assessment, '组').verdict).toBe(verdict);
    expect(assessment.verdict).toBe(verdict);
  });

  const two = `
- 编号: 组
  要求: 组
  至少:
    项数: 2
    之中:
      - {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 否}}
      - {编号: 乙, 要求: 乙, 条款: 一, 判定: {字段: 兵团企业, 为: 是}}
      - {编号: 丙, 要求: 丙, 条款: 一, 判定: ${JUDGE}}
`;
  it.each([
    ['已上市: 否\n兵团企业: 是', 'met'],
    ['已上市: 否\n兵团企业: 否', 'manual'],
    ['已上市: 否', 'unknown'],
    ['企业名称: 甲', 'unknown'],
    ['已上市: 是', 'unknown'],
    ['已上市: 是\n兵团企业: 否', 'unmet'],
  ])('至少2项 of three with %j is %s', (profile, verdict) => {
    expect(partOf(assessOf(two, profile), '组').verdict).toBe(verdict);
  });
});

describe('分支', () => {
  const branches = (rest: string): string => `
- 编号: 甲
  要求: 甲
  条款: 一
  分支:
    - 当: {指标: 营业收入, 期间: 上年度, 不低于: 10000万元}
      则: {判定: {指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3%}}
    - ${rest}
`;
  const tiers = branches('{其余: {判定: {指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 6%}}}');

  it('takes the branch whose condition holds', () => {
    expect(assessOf(tiers, '营业收入: {2025: 10000}\n研发费用: {2025: 300}').verdict).toBe('met');
    expect(assessOf(tiers, '营业收入: {2025: 9999.9999}\n研发费用: {2025: 300}').verdict).toBe('unmet');
    expect(assessOf(tiers, '营业收入: {2025: 5000}\n研发费用: {2025: 300}').verdict).toBe('met');
  });

  it('with an unknown condition is definite where all branches agree', () => {
    const agreeing = `
- 编号: 甲
  要求: 甲
  条款: 一
  分支:
    - {当: ${CORPS}, 则: {判定: {指标: 营业收入, 期间: 上年度, 不低于: 100万元}}}
    - {其余: {判定: {指标: 营业收入, 期间: 上年度, 不低于: 200万元}}}
`;
    expect(assessOf(agreeing, '营业收入: {2025: 200}').verdict).toBe('met');
    expect(assessOf(agreeing, '营业收入: {2025: 99}').verdict).toBe('unmet');
    const open = assessOf(agreeing, '营业收入: {2025: 150}');
    expect(open.verdict).toBe('unknown');
    expect(questionsOf(open)).toEqual(['兵团企业']);
    expect(assessOf(agreeing, '兵团企业: 是\n营业收入: {2025: 150}').verdict).toBe('met');
    expect(assessOf(agreeing, '兵团企业: 否\n营业收入: {2025: 150}').verdict).toBe('unmet');
  });

  it('with a condition for a person is 待核实 where the branches differ', () => {
    const manual = `
- 编号: 甲
  要求: 甲
  条款: 一
  分支:
    - {当: ${JUDGE}, 则: {判定: {指标: 营业收入, 期间: 上年度, 不低于: 100万元}}}
    - {其余: {判定: {指标: 营业收入, 期间: 上年度, 不低于: 200万元}}}
`;
    expect(assessOf(manual, '营业收入: {2025: 150}').verdict).toBe('manual');
    expect(assessOf(manual, '营业收入: {2025: 250}').verdict).toBe('met');
  });

  it('none of which applies is 不适用', () => {
    const partial = branches(`{当: ${CORPS}, 则: {判定: ${LISTED}}}`);
    expect(assessOf(partial, '营业收入: {2025: 1}\n兵团企业: 否').verdict).toBe('na');
  });

  it('stays open while it is unknown whether any applies: the answer could still be 不适用', () => {
    const partial = `
- 编号: 甲
  要求: 甲
  条款: 一
  分支:
    - {当: ${CORPS}, 则: {判定: ${LISTED}}}
    - {当: {字段: 中华老字号, 为: 是}, 则: {判定: ${LISTED}}}
`;
    const known = '已上市: 是\n中华老字号: 否\n';
    expect(assessOf(partial, `${known}兵团企业: 否`).verdict).toBe('na');
    expect(assessOf(partial, `${known}兵团企业: 是`).verdict).toBe('unmet');
    expect(assessOf(partial, known).verdict).toBe('unknown');
  });
});

describe('豁免', () => {
  const waivable = `
- 编号: 甲
  要求: 甲
  条款: 一
  判定: {指标: Ⅰ类知识产权数量, 不少于: 4项}
  豁免:
    - {编号: 获奖, 要求: 获奖, 条款: 二, 判定: {记录: 科技奖励, 满足: {级别: 国家级}, 不少于: 1项}}
`;
  it.each([
    ['Ⅰ类知识产权数量: 4\n科技奖励: 无', 'met'],
    ['Ⅰ类知识产权数量: 4', 'met'],
    ['Ⅰ类知识产权数量: 3\n科技奖励: [{级别: 国家级}]', 'waived'],
    ['科技奖励: [{级别: 国家级}]', 'waived'],
    ['Ⅰ类知识产权数量: 3', 'unknown'],
    ['Ⅰ类知识产权数量: 3\n科技奖励: 无', 'unmet'],
    ['科技奖励: 无', 'unknown'],
    ['企业名称: 甲', 'unknown'],
  ])('with %j is %s', (profile, verdict) => {
    expect(partOf(assessOf(waivable, profile), '甲').verdict).toBe(verdict);
  });

  it('names the waiver that applied, and asks for nothing more', () => {
    const result = partOf(assessOf(waivable, '科技奖励: [{级别: 国家级}]'), '甲');
    expect(result.waivedBy?.criterion.id).toBe('获奖');
    expect(result.need).toBeUndefined();
  });

  it('asks for the waiver’s facts while only the waiver is open', () => {
    expect(questionsOf(assessOf(waivable, 'Ⅰ类知识产权数量: 3'))).toEqual(['科技奖励']);
  });

  it('that a person must judge leaves an unmet criterion 待核实', () => {
    const text = waivable.replace('{记录: 科技奖励, 满足: {级别: 国家级}, 不少于: 1项}', JUDGE);
    expect(partOf(assessOf(text, 'Ⅰ类知识产权数量: 3'), '甲').verdict).toBe('manual');
  });

  it('drops the criterion out of 全部 and counts as met inside 至少N项', () => {
    const award = '科技奖励: [{级别: 国家级}]\nⅠ类知识产权数量: 0\n';
    const withOther = `${waivable}- {编号: 乙, 要求: 乙, 条款: 一, 判定: ${LISTED}}\n`;
    expect(assessOf(withOther, `${award}已上市: 否`).verdict).toBe('met');
    expect(assessOf(withOther, `${award}已上市: 是`).verdict).toBe('unmet');
    const two = `
- 编号: 组
  要求: 组
  至少:
    项数: 2
    之中:
      - 编号: 甲
        要求: 甲
        条款: 一
        判定: {指标: Ⅰ类知识产权数量, 不少于: 4项}
        豁免:
          - {编号: 获奖, 要求: 获奖, 条款: 二, 判定: {记录: 科技奖励, 满足: {级别: 国家级}, 不少于: 1项}}
      - {编号: 乙, 要求: 乙, 条款: 一, 判定: ${LISTED}}
`;
    expect(partOf(assessOf(two, `${award}已上市: 否`), '组').verdict).toBe('met');
    expect(partOf(assessOf(two, `${award}已上市: 是`), '组').verdict).toBe('unmet');
  });
});

describe('判断 and 未收录', () => {
  const judged = `
- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${JUDGE}}
- {编号: 乙, 要求: 乙, 条款: 一, 判定: ${LISTED}}
`;
  const answer = (rest: string): string => `已上市: 否\n人工核验: [{条件: sample-2026/甲, ${rest}}]`;

  it('is 待核实 with the question and what to look at', () => {
    const result = judge(JUDGE, '企业名称: 甲');
    expect(result.verdict).toBe('manual');
    expect(result.outcome?.remarks).toEqual(['是否知名？（看：客户评价、获奖）']);
  });

  it('a recorded answer settles it, shown as attested', () => {
    const met = assessOf(judged, answer('结论: 符合, 依据: 年报, 核验人: 李某, 日期: 2026-11-01'));
    expect(met.verdict).toBe('met');
    expect(partOf(met, '甲').attested).toEqual({ basis: '年报', by: '李某', date: '2026-11-01' });
    expect(assessOf(judged, answer('结论: 不符合')).verdict).toBe('unmet');
    expect(assessOf(judged, answer('依据: 还没看')).verdict).toBe('manual');
  });

  it('an answer for another programme or criterion does not count', () => {
    const other =
      '已上市: 否\n人工核验: [{条件: other-2026/甲, 结论: 符合}, {条件: sample-2026/丁, 结论: 符合}]';
    expect(assessOf(judged, other).verdict).toBe('manual');
  });

  it('never overrules what can be computed', () => {
    const profile = '已上市: 是\n人工核验: [{条件: sample-2026/乙, 结论: 符合}]';
    const assessment = assessOf(judged, profile);
    expect(partOf(assessment, '乙').verdict).toBe('unmet');
    expect(partOf(assessment, '乙').attested).toBeUndefined();
    expect(assessOf(judged, '人工核验: [{条件: sample-2026/乙, 结论: 符合}]').verdict).toBe('unknown');
  });

  it('a gate that sits in a document not at hand is open', () => {
    const result = judge('{未收录: 附件三}', '企业名称: 甲');
    expect(result.verdict).toBe('manual');
    expect(result.outcome?.remarks).toEqual(['条件未收录：附件三']);
    expect(verdictOf(`{任一: [{未收录: 附件三}, ${LISTED}]}`, '已上市: 否')).toBe('met');
  });
});

describe('适用', () => {
  const scope = (test: string): string => `适用: {编号: 对象, 要求: 对象, 条款: 一, 判定: ${test}}\n`;
  const one = `- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${CORPS}}`;
  const verdict = (test: string, profile: string) =>
    assessOf(one, profile, '2026-11-21', scope(test)).verdict;

  it('not met is 不适用, whatever the rest', () => {
    expect(verdict(LISTED, '已上市: 是\n兵团企业: 是')).toBe('na');
    expect(verdict(LISTED, '已上市: 否\n兵团企业: 是')).toBe('met');
    expect(verdict(LISTED, '已上市: 否\n兵团企业: 否')).toBe('unmet');
  });

  it('unknown is 缺资料 and asked for', () => {
    const assessment = assessOf(one, '兵团企业: 是', '2026-11-21', scope(LISTED));
    expect(assessment.verdict).toBe('unknown');
    expect(questionsOf(assessment)).toEqual(['已上市']);
  });

  it('for a person to judge is 待核实, for no fact is missing', () => {
    expect(verdict(JUDGE, '兵团企业: 是')).toBe('manual');
  });
});

describe('tally: the computable part and what a person must judge', () => {
  it('counts parts of 全部 one by one and an alternative as one', () => {
    const text = `
- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}
- {编号: 乙, 要求: 乙, 条款: 一, 判定: ${JUDGE}}
- 编号: 组
  要求: 组
  任一:
    - {编号: 丙, 要求: 丙, 条款: 一, 判定: ${CORPS}}
    - {编号: 丁, 要求: 丁, 条款: 一, 判定: {字段: 中华老字号, 为: 是}}
- {编号: 戊, 要求: 戊, 条款: 一, 判定: {字段: 业务系统上云, 为: 是}}
`;
    expect(assessOf(text, '已上市: 否\n兵团企业: 否\n中华老字号: 否').tally).toEqual({
      computable: 3,
      met: 1,
      unmet: 1,
      unknown: 1,
      manual: 1,
    });
  });
});

describe('the title the programme gives', () => {
  const held = (profile: string) =>
    assessOf(
      `- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}`,
      profile,
      '2026-11-21',
      '授予: 创新型中小企业\n',
    ).held;

  it('is held until its printed day', () => {
    expect(held('称号: [{名称: 创新型中小企业, 有效期至: 2026-11-21}]')).toEqual({
      until: '2026-11-21',
      valid: true,
    });
    expect(held('称号: [{名称: 创新型中小企业, 有效期至: 2026-11-20}]')).toEqual({
      until: '2026-11-20',
      valid: false,
    });
    expect(held('称号: [{名称: 高新技术企业, 有效期至: 2027-01-01}]')).toBeUndefined();
    expect(held('企业名称: 甲')).toBeUndefined();
  });

  it('is not held before the day it is given', () => {
    const from = (day: string) =>
      held(`称号: [{名称: 创新型中小企业, 认定日: ${day}, 有效期至: 2029-11-20}]`);
    expect(from('2026-11-22')).toBeUndefined();
    expect(from('2026-11-21')).toEqual({ until: '2029-11-20', valid: true });
  });
});
