import { attributesOf, DICTIONARY, FIELDS, type Field } from '../profile/index.ts';
import type { Grid, GridCell } from './grid.ts';
import { trimmed } from './grid.ts';
import { isHeader, readLabel, yearInHeader } from './label.ts';
import { GUIDE_SHEET, type HEADERS, MARKS } from './marks.ts';

/** What a sheet is, and where its header stands. */
export type Section =
  | { readonly kind: 'fields' | 'years' | 'sources'; readonly headerRow: number; readonly keyColumn?: number }
  | {
      readonly kind: 'list';
      readonly headerRow: number;
      readonly keyColumn?: number;
      readonly list: Field;
    }
  /** nothing to read in it */
  | { readonly kind: 'guide'; readonly version: number }
  | { readonly kind: 'choices' };

/** The header stands in one of the first rows; titles and notes may stand above it. */
const SEARCH_ROWS = 40;

const sectionOf = (mark: string, cell: GridCell): Section | undefined => {
  const place = { headerRow: cell.row, keyColumn: cell.column };
  switch (mark) {
    case MARKS.fields:
      return { kind: 'fields', ...place };
    case MARKS.years:
      return { kind: 'years', ...place };
    case MARKS.sources:
      return { kind: 'sources', ...place };
    case MARKS.choices:
      return { kind: 'choices' };
  }
  if (mark.startsWith(MARKS.guide)) return { kind: 'guide', version: Number(mark.slice(MARKS.guide.length)) };
  if (!mark.startsWith(MARKS.list)) return undefined;
  const list = FIELDS.find((field) => field.kind === 'records' && field.id === mark.slice(MARKS.list.length));
  return list === undefined ? undefined : { kind: 'list', list, ...place };
};

const byMark = (cells: readonly GridCell[]): Section | undefined => {
  for (const cell of cells) {
    const text = trimmed(cell);
    const section = text.startsWith('#') ? sectionOf(text, cell) : undefined;
    if (section !== undefined) return section;
  }
  return undefined;
};

const recordsNamed = (name: string): Field | undefined => {
  const field = DICTIONARY.find(name.replace(/\s*[(（]\d+[)）]$/, ''));
  return field?.kind === 'records' ? field : undefined;
};

/** How many cells of the row name attributes of the list. */
const attributesIn = (row: readonly GridCell[], list: Field): number =>
  row.filter((cell) => readLabel(cell.text, attributesOf(list)).field !== undefined).length;

/** For sheets whose hidden keys were lost, or that were made by hand: by their header words. */
const byHeader = (grid: Grid, rows: ReadonlyArray<readonly GridCell[]>): Section | undefined => {
  const named = new Set<Field>();
  const note = (text: string): void => {
    const list = recordsNamed(text);
    if (list !== undefined) named.add(list);
  };
  note(grid.name);
  for (const row of rows) {
    const headerRow = row[0]?.row ?? 0;
    const has = (name: keyof typeof HEADERS): boolean => row.some((cell) => isHeader(cell.text, name));
    if (has('field') && has('source') && has('record')) return { kind: 'sources', headerRow };
    if (has('field') && has('value')) return { kind: 'fields', headerRow };
    const hasYear = row.some((cell) => yearInHeader(cell.text) !== undefined);
    if (hasYear && (has('metric') || has('field'))) return { kind: 'years', headerRow };
    for (const list of named) {
      const found = attributesIn(row, list);
      if (found >= Math.min(2, list.attributes.length)) return { kind: 'list', headerRow, list };
    }
    for (const cell of row) note(trimmed(cell));
  }
  return undefined;
};

/** What the sheet is: by the hidden marker, else by its header; undefined where neither tells. */
export const recognise = (grid: Grid): Section | undefined => {
  const rows = [...grid.rows]
    .filter(([number]) => number <= SEARCH_ROWS)
    .map(([, cells]) => [...cells.values()]);
  const marked = byMark(rows.flat());
  if (marked !== undefined) return marked;
  if (grid.name.trim() === GUIDE_SHEET) return { kind: 'guide', version: 0 };
  return byHeader(grid, rows);
};
