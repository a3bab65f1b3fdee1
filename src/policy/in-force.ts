import type { CivilDate } from '../base/date.ts';
import type { ApplicationWindow, Edition } from './model.ts';

export type InForce = 'yes' | 'no' | 'unverified';
export const IN_FORCE_WORDS: Readonly<Record<InForce, string>> = {
  yes: '有效',
  no: '不在有效期',
  unverified: '是否有效未核实',
};

/** Dates may be known to the year (2017) or month (2017-05) only; the missing part is filled up. Texts compare in time order. */
const earliestDay = (date: string): CivilDate => date + '0000-01-01'.slice(date.length);
export const latestDay = (date: string): CivilDate => date + '0000-12-31'.slice(date.length);

/**
 * Is the edition in force on the day? In force is not open: see windowState.
 * A date known to the year only leaves days inside that year unverified; a replacement of confidence C or R as well,
 * and 未核实 from its 起 on, or altogether.
 */
export const inForce = (
  edition: Pick<Edition, 'from' | 'to' | 'replaced' | 'unverified' | 'unverifiedFrom'>,
  asOf: CivilDate,
): InForce => {
  if (asOf < earliestDay(edition.from)) return 'no';
  if (edition.to !== undefined && asOf > latestDay(edition.to)) return 'no';
  if (edition.replaced !== undefined && asOf >= edition.replaced.on) {
    return edition.replaced.confidence === 'A' || edition.replaced.confidence === 'B' ? 'no' : 'unverified';
  }
  const doubtful =
    (edition.unverified !== undefined && asOf >= (edition.unverifiedFrom ?? earliestDay(edition.from))) ||
    asOf < latestDay(edition.from) ||
    (edition.to !== undefined && asOf > earliestDay(edition.to));
  return doubtful ? 'unverified' : 'yes';
};

/** 受理窗口 on the day: open, still to come, or over with none announced. */
export const windowState = (
  edition: Pick<Edition, 'windows'>,
  asOf: CivilDate,
): {
  readonly open?: ApplicationWindow;
  readonly next?: ApplicationWindow;
  readonly last?: ApplicationWindow;
} => {
  const open = edition.windows.find((window) => window.from <= asOf && asOf <= window.to);
  const next = [...edition.windows]
    .filter((window) => window.from > asOf)
    .sort((a, b) => a.from.localeCompare(b.from))[0];
  const last = [...edition.windows]
    .filter((window) => window.to < asOf)
    .sort((a, b) => b.to.localeCompare(a.to))[0];
  return {
    ...(open === undefined ? {} : { open }),
    ...(next === undefined ? {} : { next }),
    ...(last === undefined ? {} : { last }),
  };
};
