import type ExcelJS from 'exceljs';
import { noteCell, titleCell } from './style.ts';

/** Rows of every sheet: title, note, (填写情况,) header. */
const TITLE_ROW = 1;
export const NOTE_ROW = 2;

interface Look {
  readonly name: string;
  readonly note: string;
  readonly headerRow: number;
  /** how many columns stay in sight when scrolling right, the hidden one included */
  readonly frozenColumns: number;
  /** of the visible columns from B on, in half-width characters */
  readonly widths: readonly number[];
  readonly landscape: boolean;
}

/** A sheet with hidden key column, title, frozen header, print set-up and protected labels. */
export const startSheet = (workbook: ExcelJS.Workbook, look: Look): ExcelJS.Worksheet => {
  const sheet = workbook.addWorksheet(look.name, {
    views: [{ state: 'frozen', xSplit: look.frozenColumns, ySplit: look.headerRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: look.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${look.headerRow}:${look.headerRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&A　第&P页，共&N页' },
  });
  sheet.getColumn(1).hidden = true;
  look.widths.forEach((width, index) => {
    sheet.getColumn(index + 2).width = width;
  });
  const last = look.widths.length + 1;
  const title = sheet.getCell(TITLE_ROW, 2);
  title.value = look.name;
  titleCell(title);
  sheet.getRow(TITLE_ROW).height = 26;
  const note = sheet.getCell(NOTE_ROW, 2);
  note.value = look.note;
  noteCell(note);
  sheet.mergeCells(NOTE_ROW, 2, NOTE_ROW, last);
  return sheet;
};

/** Labels are locked without a password; rows may be inserted, columns widened, sheets copied. */
export const protect = (sheet: ExcelJS.Worksheet): Promise<void> =>
  sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
