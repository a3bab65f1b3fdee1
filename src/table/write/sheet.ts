import { columnName } from '../address.ts';
import { LIMITS } from '../limits.ts';
import { type Look, styleIndex } from './styles.ts';
import { cellText, escapeXml } from './xml.ts';
import { ZipPart } from './zip.ts';

/** A text or number, with a look where it is not the plain one. */
export type OutCell = string | number | { readonly value: string | number; readonly look: Look };

export interface SheetSpec {
  readonly name: string;
  /** widths in half-width characters */
  readonly columns: ReadonlyArray<{ readonly header: string; readonly width: number }>;
  /** how many columns stay in sight when scrolling right */
  readonly frozenColumns?: number;
  /** how many columns go on paper; all of a wide sheet on one page could not be read */
  readonly printedColumns?: number;
}

const LINE_HEIGHT = 16;
/** points; 409 is the tallest that Excel allows */
const TALLEST = 400;
const BLOCK = 512 * 1024;

/** Half-width characters that a text takes: a Chinese character takes two. */
const widthOf = (text: string, from: number, to: number): number => {
  let width = to - from;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 0x2e7f) width += 1;
  return width;
};

/** Lines that a text takes in a column once it wraps. */
const linesIn = (text: string, width: number): number => {
  const room = Math.max(1, width - 1);
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    lines += Math.max(1, Math.ceil(widthOf(text, from, end) / room));
    from = end + 1;
  }
  return lines;
};

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * Writes one sheet row by row: frozen header, filter, widths, wrapped texts, heights that fit them.
 * Texts are written as string cells whatever they begin with, so “=1+1” stays text.
 */
export class SheetWriter {
  readonly spec: SheetSpec;
  readonly part: ZipPart;
  readonly #letters: readonly string[];
  #pending = '';
  #rows = 0;
  /** rows that had no room: Excel holds no more than 1,048,576 */
  dropped = 0;

  constructor(spec: SheetSpec, path: string) {
    this.spec = spec;
    this.part = new ZipPart(path);
    this.#letters = spec.columns.map((_, index) => columnName(index + 1));
    const pane = this.#pane();
    const cols = spec.columns
      .map(
        ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
      )
      .join('');
    this.#pending = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${cols}</cols><sheetData>`;
    this.#append(spec.columns.map(({ header }) => ({ value: header, look: 'header' })));
  }

  #pane(): string {
    const x = this.spec.frozenColumns ?? 0;
    const corner = `${columnName(x + 1)}2`;
    const split = x === 0 ? '' : ` xSplit="${x}"`;
    return `<pane${split} ySplit="1" topLeftCell="${corner}" activePane="${x === 0 ? 'bottomLeft' : 'bottomRight'}" state="frozen"/>`;
  }

  get lastColumn(): string {
    return this.#letters.at(-1) ?? 'A';
  }

  get lastPrinted(): string | undefined {
    return this.#letters[(this.spec.printedColumns ?? 0) - 1];
  }

  /** Rows below the header. */
  get rows(): number {
    return this.#rows - 1;
  }

  /** Adds a row; wait for it before adding the next. */
  async add(cells: readonly OutCell[]): Promise<void> {
    if (this.#rows >= LIMITS.rows) {
      this.dropped += 1;
      return;
    }
    this.#append(cells);
    if (this.#pending.length > BLOCK) await this.#flush();
  }

  async close(): Promise<void> {
    this.#pending += `</sheetData><autoFilter ref="A1:${this.lastColumn}${this.#rows}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    await this.part.write(text);
  }

  #append(cells: readonly OutCell[]): void {
    this.#rows += 1;
    const row = this.#rows;
    let lines = 1;
    let xml = '';
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      const column = this.spec.columns[index];
      if (cell === undefined || column === undefined) continue;
      const value = typeof cell === 'object' ? cell.value : cell;
      const style = styleIndex(typeof cell === 'object' ? cell.look : 'plain');
      const start = `<c r="${this.#letters[index]}${row}" s="${style}"`;
      if (value === '') xml += `${start}/>`;
      else if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`;
      else {
        xml += `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
        const needed = linesIn(value, column.width);
        if (needed > lines) lines = needed;
      }
    }
    const height = lines === 1 ? '' : ` ht="${Math.min(TALLEST, lines * LINE_HEIGHT + 2)}" customHeight="1"`;
    this.#pending += `<row r="${row}"${height}>${xml}</row>`;
  }

  /** Name and place for the workbook's own list of names. */
  get quotedName(): string {
    return escapeXml(`'${this.spec.name.replaceAll("'", "''")}'`);
  }
}
