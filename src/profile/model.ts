import type { CivilDate } from '../base/date.ts';
import type { Place } from '../base/diagnostic.ts';
import type { Ratio } from '../base/ratio.ts';

/** Texts, dates and choices are strings, 多选 and lists are string arrays, numbers are exact in base units. */
export type Value = string | boolean | Ratio | readonly string[];

/** One known value with where it stands and what it rests on. A blank is no fact at all. */
export interface Fact {
  readonly value: Value;
  readonly at?: Place;
  /** 来源 */
  readonly source?: string;
  /** 佐证 */
  readonly evidence?: string;
  /** 备注 */
  readonly note?: string;
}

export type ProfileRecord = ReadonlyMap<string, Fact>;

/** An absent list is unknown, an empty complete list is “none”, an incomplete list (未列全) counts at least what it shows. */
export interface RecordList {
  readonly items: readonly ProfileRecord[];
  readonly complete: boolean;
  readonly at?: Place;
}

/** 企业档案: the facts about one enterprise. Keys are field ids. */
export interface Profile {
  readonly single: ReadonlyMap<string, Fact>;
  readonly yearly: ReadonlyMap<string, ReadonlyMap<number, Fact>>;
  readonly records: ReadonlyMap<string, RecordList>;
  readonly file?: string;
}

export const textOf = (profile: Profile, id: string): string | undefined => {
  const value = profile.single.get(id)?.value;
  return typeof value === 'string' ? value : undefined;
};

export const nameOf = (profile: Profile): string => textOf(profile, 'name') ?? '（未填企业名称）';

export const isRatio = (value: Value | undefined): value is Ratio =>
  typeof value === 'object' && value !== null && 'n' in value;

/** The latest year, not after `upTo`, for which any yearly figure is given. */
export const latestYear = (profile: Profile, upTo: number): number | undefined => {
  let latest: number | undefined;
  for (const years of profile.yearly.values()) {
    for (const year of years.keys()) {
      if (year <= upTo && (latest === undefined || year > latest)) latest = year;
    }
  }
  return latest;
};

/** A date that may be known to the year only: the days it can lie between. */
export const dateBounds = (value: string): readonly [CivilDate, CivilDate] =>
  value.length === 4 ? [`${value}-01-01`, `${value}-12-31`] : [value, value];
