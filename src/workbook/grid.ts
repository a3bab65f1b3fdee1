import ExcelJS from 'exceljs';
import { inputError, type Place } from '../base/diagnostic.ts';
import { type CellContent, cellContent, isFilled } from '../table/index.ts';

export type GridCell = CellContent & {
  readonly row: number;
  /** 1-based */
  readonly column: number;
  readonly at: Place;
};

type GridRow = ReadonlyMap<number, GridCell>;

/** A sheet as its filled cells. */
export interface Grid {
  readonly name: string;
  readonly file: string;
  /** in rising order */
  readonly rows: ReadonlyMap<number, GridRow>;
}

const MAX_ROWS = 20_000;
const MAX_CELLS = 300_000;

const refuse = (file: string, sheet: string, message: string) =>
  inputError('E401', `工作表“${sheet}”${message}，不像采集表`, {
    where: { file, sheet },
    fix: '确认选对了文件；如果是客户名单，用 zjtx screen',
  });

/** Only the head of merged cells says something: of which field the rest would be cannot be known. */
const contentOf = (cell: ExcelJS.Cell): CellContent => {
  const content = cellContent(cell);
  if (cell.type !== ExcelJS.ValueType.Merge || !isFilled(content)) return content;
  return {
    text: '',
    problem: `与 ${cell.master.address} 合并在一起，看不准属于哪一格`,
    fix: '取消合并单元格，逐格填写',
  };
};

/** @throws InputError for a sheet far bigger than a questionnaire */
export const gridOf = (sheet: ExcelJS.Worksheet, file: string): Grid => {
  const rows = new Map<number, GridRow>();
  let count = 0;
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const cells = new Map<number, GridCell>();
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (cell.type === ExcelJS.ValueType.Null) return;
      const content = contentOf(cell);
      if (!isFilled(content)) return;
      const at = { file, sheet: sheet.name, cell: cell.address };
      cells.set(column, { ...content, row: row.number, column, at });
      count += 1;
    });
    if (cells.size > 0) rows.set(row.number, cells);
    if (rows.size > MAX_ROWS || count > MAX_CELLS)
      throw refuse(
        file,
        sheet.name,
        `有超过 ${rows.size > MAX_ROWS ? `${MAX_ROWS} 行` : `${MAX_CELLS} 个格子`}`,
      );
  });
  return { name: sheet.name, file, rows };
};

export const cellAt = (grid: Grid, row: number, column: number | undefined): GridCell | undefined =>
  column === undefined ? undefined : grid.rows.get(row)?.get(column);

export const trimmed = (cell: GridCell | undefined): string => cell?.text.trim() ?? '';

/** Place of a sheet as a whole. */
export const sheetPlace = (grid: Grid): Place => ({ file: grid.file, sheet: grid.name });
