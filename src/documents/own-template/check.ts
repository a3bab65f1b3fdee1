import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Archive } from './archive.ts';
import { PartCheck, type PlacedTag } from './check-part.ts';

export type { PlacedTag };

export interface CheckedTemplate {
  readonly tags: readonly PlacedTag[];
  /** errors, warnings and hints, in the order of the document */
  readonly problems: readonly Diagnostic[];
}

/** Reads every tag of a template. @param baseYear what a year of four digits is counted from */
export const checkArchive = (archive: Archive, file: string, baseYear: number): CheckedTemplate => {
  const parts = archive.texts.map((part) => new PartCheck(part, file, baseYear));
  const tags = parts.flatMap((part) => part.tags);
  const problems = parts.flatMap((part) => part.problems);
  if (tags.length === 0 && problems.length === 0)
    problems.push({
      code: 'E340',
      severity: 'error',
      message: '模板里没有标签',
      where: { file },
      fix: '在要填的地方写 {企业名称} 这样的标签；全部标签见 zjtx template tags',
    });
  return { tags, problems };
};
