import ExcelJS from 'exceljs';
import { widthOf } from '../table.ts';
import { VERDICT_FILLS } from './fills.ts';
import type { ClientReport } from './model.ts';
import { type Sheet, sheetsOf } from './sheets.ts';

/** The most characters a cell can hold, the tallest row that Excel allows, and points to a line. */
const CELL_LIMIT = 32_767;
const TALLEST = 400;
const LINE_HEIGHT = 16;
const HEADER_FILL = 'D9E2F3';
const BAR_COLOUR = 'FF9DC3E6';

/** Not allowed in XML 1.0. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const clean = (text: string): string => {
  const kept = text.replace(FORBIDDEN, '');
  return kept.length <= CELL_LIMIT ? kept : `${kept.slice(0, CELL_LIMIT - 1)}…`;
};

const solid = (colour: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour}` },
});
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFBFBFBF' } };
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Lines that a text takes once it wraps; not every program fits rows to wrapped text by itself. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);

type Entry = Sheet['rows'][number][number];

const writeCell = (cell: ExcelJS.Cell, entry: Entry): void => {
  cell.border = BORDER;
  cell.alignment = { vertical: 'top', wrapText: true };
  if (typeof entry === 'number') cell.value = entry;
  // a string value is a text cell whatever it begins with: =1+1 stays text
  else if (typeof entry === 'string') cell.value = clean(entry);
  else if ('share' in entry) {
    cell.value = entry.share;
    cell.numFmt = '0.00%';
  } else {
    cell.value = clean(entry.text);
    cell.fill = solid(VERDICT_FILLS[entry.tone]);
  }
};

const textOf = (entry: Entry): string =>
  typeof entry === 'object' ? ('text' in entry ? entry.text : '') : String(entry);

/** A bar in each cell of the column of shares, all on one scale from 0 to twice the threshold. */
const addBars = (worksheet: ExcelJS.Worksheet, data: Sheet): void => {
  const column = data.columns.findIndex((_column, index) =>
    data.rows.some((row) => typeof row[index] === 'object' && 'share' in row[index]),
  );
  if (column < 0) return;
  const letter = worksheet.getColumn(column + 1).letter;
  // exceljs writes the colour, though its types do not name it
  const rule = {
    type: 'dataBar' as const,
    priority: 1,
    gradient: false,
    cfvo: [
      { type: 'num' as const, value: 0 },
      { type: 'num' as const, value: 2 },
    ],
    color: { argb: BAR_COLOUR },
  };
  worksheet.addConditionalFormatting({
    ref: `${letter}2:${letter}${data.rows.length + 1}`,
    rules: [rule],
  });
};

const addSheet = (workbook: ExcelJS.Workbook, data: Sheet): void => {
  const worksheet = workbook.addWorksheet(data.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  worksheet.columns = data.columns.map(({ width }) => ({ width }));
  const header = worksheet.addRow(data.columns.map(({ title }) => title));
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = solid(HEADER_FILL);
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  const heightOf = (cells: readonly Entry[]): number => {
    const lines = cells.map((entry, column) => linesIn(textOf(entry), data.columns[column]?.width ?? 20));
    return Math.min(TALLEST, Math.max(1, ...lines) * LINE_HEIGHT + 2);
  };
  header.height = heightOf(data.columns.map(({ title }) => title));
  data.rows.forEach((entries, index) => {
    const row = worksheet.getRow(index + 2);
    entries.forEach((entry, column) => {
      writeCell(row.getCell(column + 1), entry);
    });
    row.height = heightOf(entries);
  });
  worksheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: data.rows.length + 1, column: data.columns.length },
  };
  addBars(worksheet, data);
};

/** The client report as a workbook, dated by the as-of date so that the same input gives the same content. */
export const clientWorkbook = async (report: ClientReport): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${report.asOf}T00:00:00Z`);
  workbook.modified = workbook.created;
  for (const data of sheetsOf(report)) addSheet(workbook, data);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
