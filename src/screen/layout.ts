import { inputError } from '../base/diagnostic.ts';
import type { Fact } from '../profile/index.ts';
import { fillingDateIn, unitAbove } from './header-text.ts';
import { readHeader, type Target } from './headers.ts';
import { type Origin, placeOf, type ReadingProblem, readingProblem } from './problem.ts';
import type { TableCell, TableRow } from './table.ts';

/** A column that is understood. */
export interface Column {
  /** 1-based */
  readonly index: number;
  /** as written */
  readonly header: string;
  readonly target: Target;
}

/** How a sheet is laid out: its header row and what each column holds. */
export interface Layout {
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly problems: readonly ReadingProblem[];
  /** 填报日期 for rows that give none of their own */
  readonly filledOn?: Fact;
}

/** The header stands in one of the first filled rows; titles and notes may stand above it. */
export const HEADER_SEARCH_ROWS = 10;

const targetKey = (target: Target): string => {
  if (target.kind === 'ignored') return target.kind;
  if (target.kind === 'flat') return `flat ${target.column.name}`;
  return `${target.field.id} ${target.kind === 'field' ? (target.year ?? '') : ''}`;
};
const isName = (target: Target): boolean => target.kind === 'field' && target.field.id === 'name';

const understood = (cell: TableCell): Target | undefined => {
  const reading = readHeader(cell.content.text);
  return 'target' in reading ? reading.target : undefined;
};

const withUnit = (target: Target, unit: string | undefined): Target =>
  unit !== undefined &&
  target.kind === 'field' &&
  target.field.dimension === 'money' &&
  target.unit === undefined
    ? { ...target, unit }
    : target;

/** 填表日期 in one cell, or with the date in the cell beside it. */
const fillingDate = (rows: readonly TableRow[], origin: Origin): Fact | undefined => {
  for (const row of rows) {
    const value = fillingDateIn(row.cells.map((cell) => cell.content.text).join(' '));
    if (value !== undefined) return { value, at: placeOf(origin, row.row, row.cells[0]?.address) };
  }
  return undefined;
};

const layoutOf = (rows: readonly TableRow[], header: TableRow, origin: Origin): Layout => {
  const columns: Column[] = [];
  const problems: ReadingProblem[] = [];
  const taken = new Map<string, string>();
  const report = (cell: TableCell, code: string, message: string, fix?: string): void => {
    problems.push(
      readingProblem(
        code,
        'warning',
        placeOf(origin, header.row, cell.address),
        cell.content.text,
        message,
        fix,
      ),
    );
  };
  const above = rows.filter((row) => row.row < header.row);
  const units = unitAbove(above.flatMap((row) => row.cells.map((cell) => cell.content.text)));
  if (units.length > 1) {
    throw inputError('E409', `工作表“${origin.sheet}”表头上方写了几个金额单位：${units.join('、')}`, {
      where: placeOf(origin, header.row),
      fix: '把单位写进各列表头，如“营业收入（2025年，万元）”',
    });
  }
  for (const cell of header.cells) {
    const reading = readHeader(cell.content.text);
    if (!('target' in reading)) {
      report(cell, reading.code, reading.problem, reading.fix);
      continue;
    }
    const key = targetKey(reading.target);
    const first = taken.get(key);
    if (first !== undefined && reading.target.kind !== 'ignored') {
      report(cell, 'W412', `与 ${first} 是同一项，只读了 ${first}`, '删去重复的列，或改正年份');
      continue;
    }
    taken.set(key, cell.address);
    columns.push({
      index: cell.column,
      header: cell.content.text,
      target: withUnit(reading.target, units[0]),
    });
  }
  const filledOn = fillingDate(above, origin);
  return { headerRow: header.row, columns, problems, ...(filledOn === undefined ? {} : { filledOn }) };
};

/** How many different columns a row would give as a header. */
const matches = (row: TableRow): number =>
  new Set(row.cells.map(understood).flatMap((target) => (target === undefined ? [] : [targetKey(target)])))
    .size;

/** The row among the first ones that names most columns; undefined when none names 企业名称. */
export const findLayout = (rows: readonly TableRow[], origin: Origin): Layout | undefined => {
  const candidates = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .filter((row) =>
      row.cells.some((cell) => ((target) => target !== undefined && isName(target))(understood(cell))),
    )
    .map((row) => ({ row, count: matches(row) }));
  const [first, ...rest] = candidates;
  if (first === undefined) return undefined;
  const best = rest.reduce((most, next) => (next.count > most.count ? next : most), first);
  return layoutOf(rows, best.row, origin);
};

/** What to say when no sheet has a header: what was found and what is wanted. */
export const noHeader = (
  tables: ReadonlyArray<{ readonly origin: Origin; readonly rows: readonly TableRow[] }>,
) => {
  const found = tables
    .flatMap(({ origin, rows }) => rows.map((row) => ({ origin, row, count: matches(row) })))
    .reduce<{ origin: Origin; row: TableRow; count: number } | undefined>(
      (most, next) => (next.count > (most?.count ?? 0) ? next : most),
      undefined,
    );
  if (found === undefined) {
    const names = tables.map(({ origin }) => `“${origin.sheet}”`).join('、');
    return inputError('E407', `工作表${names}的前 ${HEADER_SEARCH_ROWS} 行里找不到表头`, {
      where: { file: tables[0]?.origin.file ?? '' },
      fix: '表头用字段的中文名，逐年字段写上年份，如“企业名称”“营业收入（2025年，万元）”；参照 profiles/客户名单示例.xlsx',
    });
  }
  const texts = found.row.cells
    .map((cell) => cell.content.text.trim())
    .slice(0, 6)
    .join('、');
  return inputError(
    'E408',
    `工作表“${found.origin.sheet}”第 ${found.row.row} 行像是表头（${texts}…），但没有“企业名称”列`,
    {
      where: placeOf(found.origin, found.row.row),
      fix: '加上“企业名称”列（写“公司名称”“单位名称”也认得）',
    },
  );
};
