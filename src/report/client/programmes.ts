import { VERDICT_WORDS } from '../../base/verdict.ts';
import { IN_FORCE_WORDS } from '../../policy/index.ts';
import { spanText } from '../chart/radar.ts';
import {
  type CheckedProgramme,
  type CheckResult,
  CONFIDENCE_WORDS,
  editionLabel,
  nextStep,
  periodText,
  STEPS,
  sourceText,
} from '../check-result.ts';
import type { Notice, ProgrammeRow, Rule, Rung } from './model.ts';

export const programmeRow = ({ assessment, inForce }: CheckedProgramme): ProgrammeRow => {
  const { edition, verdict, tally, held, score } = assessment;
  const heldText =
    held === undefined
      ? undefined
      : held.until === undefined
        ? '称号没有写有效期'
        : held.valid
          ? `已持有，至${held.until}`
          : `称号已于${held.until}到期`;
  return {
    id: edition.id,
    label: editionLabel(edition),
    verdict,
    ...tally,
    ...(heldText === undefined ? {} : { held: heldText }),
    ...(score === undefined ? {} : { score: `${spanText(score.low, score.high)}分/${score.max}分` }),
    inForce: IN_FORCE_WORDS[inForce],
  };
};

/** 可计算条件 in one line. */
export const tallyText = (row: ProgrammeRow): string =>
  `符合${row.met}/${row.computable}，不符合${row.unmet}，缺资料${row.unknown}，待核实${row.manual}`;

/** 符合, or what a person must still judge although nothing computable stands in the way. */
export const verdictNote = (row: ProgrammeRow): string =>
  row.verdict === 'manual' && row.computable > 0 && row.met === row.computable
    ? `${VERDICT_WORDS.manual}（可计算条件全部符合）`
    : VERDICT_WORDS[row.verdict];

const isReview = ({ assessment }: CheckedProgramme): boolean => assessment.edition.kind === '复核';

/** The national ladder from the bottom up; reviews renew a title and are no step of their own. */
export const rungsOf = (result: CheckResult): readonly Rung[] => {
  const next = new Set(nextStep(result).map(({ assessment }) => assessment.edition.id));
  return STEPS.map(({ name, tiers }) => {
    const here = result.assessments.filter(
      (item) => tiers.includes(item.assessment.edition.tier) && !isReview(item),
    );
    return {
      name,
      entries: here.map(programmeRow),
      held: here.some(({ assessment }) => assessment.held?.valid === true),
      isNext: !result.chosen && here.some(({ assessment }) => next.has(assessment.edition.id)),
    };
  });
};

/**
 * Notices of the next step, and before them those of 重点“小巨人”, which no third party may help to apply for
 * (财建〔2024〕148号 五（一）): in full where it is the next step, else the first of them.
 */
export const noticesOf = (result: CheckResult): readonly Notice[] => {
  const next = nextStep(result).map(({ assessment }) => assessment.edition);
  const key = result.assessments
    .map(({ assessment }) => assessment.edition)
    .filter((edition) => edition.tier === '重点小巨人');
  const of = (edition: (typeof next)[number]): Notice[] => {
    const texts = next.includes(edition) ? edition.notices : edition.notices.slice(0, 1);
    return texts.map((text) => ({ programme: editionLabel(edition), text }));
  };
  return [...key, ...next.filter((edition) => !key.includes(edition))].flatMap(of);
};

export const ruleOf = ({ assessment: { edition }, inForce }: CheckedProgramme): Rule => ({
  label: editionLabel(edition),
  source: sourceText(edition),
  period: periodText(edition),
  inForce: IN_FORCE_WORDS[inForce],
  confidence: `${edition.confidence}：${CONFIDENCE_WORDS[edition.confidence]}`,
  checked: edition.sources
    .map(({ checked }) => `${checked.date}核对，依据${checked.basis}`)
    .filter((text, index, texts) => texts.indexOf(text) === index)
    .join('；'),
  notices: edition.notices,
});
