import { type Diagnostic, placeText } from '../../base/diagnostic.ts';
import { BASIS_WORDS, checklistFor, type Finding } from '../../pitfalls/index.ts';
import { type CheckResult, nextStep } from '../check-result.ts';
import { factsText } from '../pitfall-text.ts';
import type { ClientReport, Pitfall } from './model.ts';
import { noticesOf, programmeRow, ruleOf, rungsOf } from './programmes.ts';
import { stepOf } from './step.ts';

const remarkOf = (diagnostic: Diagnostic): Pitfall => ({
  code: diagnostic.code,
  severity: diagnostic.severity,
  message: diagnostic.message,
  place: diagnostic.where === undefined ? '' : placeText(diagnostic.where),
  ...(diagnostic.fix === undefined ? {} : { fix: diagnostic.fix }),
  facts: [],
});

const pitfallOf = (finding: Finding): Pitfall => ({
  ...remarkOf(finding),
  // the facts name their places themselves
  ...(finding.facts.length === 0 ? {} : { place: '' }),
  why: finding.why,
  citation: finding.citation,
  basis: BASIS_WORDS[finding.basis],
  facts: finding.facts.length === 0 ? [] : [factsText(finding.facts)],
});

const NO_STEP = '梯度称号均已持有，没有下一级国家称号可申报。';

/** Everything the client report says, from one check. Pure. */
export const clientReport = (result: CheckResult): ClientReport => {
  const steps = nextStep(result).map((item) => stepOf(result.profile, item));
  return {
    name: result.name,
    ...(result.place === undefined ? {} : { place: result.place }),
    asOf: result.asOf,
    baseYear: result.baseYear,
    notices: noticesOf(result),
    notes: result.notes,
    rungs: rungsOf(result),
    programmes: result.assessments.map(programmeRow),
    steps,
    ...(steps.length === 0
      ? { noStep: result.assessments.length === 0 ? '没有可评估的项目。' : NO_STEP }
      : {}),
    pitfalls: result.pitfalls.findings.map(pitfallOf),
    unchecked: result.pitfalls.unchecked,
    remarks: result.findings.map(remarkOf),
    checklist: checklistFor(nextStep(result).map(({ assessment }) => assessment.edition.tier)),
    rules: result.assessments.map(ruleOf),
  };
};
