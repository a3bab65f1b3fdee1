import { type Profile, textOf } from '../profile/index.ts';
import { isNotCompany } from './columns.ts';
import type { Layout } from './layout.ts';
import { type Origin, placeOf, type ReadingProblem, readingProblem } from './problem.ts';
import { RowReader } from './row-reader.ts';
import type { TableCell, TableRow } from './table.ts';

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

const refuse = (
  origin: Origin,
  row: TableRow,
  cell: TableCell | undefined,
  message: string,
  fix: string,
): RowReading => {
  const text =
    cell?.content.text ??
    row.cells
      .map((each) => each.content.text)
      .slice(0, 3)
      .join('、');
  return {
    refused: readingProblem('E421', 'error', placeOf(origin, row.row, cell?.address), text, message, fix),
  };
};

/**
 * Reads one row below the header. A row without a company's name is refused; a bad cell only leaves its fact unknown.
 * Cells in columns that were not understood are ignored: the header has been reported once.
 */
export const readRow = (row: TableRow, layout: Layout, origin: Origin): RowReading => {
  const ignored = new Set(
    layout.columns.filter(({ target }) => target.kind === 'ignored').map(({ index }) => index),
  );
  if (row.cells.every((cell) => ignored.has(cell.column))) return 'blank';
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const nameColumn = layout.columns.find(
    ({ target }) => target.kind === 'field' && target.field.id === 'name',
  );
  const nameCell = nameColumn === undefined ? undefined : cells.get(nameColumn.index);
  if (nameCell === undefined)
    return refuse(origin, row, undefined, '这一行没有企业名称，没有评估', '补上企业名称，或删去这一行');
  if ('problem' in nameCell.content) {
    return refuse(
      origin,
      row,
      nameCell,
      `企业名称读不了：${nameCell.content.problem}，没有评估`,
      nameCell.content.fix,
    );
  }
  const name = nameCell.content.text.trim();
  if (isNotCompany(name))
    return refuse(origin, row, nameCell, '像是合计行或附注，不是企业，没有评估', '如果是企业，请写全称');
  const reader = new RowReader(origin, row.row);
  for (const column of layout.columns) {
    const cell = cells.get(column.index);
    if (cell !== undefined) reader.read(cell, column);
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
