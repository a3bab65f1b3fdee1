import { distance } from 'fastest-levenshtein';
import { eastAsianWidth } from 'get-east-asian-width';

/** One spelling for comparison: full-width and compatibility forms folded, quotes, brackets and spaces dropped. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"“”'‘’「」『』]/g, '')
    .toLowerCase();

/** The candidate nearest to a mistyped word, if it is near enough to be meant. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  const wanted = fold(word);
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const contained = wanted.length >= 2 && (other.includes(wanted) || wanted.includes(other));
    const score = Math.min(
      distance(wanted, other),
      contained ? 1.5 + Math.abs(other.length - wanted.length) / 10 : 99,
    );
    if (score < bestScore) [best, bestScore] = [candidate, score];
  }
  return bestScore <= Math.max(1, wanted.length / 2.5) ? best : undefined;
};

export const suggestion = (word: string, candidates: Iterable<string>): string | undefined => {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `是不是想写“${near}”？`;
};

/** 字符数: every character and sign but white space, in code points. */
export const countText = (text: string): number => [...text.replace(/\s/gu, '')].length;

/** 汉字数 */
export const countHan = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Signs that a Chinese font draws full-width, though the code page leaves it open. */
const CHINESE_SIGNS = /[“”‘’…—·]/u;
const isWide = (character: string): boolean =>
  CHINESE_SIGNS.test(character) || eastAsianWidth(character.codePointAt(0) ?? 0) === 2;

/** 字数 as Word counts: each Han character or full-width sign 1, each run of other characters without white space 1. */
export const countWords = (text: string): number => {
  let count = 0;
  let inRun = false;
  for (const character of text) {
    const wide = isWide(character);
    const space = /\s/u.test(character);
    if (wide && !space) count += 1;
    else if (!space && !inRun) count += 1;
    inRun = !wide && !space;
  }
  return count;
};

/** Bounds in a text, in UTF-16 units. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** In the text's order; of those that overlap, the one that begins first, and of those the longest. */
export const withoutOverlaps = <Found extends Bounds>(found: readonly Found[]): readonly Found[] => {
  const kept: Found[] = [];
  for (const item of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || item.start >= last.end) kept.push(item);
  }
  return kept;
};
