import { eastAsianWidth } from 'get-east-asian-width';

/** Control signs, combining marks and joiners take no column. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Mn}\p{Me}]/u;

/** Columns a terminal gives the text; quotes and other ambiguous signs count two, as Chinese consoles draw them. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) width += 1;
    else if (!INVISIBLE.test(character)) width += eastAsianWidth(code, { ambiguousAsWide: true });
  }
  return width;
};

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Cuts to a width, ending in … where something was left out. */
const truncate = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (widthOf(cut + character) > width - 2) break;
    cut += character;
  }
  return `${cut}…`;
};

/** Rows under a header line, two spaces between columns and nothing at the right end, so that it survives any console. */
export const table = (
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  limits: readonly number[] = [],
): string[] => {
  const clipped = rows.map((row) => row.map((cell, index) => truncate(cell, limits[index] ?? 200)));
  const widths = header.map((title, index) =>
    Math.max(widthOf(title), ...clipped.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => padEnd(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), ...clipped.map(line)];
};

/** A Latin word or one sign, with the closing marks behind it: they never begin a line. */
const PIECES = /(?:[\x21-\x7e]+|[\s\S])[，。；：、）”』」！？]*/g;

/** Breaks a paragraph into lines of at most `width` columns; Chinese may break anywhere, Latin words and numbers stay whole. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && widthOf(line + piece) > width) {
      lines.push(line.trimEnd());
      line = piece === ' ' ? '' : piece;
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
};
