import { compileSource, type SourceKeys } from './compile-source.ts';
import type { Align, GridBlock, GridCell, GridRow, PlainGridRow } from './form-model.ts';
import type { GridCellSource, GridRowSource, GridSource } from './grid-source.ts';
import { parseFormText } from './parse-inline.ts';
import type { Scope } from './scope.ts';
import type { ListSpec } from './template.ts';

const ALIGN: Readonly<Record<'左' | '中' | '右', Align>> = { 左: 'left', 中: 'center', 右: 'right' };

export const alignOf = (word: '左' | '中' | '右' | undefined, otherwise: Align): Align =>
  word === undefined ? otherwise : ALIGN[word];

/** A printed table; every row must fill the columns exactly. @throws TemplateProblem */
export const compileGrid = (source: GridSource, scope: Scope, place: string): GridBlock => {
  const rows = scope.each(`${place}的行`, source.行, (row, at) => compileRow(row, scope, at));
  checkShape(rows, source.列.length, scope, place);
  return {
    kind: 'grid',
    weights: source.列,
    headerRows: source.表头 ?? 0,
    units: source.已印单位 ?? [],
    together: source.同页 ?? false,
    rows,
    ...(source.小标题 === undefined ? {} : { caption: source.小标题 }),
  };
};

const compileRow = (source: GridRowSource, scope: Scope, place: string): GridRow => {
  if (Array.isArray(source) || !('左' in source)) return plainRow(source, scope, place);
  return {
    kind: 'group',
    left: compileCells(source.左, scope, place),
    rows: source.行.map((row) => plainRow(row, scope, place)),
  };
};

type PlainSource = Exclude<GridRowSource, { 左: unknown }>;

const plainRow = (source: PlainSource, scope: Scope, place: string): PlainGridRow => {
  if (Array.isArray(source))
    return { kind: 'row', cells: compileCells(source, scope, place), whole: false, withNext: false };
  if ('每条' in source) {
    const list = scope.list(source.每条);
    return {
      kind: 'each',
      list,
      least: source.行数 ?? 1,
      rows: ('行' in source ? source.行 : [source.格]).map((cells) =>
        compileCells(cells, scope, place, list),
      ),
      ...(source.最多 === undefined ? {} : { most: source.最多 }),
    };
  }
  return {
    kind: 'row',
    cells: compileCells(source.格, scope, place),
    whole: source.不拆 ?? false,
    withNext: source.同下行 ?? false,
    ...(source.高 === undefined ? {} : { height: source.高 }),
  };
};

/** Cells take their name from the printed text to their left. */
const compileCells = (
  sources: readonly GridCellSource[],
  scope: Scope,
  place: string,
  each?: ListSpec,
): readonly GridCell[] => {
  let label = '';
  return sources.flatMap((source, index) => {
    const cell = scope.at(`${place}第${index + 1}格`, () => compileCell(source, label, scope, place, each));
    if (cell?.content.kind === 'print') label = cell.name;
    return cell === undefined ? [] : [cell];
  });
};

const compileCell = (
  source: GridCellSource,
  label: string,
  scope: Scope,
  place: string,
  each: ListSpec | undefined,
): GridCell => {
  if (typeof source === 'string') return printCell(source, {}, scope, each);
  if ('印' in source) return printCell(source.印, source, scope, each);
  if ('空' in source) return { content: { kind: 'empty' }, name: label, ...layoutOf(source, 'center') };
  return {
    content: {
      kind: 'fill',
      source: compileSource(keysOf(source), scope, place, each),
      ...(source.提示 === undefined ? {} : { hint: source.提示 }),
      ...(source.限 === undefined ? {} : { limit: source.限 }),
      ...(source.至少 === undefined ? {} : { least: source.至少 }),
    },
    name: source.名 ?? label,
    ...layoutOf(source, 'left'),
  };
};

type FillSource = Exclude<GridCellSource, string | { 印: string } | { 空: true }>;

const keysOf = (source: FillSource): SourceKeys => ({
  字段: source.字段,
  文: source.文,
  待补: source.待补,
  句: source.句,
  选项: source.选项,
  附: source.附,
});

interface Layout {
  readonly 跨列?: number | undefined;
  readonly 跨行?: number | undefined;
  readonly 对齐?: '左' | '中' | '右' | undefined;
}

const layoutOf = (source: Layout, otherwise: Align) => ({
  columns: source.跨列 ?? 1,
  rows: source.跨行 ?? 1,
  align: alignOf(source.对齐, otherwise),
});

const printCell = (text: string, layout: Layout, scope: Scope, each: ListSpec | undefined): GridCell => ({
  content: { kind: 'print', text: parseFormText(text, scope, each) },
  name: text.replace(/\{[^}]*\}|\s/g, ''),
  ...layoutOf(layout, 'center'),
});

interface Reach {
  readonly width: number;
  readonly rows: number;
}

const widthOf = (parts: readonly { readonly width: number }[]): number =>
  parts.reduce((sum, part) => sum + part.width, 0);

const reachOf = (cells: readonly GridCell[]): readonly Reach[] =>
  cells.map((cell) => ({ width: cell.columns, rows: cell.rows }));

/** Counts the columns each row fills, with the cells that reach down into it. */
const checkShape = (rows: readonly GridRow[], columns: number, scope: Scope, place: string): void => {
  let reaching: readonly Reach[] = [];
  rows.forEach((row, index) => {
    const at = `${place}的行第${index + 1}项`;
    const beside = row.kind === 'group' ? widthOf(reachOf(row.left)) : 0;
    for (const plain of row.kind === 'group' ? row.rows : [row]) {
      if (plain.kind === 'each' && reaching.length > 0)
        scope.report(at, '“每条”的行不能和跨行的格并列', '左边的格写进“左”');
      for (const cells of plain.kind === 'each' ? plain.rows : [plain.cells]) {
        const total = widthOf(reaching) + widthOf(reachOf(cells)) + beside;
        if (total !== columns)
          scope.report(at, `这一行共${total}列，表有${columns}列`, '改“跨列”“跨行”，使每行列数相等');
        reaching = [...reaching, ...reachOf(cells)]
          .map((part) => ({ ...part, rows: part.rows - 1 }))
          .filter((part) => part.rows > 0);
      }
      if (plain.kind === 'each' && reaching.length > 0) scope.report(at, '“跨行”超出了一条记录的行');
    }
  });
  if (reaching.length > 0) scope.report(place, '“跨行”超出了表的最后一行');
};
