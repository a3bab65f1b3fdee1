import { describe, expect, it } from 'vitest';
import { assessOf, questionsOf } from './support.ts';

const fact = (id: string, field: string): string =>
  `{编号: ${id}, 要求: ${id}, 条款: 一, 判定: {字段: ${field}, 为: 是}}`;
const NOTHING = '企业名称: 甲';

describe('next questions: the smallest set of facts that would settle the verdict', () => {
  it('of 全部 are all the open ones', () => {
    const text = `- ${fact('甲', '已上市')}\n- ${fact('乙', '兵团企业')}\n- ${fact('丙', '中华老字号')}`;
    expect([...questionsOf(assessOf(text, '兵团企业: 是'))].sort()).toEqual(['中华老字号', '已上市'].sort());
  });

  it('of 任一 is the cheapest alternative', () => {
    const text = `
- 编号: 组
  要求: 组
  任一:
    - {编号: 甲, 要求: 甲, 条款: 一, 判定: {指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}}
    - ${fact('乙', '兵团企业')}
`;
    expect(questionsOf(assessOf(text, NOTHING))).toEqual(['兵团企业']);
  });

  it('prefers the alternative that needs what is asked for anyway', () => {
    const text = `
- ${fact('甲', '已上市')}
- 编号: 组
  要求: 组
  任一:
    - ${fact('乙', '兵团企业')}
    - ${fact('丙', '已上市')}
`;
    expect(questionsOf(assessOf(text, NOTHING))).toEqual(['已上市']);
  });

  it('does so whichever stands first', () => {
    const text = `
- 编号: 组
  要求: 组
  任一:
    - ${fact('乙', '兵团企业')}
    - ${fact('丙', '已上市')}
- ${fact('甲', '已上市')}
`;
    expect(questionsOf(assessOf(text, NOTHING))).toEqual(['已上市']);
  });

  it('of 至少N项 are as many as are still needed, not one', () => {
    const text = `
- 编号: 组
  要求: 组
  至少:
    项数: 2
    之中:
      - ${fact('甲', '已上市')}
      - ${fact('乙', '兵团企业')}
      - ${fact('丙', '中华老字号')}
`;
    expect(questionsOf(assessOf(text, NOTHING))).toHaveLength(2);
    expect(questionsOf(assessOf(text, '已上市: 是'))).toHaveLength(1);
  });

  it('are ranked by how many open criteria each settles', () => {
    const text = `
- ${fact('甲', '已上市')}
- {编号: 乙, 要求: 乙, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 1万元}}
- {编号: 丙, 要求: 丙, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不高于: 9万元}}
`;
    const assessment = assessOf(text, NOTHING);
    expect(assessment.questions.map((question) => [question.label, question.settles])).toEqual([
      ['营业收入（2025年）', ['乙', '丙']],
      ['已上市', ['甲']],
    ]);
  });

  it('ask for several years of one field at once', () => {
    const text = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {指标: 研发费用, 期间: 近三年合计, 不低于: 1万元}}';
    expect(questionsOf(assessOf(text, '研发费用: {2024: 1}'))).toEqual(['研发费用（2023年、2025年）']);
  });

  it('ask for one attribute of several records at once', () => {
    const text = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {记录: 知识产权, 满足: {有效: 是}, 不少于: 2项}}';
    expect(questionsOf(assessOf(text, '知识产权: [{名称: 甲}, {名称: 乙}]'))).toEqual([
      '知识产权2条记录的有效',
    ]);
  });

  it('are none once the verdict is definite, though facts are missing', () => {
    const text = `- ${fact('甲', '已上市')}\n- ${fact('乙', '兵团企业')}`;
    const assessment = assessOf(text, '已上市: 否');
    expect(assessment.verdict).toBe('unmet');
    expect(assessment.questions).toEqual([]);
    expect(assessment.missing.map((ref) => ref.label)).toEqual(['兵团企业']);
  });

  it('are none where only a person can judge', () => {
    expect(questionsOf(assessOf('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {判断: 好吗？}}', NOTHING))).toEqual(
      [],
    );
  });

  it('leave out what is met already', () => {
    const text = `
- 编号: 组
  要求: 组
  任一:
    - ${fact('甲', '已上市')}
    - ${fact('乙', '兵团企业')}
- ${fact('丙', '中华老字号')}
`;
    expect(questionsOf(assessOf(text, '已上市: 是'))).toEqual(['中华老字号']);
  });
});

describe('assessing is pure', () => {
  it('gives the same result for the same input, and leaves the input alone', () => {
    const text = `- ${fact('甲', '已上市')}`;
    expect(assessOf(text, '已上市: 是')).toEqual(assessOf(text, '已上市: 是'));
  });
});
