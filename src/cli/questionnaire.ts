import { type Edition, editionsFor, type PolicyStore, type Region } from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';
import type { Plan } from '../workbook/index.ts';
import { regionsOfProfile } from './check-profile.ts';
import { asOfOption, type GlobalOptions, provinceOption } from './options.ts';
import { openPolicies, requireEdition } from './policies.ts';

export interface QuestionnaireOptions extends GlobalOptions {
  /** every field of the dictionary */
  readonly all?: boolean;
}

const editionsAsked = (
  store: PolicyStore,
  options: QuestionnaireOptions,
  regions: readonly Region[],
  asOf: string,
): readonly Edition[] =>
  options.programme === undefined
    ? editionsFor(store.summaries, regions, asOf).map((item) => store.load(item.id))
    : options.programme.map((id) => requireEdition(store, id));

/** What to ask: for the programmes named, else for those in force in the province, where the enterprise is, or nation-wide. */
export const planFor = async (options: QuestionnaireOptions, profile?: Profile): Promise<Plan> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  const store = await openPolicies(options.policies);
  const regions =
    province !== undefined ? [province] : profile === undefined ? [] : regionsOfProfile(profile);
  const { planQuestionnaire } = await import('../workbook/index.ts');
  return planQuestionnaire({
    editions: editionsAsked(store, options, regions, asOf),
    asOf,
    named: options.programme !== undefined,
    everything: options.all === true,
    ...(profile === undefined ? {} : { profile }),
  });
};
