import { type Diagnostic, placeText } from '../../base/diagnostic.ts';
import { BASIS_WORDS, type Finding } from '../../pitfalls/index.ts';
import { type CheckResult, nextStep } from '../check-result.ts';
import type { ClientReport, Pitfall } from './model.ts';
import { noticesOf, programmeRow, ruleOf, rungsOf } from './programmes.ts';
import { stepOf } from './step.ts';

const isFinding = (finding: Diagnostic | Finding): finding is Finding => 'basis' in finding;

const ORDER = { veto: 0, error: 1, warning: 2, hint: 3 } as const;

const pitfallOf = (finding: Diagnostic | Finding): Pitfall => {
  const shared = {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    place: finding.where === undefined ? '' : placeText(finding.where),
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  };
  if (!isFinding(finding)) return { ...shared, facts: [] };
  return {
    ...shared,
    why: finding.why,
    citation: finding.citation,
    basis: BASIS_WORDS[finding.basis],
    facts: finding.facts.map(({ label, value, at }) => {
      const place = at === undefined ? '' : placeText(at);
      return `${label}：${value}${place === '' ? '' : `（${place}）`}`;
    }),
  };
};

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
    pitfalls: result.findings.map(pitfallOf).sort((a, b) => ORDER[a.severity] - ORDER[b.severity]),
    rules: result.assessments.map(ruleOf),
  };
};
