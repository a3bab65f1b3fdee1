import { fold } from '../base/text.ts';
import { columnName, type Merge, type TableRow } from '../table/index.ts';
import { type HeaderReading, readHeader, type Target } from './headers.ts';

/** A header over one column, put together from as many rows as it takes. */
export interface HeaderCell {
  /** 1-based */
  readonly column: number;
  /** of the lowest cell with text */
  readonly address: string;
  /** as written, from top to bottom */
  readonly text: string;
  readonly reading: HeaderReading;
  /** the user said what it is */
  readonly mapped: boolean;
}

/** What the user says columns are; keys are column letters or header texts, folded. */
export type ColumnMap = ReadonlyMap<string, string>;

const NOT_READ = new Set(['不读', '忽略', '-']);

const inside = (merge: Merge, row: number, column: number): boolean =>
  row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;

interface Level {
  readonly text: string;
  readonly row: number;
  /** the text was written over several columns, or stands further left over an empty cell */
  readonly borrowed: boolean;
}

const textAt = (row: TableRow | undefined, column: number): string =>
  row?.cells.find((cell) => cell.column === column)?.content.text.trim() ?? '';

/** The text that a header row shows over a column, through merged cells. */
const levelAt = (
  rows: readonly TableRow[],
  row: TableRow,
  column: number,
  merges: readonly Merge[],
  spread: boolean,
): Level | undefined => {
  const merge = merges.find((each) => inside(each, row.row, column));
  if (merge !== undefined) {
    const head = rows.find((each) => each.row === merge.top);
    const text = textAt(head, merge.left);
    return text === '' ? undefined : { text, row: merge.top, borrowed: merge.left !== column };
  }
  const own = textAt(row, column);
  if (own !== '') return { text: own, row: row.row, borrowed: false };
  if (!spread) return undefined;
  const left = row.cells.filter((cell) => cell.column < column && cell.content.text.trim() !== '').at(-1);
  return left === undefined ? undefined : { text: left.content.text.trim(), row: row.row, borrowed: true };
};

/** Spellings under which several header rows may be meant, likeliest first. */
const spellings = (texts: readonly string[]): readonly string[] => {
  const [last = ''] = texts.slice(-1);
  const before = texts.at(-2);
  if (before === undefined) return [last];
  const first = texts.length > 2 ? texts[0] : undefined;
  return [
    last,
    `${before}（${last}）`,
    `${last}（${before}）`,
    ...(first === undefined
      ? []
      : [`${first}（${before}）（${last}）`, `${first}（${last}）`, `${last}（${first}）`]),
  ];
};

const readSpellings = (texts: readonly string[]): HeaderReading => {
  const readings = spellings(texts).map(readHeader);
  return (
    readings.find((reading) => 'target' in reading) ??
    readings.find((reading) => 'code' in reading && reading.code !== 'W410') ??
    // an unknown 2024年 says nothing without the 研发投入 above it
    readings[1] ??
    readings[0] ??
    readHeader('')
  );
};

const mappedReading = (wanted: string): HeaderReading =>
  NOT_READ.has(wanted.trim()) ? { target: { kind: 'ignored' } } : readHeader(wanted);

/** The headers that `depth` rows from `first` on give. */
export const headersOf = (
  rows: readonly TableRow[],
  first: number,
  depth: number,
  merges: readonly Merge[],
  map: ColumnMap,
): readonly HeaderCell[] => {
  const levels = rows.slice(first, first + depth);
  const bottom = levels.at(-1);
  if (bottom === undefined) return [];
  const columns = new Set(levels.flatMap((row) => row.cells.map((cell) => cell.column)));
  for (const merge of merges) {
    if (merge.top > bottom.row || merge.bottom < (levels[0]?.row ?? 0)) continue;
    for (let column = merge.left; column <= merge.right && columns.size < 2000; column += 1)
      columns.add(column);
  }
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const found: Level[] = [];
      for (const [index, row] of levels.entries()) {
        const level = levelAt(
          rows,
          row,
          column,
          merges,
          index < levels.length - 1 && textAt(bottom, column) !== '',
        );
        if (level !== undefined && found.at(-1)?.row !== level.row) found.push(level);
      }
      const own = found.filter((level) => !level.borrowed).at(-1);
      if (own === undefined) return [];
      const texts = found.map((level) => level.text);
      const text = texts.join(' ');
      const wanted = [text, texts.at(-1) ?? '', columnName(column)]
        .map((key) => map.get(fold(key)))
        .find((found) => found !== undefined);
      const reading = wanted === undefined ? readSpellings(texts) : mappedReading(wanted);
      return [
        { column, address: `${columnName(column)}${own.row}`, text, reading, mapped: wanted !== undefined },
      ];
    });
};

export const isNameTarget = (target: Target): boolean =>
  target.kind === 'field' && target.field.id === 'name';

/** How many different columns are understood; 0 unless one of them is 企业名称. */
export const score = (headers: readonly HeaderCell[], keyOf: (target: Target) => string): number => {
  const targets = headers.flatMap(({ reading }) => ('target' in reading ? [reading.target] : []));
  return new Set(targets.map(keyOf)).size;
};
