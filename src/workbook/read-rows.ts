import { DICTIONARY, FIELDS, type Field, fieldById } from '../profile/index.ts';
import { cellAt, type Grid, type GridCell, sheetPlace, trimmed } from './grid.ts';
import { isHeader, type Label, readLabel, yearInHeader } from './label.ts';
import { HEADERS } from './marks.ts';
import { noteLabelsOnly, noteUnreadColumns, type Reading } from './reading.ts';
import type { Section } from './recognise.ts';

type RowsSection = Extract<Section, { kind: 'fields' | 'years' | 'sources' }>;

export const headersOf = (grid: Grid, row: number): readonly GridCell[] => [
  ...(grid.rows.get(row)?.values() ?? []),
];

export const columnOf = (
  headers: readonly GridCell[],
  ...names: ReadonlyArray<keyof typeof HEADERS>
): number | undefined => headers.find((cell) => names.some((name) => isHeader(cell.text, name)))?.column;

/** A row with its label understood. */
interface LabelledRow {
  readonly row: number;
  readonly label: Label;
  readonly labelCell?: GridCell;
}

const keyedField = (grid: Grid, row: number, keyColumn: number | undefined): Field | undefined => {
  const key = trimmed(cellAt(grid, row, keyColumn));
  return FIELDS.some((field) => field.id === key) ? fieldById(key) : undefined;
};

/**
 * Rows below the header with the field each is about: the hidden key decides, the label must say the same.
 * Rows without a key go by their label.
 */
const labelledRows = (
  reading: Reading,
  grid: Grid,
  section: RowsSection,
  labelColumn: number | undefined,
): readonly LabelledRow[] => {
  const rows: LabelledRow[] = [];
  for (const row of grid.rows.keys()) {
    if (row <= section.headerRow) continue;
    const labelCell = cellAt(grid, row, labelColumn);
    const label: Label = labelCell === undefined ? { name: '' } : readLabel(labelCell.text, DICTIONARY);
    const keyed = keyedField(grid, row, section.keyColumn);
    if (keyed === undefined) {
      rows.push({ row, label, ...(labelCell === undefined ? {} : { labelCell }) });
    } else if (labelCell === undefined || label.field === keyed) {
      rows.push({
        row,
        label: { ...label, field: keyed, name: keyed.name },
        ...(labelCell === undefined ? {} : { labelCell }),
      });
    } else {
      reading.error(
        'E463',
        `标签“${label.name}”与这一行隐藏的键（${keyed.name}）对不上，不知道填的是哪一项`,
        labelCell.at,
        `把标签改回“${keyed.name}”；要填别的字段，另起一行写它的名称`,
      );
    }
  }
  return rows;
};

const missingColumn = (reading: Reading, grid: Grid, section: RowsSection, name: string): void => {
  reading.error(
    'E468',
    `第 ${section.headerRow} 行表头里找不到“${name}”一列`,
    sheetPlace(grid),
    `把那一列的表头改回“${name}”`,
  );
};

const noLabel = (reading: Reading, cell: GridCell): void => {
  reading.error(
    'E466',
    `“${trimmed(cell)}”左边没有写字段名，不知道是哪一项`,
    cell.at,
    '写上字段名，或清空这一格',
  );
};

const suggest = (header: string): string | undefined => DICTIONARY.suggest(header);

/** 字段 | 填写内容. */
export const readFieldsSheet = (reading: Reading, grid: Grid, section: RowsSection): void => {
  const headers = headersOf(grid, section.headerRow);
  const [labelColumn, valueColumn] = [columnOf(headers, 'field', 'metric'), columnOf(headers, 'value')];
  if (valueColumn === undefined) {
    missingColumn(reading, grid, section, HEADERS.value);
    return;
  }
  if (section.keyColumn === undefined) noteLabelsOnly(reading, grid);
  for (const { row, label, labelCell } of labelledRows(reading, grid, section, labelColumn)) {
    const cell = cellAt(grid, row, valueColumn);
    if (cell === undefined) continue;
    if (label.field === undefined && labelCell === undefined) {
      noLabel(reading, cell);
      continue;
    }
    const { field } = label;
    const node = reading.node(cell, field, label.unit, field?.id);
    if (node !== undefined)
      reading.entries.push({ key: field?.name ?? label.name, keyAt: labelCell?.at ?? cell.at, node });
  }
  noteUnknown(reading, grid, section, headers, new Set([labelColumn, valueColumn]));
};

const noteUnknown = (
  reading: Reading,
  grid: Grid,
  section: RowsSection,
  headers: readonly GridCell[],
  known: ReadonlySet<number | undefined>,
): void => {
  const isOurs = (cell: GridCell): boolean => isHeader(cell.text, 'basis');
  const unread = headers.filter(
    (cell) => !known.has(cell.column) && cell.column !== section.keyColumn && !isOurs(cell),
  );
  noteUnreadColumns(
    reading,
    grid,
    section.headerRow,
    new Map(unread.map((cell) => [cell.column, cell])),
    suggest,
  );
};

/** 指标 | one column a year. */
export const readYearsSheet = (reading: Reading, grid: Grid, section: RowsSection): void => {
  const headers = headersOf(grid, section.headerRow);
  const labelColumn = columnOf(headers, 'metric', 'field');
  const years = headers.flatMap((cell) => {
    const year = yearInHeader(cell.text);
    return year === undefined ? [] : [{ column: cell.column, year, at: cell.at }];
  });
  if (years.length === 0) {
    missingColumn(reading, grid, section, '2025年');
    return;
  }
  if (section.keyColumn === undefined) noteLabelsOnly(reading, grid);
  for (const { row, label, labelCell } of labelledRows(reading, grid, section, labelColumn)) {
    const { field } = label;
    const filled = years.flatMap(({ column, year, at }) => {
      const cell = cellAt(grid, row, column);
      return cell === undefined ? [] : [{ cell, year, at }];
    });
    const [first] = filled;
    if (first === undefined) continue;
    if (field === undefined && labelCell === undefined) {
      noLabel(reading, first.cell);
      continue;
    }
    if (field !== undefined && !field.yearly) {
      const fix = '移到只填一个值的工作表';
      reading.error('E123', `${field.name}不是逐年字段，不能按年填`, first.cell.at, fix);
      continue;
    }
    const entries = filled.flatMap(({ cell, year, at }) => {
      const key = field === undefined ? undefined : `${field.id}@${year}`;
      const node = reading.node(cell, field, label.unit, key);
      return node === undefined ? [] : [{ key: String(year), keyAt: at, node }];
    });
    const at = labelCell?.at ?? first.cell.at;
    if (entries.length > 0)
      reading.entries.push({ key: field?.name ?? label.name, keyAt: at, node: { kind: 'map', entries, at } });
  }
  const known = new Set<number | undefined>([labelColumn, ...years.map(({ column }) => column)]);
  noteUnknown(reading, grid, section, headers, known);
};
