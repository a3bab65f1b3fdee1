import { distance } from 'fastest-levenshtein';

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
