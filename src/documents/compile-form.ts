import type { Field } from '../profile/index.ts';
import { compileCheck } from './compile-check.ts';
import { alignOf, compileGrid } from './compile-grid.ts';
import { compileSource } from './compile-source.ts';
import type { Block, Column, FormCell, FormTemplate, PivotBlock } from './form-model.ts';
import type { BlockSource, CellSource, ColumnSource, CoverSource } from './form-source.ts';
import { parseFormText } from './parse-inline.ts';
import { parseFieldRef, parseRef } from './reference.ts';
import { asList, attributeOf, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { Template } from './template.ts';
import type { FormSource } from './template-source.ts';

/** All of a form but what every template has. */
export const compileForm = (source: FormSource, scope: Scope): Omit<FormTemplate, keyof Template> => ({
  landscape: source.横向 ?? false,
  footnotes: source.脚注 ?? [],
  ...(source.左上 === undefined ? {} : { mark: source.左上 }),
  ...(source.封面 === undefined ? {} : { cover: compileCover(source.封面, scope) }),
  parts: source.部分.map((part, index) => ({
    newPage: part.另页 ?? false,
    ...(part.标题 === undefined ? {} : { title: part.标题 }),
    blocks: scope.each(part.标题 ?? `第${index + 1}部分`, part.内容, (block, at) =>
      compileBlock(block, scope, at),
    ),
  })),
});

const compileCover = (source: CoverSource, scope: Scope) => ({
  titles: source.标题,
  lines: (source.栏 ?? []).flatMap(({ 名称: label, 字段: name }) => {
    if (name === undefined) return [{ label }];
    const ref = scope.at(`封面“${label}”`, () => parseRef(name, scope));
    return ref === undefined ? [] : [{ label, ref }];
  }),
  foot: source.落款 ?? [],
  ...(source.左上 === undefined ? {} : { mark: source.左上 }),
});

/** @throws TemplateProblem, and notes mistakes of single cells in the scope */
const compileBlock = (source: BlockSource, scope: Scope, place: string): Block => {
  switch (source.形式) {
    case '栏目': {
      const cells = source.栏.flatMap((cell) => {
        const done = scope.at(`${place}“${cell.名称}”`, () => compileCell(cell, scope, place));
        return done === undefined ? [] : [done];
      });
      return { kind: 'cells', perRow: source.每行 ?? 2, cells, ...captionOf(source) };
    }
    case '年度': {
      const rows = source.行.flatMap(({ 名称: label, 字段: name }) => {
        const ref = scope.at(`${place}“${label}”`, () => yearlyRef(name, scope));
        return ref === undefined ? [] : [{ label, ref }];
      });
      return { kind: 'years', years: source.年数, rows, ...captionOf(source) };
    }
    case '记录': {
      const list = scope.list(source.清单);
      const columns = source.列.map((column) => compileColumn(column, list.field));
      const most = source.最多 === undefined ? {} : { most: source.最多 };
      return { kind: 'records', list, columns, least: source.行数 ?? 0, ...most, ...captionOf(source) };
    }
    case '网格':
      return compileGrid(source, scope, place);
    case '分年':
      return compilePivot(source, scope);
    case '核对':
      return {
        kind: 'checks',
        checks: scope.each(`${place}的核对`, source.项, (check) => compileCheck(check, scope)),
        ...captionOf(source),
      };
    case '长文':
      return {
        kind: 'longText',
        label: source.名称,
        source: compileSource({ 字段: source.字段, 待补: source.待补, 句: source.句 }, scope, place),
        ...(source.限 === undefined ? {} : { limit: source.限 }),
        ...(source.至少 === undefined ? {} : { least: source.至少 }),
        ...(source.提示 === undefined ? {} : { hint: source.提示 }),
      };
    case '签章':
      return { kind: 'signature', lines: source.行 };
    case '说明':
      return { kind: 'remark', text: parseFormText(source.文, scope), align: alignOf(source.对齐, 'left') };
  }
};

const captionOf = ({ 小标题: caption }: { 小标题?: string | undefined }) =>
  caption === undefined ? {} : { caption };

const compileColumn = (source: ColumnSource, field: Field): Column => {
  const [condition, ...more] = Object.entries(source.仅当 ?? {});
  if (more.length > 0) throw new TemplateProblem(`${source.名称}的“仅当”只能写一个属性`);
  const attribute = condition === undefined ? undefined : attributeOf(field, condition[0]);
  return {
    label: source.名称,
    attribute: attributeOf(field, source.属性),
    weight: source.宽 ?? 1,
    ...(source.限 === undefined ? {} : { limit: source.限 }),
    ...(condition === undefined || attribute === undefined
      ? {}
      : { onlyIf: { attribute, values: checkValues(attribute, asList(condition[1])) } }),
  };
};

const compilePivot = (source: Extract<BlockSource, { 形式: '分年' }>, scope: Scope): PivotBlock => {
  const list = scope.list(source.清单);
  const year = attributeOf(list.field, source.年);
  const value = attributeOf(list.field, source.值);
  if (year.kind !== 'year') throw new TemplateProblem(`${year.name}不是年份`);
  if (source.合计 === true && value.kind !== 'number')
    throw new TemplateProblem(`${value.name}不是数，不能合计`);
  return {
    kind: 'pivot',
    list,
    itemLabel: source.项名,
    item: attributeOf(list.field, source.项),
    year,
    value,
    leading: (source.前列 ?? []).map((column) => ({
      label: column.名称,
      attribute: attributeOf(list.field, column.属性),
      weight: column.宽 ?? 1,
    })),
    total: source.合计 ?? false,
    ...captionOf(source),
  };
};

const yearlyRef = (name: string, scope: Scope) => {
  const ref = parseFieldRef(name, scope);
  if (!ref.field.yearly) throw new TemplateProblem(`${ref.field.name}不是逐年字段，不能放在年度表里`);
  return ref;
};

const compileCell = (source: CellSource, scope: Scope, place: string): FormCell => ({
  label: source.名称,
  source: compileSource(source, scope, place),
  wide: source.整行 ?? false,
  ...(source.限 === undefined ? {} : { limit: source.限 }),
});
