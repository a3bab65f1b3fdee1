import type { CivilDate } from '../base/date.ts';
import type { Edition } from '../policy/index.ts';
import type { Profile, ProfileRecord } from '../profile/index.ts';
import type { CheckedProgramme } from '../report/index.ts';
import type { EventKind } from './calendar-rules.ts';
import type { ProgrammePlan } from './distance.ts';
import type { SettlementPlan } from './settle.ts';

/** A day to keep in mind, and what it rests on. */
export interface CalendarEvent {
  readonly day: CivilDate;
  readonly kind: EventKind;
  readonly title: string;
  readonly detail: string;
  readonly basis: readonly string[];
}

/** A duty without a day of its own: it runs from something that happens. */
interface Standing {
  readonly text: string;
  readonly basis: readonly string[];
}

export interface Calendar {
  readonly events: readonly CalendarEvent[];
  readonly standing: readonly Standing[];
  /** titles and papers that ran out before the as-of date */
  readonly past: readonly string[];
  /** titles and certificates whose last day the profile does not give */
  readonly undated: readonly string[];
  /** where applications are taken, in words */
  readonly windows: readonly string[];
}

export interface CalendarInput {
  readonly profile: Profile;
  readonly asOf: CivilDate;
  readonly programmes: readonly CheckedProgramme[];
  readonly plans: readonly ProgrammePlan[];
  readonly settlements: readonly SettlementPlan[];
  /** the editions that hold for the company's place on a day */
  readonly editionsOn: (day: CivilDate) => readonly Edition[];
}

export const dateIn = (record: ProfileRecord, id: string): CivilDate | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'string' && value.length === 10 ? value : undefined;
};

/** The same duty under several editions is one entry that cites them all. */
export const merged = <Item extends { readonly basis: readonly string[] }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] => {
  const found = new Map<string, Item>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    const basis = [...new Set([...(known?.basis ?? []), ...item.basis])];
    found.set(keyOf(item), { ...(known ?? item), basis });
  }
  return [...found.values()];
};
