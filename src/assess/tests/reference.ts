import { isOpen, VERDICT_WORDS } from '../../base/verdict.ts';
import type { FactRef } from '../../profile/index.ts';
import type { CriterionResult, Gap, Outcome } from '../model.ts';
import { outcome } from '../outcome.ts';

const factsIn = ({ outcome: own, parts }: CriterionResult): readonly FactRef[] => [
  ...(own?.facts ?? []),
  ...parts.flatMap(factsIn),
];

/** What keeps a criterion from being met, its parts included. */
export const gapsIn = ({ verdict, outcome: own, parts }: CriterionResult): readonly Gap[] =>
  verdict === 'unmet' ? [...(own?.gaps ?? []), ...parts.flatMap(gapsIn)] : [];

const remarksIn = ({ verdict, outcome: own, parts }: CriterionResult): readonly string[] =>
  isOpen(verdict) ? [...(own?.remarks ?? []), ...parts.flatMap(remarksIn)] : [];

/** 条件: the verdict of another criterion, its waivers and recorded answers included; 免于考察 counts as 符合. */
export const evaluateReference = (result: CriterionResult): Outcome =>
  outcome(result.verdict === 'waived' ? 'met' : result.verdict, {
    actual: `${result.criterion.id}${VERDICT_WORDS[result.verdict]}`,
    threshold: `条件“${result.criterion.id}”`,
    gaps: gapsIn(result),
    facts: factsIn(result),
    remarks: remarksIn(result),
    ...(result.need === undefined ? {} : { need: result.need }),
  });
