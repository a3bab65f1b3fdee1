import ExcelJS from 'exceljs';
import { notesSheet, problemSheet, type ResultMeta } from './notes-sheets.ts';
import { detailSheet, summarySheet } from './result-sheets.ts';
import type { ScreenResult } from './run.ts';
import { addSheet } from './sheet.ts';

/** The result as an .xlsx: 汇总, 明细, 读取问题, 说明. Dated by the as-of date, so that the same input gives the same content. */
export const writeResult = async (result: ScreenResult, meta: ResultMeta): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${meta.asOf}T00:00:00Z`);
  workbook.modified = workbook.created;
  for (const data of [
    summarySheet(result),
    detailSheet(result),
    problemSheet(result),
    notesSheet(result, meta),
  ]) {
    addSheet(workbook, data);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
