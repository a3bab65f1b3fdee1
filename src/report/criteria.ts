import type { Assessment, CriterionResult, Need } from '../assess/index.ts';
import { type Diagnostic, type Place, placeText } from '../base/diagnostic.ts';
import { isOpen, type Verdict } from '../base/verdict.ts';
import type { Criterion } from '../policy/index.ts';

/** A criterion in a list, with the group it stands in. */
export interface Line {
  readonly result: CriterionResult;
  readonly group?: string;
  /** the group asks for one, or for some, of its criteria: this one alone decides nothing */
  readonly optional?: true;
}

/** All criteria without parts, in the document's order. */
export const leaves = (result: CriterionResult, around: Omit<Line, 'result'> = {}): readonly Line[] => {
  if (result.parts.length === 0) return [{ result, ...around }];
  const isChoice = result.combine !== 'all';
  const here = {
    ...(result.criterion.id === '总评' ? {} : { group: result.criterion.id }),
    ...(isChoice || around.optional === true ? { optional: true as const } : {}),
  };
  return result.parts.flatMap((part) => leaves(part, here));
};

/**
 * Only what decides: under 全部 the parts with the group's own trouble, under 任一 and 至少N项 the group with its open
 * or failed alternatives. Vetoes come first.
 */
export const decisive = (result: CriterionResult, wanted: Verdict): readonly CriterionResult[] => {
  if (result.combine === 'all' && result.verdict !== 'waived') {
    const found = result.parts.flatMap((part) => decisive(part, wanted));
    return [...found.filter((item) => item.criterion.veto), ...found.filter((item) => !item.criterion.veto)];
  }
  return result.verdict === wanted ? [result] : [];
};

/** The alternatives of a group that could still make or that broke it; where its text is unclear, all that fail. */
export const alternatives = (result: CriterionResult): readonly CriterionResult[] => {
  if (result.combine === undefined || result.combine === 'all') return [];
  const hangsOnText = isOpen(result.verdict) && result.outcome !== undefined;
  return result.parts.filter(
    ({ verdict }) =>
      verdict !== 'na' &&
      (verdict === result.verdict || isOpen(verdict) || (hangsOnText && verdict === 'unmet')),
  );
};

export const clauseText = (criterion: Criterion): string => {
  const document = criterion.source.number ?? `《${criterion.source.document}》`;
  const anchor = criterion.anchor === undefined ? '' : `“${criterion.anchor}”`;
  const doubt = criterion.confidence === 'A' ? '' : `（可信度${criterion.confidence}）`;
  return `${document} ${criterion.clause}${anchor}${doubt}`.trim();
};

/** What only a person can judge, each with its text. */
export const manualCriteria = ({ root }: Assessment): readonly string[] =>
  decisive(root, 'manual').map(({ criterion }) => `${criterion.id}：${criterion.text}`);

const bySpot = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** File and lines, or sheet and cells, each once: 档案.yaml:24,33. */
export const placesText = (places: readonly Place[]): string => {
  const byFile = new Map<string, string[]>();
  for (const place of places) {
    const file = placeText({
      ...(place.file === undefined ? {} : { file: place.file }),
      ...(place.sheet === undefined ? {} : { sheet: place.sheet }),
    });
    const spot = place.cell ?? (place.line === undefined ? '' : String(place.line));
    const spots = byFile.get(file) ?? [];
    if (spot !== '' && !spots.includes(spot)) spots.push(spot);
    byFile.set(file, spots);
  }
  return [...byFile]
    .map(([file, spots]) => (spots.length === 0 ? file : `${file}:${spots.sort(bySpot).join(',')}`))
    .join('；');
};

/** Where the figures of a criterion stand. */
export const originText = (result: CriterionResult): string =>
  placesText((result.outcome?.facts ?? []).flatMap((fact) => fact.at ?? []));

export const gapTexts = (result: CriterionResult): readonly string[] =>
  (result.outcome?.gaps ?? []).map((gap) => `${gap.text}${gap.closed ? '（已结账年度，不可补）' : ''}`);

export const findingText = (finding: Diagnostic): string => {
  const place = finding.where === undefined ? '' : placeText(finding.where);
  return `${place === '' ? '' : `${place} `}${finding.message}${finding.fix === undefined ? '' : `（${finding.fix}）`}`;
};

/** Labels of the facts that a need names, each once. */
export const missingLabels = (need: Need | undefined): readonly string[] => [
  ...new Set(need === undefined ? [] : labelsOf(need)),
];

const labelsOf = (need: Need): readonly string[] =>
  need.kind === 'fact' ? [need.ref.label] : need.of.flatMap(labelsOf);
