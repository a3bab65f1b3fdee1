import { loadPolicyFolder } from '../src/authoring/index.ts';
import { InputError } from '../src/base/diagnostic.ts';
import { type EditionSummary, overlaps, type Surface, summarize } from '../src/policy/index.ts';
import { explain } from './explain.ts';

/** Reads every policy file, checks it and the series, and gives what the program reads at run time. */
export const compilePolicies = (
  folder: string,
): { summaries: EditionSummary[]; surfaces: Record<string, Surface> } => {
  try {
    const files = loadPolicyFolder(folder);
    const summaries = files.map((file) => summarize(file.edition));
    const clash = overlaps(summaries)[0];
    if (clash !== undefined)
      throw new Error(`系列“${clash[0].series}”在同一天有两个有效版本：${clash[0].id}、${clash[1].id}`);
    return { summaries, surfaces: Object.fromEntries(files.map((file) => [file.edition.id, file.surface])) };
  } catch (error) {
    throw error instanceof InputError ? new Error(explain(error)) : error;
  }
};
