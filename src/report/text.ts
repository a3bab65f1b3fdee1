import type { Assessment, CriterionResult } from '../assess/index.ts';
import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import { VERDICT_WORDS, type Verdict } from '../base/verdict.ts';
import {
  type CheckedProgramme,
  type CheckResult,
  CONFIDENCE_WORDS,
  editionLabel,
  nextStep,
  periodText,
  sourceText,
  windowText,
} from './check-result.ts';
import {
  alternatives,
  clauseText,
  decisive,
  findingText,
  gapTexts,
  leaves,
  missingLabels,
  originText,
} from './criteria.ts';
import { bullet, DISCLAIMER, labelled, PLAIN, paragraph, type Style } from './layout.ts';
import { checklistHint, checklistLines, pitfallLines } from './pitfall-text.ts';
import { table } from './table.ts';

const scoreText = ({ score, edition }: Assessment): string => {
  if (score === undefined) return '';
  const span = score.low === score.high ? `${score.low}分` : `${score.low}至${score.high}分`;
  return edition.scores?.reference === undefined ? span : `参考${span}`;
};

const heldText = ({ held }: Assessment): string => {
  if (held === undefined) return '';
  if (held.until === undefined) return '未写有效期';
  return held.valid ? `至${held.until}` : `${held.until}过期`;
};

const summaryRow = ({ assessment, inForce }: CheckedProgramme): string[] => {
  const { tally } = assessment;
  const mark = inForce === 'yes' ? '' : inForce === 'no' ? '*' : '?';
  const confidence = assessment.edition.confidence === 'A' ? '' : `信${assessment.edition.confidence}`;
  const held = heldText(assessment);
  const score = assessment.held?.valid === true ? '' : scoreText(assessment);
  return [
    `${mark}${editionLabel(assessment.edition)}`,
    VERDICT_WORDS[assessment.verdict],
    `${tally.met}/${tally.computable}`,
    String(tally.unmet),
    String(tally.unknown),
    String(tally.manual),
    [held, score, confidence].filter((text) => text !== '').join('；'),
  ];
};

const summary = (result: CheckResult): string[] => {
  const lines = table(
    ['项目', '结论', '符合', '不符', '缺', '待', '说明'],
    result.assessments.map(summaryRow),
    [36],
  );
  const marks = [
    ...(result.assessments.some((item) => item.inForce === 'no') ? ['* 评估日不在该版本有效期内'] : []),
    ...(result.assessments.some((item) => item.inForce === 'unverified')
      ? ['? 该版本在评估日是否有效未核实']
      : []),
  ];
  return [...lines, ...marks, '符合＝可计算条件的符合数/总数；待＝待人核实；说明＝已持有称号的有效期或评分'];
};

/** The facts a criterion lacks; of many records only the first few are named. */
const neededText = (result: CriterionResult): string => {
  const labels = missingLabels(result.need);
  return labels.length > 6 ? `${labels.slice(0, 6).join('、')}等${labels.length}项` : labels.join('、');
};

const attestedText = ({ basis, by, date }: NonNullable<CriterionResult['attested']>): string =>
  ['人工核验', by, date, basis].filter((text) => text !== undefined).join('，');

const criterionLines = (result: CriterionResult, style: Style, indent: number): string[] => {
  const { criterion, outcome } = result;
  const veto = criterion.veto ? '［否决项］' : '';
  const lines = paragraph(`- ${veto}${criterion.id}：${criterion.text}`, indent);
  const inner = indent + 4;
  const seen = [
    outcome?.actual === undefined ? '' : `实际 ${outcome.actual}`,
    outcome?.threshold === undefined ? '' : `要求 ${outcome.threshold}`,
  ].filter((text) => text !== '');
  if (outcome?.actual !== undefined) lines.push(...paragraph(seen.join('；'), inner));
  for (const gap of result.verdict === 'unmet' ? gapTexts(result) : [])
    lines.push(...labelled('差距', gap, inner));
  if (result.verdict === 'unknown' && result.parts.length === 0)
    lines.push(...labelled('还缺', neededText(result), inner));
  if (result.attested !== undefined) lines.push(...labelled('核验', attestedText(result.attested), inner));
  for (const remark of outcome?.remarks ?? []) lines.push(...labelled('说明', remark, inner));
  if (criterion.doubt !== undefined) lines.push(...labelled('疑义', criterion.doubt, inner));
  for (const part of alternatives(result)) lines.push(...criterionLines(part, style, inner));
  for (const waiver of result.waivers)
    lines.push(...paragraph(`豁免（${VERDICT_WORDS[waiver.verdict]}）：${waiver.criterion.text}`, inner));
  const origin = originText(result);
  if (origin !== '') lines.push(...labelled('来处', origin, inner).map(style.faint));
  if (criterion.clause !== '') lines.push(...labelled('依据', clauseText(criterion), inner).map(style.faint));
  return lines;
};

const HEADINGS: ReadonlyArray<readonly [Verdict, string]> = [
  ['unmet', '不符合'],
  ['unknown', '缺资料'],
  ['manual', '待核实（需要人判断）'],
];

const settledLines = (assessment: Assessment): string[] => {
  const met = decisive(assessment.root, 'met').map(
    (item) => `${item.criterion.id}${item.attested === undefined ? '' : '（人工核验）'}`,
  );
  const waived = decisive(assessment.root, 'waived').map(
    (item) => `${item.criterion.id}（${item.waivedBy?.criterion.text ?? '豁免'}）`,
  );
  return [
    ...(met.length === 0 ? [] : ['  符合', ...paragraph(met.join('、'), 4)]),
    ...(waived.length === 0 ? [] : ['  免于考察', ...paragraph(waived.join('、'), 4)]),
  ];
};

/** 评分因素 are shown with what was found, and decide nothing. */
const factorLines = (assessment: Assessment): string[] => {
  const factors = leaves(assessment.root).filter(({ result }) => result.factor !== undefined);
  return factors.length === 0
    ? []
    : [
        '  评分因素（计分参考，不是门槛）',
        ...factors.flatMap(({ result }) =>
          paragraph(
            `- ${result.criterion.text}：${VERDICT_WORDS[result.factor ?? 'na']}${result.outcome?.actual === undefined ? '' : `（${result.outcome.actual}）`}`,
            4,
          ),
        ),
      ];
};

const scoreLines = (assessment: Assessment): string[] => {
  const { score } = assessment;
  if (score === undefined) return [];
  const items = score.items.map((item) => [
    `${item.part}·${item.name}`,
    `${item.low === item.high ? item.low : `${item.low}至${item.high}`}/${item.max}`,
    item.actual ?? item.remarks[0] ?? (item.low === item.high ? '' : '缺资料'),
  ]);
  return [
    '  评分',
    ...table(['项目', '得分', '依据的数'], items, [36, 12, 24]).map((line) => `    ${line}`),
    ...score.parts.map(
      (part) =>
        `    ${part.name}：${part.low === part.high ? part.low : `${part.low}至${part.high}`}/${part.max}`,
    ),
  ];
};

const detail = ({ assessment, inForce }: CheckedProgramme, style: Style): string[] => {
  const { edition, tally, verdict } = assessment;
  const lines = [
    style.strong(`${editionLabel(edition)}  结论：${style.verdict(verdict, VERDICT_WORDS[verdict])}`),
    ...edition.notices.flatMap((notice) => labelled('注意', notice, 2)),
    ...labelled(
      '依据',
      `${sourceText(edition)}（${periodText(edition)}；可信度${edition.confidence}：${CONFIDENCE_WORDS[edition.confidence]}）`,
      2,
    ),
    ...labelled('受理', windowText(edition, inForce, assessment.asOf), 2),
  ];
  if (edition.competitive !== undefined) lines.push(...labelled('择优', edition.competitive, 2));
  const clean = tally.computable > 0 && tally.met === tally.computable ? '（可计算条件全部符合）' : '';
  lines.push(
    `  可计算条件：符合${tally.met}/${tally.computable}，不符合${tally.unmet}，缺资料${tally.unknown}；待核实${tally.manual}${clean}`,
  );
  if (assessment.appliesTo !== undefined && assessment.appliesTo.verdict !== 'met')
    lines.push('  适用对象', ...criterionLines(assessment.appliesTo, style, 2));
  for (const [wanted, heading] of HEADINGS) {
    const found = decisive(assessment.root, wanted);
    if (found.length === 0) continue;
    lines.push(
      `  ${style.verdict(wanted, heading)}`,
      ...found.flatMap((item) => criterionLines(item, style, 2)),
    );
  }
  lines.push(...factorLines(assessment), ...scoreLines(assessment), ...settledLines(assessment));
  if (assessment.questions.length > 0) {
    lines.push(`  先问这${assessment.questions.length}项（能定结论的最少一组，按关系到的条件数排列）`);
    assessment.questions.forEach((question, index) => {
      lines.push(
        ...paragraph(
          `${index + 1}. ${question.label}${question.settles.length === 0 ? '' : `  → ${question.settles.join('、')}`}`,
          4,
        ),
      );
    });
  }
  return lines;
};

/**
 * The report a consultant reads in the terminal.
 * @param checklist with 填报核对清单, what a person must look at
 */
export const textReport = (result: CheckResult, style: Style = PLAIN, checklist = false): string => {
  const lines: string[] = [
    style.strong(`企业：${result.name}${result.place === undefined ? '' : `  注册地：${result.place}`}`),
    `评估日：${result.asOf}  上年度：${result.baseYear}年`,
    DISCLAIMER,
    ...result.notes.flatMap((note) => labelled('注意', note, 0)),
    '',
    ...summary(result),
  ];
  const steps = nextStep(result);
  if (steps.length > 0 && !result.chosen)
    lines.push('', style.strong(`下一步：${steps.map((item) => item.assessment.edition.name).join('、')}`));
  else if (!result.chosen) lines.push('', '梯度称号均已持有，没有下一级国家称号可申报。');
  for (const step of steps) lines.push('', ...detail(step, style));
  if (result.findings.length > 0)
    lines.push(
      '',
      style.strong('档案检查'),
      ...result.findings.flatMap((finding) =>
        bullet(`${SEVERITY_WORDS[finding.severity]} ${finding.code}：${findingText(finding)}`),
      ),
    );
  lines.push(...pitfallLines(result.pitfalls, style));
  const tiers = steps.map((item) => item.assessment.edition.tier);
  lines.push(...(checklist ? checklistLines(tiers) : checklistHint(tiers)));
  return `${lines.join('\n')}\n`;
};
