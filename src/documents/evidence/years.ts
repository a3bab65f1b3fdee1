const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/**
 * The years a text asks for: 近三年, 近两年, 上年度, 2019、2020年度, 2018至2020年度; the base year where it says nothing.
 * @param baseYear 上年度
 */
export const yearsIn = (text: string, baseYear: number): readonly number[] => {
  const span = /(20\d\d)年?(?:至|—|-)(20\d\d)/.exec(text);
  if (span !== null) return range(Number(span[1]), Number(span[2]));
  const named = [...text.matchAll(/(20\d\d)年?(?=[、，年]|$)/g)].map((hit) => Number(hit[1]));
  if (named.length > 0) return [...new Set(named)].sort();
  const last = /近\s*([一二两三四五\d])\s*年/.exec(text)?.[1];
  const count = last === undefined ? 1 : (DIGITS[last] ?? Number(last));
  return range(baseYear - count + 1, baseYear);
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
