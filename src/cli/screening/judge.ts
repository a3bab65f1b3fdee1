import type { Assessment } from '../../assess/index.ts';
import type { CivilDate } from '../../base/date.ts';
import type { PolicyStore } from '../../policy/index.ts';
import type { Profile } from '../../profile/index.ts';
import type { Judgement } from '../../screen/index.ts';
import { checkProfile } from '../check-profile.ts';
import { provinceOption } from '../options.ts';

/** What a screening asks of every company; plain data, so that a worker can be told. */
export interface JudgeOptions {
  readonly asOf: CivilDate;
  readonly province?: string;
  readonly programmes?: readonly string[];
  /** folder of the user's own policy files */
  readonly policies?: string;
}

/** A list tells how things stand on the as-of date, unless it says otherwise. */
const asOfDay = (profile: Profile, asOf: CivilDate): Profile =>
  profile.single.has('filledOn')
    ? profile
    : { ...profile, single: new Map([...profile.single, ['filledOn', { value: asOf }]]) };

/** The check of one company, as `zjtx check` does it, without the reviews that were not asked for. */
export const makeJudge = (store: PolicyStore, options: JudgeOptions): ((profile: Profile) => Judgement) => {
  const { asOf, programmes } = options;
  const province = provinceOption(options.province);
  // a review concerns the few whose title runs out; it is screened when named
  const wanted = ({ edition }: Assessment): boolean => programmes !== undefined || edition.kind !== '复核';
  return (profile) => {
    const result = checkProfile(asOfDay(profile, asOf), store, { asOf, province, programmes }, []);
    return {
      assessments: result.assessments.map((item) => item.assessment).filter(wanted),
      findings: [...result.findings, ...result.pitfalls.findings],
    };
  };
};
