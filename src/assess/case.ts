import { type CivilDate, yearOf } from '../base/date.ts';
import type { Criterion, Edition } from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';
import type { CriterionResult, ScoreResult } from './model.ts';

/** What every evaluator needs: the enterprise, the rules and the day. Reads no clock and no file. */
export interface Case {
  readonly profile: Profile;
  readonly edition: Edition;
  readonly asOf: CivilDate;
  /** 上年度: the last full accounting year before the as-of date */
  readonly baseYear: number;
  /** computed once, before the criteria that use it */
  readonly score: ScoreResult | undefined;
  /** how a criterion is decided, for tests that refer to one */
  readonly decide: (input: Case, criterion: Criterion) => CriterionResult;
}

export const baseYearOf = (asOf: CivilDate): number => yearOf(asOf) - 1;

/** A year that is over on the as-of date: its figures can no longer be changed. */
export const isClosed = (year: number, asOf: CivilDate): boolean => year < yearOf(asOf);
