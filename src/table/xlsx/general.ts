import type ExcelJS from 'exceljs';
import { isFilled } from '../content.ts';
import { damaged, LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource, Merge, TableCell, TableRow } from '../model.ts';
import { cellContent } from './cell.ts';

const rowOf = (row: ExcelJS.Row): TableRow => {
  const cells: TableCell[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (cell.isMerged && cell.master !== cell) return;
    const content = cellContent(cell);
    if (isFilled(content)) cells.push({ column, address: cell.address, content });
  });
  return { row: row.number, cells };
};

export interface GeneralSheet {
  readonly rows: readonly TableRow[];
  readonly merges: readonly Merge[];
}

const mergesOf = (sheet: ExcelJS.Worksheet): Merge[] => {
  const found = new Map<string, Merge>();
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (!cell.isMerged) return;
      const { address } = cell.master;
      const [top, left] = [Number(cell.master.row), Number(cell.master.col)];
      const known = found.get(address) ?? { top, left, bottom: top, right: left };
      found.set(address, {
        ...known,
        bottom: Math.max(known.bottom, Number(cell.row)),
        right: Math.max(known.right, Number(cell.col)),
      });
    }),
  );
  return [...found.values()];
};

/**
 * Reads sheets with exceljs, which knows more of XML than the fast reader but holds the whole workbook.
 * @returns the worksheets in the order of the file
 */
export const readGeneral = async (
  source: ByteSource,
  unpacked: number,
  file: string,
): Promise<readonly GeneralSheet[]> => {
  if (source.size > LIMITS.general || unpacked > LIMITS.general) {
    throw tooBig(
      file,
      `的写法少见，只能整本读，而解压后有 ${megabytes(unpacked)}，超过 ${megabytes(LIMITS.general)} 上限`,
      '在 Excel 或 WPS 里打开，另存为新的 .xlsx 或 CSV 再试',
    );
  }
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  const bytes = await source.read(0, source.size);
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  try {
    await workbook.xlsx.load(copy);
    return workbook.worksheets.map((sheet) => {
      const rows: TableRow[] = [];
      sheet.eachRow((row) => {
        const read = rowOf(row);
        if (read.cells.length > 0) rows.push(read);
      });
      return { rows, merges: mergesOf(sheet) };
    });
  } catch {
    throw damaged(file, '解析不了');
  }
};
