import { add, compare, divide, type Ratio, sign, ZERO } from '../base/ratio.ts';
import { isRatio, type Profile, type ProfileRecord } from '../profile/index.ts';

/** Money put into the plan, against what was planned. */
export interface Investment {
  readonly planned?: Ratio;
  readonly invested?: Ratio;
  readonly rate?: Ratio;
  readonly years: ReadonlyArray<{
    readonly year: string;
    readonly planned?: Ratio;
    readonly invested?: Ratio;
  }>;
  /** totals that differ from the list */
  readonly remarks: readonly string[];
}

const amount = (record: ProfileRecord, id: string): Ratio | undefined => {
  const value = record.get(id)?.value;
  return isRatio(value) ? value : undefined;
};

/** Adds up what is written; undefined where nothing is. */
const total = (records: readonly ProfileRecord[], id: string): Ratio | undefined => {
  const written = records.map((record) => amount(record, id)).filter((value) => value !== undefined);
  return written.length === 0 ? undefined : written.reduce(add, ZERO);
};

const single = (profile: Profile, id: string): Ratio | undefined => {
  const value = profile.single.get(id)?.value;
  return isRatio(value) ? value : undefined;
};

const PAIRS = [
  ['planInvestment', 'amount', '推进计划总投资', '投资明细的投资额合计'],
  ['planInvested', 'done', '推进计划已完成投资', '投资明细的已完成合计'],
] as const;

/** The declared totals count; without them the list does, where every entry says. */
export const investmentOf = (profile: Profile): Investment => {
  const records = profile.records.get('planItems')?.items ?? [];
  const complete = profile.records.get('planItems')?.complete === true;
  const [planned, invested] = PAIRS.map(([field, attribute]) => {
    const declared = single(profile, field);
    if (declared !== undefined) return declared;
    const isWhole = complete && records.every((record) => amount(record, attribute) !== undefined);
    return isWhole ? total(records, attribute) : undefined;
  });
  const remarks = PAIRS.flatMap(([field, attribute, name, listed]) => {
    const [declared, sum] = [single(profile, field), total(records, attribute)];
    return declared === undefined || sum === undefined || compare(declared, sum) === 0
      ? []
      : [`${name}与${listed}不一致，核对后以佐证为准`];
  });
  const years = [...new Set(records.map((record) => String(record.get('year')?.value ?? '')))].sort();
  return {
    remarks,
    years: years.map((year) => {
      const own = records.filter((record) => String(record.get('year')?.value ?? '') === year);
      const [plan, done] = [total(own, 'amount'), total(own, 'done')];
      return {
        year,
        ...(plan === undefined ? {} : { planned: plan }),
        ...(done === undefined ? {} : { invested: done }),
      };
    }),
    ...(planned === undefined ? {} : { planned }),
    ...(invested === undefined ? {} : { invested }),
    ...(planned === undefined || invested === undefined || sign(planned) <= 0
      ? {}
      : { rate: divide(invested, planned) }),
  };
};
