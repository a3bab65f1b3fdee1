import ExcelJS from 'exceljs';
import { InputError, inputError } from '../base/diagnostic.ts';
import { type CellContent, cellContent } from './cell.ts';
import { checkContainer } from './container.ts';

/** One filled cell of a row. */
export interface TableCell {
  /** 1-based */
  readonly column: number;
  /** such as B3 */
  readonly address: string;
  readonly content: CellContent;
}

export interface TableRow {
  /** 1-based, as the spreadsheet shows it */
  readonly row: number;
  readonly cells: readonly TableCell[];
}

/** The port for reading a table: whoever reads the file, rows arrive one by one with their addresses. */
export interface Table {
  readonly sheet: string;
  rows(): AsyncIterable<TableRow>;
}

const MAX_ROWS = 50_000;

const rowOf = (row: ExcelJS.Row): TableRow => {
  const cells: TableCell[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const content = cellContent(cell);
    if (content.text.trim() !== '' || 'problem' in content)
      cells.push({ column, address: cell.address, content });
  });
  return { row: row.number, cells };
};

async function* rowsOf(sheet: ExcelJS.Worksheet): AsyncGenerator<TableRow> {
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.findRow(number);
    if (row === undefined || !row.hasValues) continue;
    const read = rowOf(row);
    if (read.cells.length > 0) yield read;
  }
}

const load = async (bytes: Uint8Array, file: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  try {
    return await workbook.xlsx.load(copy);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw inputError('E405', `${file} 解析不了，文件可能已损坏`, {
      where: { file },
      fix: '在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”再试',
    });
  }
};

/**
 * Opens a workbook: its visible sheets that have cells, in order.
 * @throws InputError when the bytes are not a readable .xlsx, are too big, or hold no filled sheet
 */
export const openWorkbook = async (bytes: Uint8Array, file: string): Promise<readonly Table[]> => {
  checkContainer(bytes, file);
  const { worksheets } = await load(bytes, file);
  const filled = worksheets.filter((sheet) => sheet.state === 'visible' && sheet.actualRowCount > 0);
  if (filled.length === 0) {
    const hidden = worksheets.some((sheet) => sheet.state !== 'visible' && sheet.actualRowCount > 0);
    throw inputError('E406', `${file} 里没有读到任何数据行`, {
      where: { file },
      fix: hidden
        ? '有数据的工作表是隐藏的，请取消隐藏后再试'
        : '确认名单在工作表里；若在 Excel 里看得到数据，请另存为新的 .xlsx 再试',
    });
  }
  const tooLong = filled.find((sheet) => sheet.actualRowCount > MAX_ROWS);
  if (tooLong !== undefined) {
    throw inputError(
      'E401',
      `工作表“${tooLong.name}”有 ${tooLong.actualRowCount} 行，超过 ${MAX_ROWS} 行上限`,
      {
        where: { file, sheet: tooLong.name },
        fix: '把名单拆成几个文件分别筛查',
      },
    );
  }
  return filled.map((sheet) => ({ sheet: sheet.name, rows: () => rowsOf(sheet) }));
};
