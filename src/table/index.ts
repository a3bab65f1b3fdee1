export { columnName } from './address.ts';
export { dateOfSerial, isFilled } from './content.ts';
export { csvRows } from './csv/rows.ts';
export { LIMITS, tooBig } from './limits.ts';
export {
  type Batch,
  type ByteSink,
  type ByteSource,
  bytesSource,
  type CellContent,
  type Merge,
  type RowFormat,
  type Table,
  type TableCell,
  type TableFile,
  type TableRow,
} from './model.ts';
export { batchReader, openTables } from './open.ts';
export { CSV_MARK, csvField, csvRow } from './write/csv.ts';
export type { OutCell, SheetSpec, SheetWriter } from './write/sheet.ts';
export type { Look } from './write/styles.ts';
export { WorkbookWriter } from './write/workbook.ts';
export { cellContent } from './xlsx/cell.ts';
