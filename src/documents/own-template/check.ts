import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Archive, TextPart } from './archive.ts';
import { PartCheck, type PlacedTag } from './check-part.ts';
import { misplacedTags } from './render-part.ts';

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
  // only a template whose tags are right can be looked at as a whole
  if (!problems.some((problem) => problem.severity === 'error'))
    problems.push(...archive.texts.flatMap((part) => structureProblem(part, file)));
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

const structureProblem = (part: TextPart, file: string): readonly Diagnostic[] => {
  const names = part.xml.includes('{') ? misplacedTags(part) : [];
  if (names.length === 0) return [];
  return [
    {
      code: 'E346',
      severity: 'error',
      message: `${part.label}：循环或条件的开头和结尾放的位置不配（${names.join('、')}）`,
      where: { file, field: part.label },
      fix: '开头和结尾放在同一段里，或各自独占一段，或放在表格同一行的第一格和最后一格',
    },
  ];
};
