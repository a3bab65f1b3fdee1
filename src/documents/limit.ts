import { countRuns, type Run, toCheck } from './run.ts';

/** Says so where a text is longer, or shorter, than the form allows; nothing is cut. */
export const withLimit = (
  runs: readonly Run[],
  limit: number | undefined,
  label: string,
  least?: number,
): readonly Run[] => {
  const length = countRuns(runs);
  if (limit !== undefined && length > limit) return [...runs, toCheck(`限${limit}字，现${length}字`, label)];
  if (least !== undefined && length < least)
    return [...runs, toCheck(`不少于${least}字，现${length}字`, label)];
  return runs;
};
