import type ExcelJS from 'exceljs';

const solid = (colour: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${colour}` },
});
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF8EA9C8' } };
const BOX: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FONT = '宋体';

const HEADER = solid('D9E2F3');
const GROUP = solid('EEF2F8');
const REQUIRED = solid('FFF8DC');
const SHUT = solid('E7E6E6');

const dress = (cell: ExcelJS.Cell, style: Partial<ExcelJS.Style>): void => {
  Object.assign(cell, style);
};

export const titleCell = (cell: ExcelJS.Cell): void =>
  dress(cell, { font: { name: FONT, size: 16, bold: true }, alignment: { vertical: 'middle' } });

export const noteCell = (cell: ExcelJS.Cell): void =>
  dress(cell, {
    font: { name: FONT, size: 10, color: { argb: 'FF595959' } },
    alignment: { vertical: 'middle', wrapText: true },
  });

export const headerCell = (cell: ExcelJS.Cell): void =>
  dress(cell, {
    font: { name: FONT, size: 11, bold: true },
    fill: HEADER,
    border: BOX,
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  });

export const groupCell = (cell: ExcelJS.Cell): void =>
  dress(cell, { font: { name: FONT, size: 11, bold: true }, fill: GROUP, border: BOX });

export const labelCell = (cell: ExcelJS.Cell, required: boolean): void =>
  dress(cell, {
    font: { name: FONT, size: 11, bold: required },
    border: BOX,
    alignment: { vertical: 'middle', indent: 1, wrapText: true },
  });

export const remarkCell = (cell: ExcelJS.Cell): void =>
  dress(cell, {
    font: { name: FONT, size: 9, color: { argb: 'FF595959' } },
    border: BOX,
    alignment: { vertical: 'middle', indent: 1, wrapText: true },
  });

/** A cell to be filled: boxed, free, light yellow when it must be. */
export const inputCell = (
  cell: ExcelJS.Cell,
  required: boolean,
  horizontal: 'left' | 'right' | 'center' = 'left',
): void => {
  dress(cell, {
    font: { name: FONT, size: 11 },
    border: BOX,
    alignment: { vertical: 'middle', horizontal, indent: horizontal === 'center' ? 0 : 1, wrapText: true },
    protection: { locked: false },
  });
  if (required) cell.fill = REQUIRED;
};

/** Not asked. */
export const shutCell = (cell: ExcelJS.Cell): void => dress(cell, { fill: SHUT, border: BOX });

/** Half-width characters that a text takes: a Chinese character takes two. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
};

const LINE_POINTS = 15;
const MOST_POINTS = 400;
/** Height in points of a row whose texts wrap in columns of these widths; not every program finds it by itself. */
export const heightOf = (texts: ReadonlyArray<readonly [text: string, width: number]>): number => {
  const lines = texts.map(([text, width]) =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 2))), 0),
  );
  return Math.min(MOST_POINTS, Math.max(20, Math.max(1, ...lines) * LINE_POINTS + 5));
};
