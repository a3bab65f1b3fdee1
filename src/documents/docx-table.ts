import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  TableLayoutType,
  VerticalAlignTable,
  WidthType,
  TableCell as WordCell,
  TableRow as WordRow,
  Table as WordTable,
} from 'docx';
import { wordRuns } from './docx-runs.ts';
import type { Table, TableCell, TableRow } from './page.ts';
import { textOfRuns } from './run.ts';

const STYLE_OF: Readonly<Record<TableCell['look'], string>> = {
  label: 'CellLabel',
  head: 'CellHead',
  text: 'CellText',
  long: 'CellText',
  number: 'CellNumber',
  notice: 'CellNotice',
  signature: 'CellSignature',
};

const SHADE_OF: Partial<Readonly<Record<TableCell['look'], string>>> = {
  label: 'F2F2F2',
  head: 'E7E6E6',
  notice: 'FFF2CC',
};

const wordCell = (cell: TableCell, width: number, keepNext: boolean): WordCell => {
  const fill = cell.fill ?? SHADE_OF[cell.look];
  return new WordCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: cell.look === 'long' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [new Paragraph({ style: STYLE_OF[cell.look], keepNext, children: [...wordRuns(cell.runs)] })],
  });
};

/** A short row is not broken over two pages; a long one must be, or its end would be lost. */
const fitsOnePage = (row: TableRow): boolean =>
  row.cells.every((cell) => textOfRuns(cell.runs).length < 200 && !textOfRuns(cell.runs).includes('\n'));

const wordRow = (row: TableRow, widths: readonly number[], isHeader: boolean): WordRow => {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const end = column + (cell.span ?? 1);
    const width = widths.slice(column, end).reduce((sum, part) => sum + part, 0);
    column = end;
    return wordCell(cell, width, isHeader);
  });
  return new WordRow({
    children: cells,
    ...(isHeader ? { tableHeader: true } : {}),
    ...(isHeader || fitsOnePage(row) ? { cantSplit: true } : {}),
    ...(row.height === undefined ? {} : { height: { value: row.height, rule: HeightRule.ATLEAST } }),
  });
};

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** Fixed widths in DXA: percentages come out wrong in WPS and LibreOffice. */
export const wordTable = (table: Table): WordTable =>
  new WordTable({
    width: { size: table.widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...table.widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 85, right: 85 },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: table.rows.map((row, index) => wordRow(row, table.widths, index < table.headerRows)),
  });
