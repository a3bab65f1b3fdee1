import { describe, expect, it } from 'vitest';
import { checkJson } from '../../src/report/index.ts';
import { checked } from './support.ts';

const CONDITIONS = `
- 编号: 组
  要求: 经营
  全部:
    - {编号: 收入, 要求: 收入达标, 条款: 第二条, 原文: 收入不低于五千万元, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 5000万元}, 佐证: [审计报告]}
    - {编号: 负债, 要求: 负债不高, 条款: 第三条, 可信度: B, 疑义: 口径未见, 判定: {指标: 负债总额, 占: 资产总额, 期间: 上年末, 不高于: 75%}}
- {编号: 知名, 要求: 知名, 条款: 第四条, 判定: {判断: 是否知名？, 看: [客户评价]}}
- 编号: 专利
  要求: 专利四项
  条款: 第五条
  否决: 是
  判定: {指标: Ⅰ类知识产权数量, 不少于: 4项}
  豁免:
    - {编号: 获奖, 要求: 获奖, 条款: 第六条, 判定: {记录: 科技奖励, 满足: {级别: 国家级}, 不少于: 1项}}
`;
const TEXT = `企业名称: 示例（虚构）
营业收入: {2025: 4956.8万元}
科技奖励: [{级别: 国家级}]
人工核验: [{条件: sample-2026/知名, 结论: 符合, 核验人: 李某, 日期: 2026-11-01, 依据: 年报}]
`;

describe('check --json', () => {
  const result = checkJson(checked(CONDITIONS, TEXT, { rest: '授予: 创新型中小企业\n' }));
  const [assessment] = result.assessments;

  it('has the programme as the contract says', () => {
    expect(assessment?.programme).toMatchObject({
      id: 'sample-2026',
      series: '示例/示例',
      name: '示例项目',
      tier: '其他',
      jurisdiction: '国家',
      edition: '2026年',
      inForce: 'yes',
      confidence: 'A',
      documents: [{ number: '示例〔2026〕1号', title: '示例办法', annex: null }],
    });
    expect(result.schemaVersion).toBe(1);
    expect(result.asOf).toBe('2026-11-21');
    expect(result.baseYear).toBe(2025);
    expect(result.enterprise.name).toBe('示例（虚构）');
  });

  it('lists each criterion once, with its group', () => {
    expect(assessment?.criteria.map((item) => [item.id, item.group ?? ''])).toEqual([
      ['收入', '组'],
      ['负债', '组'],
      ['知名', ''],
      ['专利', ''],
    ]);
  });

  it('gives a failing criterion its value, threshold, gap, clause, anchor and origin', () => {
    expect(assessment?.criteria[0]).toMatchObject({
      id: '收入',
      text: '收入达标',
      verdict: 'unmet',
      actual: '2025年 4956.8万元',
      threshold: '上年度不低于5000万元',
      gap: [{ text: '营业收入（2025年）还差43.2万元', amount: 43.2, unit: '万元', closed: true }],
      clause: '第二条',
      document: '示例〔2026〕1号',
      anchor: '收入不低于五千万元',
      confidence: 'A',
      missing: [],
      origin: [{ file: '档案.yaml', line: 2, column: 14 }],
    });
  });

  it('gives an open criterion what is missing, its confidence and its doubt', () => {
    expect(assessment?.criteria[1]).toMatchObject({
      verdict: 'unknown',
      missing: ['负债总额（2025年末）', '资产总额（2025年末）'],
      confidence: 'B',
      doubt: '口径未见',
      anchor: null,
    });
    expect(assessment?.missing).toEqual(['负债总额（2025年末）', '资产总额（2025年末）']);
  });

  it('tells an attested answer from a computed one', () => {
    expect(assessment?.criteria[2]).toMatchObject({
      verdict: 'met',
      attested: { by: '李某', date: '2026-11-01', basis: '年报' },
    });
  });

  it('names what waived a criterion, and marks a veto', () => {
    expect(assessment?.criteria[3]).toMatchObject({ verdict: 'waived', waivedBy: '获奖', veto: true });
  });

  it('is 不符合 as a whole and asks nothing more', () => {
    expect(assessment?.verdict).toBe('unmet');
    expect(assessment?.nextQuestions).toEqual([]);
    expect(assessment?.tally).toEqual({ computable: 3, met: 1, unmet: 1, unknown: 1, manual: 0 });
  });

  it('can be written as JSON: no exact numbers, maps or undefined values are left in it', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('questions', () => {
  it('name label, facts and the criteria they settle', () => {
    const text = `${TEXT.replace('4956.8', '5000')}`;
    expect(checkJson(checked(CONDITIONS, text)).assessments[0]?.nextQuestions).toEqual([
      { label: '负债总额（2025年末）', settles: ['负债'], facts: ['负债总额（2025年末）'] },
      { label: '资产总额（2025年末）', settles: ['负债'], facts: ['资产总额（2025年末）'] },
    ]);
  });
});

describe('diagnostics of the reader', () => {
  it('stand apart from pitfalls', () => {
    const result = checkJson(checked(CONDITIONS, '企业名称: 甲\n全国市场占有率: {2025: 0.8}\n'));
    expect(result.pitfalls).toEqual([]);
    expect(result.diagnostics).toMatchObject([{ code: 'H131', severity: 'hint' }]);
  });
});
