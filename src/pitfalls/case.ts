import type { Assessment } from '../assess/index.ts';
import type { CivilDate } from '../base/date.ts';
import type { Profile } from '../profile/index.ts';
import type { Finding } from './model.ts';

/** What a detector may read: the enterprise and the day. */
export interface ProfileCase {
  readonly profile: Profile;
  readonly asOf: CivilDate;
  /** 上年度 */
  readonly baseYear: number;
  /** 申报截止日, else the as-of date: the day on which certificates must be valid */
  readonly closing: CivilDate;
}

/** The same, with the edition being checked: thresholds come from it and never from the course. */
export interface EditionCase extends ProfileCase {
  readonly assessment: Assessment;
}

/** Something found, or a fact without which a check could not be made: a blank accuses nobody. */
export type Hit = Finding | { readonly missing: string };

/** One topic's checks: those that need only the profile, and those that need the edition. */
export interface Detector {
  /** P07 */
  readonly topic: string;
  readonly onProfile?: (input: ProfileCase) => readonly Hit[];
  readonly onEdition?: (input: EditionCase) => readonly Hit[];
}
