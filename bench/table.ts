import { table as lines } from '../src/report/index.ts';

/** @throws RangeError for an empty list */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [left, right] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (left === undefined || right === undefined) throw new RangeError('median of nothing');
  return (left + right) / 2;
};

/** Columns two spaces apart; the first row is the heading. */
export const table = ([heading = [], ...rows]: ReadonlyArray<readonly string[]>): string =>
  lines(heading, rows).join('\n');
