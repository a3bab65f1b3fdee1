import { type InputError, inputError } from '../base/diagnostic.ts';
import { fold, suggestion } from '../base/text.ts';
import type { Fact } from '../profile/index.ts';
import { columnName, type Merge, type TableRow } from '../table/index.ts';
import { type ColumnMap, type HeaderCell, headersOf, isNameTarget, score } from './header-rows.ts';
import { fillingDateIn, unitAbove } from './header-text.ts';
import type { Target } from './headers.ts';
import type { ColumnMatch } from './model.ts';
import { type Origin, placeOf } from './problem.ts';

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
  /** the lowest header row */
  readonly headerRow: number;
  readonly columns: readonly Column[];
  /** every header cell, also of columns that were not understood */
  readonly matches: readonly ColumnMatch[];
  /** 填报日期 for rows that give none of their own */
  readonly filledOn?: Fact;
}

/** The first rows of a sheet: enough to find its header, and to find the same header again in a worker. */
export interface SheetStart {
  readonly origin: Origin;
  readonly rows: readonly TableRow[];
  readonly merges: readonly Merge[];
  readonly map: ColumnMap;
}

/** The header stands in one of the first filled rows; titles and notes may stand above it. */
export const HEADER_SEARCH_ROWS = 15;
/** 营业收入 over 2023年, 2024年, 2025年, and perhaps 财务数据 over both */
const DEEPEST_HEADER = 3;

const targetKey = (target: Target): string => {
  if (target.kind === 'ignored') return target.kind;
  if (target.kind === 'flat') return `flat ${target.column.name}`;
  return `${target.field.id} ${target.kind === 'field' ? (target.year ?? '') : ''}`;
};

/** A target as a header would say it: 营业收入（2025年，万元） */
const targetText = (target: Target): string => {
  if (target.kind === 'ignored') return '不读';
  if (target.kind === 'flat') return target.column.name;
  if (target.kind === 'list') return target.field.name;
  const words = [
    ...(target.year === undefined ? [] : [`${target.year}年${target.field.yearEnd ? '末' : ''}`]),
    ...((target.unit ?? target.field.unit) ? [target.unit ?? target.field.unit ?? ''] : []),
  ];
  return words.length === 0 ? target.field.name : `${target.field.name}（${words.join('，')}）`;
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

const severalUnits = (origin: Origin, row: number, units: readonly string[]): InputError =>
  inputError('E409', `${sheetText(origin)}表头上方写了几个金额单位：${units.join('、')}`, {
    where: placeOf(origin, row),
    fix: '把单位写进各列表头，如“营业收入（2025年，万元）”',
  });

interface Candidate {
  readonly first: number;
  readonly depth: number;
  readonly headers: readonly HeaderCell[];
  readonly score: number;
}

const layoutOf = ({ origin, rows }: SheetStart, { first, depth, headers }: Candidate): Layout => {
  const top = rows[first]?.row ?? 1;
  const headerRow = rows[first + depth - 1]?.row ?? top;
  const above = rows.slice(0, first);
  const units = unitAbove(above.flatMap((row) => row.cells.map((cell) => cell.content.text)));
  if (units.length > 1) throw severalUnits(origin, headerRow, units);
  const columns: Column[] = [];
  const taken = new Map<string, string>();
  const matches = headers.map(({ column, address, text, reading, mapped }): ColumnMatch => {
    const base = { column: columnName(column), header: text, mapped };
    if (!('target' in reading))
      return { ...base, problem: reading.problem, fix: reading.fix(), code: reading.code };
    const target = withUnit(reading.target, units[0]);
    const key = targetKey(target);
    const earlier = taken.get(key);
    if (earlier !== undefined && target.kind !== 'ignored') {
      const problem = `与 ${earlier} 是同一项，只读了 ${earlier}`;
      return { ...base, problem, fix: '删去重复的列，或改正年份', code: 'W412' };
    }
    taken.set(key, address);
    columns.push({ index: column, header: text, target });
    return { ...base, field: targetText(target) };
  });
  const filledOn = fillingDate(above, origin);
  return { headerRow, columns, matches, ...(filledOn === undefined ? {} : { filledOn }) };
};

const sheetText = ({ sheet }: Origin): string => (sheet === '' ? '名单' : `工作表“${sheet}”`);

const candidatesIn = ({ rows, merges, map }: SheetStart): readonly Candidate[] => {
  const searched = Math.min(rows.length, HEADER_SEARCH_ROWS);
  return Array.from({ length: searched }, (_, first) => first).flatMap((first) =>
    Array.from({ length: Math.min(DEEPEST_HEADER, searched - first) }, (_, index) => {
      const headers = headersOf(rows, first, index + 1, merges, map);
      return { first, depth: index + 1, headers, score: score(headers, targetKey) };
    }),
  );
};

const namesCompany = ({ headers }: Candidate): boolean =>
  headers.some(({ reading }) => 'target' in reading && isNameTarget(reading.target));

/** More columns understood, else fewer header rows, else further up. */
const isBetter = (a: Candidate, b: Candidate): boolean =>
  a.score > b.score || (a.score === b.score && a.depth < b.depth);

const best = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (most, next) => (most === undefined || isBetter(next, most) ? next : most),
    undefined,
  );

/** The header that names most columns; undefined when none names 企业名称. */
export const findLayout = (start: SheetStart): Layout | undefined => {
  const chosen = best(candidatesIn(start).filter(namesCompany));
  return chosen === undefined ? undefined : layoutOf(start, chosen);
};

/** @throws InputError for a column of the user's map that the header does not have, or a field that is unknown */
export const checkMap = (start: SheetStart, layout: Layout): void => {
  const used = new Set(
    layout.matches.flatMap(({ column, header }) =>
      [column, header, header.split(' ').at(-1) ?? ''].map(fold),
    ),
  );
  const stray = [...start.map].find(([key]) => !used.has(key));
  if (stray !== undefined) {
    const near = suggestion(
      stray[0],
      layout.matches.map((match) => match.header),
    );
    throw inputError(
      'E412',
      `--map 里的列“${/^[a-z]{1,3}$/.test(stray[0]) ? stray[0].toUpperCase() : stray[0]}”在表头里找不到`,
      {
        where: placeOf(start.origin, layout.headerRow),
        fix: `${near ?? ''}写列标（如 C）或表头原文`,
      },
    );
  }
  const wrong = layout.matches.find((match) => match.mapped && match.problem !== undefined);
  if (wrong !== undefined) {
    throw inputError('E413', `--map 把列“${wrong.header}”指成的字段用不了：${wrong.problem ?? ''}`, {
      where: placeOf(start.origin, layout.headerRow, `${wrong.column}${layout.headerRow}`),
      ...(wrong.fix === undefined ? {} : { fix: wrong.fix }),
    });
  }
};

/** What to say when no sheet has a header: what was found and what is wanted. */
export const noHeader = (starts: readonly SheetStart[]): InputError => {
  const [{ start, found } = { start: undefined, found: undefined }] = starts
    .flatMap((each) => {
      const own = best(candidatesIn(each));
      return own === undefined ? [] : [{ start: each, found: own }];
    })
    .sort((a, b) => b.found.score - a.found.score);
  if (found === undefined || start === undefined || found.score === 0) {
    const names = starts.map(({ origin }) => sheetText(origin)).join('、');
    return inputError('E407', `${names}的前 ${HEADER_SEARCH_ROWS} 行里找不到表头`, {
      where: { file: starts[0]?.origin.file ?? '' },
      fix: '表头用字段的中文名，逐年字段写上年份，如“企业名称”“营业收入（2025年，万元）”；也可以用 --map 列=字段 指明；参照 profiles/客户名单示例.xlsx',
    });
  }
  const row = start.rows[found.first + found.depth - 1]?.row ?? 1;
  const texts = found.headers
    .map((header) => header.text)
    .slice(0, 6)
    .join('、');
  return inputError(
    'E408',
    `${sheetText(start.origin)}第 ${row} 行像是表头（${texts}…），但没有“企业名称”列`,
    {
      where: placeOf(start.origin, row),
      fix: '加上“企业名称”列（写“公司名称”“单位名称”也认得），或用 --map 列=企业名称 指明',
    },
  );
};
