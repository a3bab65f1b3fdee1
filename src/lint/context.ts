import type { CivilDate } from '../base/date.ts';
import type { Profile } from '../profile/index.ts';

/** What a draft is held against, where a profile is given. */
export interface Context {
  readonly profile: Profile;
  readonly asOf: CivilDate;
  /** 上年度 */
  readonly baseYear: number;
}
