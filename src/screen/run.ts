import type { Assessment } from '../assess/index.ts';
import { InputError } from '../base/diagnostic.ts';
import type { Edition } from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';
import { decisiveGaps, openFacts } from './gaps.ts';
import { editionsUsed, type Standing, standingOf } from './ladder.ts';
import type { ClientList } from './list.ts';
import type { ReadingProblem } from './problem.ts';
import { placeOf, readingProblem } from './problem.ts';
import type { ClientRow } from './rows.ts';

/** One company with everything the check found. */
export interface CompanyResult {
  /** 1 is best */
  readonly rank: number;
  readonly client: ClientRow;
  readonly assessments: readonly Assessment[];
  readonly standing: Standing;
  /** what fails in the next step */
  readonly gaps: readonly string[];
  /** labels of the facts that the next step lacks */
  readonly missing: readonly string[];
  /** the fact that would settle most of the next step */
  readonly question?: string;
}

export interface ScreenResult {
  readonly list: ClientList;
  /** in rank order */
  readonly companies: readonly CompanyResult[];
  /** rows that could not be assessed though they were read */
  readonly failed: readonly ReadingProblem[];
  /** every edition that was used, up the ladder */
  readonly editions: readonly Edition[];
}

type Unranked = Omit<CompanyResult, 'rank'>;

const resultOf = (client: ClientRow, assessments: readonly Assessment[]): Unranked => {
  const standing = standingOf(assessments);
  const { next } = standing;
  const undecided = [next?.appliesTo, next?.root].flatMap((result) =>
    result === undefined ? [] : openFacts(result),
  );
  const question = next?.questions[0]?.label;
  return {
    client,
    assessments,
    standing,
    gaps: next === undefined ? [] : decisiveGaps(next.root),
    missing: [...new Set(undecided.map((ref) => ref.label))],
    ...(question === undefined ? {} : { question }),
  };
};

/** Share of computable criteria that are met, as numerator and denominator; nothing to apply for is below 0/1. */
const shareOf = ({ standing: { next } }: Unranked): readonly [number, number] =>
  next === undefined ? [-1, 1] : [next.tally.met, Math.max(1, next.tally.computable)];

/** Highest rung within reach, then fewest failed, then largest share met of what can be computed, then fewest facts missing. */
const byProspect = (a: Unranked, b: Unranked): number => {
  const [metA, allA] = shareOf(a);
  const [metB, allB] = shareOf(b);
  return (
    b.standing.reachable - a.standing.reachable ||
    (a.standing.next?.tally.unmet ?? 0) - (b.standing.next?.tally.unmet ?? 0) ||
    metB * allA - metA * allB ||
    a.missing.length - b.missing.length ||
    a.client.row - b.client.row
  );
};

/**
 * Checks every company of the list and ranks them. Rows are independent: one that cannot be assessed is listed and the rest goes on.
 * @param assessAll the programmes that apply to a company, already tied to the as-of date
 */
export const screen = (
  list: ClientList,
  assessAll: (profile: Profile) => readonly Assessment[],
): ScreenResult => {
  const results: Unranked[] = [];
  const failed: ReadingProblem[] = [];
  for (const client of list.rows) {
    try {
      results.push(resultOf(client, assessAll(client.profile)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const at = client.profile.single.get('name')?.at ?? placeOf(list, client.row);
      for (const { code, message, fix } of error.diagnostics) {
        failed.push(readingProblem(code, 'error', at, client.name, message, fix));
      }
    }
  }
  const companies = results.sort(byProspect).map((result, index) => ({ ...result, rank: index + 1 }));
  return {
    list,
    companies,
    failed,
    editions: editionsUsed(companies.flatMap((company) => company.assessments)),
  };
};
