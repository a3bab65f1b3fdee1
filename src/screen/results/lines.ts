import { CSV_MARK, csvRow } from '../../table/index.ts';
import { DETAIL_COLUMNS } from '../details.ts';
import type { ScreenedList } from '../screened.ts';
import { lineOf, summaryColumns } from './columns.ts';

const plain = (cell: string | number | { readonly value: string | number }): string | number =>
  typeof cell === 'object' ? cell.value : cell;

/** 汇总 as CSV in the order of the list, UTF-8 with its mark. */
export function* csvLines(list: ScreenedList): Generator<string> {
  const columns = summaryColumns(list.totals);
  yield CSV_MARK + csvRow(columns.map(({ header }) => header));
  for (const [place, rank] of list.ranks.entries()) {
    const line = lineOf(list.company(place), rank);
    yield csvRow(columns.map(({ cell }) => plain(cell(line))));
  }
}

/** One JSON object a company in the order of the list: its rank and its CompanySummary. */
export function* jsonLines(list: ScreenedList): Generator<string> {
  for (const [place, rank] of list.ranks.entries())
    yield `${JSON.stringify({ rank, ...list.company(place) })}\n`;
}

/** The first line of a 明细 file. */
export const detailHead = (): string => CSV_MARK + csvRow(DETAIL_COLUMNS);
