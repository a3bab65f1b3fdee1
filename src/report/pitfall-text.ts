import { placeText, SEVERITY_WORDS } from '../base/diagnostic.ts';
import {
  BASIS_WORDS,
  checklistFor,
  type Finding,
  type PitfallReport,
  type SeenFact,
} from '../pitfalls/index.ts';
import type { Tier } from '../policy/index.ts';
import { bullet, labelled, paragraph, type Style } from './layout.ts';

/** 研发费用（2025年）620万元（档案.yaml:33） */
export const factText = ({ label, value, at }: SeenFact): string =>
  `${label}${value}${at === undefined ? '' : `（${placeText(at)}）`}`;

const findingLines = (finding: Finding, style: Style): readonly string[] => [
  ...bullet(`${SEVERITY_WORDS[finding.severity]} ${finding.code}：${finding.message}`),
  ...(finding.facts.length === 0
    ? []
    : labelled('看到', finding.facts.map(factText).join('；'), 4).map(style.faint)),
  ...(finding.fix === undefined ? [] : labelled('准备', finding.fix, 4)),
  ...labelled('依据', `${finding.citation}（${BASIS_WORDS[finding.basis]}）`, 4).map(style.faint),
];

/** 注意事项: gravest first, then what could not be looked at. */
export const pitfallLines = ({ findings, unchecked }: PitfallReport, style: Style): readonly string[] => [
  ...(findings.length === 0
    ? []
    : [
        '',
        style.strong(
          `注意事项（${findings.length}条；一条的来由见 zjtx explain ${findings[0]?.code ?? ''}）`,
        ),
        ...findings.flatMap((finding) => findingLines(finding, style)),
      ]),
  ...(unchecked.length === 0
    ? []
    : [
        '',
        style.strong('缺资料，没有核对的注意事项'),
        ...unchecked.flatMap(({ topic, name, missing }) => bullet(`${topic} ${name}：缺${briefly(missing)}`)),
      ]),
];

const MOST = 6;
const briefly = (labels: readonly string[]): string =>
  labels.length > MOST ? `${labels.slice(0, MOST).join('、')}等${labels.length}项` : labels.join('、');

/** 填报核对清单: what a person must look at, step by step. */
export const checklistLines = (tiers: readonly Tier[]): readonly string[] => [
  '',
  '填报核对清单（要人看）',
  ...checklistFor(tiers).flatMap(({ step, items }) => [
    `  ${step}`,
    ...items.flatMap(({ code, text }) => paragraph(`□ ${text}（${code}）`, 4)),
  ]),
];

export const checklistHint = (tiers: readonly Tier[]): readonly string[] => {
  const count = checklistFor(tiers).reduce((sum, { items }) => sum + items.length, 0);
  return count === 0 ? [] : ['', `另有${count}项要人看的填报要点，加 --checklist 列出。`];
};
