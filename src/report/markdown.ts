import type { CriterionResult } from '../assess/index.ts';
import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import { VERDICT_WORDS } from '../base/verdict.ts';
import { BASIS_WORDS, checklistFor } from '../pitfalls/index.ts';
import {
  type CheckedProgramme,
  type CheckResult,
  editionLabel,
  nextStep,
  periodText,
  sourceText,
  windowText,
} from './check-result.ts';
import { clauseText, findingText, gapTexts, leaves, originText } from './criteria.ts';
import { DISCLAIMER } from './layout.ts';
import { factsText } from './pitfall-text.ts';

/** Client text must not become markup. */
export const cell = (text: string): string =>
  text.replace(/([\\|`*_<>[\]#])/g, '\\$1').replace(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
export const table = (header: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] => [
  row(header),
  `|${header.map(() => ' --- ').join('|')}|`,
  ...rows.map(row),
];

const remarks = (result: CriterionResult): string =>
  [
    ...(result.verdict === 'unmet' ? gapTexts(result) : []),
    ...(result.outcome?.remarks ?? []),
    ...(result.criterion.doubt === undefined ? [] : [`疑义：${result.criterion.doubt}`]),
  ].join('；');

const detail = ({ assessment, inForce }: CheckedProgramme): string[] => [
  `## ${cell(editionLabel(assessment.edition))}：${VERDICT_WORDS[assessment.verdict]}`,
  '',
  ...assessment.edition.notices.map((notice) => `- **注意**：${cell(notice)}`),
  `- 依据：${cell(sourceText(assessment.edition))}（${cell(periodText(assessment.edition))}）`,
  `- 受理：${cell(windowText(assessment.edition, inForce, assessment.asOf))}`,
  '',
  ...table(
    ['条件', '结论', '实际', '要求', '差距与说明', '依据', '来处'],
    leaves(assessment.root).map(({ result, group, optional }) => [
      `${result.criterion.veto ? '［否决项］' : ''}${optional === true ? `［${group ?? ''}之一］` : ''}${result.criterion.text}`,
      `${VERDICT_WORDS[result.verdict]}${result.attested === undefined ? '' : '（人工核验）'}`,
      result.outcome?.actual ?? '',
      result.outcome?.threshold ?? '',
      remarks(result),
      clauseText(result.criterion),
      originText(result),
    ]),
  ),
  ...(assessment.questions.length === 0
    ? []
    : [
        '',
        '下一步要问：',
        '',
        ...assessment.questions.map(
          (question, index) =>
            `${index + 1}. ${cell(question.label)}（关系到：${cell(question.settles.join('、'))}）`,
        ),
      ]),
  '',
];

const pitfalls = ({ pitfalls: { findings, unchecked }, ...result }: CheckResult): string[] => [
  '## 注意事项',
  '',
  ...(findings.length === 0
    ? ['没有发现。', '']
    : [
        ...table(
          ['轻重', '代码', '发现', '看到', '为什么要紧', '准备', '依据'],
          findings.map((item) => [
            SEVERITY_WORDS[item.severity],
            item.code,
            item.message,
            factsText(item.facts),
            item.why,
            item.fix ?? '',
            `${item.citation}（${BASIS_WORDS[item.basis]}）`,
          ]),
        ),
        '',
      ]),
  ...(unchecked.length === 0
    ? []
    : [
        '缺资料，没有核对：',
        '',
        ...unchecked.map(
          ({ topic, name, missing }) => `- ${topic} ${cell(name)}：缺${cell(missing.join('、'))}`,
        ),
        '',
      ]),
  '## 填报核对清单（要人看）',
  '',
  ...checklistFor(nextStep(result).map(({ assessment }) => assessment.edition.tier)).flatMap(
    ({ step, items }) => [`- ${step}`, ...items.map(({ code, text }) => `  - [ ] ${cell(text)}（${code}）`)],
  ),
  '',
];

/** The same report for a document or a ticket. */
export const markdownReport = (result: CheckResult): string =>
  [
    `# ${cell(result.name)}：专精特新申报预检`,
    '',
    `评估日 ${result.asOf}，上年度 ${result.baseYear}年${result.place === undefined ? '' : `，注册地 ${cell(result.place)}`}。${DISCLAIMER}`,
    ...result.notes.map((note) => `\n> ${cell(note)}`),
    '',
    ...table(
      ['项目', '结论', '可计算条件符合', '不符合', '缺资料', '待核实', '效力'],
      result.assessments.map(({ assessment, inForce }) => [
        editionLabel(assessment.edition),
        VERDICT_WORDS[assessment.verdict],
        `${assessment.tally.met}/${assessment.tally.computable}`,
        String(assessment.tally.unmet),
        String(assessment.tally.unknown),
        String(assessment.tally.manual),
        windowText(assessment.edition, inForce, assessment.asOf),
      ]),
    ),
    '',
    ...nextStep(result).flatMap(detail),
    ...pitfalls(result),
    ...(result.findings.length === 0
      ? []
      : [
          '## 档案检查',
          '',
          ...result.findings.map(
            (finding) =>
              `- ${SEVERITY_WORDS[finding.severity]} ${finding.code}：${cell(findingText(finding))}`,
          ),
          '',
        ]),
  ].join('\n');
