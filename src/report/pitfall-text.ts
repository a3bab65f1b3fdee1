import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import {
  BASIS_WORDS,
  checklistFor,
  type Finding,
  type PitfallReport,
  type SeenFact,
} from '../pitfalls/index.ts';
import type { Tier } from '../policy/index.ts';
import { placesText } from './criteria.ts';
import { bullet, labelled, paragraph, type Style } from './layout.ts';

/** 研发费用（2025年）620万元、营业收入（2025年）5512.5万元（档案.yaml:24,33） */
export const factsText = (facts: readonly SeenFact[]): string => {
  const places = placesText(facts.flatMap((fact) => fact.at ?? []));
  const told = facts.map(({ label, value }) => `${label}${value}`).join('、');
  return places === '' ? told : `${told}（${places}）`;
};

const findingLines = (finding: Finding, style: Style): readonly string[] => [
  ...bullet(`${SEVERITY_WORDS[finding.severity]} ${finding.code}：${finding.message}`),
  ...(finding.facts.length === 0 ? [] : labelled('看到', factsText(finding.facts), 4).map(style.faint)),
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
    : ['', style.strong('缺资料，没有核对的注意事项'), ...uncheckedLines(unchecked)]),
];

/** A line for each of the ten pitfalls; the filling rules together. */
const uncheckedLines = (unchecked: PitfallReport['unchecked']): readonly string[] => {
  const rules = unchecked.filter(({ topic }) => topic.startsWith('F'));
  return [
    ...unchecked
      .filter((item) => !rules.includes(item))
      .flatMap(({ topic, name, missing }) => bullet(`${topic} ${name}：缺${briefly(missing)}`)),
    ...(rules.length === 0
      ? []
      : bullet(
          `填报要点：${rules.map(({ topic, missing }) => `${topic} 缺${briefly(missing)}`).join('；')}`,
        )),
  ];
};

const MOST = 4;
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
