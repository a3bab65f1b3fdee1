import { inputError } from '../base/diagnostic.ts';
import type { Fact } from '../profile/index.ts';
import { findLayout, HEADER_SEARCH_ROWS, type Layout, noHeader } from './layout.ts';
import { type Origin, placeOf, type ReadingProblem, readingProblem } from './problem.ts';
import { type ClientRow, readRow } from './rows.ts';
import { openWorkbook, type Table, type TableRow } from './table.ts';

/** 客户名单: the companies of one sheet, and all that could not be read. */
export interface ClientList {
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** 填报日期 of rows that give none of their own */
  readonly filledOn?: Fact;
  readonly rows: readonly ClientRow[];
  /** rows that name no company */
  readonly refused: readonly ReadingProblem[];
  /** headers that were not understood */
  readonly headers: readonly ReadingProblem[];
  /** filled sheets that were not read */
  readonly otherSheets: readonly string[];
  /** everything, in the order of the sheet: headers, refused rows, cells, repeats */
  readonly problems: readonly ReadingProblem[];
}

interface Started {
  readonly origin: Origin;
  /** the first rows, already taken from `rest` */
  readonly rows: readonly TableRow[];
  readonly rest: AsyncIterator<TableRow>;
}

const openTable = async (table: Table, file: string): Promise<Started> => {
  const rest = table.rows()[Symbol.asyncIterator]();
  const rows: TableRow[] = [];
  while (rows.length < HEADER_SEARCH_ROWS) {
    const next = await rest.next();
    if (next.done === true) break;
    rows.push(next.value);
  }
  return { origin: { file, sheet: table.sheet }, rows, rest };
};

async function* rowsBelow(opened: Started, layout: Layout): AsyncGenerator<TableRow> {
  for (const row of opened.rows) if (row.row > layout.headerRow) yield row;
  for (let next = await opened.rest.next(); next.done !== true; next = await opened.rest.next())
    yield next.value;
}

const repeats = (
  rows: readonly ClientRow[],
  origin: Origin,
): ReadonlyMap<number, readonly ReadingProblem[]> => {
  const problems = new Map<number, ReadingProblem[]>();
  const check = (label: string, field: 'name' | 'creditCode'): void => {
    const first = new Map<string, number>();
    for (const row of rows) {
      const text = row[field];
      if (text === undefined) continue;
      const key = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row.row);
      else {
        const at = row.profile.single.get(field)?.at ?? placeOf(origin, row.row);
        const message = `${label}与第 ${earlier} 行重复，两行都照评`;
        const problem = readingProblem('W422', 'warning', at, text, message, '确认是否同一家企业');
        problems.set(row.row, [...(problems.get(row.row) ?? []), problem]);
      }
    }
  };
  check('企业名称', 'name');
  check('统一社会信用代码', 'creditCode');
  return problems;
};

const readSheet = async (
  opened: Started,
  layout: Layout,
  otherSheets: readonly string[],
): Promise<ClientList> => {
  const { origin } = opened;
  const rows: ClientRow[] = [];
  const refused: ReadingProblem[] = [];
  for await (const row of rowsBelow(opened, layout)) {
    const read = readRow(row, layout, origin);
    if (read === 'blank') continue;
    if ('refused' in read) refused.push(read.refused);
    else rows.push(read.company);
  }
  const again = repeats(rows, origin);
  const withRepeats = rows.map((row) => {
    const own = again.get(row.row);
    return own === undefined ? row : { ...row, problems: [...row.problems, ...own] };
  });
  const below = [...refused, ...withRepeats.flatMap((row) => row.problems)];
  below.sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  return {
    ...origin,
    headerRow: layout.headerRow,
    ...(layout.filledOn === undefined ? {} : { filledOn: layout.filledOn }),
    rows: withRepeats,
    refused,
    headers: layout.problems,
    otherSheets,
    problems: [...layout.problems, ...below],
  };
};

/**
 * Reads a client list from the bytes of an .xlsx: the first visible sheet with a header that names 企业名称.
 * @throws InputError when the file cannot be read, has no header, or has no company below it
 */
export const readClientList = async (bytes: Uint8Array, file: string): Promise<ClientList> => {
  const opened: Started[] = [];
  for (const table of await openWorkbook(bytes, file)) opened.push(await openTable(table, file));
  for (const candidate of opened) {
    const layout = findLayout(candidate.rows, candidate.origin);
    if (layout === undefined) continue;
    const others = opened.filter((other) => other !== candidate).map((other) => other.origin.sheet);
    const list = await readSheet(candidate, layout, others);
    if (list.rows.length > 0) return list;
    const refused = list.refused.length === 0 ? '' : `（${list.refused.length} 行没有企业名称）`;
    throw inputError('E406', `工作表“${list.sheet}”的表头下面没有一家企业${refused}`, {
      where: placeOf(candidate.origin, layout.headerRow),
      fix: '在表头下面每行写一家企业，“企业名称”一格必填',
    });
  }
  throw noHeader(opened);
};
