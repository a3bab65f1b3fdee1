import { type Assessment, assess, type CriterionResult } from '../../src/assess/index.ts';
import { loadPolicy } from '../../src/authoring/index.ts';
import type { Verdict } from '../../src/base/verdict.ts';
import type { Edition } from '../../src/policy/index.ts';
import { profileOf } from '../profile/support.ts';

export const AS_OF = '2026-11-21';

const indent = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(by) + line))
    .join('\n');

/** A small policy file; `conditions` is the list below 全部, `rest` what stands before 条件. */
export const policyText = (conditions: string, rest = ''): string => `编号: sample-2026
系列: 示例/示例
名称: 示例项目
版本: 2026年
层级: 其他
类型: 认定
地区: 国家
来源:
  办法: {文件: 示例办法, 文号: 示例〔2026〕1号, 核对: {日期: 2026-11-21, 依据: 转述, 可信度: A}}
施行: {起: 2026-01-01}
${rest}条件:
  全部:
${indent(conditions.trim(), 4)}
`;

export const editionOf = (conditions: string, rest = ''): Edition =>
  loadPolicy(policyText(conditions, rest), 'x.yaml').edition;

export const assessOf = (conditions: string, profile: string, asOf = AS_OF, rest = ''): Assessment =>
  assess(profileOf(profile), editionOf(conditions, rest), asOf);

/** 甲 with the given 判定 (flow style). */
const criterion = (test: string, id = '甲'): string =>
  `- {编号: ${id}, 要求: ${id}, 条款: 一, 判定: ${test}}`;

/** What one 判定 says about a profile. */
export const judge = (test: string, profile: string, asOf = AS_OF): CriterionResult => {
  const [only] = assessOf(criterion(test), profile, asOf).root.parts;
  if (only === undefined) throw new Error('no criterion');
  return only;
};
export const verdictOf = (test: string, profile: string, asOf = AS_OF): Verdict =>
  judge(test, profile, asOf).verdict;

export const partOf = (assessment: Assessment, id: string): CriterionResult => {
  const visit = (result: CriterionResult): CriterionResult | undefined =>
    result.criterion.id === id ? result : result.parts.map(visit).find((part) => part !== undefined);
  const found = visit(assessment.root);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
};

export const missingOf = (result: CriterionResult, assessment?: Assessment): readonly string[] => {
  const labels: string[] = [];
  const visit = (need: NonNullable<CriterionResult['need']>): void => {
    if (need.kind === 'fact') labels.push(need.ref.label);
    else for (const part of need.of) visit(part);
  };
  if (result.need !== undefined) visit(result.need);
  return assessment === undefined ? labels : assessment.missing.map((ref) => ref.label);
};

export const questionsOf = (assessment: Assessment): readonly string[] =>
  assessment.questions.map((question) => question.label);
