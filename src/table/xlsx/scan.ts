import { parseDate } from '../../base/date.ts';
import { columnName } from '../address.ts';
import {
  booleanContent,
  dateContent,
  errorContent,
  isFilled,
  numberContent,
  unknownContent,
  unsavedFormula,
} from '../content.ts';
import type { CellContent, RowFormat, TableCell, TableRow } from '../model.ts';
import { plainText, textLookup } from './texts.ts';
import { normalizeBreaks, unescapeCell, unescapeXml } from './xml.ts';

export type XlsxFormat = Extract<RowFormat, { kind: 'xlsx' }>;
type Scanner = (xml: string, nextRow?: number) => TableRow[];

const GREATER = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

const textContent = (raw: string): CellContent => ({ text: unescapeCell(unescapeXml(normalizeBreaks(raw))) });

/** Column of a reference such as AB12, without making a string of its letters. */
const columnIn = (xml: string, start: number, end: number): number => {
  let column = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
};

/**
 * Makes a reader of runs of <row> elements. It knows the cell kinds of ECMA-376 18.18.11: numbers, shared, inline and
 * formula texts, truth values, errors, ISO dates, each with or without a formula.
 */
export const makeScanner = (format: XlsxFormat): Scanner => {
  const { prefix, styles, date1904 } = format;
  const textAt = textLookup(format.strings);
  const [rowOpen, rowClose] = [`<${prefix}row`, `</${prefix}row>`];
  const [cellOpen, cellClose] = [`<${prefix}c`, `</${prefix}c>`];
  const [valueOpen, valueClose] = [`<${prefix}v`, `</${prefix}v>`];
  const [formulaOpen, formulaClose] = [`<${prefix}f`, `</${prefix}f>`];

  /** The text of the first such element between two places; undefined where there is none, empty where it is empty. */
  const inner = (xml: string, open: string, close: string, from: number, to: number): string | undefined => {
    for (let at = xml.indexOf(open, from); at >= 0 && at < to; at = xml.indexOf(open, at + 1)) {
      const next = xml.charCodeAt(at + open.length);
      if (next !== GREATER && next !== SLASH && next > 32) continue;
      const start = xml.indexOf('>', at) + 1;
      if (xml.charCodeAt(start - 2) === SLASH) return '';
      const end = xml.indexOf(close, start);
      return end < 0 || end > to ? undefined : xml.slice(start, end);
    }
    return undefined;
  };

  const contentOf = (
    xml: string,
    from: number,
    to: number,
    type: string,
    style: number,
  ): CellContent | undefined => {
    if (type === 'inlineStr') return { text: plainText(xml.slice(from, to), prefix) };
    const value = inner(xml, valueOpen, valueClose, from, to);
    if (value === undefined || (value === '' && type !== 'str')) {
      const formula = inner(xml, formulaOpen, formulaClose, from, to);
      return formula === undefined ? undefined : unsavedFormula(unescapeXml(formula));
    }
    switch (type) {
      case '':
      case 'n':
        return numberContent(Number(value), styles[style] ?? '', date1904);
      case 's': {
        const text = textAt(Number(value));
        return text === undefined ? unknownContent() : { text };
      }
      case 'str':
        return textContent(value);
      case 'b':
        return booleanContent(value.trim() !== '0' && value.trim() !== 'false');
      case 'e':
        return errorContent(value);
      case 'd':
        return dateContent(parseDate(value.slice(0, 10)));
      default:
        return unknownContent();
    }
  };

  const cellsOf = (xml: string, from: number, to: number, row: number): TableCell[] => {
    const cells: TableCell[] = [];
    let column = 0;
    for (let at = xml.indexOf(cellOpen, from); at >= 0 && at < to; ) {
      let look = at + cellOpen.length;
      if (xml.charCodeAt(look) > 32 && xml.charCodeAt(look) !== GREATER && xml.charCodeAt(look) !== SLASH) {
        at = xml.indexOf(cellOpen, look);
        continue;
      }
      column += 1;
      let type = '';
      let style = 0;
      let code = xml.charCodeAt(look);
      while (code !== GREATER && code !== SLASH && look < to) {
        if (code <= 32) {
          look += 1;
        } else {
          const name = code;
          const nameStart = look;
          while (xml.charCodeAt(look) !== EQUALS && look < to) look += 1;
          const single = look - nameStart === 1;
          look += 1;
          while (xml.charCodeAt(look) !== QUOTE && xml.charCodeAt(look) !== APOSTROPHE && look < to)
            look += 1;
          const quote = xml.charAt(look);
          const end = xml.indexOf(quote, look + 1);
          if (end < 0) break;
          if (single && name === LETTER_R) column = columnIn(xml, look + 1, end);
          else if (single && name === LETTER_S) style = Number(xml.slice(look + 1, end));
          else if (single && name === LETTER_T) type = xml.slice(look + 1, end);
          look = end + 1;
        }
        code = xml.charCodeAt(look);
      }
      if (code === SLASH) {
        at = xml.indexOf(cellOpen, look);
        continue;
      }
      const end = xml.indexOf(cellClose, look);
      if (end < 0) break;
      const content = contentOf(xml, look + 1, end, type, style);
      if (content !== undefined && isFilled(content))
        cells.push({ column, address: `${columnName(column)}${row}`, content });
      at = xml.indexOf(cellOpen, end + cellClose.length);
    }
    return cells;
  };

  return (xml, nextRow = 1) => {
    const rows: TableRow[] = [];
    let row = nextRow - 1;
    for (let at = xml.indexOf(rowOpen); at >= 0; ) {
      const tagEnd = xml.indexOf('>', at);
      if (tagEnd < 0) break;
      const number = /\sr\s*=\s*["'](\d+)["']/.exec(xml.slice(at, tagEnd))?.[1];
      row = number === undefined ? row + 1 : Number(number);
      if (xml.charCodeAt(tagEnd - 1) === SLASH) {
        at = xml.indexOf(rowOpen, tagEnd);
        continue;
      }
      const close = xml.indexOf(rowClose, tagEnd);
      const end = close < 0 ? xml.length : close;
      const cells = cellsOf(xml, tagEnd + 1, end, row);
      if (cells.length > 0) rows.push({ row, cells });
      at = xml.indexOf(rowOpen, end);
    }
    return rows;
  };
};
