import { attributesOf, type MapEntry, type SourceNode } from '../profile/index.ts';
import { isDetailsUnknown } from './cell-value.ts';
import { cellAt, type Grid, type GridCell, sheetPlace, trimmed } from './grid.ts';
import { isHeader, readLabel } from './label.ts';
import { HEADERS, MARKS } from './marks.ts';
import { headersOf } from './read-rows.ts';
import { noteLabelsOnly, noteUnreadColumns, type Reading } from './reading.ts';
import type { Section } from './recognise.ts';
import { LIST_STATES, saysNone } from './words.ts';

type ListSection = Extract<Section, { kind: 'list' }>;
type State = 'complete' | 'incomplete' | 'none';

/** The cell right of 填写情况, above the header. */
const stateCell = (grid: Grid, headerRow: number): GridCell | undefined => {
  for (const [row, cells] of grid.rows) {
    if (row >= headerRow) break;
    for (const cell of cells.values()) {
      if (isHeader(cell.text, 'state')) return cellAt(grid, row, cell.column + 1);
    }
  }
  return undefined;
};

const readState = (reading: Reading, cell: GridCell | undefined): State | undefined => {
  const text = trimmed(cell);
  if (cell === undefined || text === '') return undefined;
  if (text === LIST_STATES.列全) return 'complete';
  if (text === LIST_STATES.未列全) return 'incomplete';
  if (saysNone(text)) return 'none';
  const words = Object.values(LIST_STATES).join('、');
  reading.error('E467', `${HEADERS.state}“${text}”不认识`, cell.at, `只能选 ${words}`);
  return undefined;
};

interface Row {
  readonly number: string;
  readonly cells: readonly GridCell[];
  readonly node: SourceNode;
}

const columnsOf = (grid: Grid, section: ListSection) => {
  const index = attributesOf(section.list);
  const headers = headersOf(grid, section.headerRow).filter((cell) => cell.column !== section.keyColumn);
  const number = headers.find((cell) => isHeader(cell.text, 'number'))?.column;
  const known = headers.flatMap((header) => {
    const label = readLabel(header.text, index);
    return label.field === undefined ? [] : [{ header, field: label.field, unit: label.unit }];
  });
  const unread = headers.filter(
    (cell) => cell.column !== number && !known.some(({ header }) => header === cell),
  );
  return { number, known, unread };
};

/** 序号 | one column an attribute, one record a row. */
export const readListSheet = (reading: Reading, grid: Grid, section: ListSection): void => {
  const { list, headerRow } = section;
  const { number, known, unread } = columnsOf(grid, section);
  if (section.keyColumn === undefined) noteLabelsOnly(reading, grid);
  const rows: Row[] = [];
  let saidNone: GridCell | undefined;
  for (const [row] of grid.rows) {
    if (row <= headerRow) continue;
    const cells = known.flatMap(({ header }) => cellAt(grid, row, header.column) ?? []);
    const [first] = cells;
    if (first === undefined) continue;
    const isPlain = trimmed(cellAt(grid, row, section.keyColumn)) !== MARKS.record;
    if (isPlain && cells.length === 1 && isDetailsUnknown(trimmed(first))) {
      rows.push({ number: '', cells, node: { kind: 'map', entries: [], at: first.at } });
      continue;
    }
    if (isPlain && cells.length === 1 && saysNone(first.text)) {
      saidNone = first;
      continue;
    }
    const told = trimmed(cellAt(grid, row, number));
    const entries = known.flatMap(({ header, field, unit }): MapEntry[] => {
      const cell = cellAt(grid, row, header.column);
      const node = reading.node(cell, field, unit, `${list.id}#${told}.${field.id}`);
      return node === undefined ? [] : [{ key: field.name, keyAt: header.at, node }];
    });
    rows.push({ number: told, cells, node: { kind: 'map', entries, at: first.at } });
  }
  const cell = stateCell(grid, headerRow);
  const node = listNode(reading, section, grid, readState(reading, cell), cell, rows, saidNone);
  const at = cell?.at ?? sheetPlace(grid);
  if (node !== undefined) reading.entries.push({ key: list.name, keyAt: at, node });
  noteUnreadColumns(
    reading,
    grid,
    headerRow,
    new Map(unread.map((header) => [header.column, header])),
    (text) => attributesOf(list).suggest(text),
  );
};

const listNode = (
  reading: Reading,
  section: ListSection,
  grid: Grid,
  state: State | undefined,
  cell: GridCell | undefined,
  rows: readonly Row[],
  saidNone: GridCell | undefined,
): SourceNode | undefined => {
  const { name } = section.list;
  const at = cell?.at ?? rows[0]?.cells[0]?.at ?? saidNone?.at ?? sheetPlace(grid);
  const isNone = state === 'none' || saidNone !== undefined;
  if (isNone && (rows.length > 0 || (state !== undefined && state !== 'none'))) {
    const fix = `确实没有就清空下面各行并选“${LIST_STATES.没有}”；有就改选“${LIST_STATES.列全}”或“${LIST_STATES.未列全}”`;
    reading.error('E467', `${name}又说没有，又写了内容，前后不一致`, saidNone?.at ?? at, fix);
    return undefined;
  }
  if (isNone) return { kind: 'scalar', text: LIST_STATES.没有, at };
  const items: SourceNode = { kind: 'list', items: rows.map((row) => row.node), at };
  if (rows.length === 0) {
    if (state === 'complete') {
      const fix = `一条也没有就选“${LIST_STATES.没有}”`;
      reading.report(
        'W475',
        'warning',
        `${name}选了“${LIST_STATES.列全}”，却一条也没写，按没填处理`,
        at,
        fix,
      );
    }
    if (state !== 'incomplete') return undefined;
  }
  if (state === 'complete') return items;
  if (state === undefined) {
    const fix = `都列上了就选“${LIST_STATES.列全}”`;
    const message = `${name}没选${HEADERS.state}，按“${LIST_STATES.未列全}”处理（至少有这些）`;
    reading.report('H474', 'hint', message, at, fix);
  }
  const flag: SourceNode = { kind: 'scalar', text: '是', at };
  return {
    kind: 'map',
    at,
    entries: [
      { key: '未列全', keyAt: at, node: flag },
      { key: '记录', keyAt: at, node: items },
    ],
  };
};
