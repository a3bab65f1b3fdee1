import { type EditionSummary, inForce } from '../../policy/index.ts';
import { programmeNames } from '../../screen/index.ts';
import type { JudgeOptions } from './judge.ts';

/** The programmes that a run may use, whatever the place of a company. */
export const candidates = (
  summaries: readonly EditionSummary[],
  { asOf, programmes }: JudgeOptions,
): readonly EditionSummary[] =>
  programmes === undefined
    ? summaries.filter((item) => inForce(item, asOf) !== 'no' && item.kind !== '复核')
    : summaries.filter((item) => programmes.includes(item.id));

export const candidateNames = (
  summaries: readonly EditionSummary[],
  options: JudgeOptions,
): ReadonlyMap<string, string> => programmeNames(candidates(summaries, options));
