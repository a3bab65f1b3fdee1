import { add, compare, divide, min, type Ratio, ratio, ZERO } from '../base/ratio.ts';

/** A number that is only partly known: at least `low`, at most `high` (no upper end when undefined). */
export interface Interval {
  readonly low: Ratio;
  readonly high?: Ratio;
}

export const exactly = (value: Ratio): Interval => ({ low: value, high: value });
export const UNKNOWN: Interval = { low: ZERO };

export const capped = ({ low, high }: Interval, most: Ratio): Interval => ({
  low: min(low, most),
  high: high === undefined ? most : min(high, most),
});

/** The mean of several; undefined for none. */
export const mean = (items: readonly Interval[]): Interval | undefined => {
  if (items.length === 0) return undefined;
  const count = ratio(items.length);
  const low = divide(
    items.reduce((sum, item) => add(sum, item.low), ZERO),
    count,
  );
  let total: Ratio | undefined = ZERO;
  for (const { high } of items)
    total = total === undefined || high === undefined ? undefined : add(total, high);
  return { low, ...(total === undefined ? {} : { high: divide(total, count) }) };
};

export const isExact = ({ low, high }: Interval): boolean => high !== undefined && compare(low, high) === 0;
