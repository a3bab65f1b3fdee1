import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  TableLayoutType,
  VerticalAlignTable,
  VerticalMergeType,
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
  printed: 'CellPrinted',
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
    ...(cell.span === undefined || cell.span === 1 ? {} : { columnSpan: cell.span }),
    ...(cell.down === undefined || cell.down === 1 ? {} : { verticalMerge: VerticalMergeType.RESTART }),
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        style: STYLE_OF[cell.look],
        keepNext,
        children: [...wordRuns(cell.runs)],
        ...(cell.align === undefined ? {} : { alignment: cell.align }),
      }),
    ],
  });
};

/** The part of a tall cell that lies in a row below its first. */
const continued = (width: number, columns: number, keepNext: boolean): WordCell =>
  new WordCell({
    width: { size: width, type: WidthType.DXA },
    verticalMerge: VerticalMergeType.CONTINUE,
    ...(columns === 1 ? {} : { columnSpan: columns }),
    children: [new Paragraph({ style: 'CellPrinted', keepNext, children: [] })],
  });

/** A short row is not broken over two pages; a long one must be, or its end would be lost. */
const fitsOnePage = (row: TableRow): boolean => {
  const most = row.whole === true ? 1200 : 200;
  return row.cells.every((cell) => {
    const text = textOfRuns(cell.runs);
    return text.length < most && (row.whole === true || !text.includes('\n') || cell.look === 'printed');
  });
};

/** Tall cells that reach into the rows below: first column → columns and rows left. */
type Reaching = Map<number, { readonly columns: number; readonly rows: number }>;

const wordRow = (
  row: TableRow,
  widths: readonly number[],
  isHeader: boolean,
  reaching: Reaching,
): WordRow => {
  const keepNext = isHeader || row.withNext === true;
  const widthOf = (from: number, columns: number) =>
    widths.slice(from, from + columns).reduce((sum, part) => sum + part, 0);
  const cells: WordCell[] = [];
  let column = 0;
  const passTall = (): void => {
    for (let tall = reaching.get(column); tall !== undefined; tall = reaching.get(column)) {
      cells.push(continued(widthOf(column, tall.columns), tall.columns, keepNext));
      if (tall.rows === 1) reaching.delete(column);
      else reaching.set(column, { ...tall, rows: tall.rows - 1 });
      column += tall.columns;
    }
  };
  const started: [number, { columns: number; rows: number }][] = [];
  passTall();
  for (const cell of row.cells) {
    const columns = cell.span ?? 1;
    cells.push(wordCell(cell, widthOf(column, columns), keepNext));
    if ((cell.down ?? 1) > 1) started.push([column, { columns, rows: (cell.down ?? 1) - 1 }]);
    column += columns;
    passTall();
  }
  for (const [at, tall] of started) reaching.set(at, tall);
  return new WordRow({
    children: cells,
    ...(isHeader ? { tableHeader: true } : {}),
    ...(isHeader || fitsOnePage(row) ? { cantSplit: true } : {}),
    ...(row.height === undefined ? {} : { height: { value: row.height, rule: HeightRule.ATLEAST } }),
  });
};

const wordRows = (table: Table): readonly WordRow[] => {
  const reaching: Reaching = new Map();
  return table.rows.map((row, index) => wordRow(row, table.widths, index < table.headerRows, reaching));
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
    rows: wordRows(table),
  });
