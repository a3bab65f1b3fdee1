import type { Diagnostic, Place, Severity } from '../base/diagnostic.ts';

/** Something in the list that could not be read, with what the cell says. */
export interface ReadingProblem extends Diagnostic {
  readonly where: Place;
  readonly text: string;
}

/** Where a table is read from. */
export interface Origin {
  readonly file: string;
  readonly sheet: string;
}

/** Place of a cell: file, sheet, cell, and the row as its line. */
export const placeOf = ({ file, sheet }: Origin, row: number, address?: string): Place => {
  const place: { -readonly [Key in keyof Place]: Place[Key] } = { file, line: row };
  if (sheet !== '') place.sheet = sheet;
  if (address !== undefined) place.cell = address;
  return place;
};

export const readingProblem = (
  code: string,
  severity: Severity,
  where: Place,
  text: string,
  message: string,
  fix?: string,
): ReadingProblem => ({ code, severity, message, where, text, ...(fix === undefined ? {} : { fix }) });

/** Cells that were filled but gave no fact: unreadable, a list that cannot be told in a cell, a contradiction. */
const UNREAD_CODES = new Set(['W420', 'W424', 'W425']);

/** How many cells of a row count as blank though they were filled; with any, the row is 部分读取. */
export const unreadCells = (problems: ReadonlyArray<{ readonly code: string }>): number =>
  problems.filter((problem) => UNREAD_CODES.has(problem.code)).length;
