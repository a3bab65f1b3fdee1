import ExcelJS from 'exceljs';
import { repackZip } from '../docx-pack.ts';

interface Heading {
  readonly label: string;
  readonly weight: number;
  readonly numeric: boolean;
}

interface Cell {
  readonly text: string;
  /** a placeholder */
  readonly open: boolean;
}

const NO_TIME = new Date(Date.UTC(1980, 0, 1));
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF808080' } };
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const fill = (colour: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour}` },
});

/** Lines a text takes in a column of so many half-width characters. */
const linesIn = (text: string, width: number): number => {
  const taken = [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
  return Math.max(1, Math.ceil(taken / (width - 1)));
};
/** points; 409 is the tallest that Excel allows */
const heightOf = (texts: readonly string[], widths: readonly number[]): number =>
  Math.min(409, 6 + 15 * Math.max(1, ...texts.map((text, at) => linesIn(text, widths[at] ?? 8))));

/** A number is written as one, anything else as text whatever it begins with: “=1+1” stays text. */
const cellValue = ({ text, open }: Cell, numeric: boolean): string | number =>
  numeric && !open && /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text;

/** The table as an .xlsx that prints on A4 on its side; same input, same bytes. */
export const summaryWorkbook = async (
  head: { readonly title: string; readonly note: string; readonly notices: readonly string[] },
  columns: readonly Heading[],
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = NO_TIME;
  workbook.modified = NO_TIME;
  const sheet = workbook.addWorksheet(head.title, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const widths = columns.map(({ weight }) => weight + 3);
  const total = widths.reduce((sum, width) => sum + width, 6);
  sheet.columns = [{ width: 6 }, ...widths.map((width) => ({ width }))];
  const across = (text: string, bold: boolean): void => {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, columns.length + 1);
    row.height = bold ? 30 : heightOf([text], [total]);
    row.getCell(1).font = { name: '宋体', size: bold ? 16 : 10, bold };
    row.getCell(1).alignment = { horizontal: bold ? 'center' : 'left', vertical: 'middle', wrapText: true };
  };
  for (const notice of head.notices) across(notice, false);
  across(head.title, true);
  across(head.note, false);
  const header = sheet.addRow(['序号', ...columns.map(({ label }) => label)]);
  header.height = heightOf(
    columns.map(({ label }) => label),
    widths,
  );
  header.eachCell((cell) => {
    cell.font = { name: '宋体', size: 11, bold: true };
    cell.fill = fill('E7E6E6');
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  for (const [index, cells] of rows.entries()) {
    const values = cells.map((cell, at) => cellValue(cell, columns[at]?.numeric ?? false));
    const row = sheet.addRow([index + 1, ...values]);
    row.height = heightOf(
      cells.map(({ text }) => text),
      widths,
    );
    row.eachCell({ includeEmpty: true }, (cell, at) => {
      cell.font = { name: '宋体', size: 11 };
      cell.border = BORDER;
      cell.alignment = { vertical: 'middle', wrapText: true };
      if (cells[at - 2]?.open === true) cell.fill = fill('FFFF00');
    });
  }
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: header.number }];
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  return repackZip(new Uint8Array(await workbook.xlsx.writeBuffer()), {});
};
