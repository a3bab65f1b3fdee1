import { type Assessment, assess, type CriterionResult } from '../../../src/assess/index.ts';
import type { Verdict } from '../../../src/base/verdict.ts';
import type { Edition } from '../../../src/policy/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { EDITIONS } from './editions.ts';

const PROGRAMME = '申报项目';

/** Verdict of every criterion that was looked at, groups and waivers included, and of the programme. */
const verdictsOf = (assessment: Assessment): ReadonlyMap<string, Verdict> => {
  const verdicts = new Map<string, Verdict>();
  const visit = (result: CriterionResult): void => {
    verdicts.set(result.criterion.id, result.verdict);
    for (const part of [...result.parts, ...result.waivers]) visit(part);
  };
  visit(assessment.root);
  if (assessment.appliesTo !== undefined) visit(assessment.appliesTo);
  return verdicts.set(PROGRAMME, assessment.verdict);
};

const scoresOf = ({ score }: Assessment): ReadonlyMap<string, readonly [number, number]> =>
  new Map(
    score === undefined
      ? []
      : [
          ['总分', [score.low, score.high] as const],
          ...score.parts.map((part) => [part.name, [part.low, part.high]] as const),
          ...score.items.map((item) => [item.id, [item.low, item.high]] as const),
        ],
  );

export interface Judged {
  readonly edition: Edition;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly scores: ReadonlyMap<string, readonly [number, number]>;
}

/** The profile against every edition. */
export const judgeAll = (profile: Profile, asOf: string): readonly Judged[] =>
  EDITIONS.map((edition) => {
    const assessment = assess(profile, edition, asOf);
    return { edition, verdicts: verdictsOf(assessment), scores: scoresOf(assessment) };
  });

type Side = 'met' | 'unmet' | 'na' | 'open';
/** 符合 and 免于考察 count as one. */
export const sideOf = (verdict: Verdict | undefined): Side => {
  if (verdict === undefined || verdict === 'unknown' || verdict === 'manual') return 'open';
  return verdict === 'waived' ? 'met' : verdict;
};

/** Whether knowing less, `after` still says what `before` said, or leaves it open. */
const contradicted = (before: Verdict, after: Verdict | undefined): boolean =>
  sideOf(after) !== 'open' && sideOf(after) !== sideOf(before);

/**
 * Every place where less knowledge said something else than more knowledge did. A criterion that no longer shows
 * (its branch is undecided) is open.
 */
export const contradictions = (before: readonly Judged[], after: readonly Judged[]): readonly string[] =>
  before.flatMap(({ edition, verdicts, scores }, index) => {
    const later = after[index];
    const turned = [...verdicts]
      .filter(([id, verdict]) => contradicted(verdict, later?.verdicts.get(id)))
      .map(([id, verdict]) => `${edition.id}/${id}: ${verdict} → ${later?.verdicts.get(id)}`);
    const narrowed = [...scores].flatMap(([id, [low, high]]) => {
      const [newLow, newHigh] = later?.scores.get(id) ?? [low, high];
      return newLow <= low && newHigh >= high
        ? []
        : [`${edition.id}/${id}: score ${low}–${high} → ${newLow}–${newHigh}`];
    });
    return [...turned, ...narrowed];
  });

/** Every place where two assessments differ at all. */
export const differences = (before: readonly Judged[], after: readonly Judged[]): readonly string[] =>
  before.flatMap(({ edition, verdicts, scores }, index) => {
    const later = after[index];
    const turned = [...verdicts]
      .filter(([id, verdict]) => later?.verdicts.get(id) !== verdict)
      .map(([id, verdict]) => `${edition.id}/${id}: ${verdict} → ${later?.verdicts.get(id)}`);
    const moved = [...scores]
      .filter(([id, span]) => String(later?.scores.get(id)) !== String(span))
      .map(
        ([id, span]) => `${edition.id}/${id}: score ${span.join('–')} → ${later?.scores.get(id)?.join('–')}`,
      );
    return [...turned, ...moved];
  });

/** Every place where a definite verdict became the opposite one. */
export const reversals = (before: readonly Judged[], after: readonly Judged[]): readonly string[] =>
  before.flatMap(({ edition, verdicts }, index) =>
    [...verdicts].flatMap(([id, verdict]) => {
      const [was, is] = [sideOf(verdict), sideOf(after[index]?.verdicts.get(id))];
      const reversed = was !== is && was !== 'open' && is !== 'open';
      return reversed ? [`${edition.id}/${id}: ${was} → ${is}`] : [];
    }),
  );
