import { inputError } from '../base/diagnostic.ts';
import { batchReader, LIMITS, type Table, type TableFile, type TableRow, tooBig } from '../table/index.ts';
import type { ColumnMap } from './header-rows.ts';
import {
  checkMap,
  findLayout,
  HEADER_SEARCH_ROWS,
  type Layout,
  noHeader,
  type SheetStart,
} from './layout.ts';

/** The sheet of a file that is a client list. */
export interface ClientTable {
  readonly table: Table;
  readonly start: SheetStart;
  readonly layout: Layout;
  /** filled sheets that were not read */
  readonly otherSheets: readonly string[];
}

/** @throws InputError for a row that is far wider than any list */
const firstRows = async (table: Table, file: string): Promise<readonly TableRow[]> => {
  const read = batchReader(table.format);
  const rows: TableRow[] = [];
  for await (const batch of table.batches(HEADER_SEARCH_ROWS)) {
    rows.push(...read(batch));
    if (rows.length >= HEADER_SEARCH_ROWS) break;
  }
  const first = rows.slice(0, HEADER_SEARCH_ROWS);
  const wide = first.find((row) => row.cells.length > LIMITS.columns);
  if (wide === undefined) return first;
  throw tooBig(
    file,
    `第 ${wide.row} 行有 ${wide.cells.length} 格，超过 ${LIMITS.columns} 列上限`,
    '删去多余的列后另存；名单只要表头认得的那几十列',
  );
};

/**
 * Finds the first visible sheet with a header that names 企业名称.
 * @throws InputError when no sheet has rows, or none has such a header
 */
export const findClientTable = async (
  { tables, hidden }: TableFile,
  file: string,
  map: ColumnMap,
): Promise<ClientTable> => {
  const starts: Array<{ readonly table: Table; readonly start: SheetStart }> = [];
  for (const table of tables) {
    const rows = await firstRows(table, file);
    if (rows.length > 0)
      starts.push({
        table,
        start: { origin: { file, sheet: table.sheet }, rows, merges: table.merges, map },
      });
  }
  if (starts.length === 0) {
    throw inputError('E406', `${file} 里没有读到任何数据行`, {
      where: { file },
      fix:
        hidden.length > 0
          ? `有数据的工作表（${hidden.join('、')}）是隐藏的，请取消隐藏后再试`
          : '确认名单在工作表里；若在 Excel 里看得到数据，请另存为新的 .xlsx 再试',
    });
  }
  for (const { table, start } of starts) {
    const layout = findLayout(start);
    if (layout === undefined) continue;
    checkMap(start, layout);
    const otherSheets = tables.filter((other) => other !== table).map((other) => other.sheet);
    return {
      table,
      start,
      layout,
      otherSheets: [...otherSheets, ...hidden.map((name) => `${name}（隐藏）`)],
    };
  }
  throw noHeader(starts.map(({ start }) => start));
};
