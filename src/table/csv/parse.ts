import { columnName } from '../address.ts';
import type { CellContent, RowFormat, TableCell, TableRow } from '../model.ts';

export type CsvFormat = Extract<RowFormat, { kind: 'csv' }>;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A whole number may have been typed as a code: whether leading zeros are lost is for the column to judge. */
const contentOf = (text: string): CellContent => (/^\d+$/.test(text) ? { text, numeric: true } : { text });

/** Text from an opening quote to its closing one; a doubled quote stands for one. */
const quoted = (text: string, at: number): { readonly value: string; readonly end: number } => {
  let value = '';
  let from = at + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== QUOTE) return { value, end: close + 1 };
    value += '"';
    from = close + 2;
  }
};

/**
 * Reads records (RFC 4180): quotes double inside quotes, line breaks inside quotes belong to the text, a record ends with
 * CR, LF or CRLF. What stands between a closing quote and the next delimiter belongs to the text, as Excel has it.
 */
export const parseCsv = (text: string, delimiter: string, firstRow: number): TableRow[] => {
  const parting = delimiter.charCodeAt(0);
  const rows: TableRow[] = [];
  let cells: TableCell[] = [];
  let row = firstRow;
  let column = 1;
  const endRow = (): void => {
    if (cells.length > 0) rows.push({ row, cells });
    cells = [];
    row += 1;
    column = 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    let value = '';
    if (text.charCodeAt(at) === QUOTE) ({ value, end: at } = quoted(text, at));
    const start = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== parting && code !== LF && code !== CR) code = text.charCodeAt(++at);
    if (at > start) value += text.slice(start, at);
    if (value !== '' && value.trim() !== '')
      cells.push({ column, address: `${columnName(column)}${row}`, content: contentOf(value) });
    if (at >= text.length) break;
    if (code === parting) column += 1;
    else {
      if (code === CR && text.charCodeAt(at + 1) === LF) at += 1;
      endRow();
    }
  }
  if (cells.length > 0) endRow();
  return rows;
};

/** How a batch is read; kept apart from the file, so that a worker can do it. */
export const csvReader = ({
  encoding,
  delimiter,
}: CsvFormat): ((bytes: Uint8Array, firstRow: number) => TableRow[]) => {
  const decoder = new TextDecoder(encoding);
  return (bytes, firstRow) => parseCsv(decoder.decode(bytes), delimiter, firstRow);
};
