import { remainder } from './bind-list.ts';
import { fillSource } from './fill-cell.ts';
import { fillText, type Place } from './fill-text.ts';
import type { GridBlock, GridCell, GridRow, PlainGridRow } from './form-model.ts';
import { withLimit } from './limit.ts';
import { shareWidth, type Table, type TableCell, type TableRow } from './page.ts';
import { blank, countRuns, plain, type Run, toCheck } from './run.ts';
import { type Facts, select } from './select.ts';

const DXA_PER_MM = 56.7;

/** A table as printed: the same cells for every enterprise, facts in their places. */
export const gridTable = (facts: Facts, block: GridBlock, available: number): Table => {
  const rows = block.rows.flatMap((row) => rowsOf(facts, row, block.units));
  return {
    kind: 'table',
    widths: shareWidth(block.weights, available),
    headerRows: block.headerRows,
    rows: block.together
      ? rows.map((row, index) => (index === rows.length - 1 ? row : { ...row, withNext: true }))
      : rows,
  };
};

const rowsOf = (facts: Facts, row: GridRow, units: readonly string[]): readonly TableRow[] => {
  if (row.kind !== 'group') return plainRows(facts, row, units);
  const inner = row.rows.flatMap((plainRow) => plainRows(facts, plainRow, units));
  const left = row.left.map((cell) => ({
    ...fillCell(facts, cell, { label: cell.name, units }),
    down: inner.length,
  }));
  return inner.map((tableRow, index) =>
    index === 0 ? { ...tableRow, cells: [...left, ...tableRow.cells] } : tableRow,
  );
};

const plainRows = (facts: Facts, row: PlainGridRow, units: readonly string[]): readonly TableRow[] => {
  if (row.kind === 'each') return eachRows(facts, row, units);
  const cells = row.cells.map((cell) => fillCell(facts, cell, { label: cell.name, units }));
  return [
    {
      cells,
      ...(row.height === undefined ? {} : { height: Math.round(row.height * DXA_PER_MM) }),
      ...(row.whole ? { whole: true } : {}),
      ...(row.withNext ? { withNext: true } : {}),
    },
  ];
};

/** One row a record, and as many empty ones as the form prints; what is open about the list in a row of its own. */
const eachRows = (
  facts: Facts,
  row: Extract<PlainGridRow, { kind: 'each' }>,
  units: readonly string[],
): readonly TableRow[] => {
  const { list } = row;
  const chosen = select(facts, list);
  const items = chosen?.items ?? [];
  const notes =
    chosen === undefined
      ? []
      : [
          ...remainder(facts, list, list.field.attributes[0]),
          ...(row.most !== undefined && items.length > row.most
            ? [toCheck(`限${row.most}项，现${items.length}项`, list.name)]
            : []),
        ];
  const word = chosen === undefined ? blank(list.name) : notes.length === 0 ? plain('无') : undefined;
  const rows = Array.from({ length: Math.max(row.least, items.length, 1) }, (_, index) =>
    row.rows.map((cells): TableRow => ({ cells: cells.map((cell) => eachCell(cell, index)) })),
  ).flat();
  const [first, ...others] = rows;
  const filled =
    items.length > 0 || word === undefined || first === undefined
      ? rows
      : [{ cells: withWord(row.rows[0] ?? [], first.cells, word) }, ...others];
  const width = (row.rows[0] ?? []).reduce((sum, cell) => sum + cell.columns, 0);
  return [
    ...filled,
    ...notes.map((note): TableRow => ({ cells: [{ look: 'printed', runs: [note], span: width }] })),
  ];

  function eachCell(cell: GridCell, index: number): TableCell {
    const record = items[index];
    const label = `${list.name}第${index + 1}项：${cell.name}`;
    const place = { label, units, serial: index + 1, ...(record === undefined ? {} : { record }) };
    if (record !== undefined || cell.content.kind === 'print') return fillCell(facts, cell, place);
    return emptyCell(cell);
  }
};

/** 无 or 【待补充】 in the first place to fill. */
const withWord = (
  cells: readonly GridCell[],
  filled: readonly TableCell[],
  word: Run,
): readonly TableCell[] => {
  const at = cells.findIndex((cell) => cell.content.kind === 'fill');
  return filled.map((cell, index) => (index === at ? { ...cell, runs: [word] } : cell));
};

const shapeOf = (cell: GridCell): Pick<TableCell, 'look' | 'align' | 'span' | 'down'> => ({
  look: 'printed',
  align: cell.align,
  span: cell.columns,
  ...(cell.rows === 1 ? {} : { down: cell.rows }),
});

const emptyCell = (cell: GridCell): TableCell => ({ ...shapeOf(cell), runs: [] });

const fillCell = (facts: Facts, cell: GridCell, place: Place): TableCell => {
  const { content } = cell;
  if (content.kind === 'empty') return emptyCell(cell);
  if (content.kind === 'print') return { ...shapeOf(cell), runs: fillText(facts, content.text, place) };
  const runs = fillSource(facts, content.source, place);
  const limited = withLimit(runs, content.limit, place.label, content.least);
  const hint = content.hint === undefined ? [] : [plain(`${content.hint}\n`)];
  const count =
    content.source.kind === 'sentences' && content.limit !== undefined
      ? [plain(`\n（已有${countRuns(runs)}字，不计空白和占位；定稿时删去本行和上面的提示）`)]
      : [];
  return { ...shapeOf(cell), runs: [...hint, ...limited, ...count] };
};
