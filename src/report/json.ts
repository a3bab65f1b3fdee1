import type { CriterionResult, ScoreResult } from '../assess/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { checklistFor, type Finding } from '../pitfalls/index.ts';
import { windowState } from '../policy/index.ts';
import type { CheckedProgramme, CheckResult } from './check-result.ts';
import { nextStep } from './check-result.ts';
import { type Line, leaves, missingLabels } from './criteria.ts';

/** Raised when a field of the JSON output changes its meaning or goes away. */
export const SCHEMA_VERSION = 1;

const criterionJson = ({ result, group, optional }: Line) => {
  const { criterion, outcome, attested, waivedBy } = result;
  return {
    id: criterion.id,
    text: criterion.text,
    verdict: result.verdict,
    ...(outcome?.actual === undefined ? {} : { actual: outcome.actual }),
    ...(outcome?.threshold === undefined ? {} : { threshold: outcome.threshold }),
    ...(result.verdict !== 'unmet' || outcome === undefined || outcome.gaps.length === 0
      ? {}
      : { gap: outcome.gaps }),
    clause: criterion.clause,
    document: criterion.source.number ?? criterion.source.document,
    anchor: criterion.anchor ?? null,
    confidence: criterion.confidence,
    missing: missingLabels(result.need),
    remarks: outcome?.remarks ?? [],
    origin: (outcome?.facts ?? []).flatMap((fact) => (fact.at === undefined ? [] : [placeJson(fact.at)])),
    ...(group === undefined ? {} : { group }),
    ...(optional === true ? { optional } : {}),
    ...(criterion.veto ? { veto: true } : {}),
    ...(result.factor === undefined ? {} : { factor: result.factor }),
    ...(result.lenient === true ? { lenient: true } : {}),
    ...(criterion.doubt === undefined ? {} : { doubt: criterion.doubt }),
    ...(attested === undefined ? {} : { attested }),
    ...(waivedBy === undefined ? {} : { waivedBy: waivedBy.criterion.id }),
  };
};

const placeJson = (place: NonNullable<Diagnostic['where']>) => {
  const { excerpt: _excerpt, ...rest } = place;
  return rest;
};

const scoreJson = ({ items, ...totals }: ScoreResult) => ({
  ...totals,
  items: items.map(({ need, ...item }) => ({ ...item, missing: missingLabels(need) })),
});

/** Groups say how their criteria combine: one failed alternative fails nothing. */
const groupsOf = (result: CriterionResult): readonly object[] =>
  result.combine === undefined
    ? []
    : [
        ...(result.criterion.id === '总评'
          ? []
          : [
              {
                id: result.criterion.id,
                text: result.criterion.text,
                combine: result.combine,
                verdict: result.verdict,
                ...(result.outcome === undefined || result.outcome.remarks.length === 0
                  ? {}
                  : { remarks: result.outcome.remarks }),
                ...(result.attested === undefined ? {} : { attested: result.attested }),
              },
            ]),
        ...result.parts.flatMap(groupsOf),
      ];

const assessmentJson = ({ assessment, inForce }: CheckedProgramme) => {
  const { edition, score } = assessment;
  const window = windowState(edition, assessment.asOf);
  return {
    programme: {
      id: edition.id,
      series: edition.series,
      name: edition.name,
      tier: edition.tier,
      jurisdiction: edition.jurisdiction,
      edition: edition.edition,
      inForce,
      from: edition.from,
      to: edition.to ?? null,
      confidence: edition.confidence,
      documents: edition.sources.map((source) => ({
        number: source.number ?? null,
        title: source.document,
        annex: source.annex ?? null,
      })),
      ...(Object.keys(window).length === 0 ? {} : { window }),
    },
    verdict: assessment.verdict,
    ...(score === undefined ? {} : { score: scoreJson(score) }),
    tally: assessment.tally,
    held: assessment.held ?? null,
    notices: edition.notices,
    criteria: leaves(assessment.root).map(criterionJson),
    groups: groupsOf(assessment.root),
    missing: assessment.missing.map((ref) => ref.label),
    nextQuestions: assessment.questions.map(({ label, settles, facts }) => ({
      label,
      settles,
      facts: facts.map((fact) => fact.label),
    })),
  };
};

const diagnosticJson = (item: Diagnostic) => ({
  code: item.code,
  severity: item.severity,
  message: item.message,
  fields: item.where?.field === undefined ? [] : [item.where.field],
  fix: item.fix ?? null,
  ...(item.where === undefined ? {} : { where: placeJson(item.where) }),
});

/** A pitfall: all the fields it looked at, and what a consultant needs to deal with it. */
const findingJson = (item: Finding) => ({
  ...diagnosticJson(item),
  fields: [
    ...new Set([
      ...(item.where?.field === undefined ? [] : [item.where.field]),
      ...item.facts.map((fact) => fact.field),
    ]),
  ],
  basis: item.basis,
  why: item.why,
  citation: item.citation,
  facts: item.facts.map(({ at, ...fact }) => ({
    ...fact,
    ...(at === undefined ? {} : { at: placeJson(at) }),
  })),
  programmes: item.programmes,
});

/** The check of one enterprise, as the contract of design §7 has it. */
export const checkJson = (result: CheckResult) => ({
  schemaVersion: SCHEMA_VERSION,
  asOf: result.asOf,
  baseYear: result.baseYear,
  enterprise: { name: result.name, place: result.place ?? null, file: result.profile.file ?? null },
  notes: result.notes,
  nextStep: nextStep(result).map(({ assessment }) => assessment.edition.id),
  assessments: result.assessments.map(assessmentJson),
  pitfalls: result.pitfalls.findings.map(findingJson),
  pitfallsUnchecked: result.pitfalls.unchecked,
  checklist: checklistFor(nextStep(result).map(({ assessment }) => assessment.edition.tier)),
  diagnostics: result.findings.map(diagnosticJson),
});
