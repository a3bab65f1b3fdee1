import type { CriterionResult } from '../../assess/index.ts';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import { alternatives, clauseText, gapTexts, type Line, missingLabels, originText } from '../criteria.ts';
import type { CriterionView } from './model.ts';

const MOST_NAMED = 8;
const shortened = (labels: readonly string[]): readonly string[] =>
  labels.length <= MOST_NAMED ? labels : [...labels.slice(0, MOST_NAMED), `等${labels.length}项`];

const attestedText = ({ basis, by, date }: NonNullable<CriterionResult['attested']>): string =>
  [by, date, basis].filter((text) => text !== undefined).join('，');

const remarksOf = (result: CriterionResult): readonly string[] => {
  const { criterion, outcome, waivedBy } = result;
  return [
    ...(waivedBy === undefined ? [] : [`因“${waivedBy.criterion.text}”免于考察`]),
    ...(outcome?.remarks ?? []),
    ...(criterion.doubt === undefined ? [] : [`疑义：${criterion.doubt}`]),
  ];
};

/** One criterion with its texts; a group carries the alternatives that made or could still make its verdict. */
export const criterionView = (result: CriterionResult): CriterionView => {
  const { criterion, outcome, attested } = result;
  return {
    id: criterion.id,
    text: criterion.text,
    verdict: result.factor ?? result.verdict,
    veto: criterion.veto,
    ...(outcome?.actual === undefined ? {} : { actual: outcome.actual }),
    ...(outcome?.threshold === undefined ? {} : { threshold: outcome.threshold }),
    gaps: result.verdict === 'unmet' ? gapTexts(result) : [],
    missing:
      result.verdict === 'unknown' && result.parts.length === 0 ? shortened(missingLabels(result.need)) : [],
    remarks: remarksOf(result),
    ...(attested === undefined ? {} : { attested: attestedText(attested) }),
    clause: criterion.clause === '' ? '' : clauseText(criterion),
    origin: originText(result),
    alternatives: alternatives(result).map(criterionView),
    waivers:
      result.waivedBy !== undefined
        ? []
        : result.waivers.map((waiver) => `${VERDICT_WORDS[waiver.verdict]}：${waiver.criterion.text}`),
  };
};

/** A line of the full list: without alternatives, with the group that it is one of. */
export const lineView = ({ result, group, optional }: Line): CriterionView => ({
  ...criterionView(result),
  alternatives: [],
  ...(optional === true ? { choiceOf: group ?? '' } : {}),
});
