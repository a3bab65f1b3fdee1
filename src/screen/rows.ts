import { fold } from '../base/text.ts';
import { DICTIONARY, type Profile, textOf } from '../profile/index.ts';
import { columnName, type Merge, type TableCell, type TableRow } from '../table/index.ts';
import { isNotCompany } from './columns.ts';
import { isNameTarget } from './header-rows.ts';
import type { Column, Layout } from './layout.ts';
import { type Origin, placeOf, type ReadingProblem, readingProblem } from './problem.ts';
import { RowReader } from './row-reader.ts';

/** One company of the list. A cell that could not be read is a warning here and no fact in the profile. */
export interface ClientRow {
  /** as the spreadsheet shows it */
  readonly row: number;
  readonly name: string;
  readonly creditCode?: string;
  readonly profile: Profile;
  readonly problems: readonly ReadingProblem[];
}

export type RowReading = { readonly company: ClientRow } | { readonly refused: ReadingProblem } | 'blank';

/** Rows higher than this are looked up one by one; merged cells are seldom that tall. */
const TALL = 500;

/** Merged cells by the row in which they stand. */
const mergesByRow = (merges: readonly Merge[]): ((row: number) => readonly Merge[]) => {
  const byRow = new Map<number, Merge[]>();
  const tall = merges.filter((merge) => merge.bottom - merge.top > TALL);
  for (const merge of merges) {
    if (merge.bottom - merge.top > TALL) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [merge]);
      else list.push(merge);
    }
  }
  if (tall.length === 0) return (row) => byRow.get(row) ?? [];
  return (row) => [
    ...(byRow.get(row) ?? []),
    ...tall.filter((merge) => merge.top <= row && row <= merge.bottom),
  ];
};

const mergedCell = (column: number, row: number, merge: Merge): TableCell => ({
  column,
  address: `${columnName(column)}${row}`,
  content: {
    text: '',
    problem: `与 ${columnName(merge.left)}${merge.top} 合并在一起，看不准属于哪一格`,
    fix: '取消合并单元格，逐格填写',
  },
});

const isNameHeader = (text: string): boolean => DICTIONARY.find(text)?.id === 'name';

/**
 * Makes a reader of the rows below a header. A row without a company's name is refused; a bad cell only leaves its fact
 * unknown. Cells in columns that were not understood are left out: the header has been reported once.
 */
export const rowReader = (
  layout: Layout,
  origin: Origin,
  merges: readonly Merge[],
): ((row: TableRow) => RowReading) => {
  const ignored = new Set(
    layout.columns.filter(({ target }) => target.kind === 'ignored').map(({ index }) => index),
  );
  const columns: (Column | undefined)[] = [];
  for (const column of layout.columns) columns[column.index] = column;
  const nameIndex = layout.columns.find(({ target }) => isNameTarget(target))?.index ?? 0;
  const mergesAt = mergesByRow(merges.filter((merge) => merge.bottom > layout.headerRow));

  const refuse = (row: TableRow, cell: TableCell | undefined, message: string, fix: string): RowReading => {
    const shown = cell === undefined ? row.cells.slice(0, 3) : [cell];
    const text = shown.map((each) => each.content.text).join('、');
    const at = placeOf(origin, row.row, cell?.address);
    return { refused: readingProblem('E421', 'error', at, text, message, fix) };
  };

  const hidden = (row: TableRow): readonly TableCell[] =>
    mergesAt(row.row).flatMap((merge) =>
      layout.columns
        .filter(({ index }) => index >= merge.left && index <= merge.right)
        .filter(({ index }) => index !== merge.left || row.row !== merge.top)
        .map(({ index }) => mergedCell(index, row.row, merge)),
    );

  return (row) => {
    if (row.cells.every((cell) => ignored.has(cell.column))) return 'blank';
    const covered = hidden(row);
    const nameCell =
      row.cells.find((cell) => cell.column === nameIndex) ??
      covered.find((cell) => cell.column === nameIndex);
    if (nameCell === undefined)
      return refuse(row, undefined, '这一行没有企业名称，没有评估', '补上企业名称，或删去这一行');
    if ('problem' in nameCell.content) {
      const message = `企业名称读不了：${nameCell.content.problem}，没有评估`;
      return refuse(row, nameCell, message, nameCell.content.fix);
    }
    const name = nameCell.content.text.trim();
    if (isNotCompany(name))
      return refuse(row, nameCell, '像是合计行或附注，不是企业，没有评估', '如果是企业，请写全称');
    if (isNameHeader(fold(name)))
      return refuse(row, nameCell, '是重复的表头，不是企业，没有评估', '如果是企业，请写全称');
    const reader = new RowReader(origin, row.row);
    for (const cell of row.cells) {
      const column = columns[cell.column];
      if (column !== undefined) reader.read(cell, column);
    }
    for (const cell of covered) {
      const column = columns[cell.column];
      if (column !== undefined) reader.read(cell, column);
    }
    const profile = reader.finish(layout.filledOn);
    const creditCode = textOf(profile, 'creditCode');
    return {
      company: {
        row: row.row,
        name,
        profile,
        problems: reader.problems,
        ...(creditCode === undefined ? {} : { creditCode }),
      },
    };
  };
};
