import { type CivilDate, nextDay } from '../base/date.ts';
import { inForce, latestDay } from './in-force.ts';
import type { Confidence, Edition, Tier } from './model.ts';
import { criteriaIn } from './parts.ts';
import { NATIONAL, type Region } from './regions.ts';

/** What is known of an edition without loading its rules. */
export interface EditionSummary {
  readonly id: string;
  readonly series: string;
  readonly name: string;
  readonly edition: string;
  readonly tier: Tier;
  readonly kind: string;
  readonly jurisdiction: string;
  readonly from: string;
  readonly to?: string;
  readonly replaced?: NonNullable<Edition['replaced']>;
  readonly unverified?: string;
  readonly unverifiedFrom?: string;
  /** 条件未收录: the document that is not at hand */
  readonly unlisted?: string;
  readonly confidence: Confidence;
  /** number of leaf criteria */
  readonly criteria: number;
  readonly number?: string;
  readonly checked: string;
}

/** Where editions come from: compiled files beside the program, or policy files of the user. */
export interface PolicyStore {
  readonly summaries: readonly EditionSummary[];
  load(id: string): Edition;
}

const countLeaves = (body: Edition['body']): number => {
  switch (body.kind) {
    case 'test':
      return 1;
    case 'branches':
      return body.branches.reduce((sum, branch) => sum + countLeaves(branch.then), 0);
    case 'readings':
      // a reading that only refers to criteria adds none
      return criteriaIn(body).reduce((sum, criterion) => sum + countLeaves(criterion.body), 0) || 1;
    default:
      return body.of.reduce((sum, criterion) => sum + countLeaves(criterion.body), 0);
  }
};

export const summarize = (edition: Edition): EditionSummary => {
  const [first] = edition.sources;
  return {
    id: edition.id,
    series: edition.series,
    name: edition.name,
    edition: edition.edition,
    tier: edition.tier,
    kind: edition.kind,
    jurisdiction: edition.jurisdiction,
    from: edition.from,
    confidence: edition.confidence,
    criteria: countLeaves(edition.body),
    checked: first?.checked.date ?? '',
    ...(edition.to === undefined ? {} : { to: edition.to }),
    ...(edition.replaced === undefined ? {} : { replaced: edition.replaced }),
    ...(edition.unverified === undefined ? {} : { unverified: edition.unverified }),
    ...(edition.unverifiedFrom === undefined ? {} : { unverifiedFrom: edition.unverifiedFrom }),
    ...(edition.unlisted === undefined ? {} : { unlisted: edition.unlisted }),
    ...(first?.number === undefined ? {} : { number: first.number }),
  };
};

const TIER_ORDER: readonly Tier[] = [
  '科技型',
  '创新型',
  '专精特新',
  '小巨人',
  '重点小巨人',
  '培育库',
  '其他',
];

/** Up the ladder, national before provincial, applications before reviews. */
export const byLadder = (a: EditionSummary, b: EditionSummary): number => {
  const place = (item: EditionSummary): number =>
    (item.jurisdiction === NATIONAL ? 0 : 100) +
    TIER_ORDER.indexOf(item.tier) * 2 +
    (item.kind === '复核' ? 1 : 0);
  return place(a) - place(b) || a.id.localeCompare(b.id);
};

const isOf = (regions: readonly Region[], item: EditionSummary): boolean =>
  regions.some((region) => region.name === item.jurisdiction);

/** Replaced by another document, however sure: no rule of the day, though what it was may be asked. */
const isReplaced = (item: EditionSummary, asOf: CivilDate): boolean =>
  item.replaced !== undefined && asOf >= item.replaced.on;

/** The editions that hold for a place on a day: national ones, and those of the given regions. 未核实 ones are included, marked. */
export const editionsFor = (
  summaries: readonly EditionSummary[],
  regions: readonly Region[],
  asOf: CivilDate,
): readonly EditionSummary[] =>
  summaries
    .filter((item) => item.jurisdiction === NATIONAL || isOf(regions, item))
    .filter((item) => inForce(item, asOf) !== 'no' && !isReplaced(item, asOf))
    .sort(byLadder);

/** The regions' own editions that ended or were replaced before the day: to be looked at only when asked for. */
export const historyFor = (
  summaries: readonly EditionSummary[],
  regions: readonly Region[],
  asOf: CivilDate,
): readonly EditionSummary[] =>
  summaries
    .filter((item) => isOf(regions, item) && item.from <= asOf)
    .filter((item) => inForce(item, asOf) === 'no' || isReplaced(item, asOf))
    .sort(byLadder);

/** The first day on which an edition is not known to hold; far away where no end is printed. */
const endOf = (item: EditionSummary): string => {
  const ends = [
    item.to === undefined ? '9999-12-31' : nextDay(latestDay(item.to)),
    item.replaced?.on,
    item.unverified === undefined ? undefined : (item.unverifiedFrom ?? item.from),
  ];
  return ends.filter((day) => day !== undefined).sort()[0] ?? '';
};

/** Pairs of editions of one series that are both in force on some day: never allowed. */
export const overlaps = (
  summaries: readonly EditionSummary[],
): ReadonlyArray<readonly [EditionSummary, EditionSummary]> =>
  summaries.flatMap((a, index) =>
    summaries
      .slice(index + 1)
      .filter((b) => a.series === b.series && a.from < endOf(b) && b.from < endOf(a))
      .map((b) => [a, b] as const),
  );
