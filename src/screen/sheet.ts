import type ExcelJS from 'exceljs';

/** A cell: text or number, with a fill colour where the verdict is to be seen at a glance. */
export interface SheetCell {
  readonly value: string | number;
  /** RRGGBB */
  readonly fill?: string;
}

interface SheetColumn {
  readonly header: string;
  /** widest the column may grow, in half-width characters; longer texts wrap */
  readonly most?: number;
}

export interface SheetData {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: ReadonlyArray<ReadonlyArray<SheetCell | string | number>>;
  /** how many columns stay in sight when scrolling right */
  readonly frozenColumns?: number;
}

const NARROWEST = 6;
const WIDEST = 50;
/** points; 409 is the tallest that Excel allows */
const LINE_HEIGHT = 16;
const TALLEST = 400;
/** the most characters a cell can hold */
const CELL_LIMIT = 32_767;

/** Half-width characters that a text takes: a Chinese character takes two. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
};

const clip = (text: string): string =>
  text.length <= CELL_LIMIT ? text : `${text.slice(0, CELL_LIMIT - 1)}…`;

const widestLine = (text: string): number => Math.max(...text.split('\n').map(widthOf));
/** Lines that a text takes in a column once it wraps. */
const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);
const solid = (colour: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour}` },
});

const HEADER_FILL = 'D9E2F3';
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFBFBFBF' } };
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/**
 * Adds a table as a sheet: frozen header, filter, widths that fit Chinese, long texts wrapped.
 * Texts are written as string cells whatever they begin with, so “=1+1” stays text.
 */
export const addSheet = (workbook: ExcelJS.Workbook, data: SheetData): void => {
  const sheet = workbook.addWorksheet(data.name, {
    views: [{ state: 'frozen', xSplit: data.frozenColumns ?? 0, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const widths = data.columns.map((column) => widthOf(column.header) + 3);
  const header = sheet.addRow(data.columns.map((column) => column.header));
  header.eachCell((cell) => {
    Object.assign(cell, { font: { bold: true }, fill: solid(HEADER_FILL), border: BORDER });
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  for (const line of data.rows) {
    const row = sheet.addRow([]);
    line.forEach((entry, index) => {
      const { value, fill } = typeof entry === 'object' ? entry : { value: entry, fill: undefined };
      const cell = row.getCell(index + 1);
      cell.value = typeof value === 'string' ? clip(value) : value;
      cell.border = BORDER;
      cell.alignment = { vertical: 'top', wrapText: true };
      if (fill !== undefined) cell.fill = solid(fill);
      widths[index] = Math.max(widths[index] ?? 0, widestLine(String(value)) + 2);
    });
  }
  const shown = widths.map((width, index) =>
    Math.max(NARROWEST, Math.min(width, data.columns[index]?.most ?? WIDEST)),
  );
  shown.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  // not every program fits rows to wrapped text by itself
  const heightOf = (texts: readonly string[]): number => {
    const lines = Math.max(1, ...texts.map((text, index) => linesIn(text, shown[index] ?? WIDEST)));
    return Math.min(TALLEST, lines * LINE_HEIGHT + 2);
  };
  header.height = heightOf(data.columns.map((column) => column.header));
  data.rows.forEach((line, index) => {
    const texts = line.map((entry) => String(typeof entry === 'object' ? entry.value : entry));
    sheet.getRow(index + 2).height = heightOf(texts);
  });
  if (data.columns.length > 0) {
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: data.rows.length + 1, column: data.columns.length },
    };
  }
};
