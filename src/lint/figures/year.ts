/** Which year a number speaks of, as far as the text says. */
export type YearSaid =
  | { readonly kind: 'one'; readonly year: number }
  | { readonly kind: 'several'; readonly years: readonly number[] }
  /** part of a year, or a stretch that cannot be told */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
const DASH = '[-—–－~～至到]+';

const rangeOf = (from: number, to: number): readonly number[] =>
  to > from && to - from < 10 ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];

/** Three years in 2023、2024、2025年, 2023—2025年, 近三年. */
const severalYears = (text: string, baseYear: number): readonly number[] => {
  const range = new RegExp(`((?:19|20)\\d{2})年?${DASH}((?:19|20)\\d{2})年`).exec(text);
  if (range !== null) return rangeOf(Number(range[1]), Number(range[2]));
  const list = /(?:(?:19|20)\d{2}年?(?:度|末)?[、，,和及与])+(?:19|20)\d{2}年/.exec(text)?.[0];
  if (list !== undefined) return [...list.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year));
  const recent = /(?:近|最近|过去)([两二三四五2345])年/.exec(text)?.[1];
  if (recent === undefined) return [];
  const count = COUNTS[recent] ?? Number(recent);
  return rangeOf(baseYear - count + 1, baseYear);
};

/**
 * @param before the sentence up to the number
 * @param after what follows the number, where （2025年） may stand
 */
export const yearSaid = (before: string, after: string, baseYear: number): YearSaid => {
  const behind = /^[（(]((?:19|20)\d{2})年(?:度|末)?[）)]/.exec(after)?.[1];
  if (behind !== undefined) return { kind: 'one', year: Number(behind) };
  const several = severalYears(before, baseYear);
  const all = [
    ...before.matchAll(
      /((?:19|20)\d{2})年(?:(\d{1,2})月)?|(上年度|上年末|上一年度|去年)|(今年|本年|当前|目前|现有|截至今)/g,
    ),
  ];
  const last = all.at(-1);
  if (several.length > 0) {
    const ends = /((?:近|最近|过去)[两二三四五2345]年|(?:19|20)\d{2}年)/g;
    const end = Math.max(...[...before.matchAll(ends)].map((match) => match.index));
    if (last === undefined || last.index <= end) return { kind: 'several', years: several };
  }
  if (last === undefined)
    return /近几年|历年|多年来|近年来/.test(before) ? { kind: 'unclear' } : { kind: 'none' };
  const [, year, month, lastYear] = last;
  if (year !== undefined)
    return month === undefined || month === '12' ? { kind: 'one', year: Number(year) } : { kind: 'unclear' };
  return lastYear === undefined ? { kind: 'none' } : { kind: 'one', year: baseYear };
};
