import type { ProfileRecord } from '../profile/index.ts';
import { remainder } from './bind-list.ts';
import { fillColumn } from './fill-cell.ts';
import type { RecordsBlock } from './form-model.ts';
import { headCell, shareWidth, type Table, type TableCell, type TableRow } from './page.ts';
import { blank, plain, type Run, toCheck } from './run.ts';
import { type Facts, select } from './select.ts';

/** Wide enough for 序号 on one line. */
const SERIAL_WIDTH = 640;

/** One row a record; none is 无, an unknown list 【待补充】, an incomplete one says so in its last row. */
export const recordTable = (facts: Facts, block: RecordsBlock, available: number): Table => {
  const weights = block.columns.map((column) => column.weight);
  const widths = [SERIAL_WIDTH, ...shareWidth(weights, available - SERIAL_WIDTH)];
  const across = (runs: readonly Run[]): TableRow => ({
    cells: [{ look: 'text', runs, span: widths.length }],
  });
  const name = block.caption ?? block.list.name;
  return {
    kind: 'table',
    widths,
    headerRows: 1,
    rows: [
      { cells: [headCell('序号'), ...block.columns.map((column) => headCell(column.label))] },
      ...body(),
    ],
  };

  function body(): readonly TableRow[] {
    const chosen = select(facts, block.list);
    if (chosen === undefined) return [across([blank(name)]), ...spare(1)];
    const rows = chosen.items.map((record, index) => recordRow(record, index));
    const tooMany = block.most !== undefined && rows.length > block.most;
    const notes = [
      ...remainder(facts, block.list, block.columns[0]?.attribute),
      ...(tooMany ? [toCheck(`限${block.most}项，现${rows.length}项`, name)] : []),
    ];
    const all = [...rows, ...notes.map((note) => across([note]))];
    const shown = all.length === 0 ? [across([plain('无')])] : all;
    return [...shown, ...spare(shown.length)];
  }

  /** Rows that the form prints empty. */
  function spare(used: number): readonly TableRow[] {
    const cells = widths.map((): TableCell => ({ look: 'text', runs: [] }));
    return Array.from({ length: Math.max(0, block.least - used) }, () => ({ cells }));
  }

  function recordRow(record: ProfileRecord, index: number): TableRow {
    const cells = block.columns.map(
      (column): TableCell => ({
        look: column.attribute.kind === 'number' ? 'number' : 'text',
        runs: fillColumn(record, column, `${name}第${index + 1}项：${column.label}`),
      }),
    );
    return { cells: [{ look: 'head', runs: [plain(String(index + 1))] }, ...cells] };
  }
};
