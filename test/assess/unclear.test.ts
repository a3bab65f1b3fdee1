import { describe, expect, it } from 'vitest';
import { assessOf, judge, missingOf, partOf, questionsOf, verdictOf } from './support.ts';

const LISTED = '{字段: 已上市, 为: 否}';
const CORPS = '{字段: 兵团企业, 为: 是}';
const LOCAL = '{字段: 境内依法设立, 为: 是}';
const JUDGE = '{判断: 是否知名？}';

const attest = (verdict: string): string =>
  `人工核验: [{条件: sample-2026/组, 结论: ${verdict}, 依据: 电话答复}]`;

describe('至少 [1, 3] of three: how many the document does not say', () => {
  const three = `
- 编号: 组
  要求: 组
  至少:
    项数: [1, 3]
    之中:
      - {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}
      - {编号: 乙, 要求: 乙, 条款: 一, 判定: ${CORPS}}
      - {编号: 丙, 要求: 丙, 条款: 一, 判定: ${LOCAL}}
`;
  const asTest = `{至少: {项数: [1, 3], 之中: [${LISTED}, ${CORPS}, ${LOCAL}]}}`;

  it.each([
    ['已上市: 否\n兵团企业: 是\n境内依法设立: 是', 'met'],
    ['已上市: 否\n兵团企业: 是\n境内依法设立: 否', 'manual'],
    ['已上市: 否\n兵团企业: 否\n境内依法设立: 否', 'manual'],
    ['已上市: 是\n兵团企业: 否\n境内依法设立: 否', 'unmet'],
    ['已上市: 否\n兵团企业: 是', 'unknown'],
    ['已上市: 否\n兵团企业: 否', 'manual'],
    ['已上市: 是\n兵团企业: 否', 'unknown'],
    ['已上市: 是', 'unknown'],
    ['企业名称: 甲', 'unknown'],
  ])('with %j is %s, as a group and as a 判定', (profile, verdict) => {
    expect(partOf(assessOf(three, profile), '组').verdict).toBe(verdict);
    expect(verdictOf(asTest, profile)).toBe(verdict);
  });

  it('says how it comes out either way', () => {
    const told = '文件没有写明要几项：按1项算符合，按3项算不符合（已符合2项）';
    const profile = '已上市: 否\n兵团企业: 是\n境内依法设立: 否';
    expect(partOf(assessOf(three, profile), '组').outcome?.remarks).toEqual([told]);
    const found = judge(asTest, profile);
    expect(found.outcome?.remarks).toEqual([told]);
    expect(found.outcome?.threshold).toBe('至少1至3项，没有写明几项：否、是');
  });

  it('a person’s answer settles what lies between, and nothing else', () => {
    const between = '已上市: 否\n兵团企业: 否\n境内依法设立: 否\n';
    expect(assessOf(three, `${between}${attest('符合')}`).verdict).toBe('met');
    expect(assessOf(three, `${between}${attest('不符合')}`).verdict).toBe('unmet');
    expect(partOf(assessOf(three, `${between}${attest('符合')}`), '组').attested).toEqual({
      basis: '电话答复',
    });
    const none = '已上市: 是\n兵团企业: 否\n境内依法设立: 否\n';
    expect(assessOf(three, `${none}${attest('符合')}`).verdict).toBe('unmet');
    expect(assessOf(three, `已上市: 否\n兵团企业: 是\n${attest('符合')}`).verdict).toBe('unknown');
  });

  it('asks for what could still decide: all of three, or else the one that keeps it from 不符合', () => {
    expect(questionsOf(assessOf(three, '已上市: 否'))).toEqual(['兵团企业', '境内依法设立']);
    expect(questionsOf(assessOf(three, '已上市: 是'))).toEqual(['兵团企业']);
    expect(questionsOf(assessOf(three, '已上市: 否\n兵团企业: 否'))).toEqual([]);
  });

  it('a group of a known number stays with its parts: no answer settles it', () => {
    const known = three.replace('[1, 3]', '2').replace(LOCAL, JUDGE);
    const profile = `已上市: 否\n兵团企业: 否\n${attest('符合')}`;
    expect(partOf(assessOf(known, profile), '组').verdict).toBe('manual');
  });
});

describe('{条件: 编号}: the verdict of another criterion', () => {
  const two = (test: string, first = `{编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}`): string =>
    `- {编号: 乙, 要求: 乙, 条款: 一, 判定: ${test}}\n- ${first}`;
  const second = (text: string, profile: string) => partOf(assessOf(text, profile), '乙');

  it.each([
    ['{条件: 甲}', '已上市: 否', 'met'],
    ['{条件: 甲}', '已上市: 是', 'unmet'],
    ['{条件: 甲}', '企业名称: 甲', 'unknown'],
    ['{非: {条件: 甲}}', '已上市: 否', 'unmet'],
    [`{任一: [{条件: 甲}, ${CORPS}]}`, '已上市: 是\n兵团企业: 是', 'met'],
    [`{至少: {项数: 2, 之中: [{条件: 甲}, ${CORPS}]}}`, '已上市: 是\n兵团企业: 是', 'unmet'],
  ])('%s with %j is %s, though it comes first', (test, profile, verdict) => {
    expect(second(two(test), profile).verdict).toBe(verdict);
  });

  it('brings figures, gaps and what is missing along', () => {
    const money = '{编号: 甲, 要求: 甲, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 100万元}}';
    const short = second(two('{条件: 甲}', money), '营业收入: {2025: 90}');
    expect(short.outcome?.actual).toBe('甲不符合');
    expect(short.outcome?.gaps.map((gap) => gap.text)).toEqual(['营业收入（2025年）还差10万元']);
    const blank = assessOf(two('{条件: 甲}', money), '企业名称: 甲');
    expect(missingOf(partOf(blank, '乙'))).toEqual(['营业收入（2025年）']);
    expect(questionsOf(blank)).toEqual(['营业收入（2025年）']);
    expect(blank.questions[0]?.settles).toEqual(['乙', '甲']);
  });

  it('takes waivers and recorded answers into account; 免于考察 counts as 符合', () => {
    const waivable = `{编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}, 豁免: [{编号: 丙, 要求: 丙, 条款: 一, 判定: ${CORPS}}]}`;
    expect(second(two('{条件: 甲}', waivable), '已上市: 是\n兵团企业: 是').verdict).toBe('met');
    expect(second(two('{非: {条件: 甲}}', waivable), '已上市: 是\n兵团企业: 是').verdict).toBe('unmet');
    const judged = `{编号: 甲, 要求: 甲, 条款: 一, 判定: ${JUDGE}}`;
    expect(second(two('{条件: 甲}', judged), '企业名称: 甲').verdict).toBe('manual');
    expect(second(two('{条件: 甲}', judged), '企业名称: 甲').outcome?.remarks).toEqual(['是否知名？']);
    const answered = '人工核验: [{条件: sample-2026/甲, 结论: 符合}]';
    expect(second(two('{条件: 甲}', judged), answered).verdict).toBe('met');
  });

  it('may name a group, and stand where a branch or a score asks', () => {
    const rest = `评分:
  满分: 10
  部分:
    - 名称: 专
      满分: 10
      项目: [{编号: 项, 名称: 项, 满分: 10, 条款: 一, 择一: [{当: {条件: 组}, 得: 10}, {其余: 0}]}]
`;
    const text = `
- 编号: 组
  要求: 组
  任一:
    - {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}
    - {编号: 丙, 要求: 丙, 条款: 一, 判定: ${CORPS}}
- {编号: 乙, 要求: 乙, 条款: 一, 分支: [{当: {条件: 组}, 则: {判定: ${LOCAL}}}]}
`;
    const found = (profile: string) => assessOf(text, profile, '2026-11-21', rest);
    const yes = found('已上市: 否\n境内依法设立: 是');
    expect([partOf(yes, '乙').verdict, yes.score?.low, yes.score?.high]).toEqual(['met', 10, 10]);
    const no = found('已上市: 是\n兵团企业: 否\n境内依法设立: 是');
    expect([partOf(no, '乙').verdict, no.score?.low, no.score?.high]).toEqual(['na', 0, 0]);
    const blank = found('境内依法设立: 是');
    expect([partOf(blank, '乙').verdict, blank.score?.low, blank.score?.high]).toEqual(['unknown', 0, 10]);
  });
});

describe('读法 of a passage: two groupings of the same criteria', () => {
  const text = `
- 编号: 组
  要求: “符合其中两项”管三项还是只管后两项
  读法:
    只管后两项:
      全部:
        - {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}}
        - {编号: 乙, 要求: 乙, 条款: 一, 判定: ${CORPS}}
        - {编号: 丙, 要求: 丙, 条款: 一, 判定: ${LOCAL}}
    三项里两项: {判定: {至少: {项数: 2, 之中: [{条件: 甲}, {条件: 乙}, {条件: 丙}]}}}
`;
  const group = (profile: string) => partOf(assessOf(text, profile), '组');

  it.each([
    ['已上市: 否\n兵团企业: 是\n境内依法设立: 是', 'met'],
    ['已上市: 是\n兵团企业: 是\n境内依法设立: 是', 'manual'],
    ['已上市: 是\n兵团企业: 否\n境内依法设立: 是', 'unmet'],
    ['已上市: 否\n兵团企业: 是', 'unknown'],
    ['已上市: 是\n兵团企业: 是', 'unknown'],
    ['已上市: 是\n兵团企业: 否', 'unmet'],
    ['企业名称: 甲', 'unknown'],
  ])('with %j is %s', (profile, verdict) => {
    expect(group(profile).verdict).toBe(verdict);
    expect(assessOf(text, profile).verdict).toBe(verdict);
  });

  it('shows every reading with what made it come out so', () => {
    expect(group('已上市: 是\n兵团企业: 是\n境内依法设立: 是').outcome?.remarks).toEqual([
      '读法“只管后两项”：不符合（不符合：甲）',
      '读法“三项里两项”：符合（甲不符合；乙符合；丙符合）',
    ]);
    expect(group('已上市: 否\n兵团企业: 是\n境内依法设立: 是').outcome?.remarks).toEqual([]);
    expect(group('企业名称: 甲').parts.map((part) => part.criterion.id)).toEqual(['甲', '乙', '丙']);
  });

  it('a person’s answer settles the reading, not what can be computed', () => {
    const differ = '已上市: 是\n兵团企业: 是\n境内依法设立: 是\n';
    expect(assessOf(text, `${differ}${attest('符合')}`).verdict).toBe('met');
    expect(assessOf(text, `${differ}${attest('不符合')}`).verdict).toBe('unmet');
    expect(assessOf(text, `已上市: 是\n兵团企业: 否\n${attest('符合')}`).verdict).toBe('unmet');
    expect(assessOf(text, `已上市: 是\n兵团企业: 是\n${attest('符合')}`).verdict).toBe('unknown');
  });

  it('asks for what the open readings need, and counts as one criterion', () => {
    const open = assessOf(text, '已上市: 否\n兵团企业: 是');
    expect(questionsOf(open)).toEqual(['境内依法设立']);
    expect(open.missing.map((ref) => ref.label)).toEqual(['境内依法设立']);
    expect(open.tally).toEqual({ computable: 1, met: 0, unmet: 0, unknown: 1, manual: 0 });
  });

  it('a reading may look at facts of its own, which are asked for too', () => {
    const own = text.replace('{条件: 甲}, {条件: 乙}, {条件: 丙}', '{条件: 甲}, {字段: 中华老字号, 为: 是}');
    const open = assessOf(own, '已上市: 否\n兵团企业: 是\n境内依法设立: 是');
    expect(open.verdict).toBe('unknown');
    expect(open.missing.map((ref) => ref.label)).toEqual(['中华老字号']);
    expect(open.questions).toMatchObject([{ label: '中华老字号', settles: ['组'] }]);
  });

  it('免于考察 under one reading agrees with 符合 under the other', () => {
    const waivable = `
- 编号: 组
  要求: 组
  读法:
    逐条:
      全部:
        - {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}, 豁免: [{编号: 乙, 要求: 乙, 条款: 一, 判定: ${CORPS}}]}
    合看: {判定: {条件: 甲}}
`;
    expect(partOf(assessOf(waivable, '已上市: 是\n兵团企业: 是'), '组').verdict).toBe('met');
  });
});

describe('累计增长率: last year over the base year, less one', () => {
  const test = '{指标: 营业收入, 期间: 近两年累计增长率, 不低于: 10%}';
  it.each([
    ['营业收入: {2023: 100, 2025: 109.99}', 'unmet'],
    ['营业收入: {2023: 100, 2025: 110}', 'met'],
    ['营业收入: {2023: 100, 2025: 110.01}', 'met'],
    ['营业收入: {2025: 110}', 'unknown'],
    ['营业收入: {2023: 0, 2025: 110}', 'manual'],
  ])('%s is %s', (profile, verdict) => {
    expect(verdictOf(test, profile)).toBe(verdict);
  });

  it('tells the figure, the gap in money, and why it cannot be told', () => {
    const short = judge(test, '营业收入: {2023: 100, 2025: 105}');
    expect(short.outcome?.actual).toBe('累计增长率 5%');
    expect(short.outcome?.gaps.map((gap) => gap.text)).toEqual(['营业收入（2025年）还差5万元']);
    expect(judge(test, '营业收入: {2023: 0, 2025: 1}').outcome?.remarks).toEqual([
      '营业收入（2023年）不大于0，累计增长率无法计算',
    ]);
  });

  it('can be below −100%, where a compound rate has no root', () => {
    const profit = '净利润: {2023: 100, 2025: -50}';
    const falling = (words: string) => `{指标: 净利润, 期间: 近两年${words}, 不低于: 0%}`;
    expect(verdictOf(falling('累计增长率'), profit)).toBe('unmet');
    expect(verdictOf(falling('复合增长率'), profit)).toBe('manual');
  });
});

describe('从宽 of a 判定 with readings or 至少', () => {
  const lenient = (test: string): string => `
- 编号: 甲
  要求: 甲
  条款: 一
  判定: ${test}
  从宽: {说明: 可放宽, 幅度: 10%}
`;
  const revenue = (period: string) => `{指标: 营业收入, 期间: ${period}, 不低于: 100万元}`;

  it.each([
    ['营业收入: {2025: 100, 2024: 100}', 'met'],
    ['营业收入: {2025: 90, 2024: 90}', 'manual'],
    ['营业收入: {2025: 89, 2024: 90}', 'manual'],
    ['营业收入: {2025: 89, 2024: 89}', 'unmet'],
  ])('goes no further than it is written: %s is %s', (profile, verdict) => {
    const readings = `{读法: {甲: ${revenue('上年度')}, 乙: ${revenue('2024年度')}}}`;
    expect(assessOf(lenient(readings), profile).verdict).toBe(verdict);
  });

  it.each([
    ['营业收入: {2025: 90, 2024: 90}', 'manual'],
    ['营业收入: {2025: 89, 2024: 90}', 'unmet'],
  ])('each of a number of items: %s is %s', (profile, verdict) => {
    const items = `{至少: {项数: 2, 之中: [${revenue('上年度')}, ${revenue('2024年度')}]}}`;
    expect(assessOf(lenient(items), profile).verdict).toBe(verdict);
  });
});
