import { attributesOf, DICTIONARY } from '../profile/index.ts';
import { cellAt, type Grid, type GridCell, trimmed } from './grid.ts';
import { readLabel, yearInHeader } from './label.ts';
import { columnOf, headersOf } from './read-rows.ts';
import type { Extras, Reading } from './reading.ts';

/** Key of a value that a source is told of:营业收入 of 2025, or an attribute of the third record. */
const keyOf = (
  reading: Reading,
  place: {
    readonly field: GridCell;
    readonly year?: GridCell;
    readonly record?: GridCell;
    readonly attribute?: GridCell;
  },
): string | undefined => {
  const refuse = (cell: GridCell, message: string, fix: string): undefined => {
    reading.error('E469', message, cell.at, fix);
    return undefined;
  };
  const { field } = readLabel(place.field.text, DICTIONARY);
  if (field === undefined) {
    const name = trimmed(place.field);
    return refuse(place.field, `不认识的字段“${name}”`, DICTIONARY.suggest(name) ?? '写字段的名称');
  }
  if (field.kind === 'records') {
    const name = trimmed(place.attribute);
    const attribute = attributesOf(field).find(name);
    const number = trimmed(place.record);
    if (attribute === undefined || !/^\d+$/.test(number)) {
      const fix = `属性写 ${field.attributes.map((item) => item.name).join('、')} 之一，“第几条”写表里的序号`;
      return refuse(
        place.attribute ?? place.record ?? place.field,
        `${field.name}要写明第几条和哪个属性`,
        fix,
      );
    }
    return `${field.id}#${number}.${attribute.id}`;
  }
  if (!field.yearly) return field.id;
  const year = yearInHeader(trimmed(place.year));
  return year === undefined
    ? refuse(place.year ?? place.field, `${field.name}是逐年字段，要写明年度`, '在“年度”一格写 2025 的样子')
    : `${field.id}@${year}`;
};

/** 字段 | 年度 | 第几条 | 属性 | 来源 | 佐证 | 备注: by the value each is about. */
export const readSourcesSheet = (
  reading: Reading,
  grid: Grid,
  headerRow: number,
  found: Map<string, Extras>,
): void => {
  const headers = headersOf(grid, headerRow);
  const at = (row: number, name: Parameters<typeof columnOf>[1]): GridCell | undefined =>
    cellAt(grid, row, columnOf(headers, name));
  for (const row of grid.rows.keys()) {
    if (row <= headerRow) continue;
    const told = [
      ['来源', at(row, 'source')],
      ['佐证', at(row, 'evidence')],
      ['备注', at(row, 'note')],
    ] as const;
    const extras: Extras = told.flatMap(([key, cell]) => (cell === undefined ? [] : [[key, cell] as const]));
    const [first] = extras;
    const field = at(row, 'field');
    if (first === undefined) continue;
    if (field === undefined) {
      reading.error('E466', '没有写是哪个字段的来源', first[1].at, '在“字段”一格写字段的名称');
      continue;
    }
    const [year, record, attribute] = [at(row, 'year'), at(row, 'record'), at(row, 'attribute')];
    const key = keyOf(reading, {
      field,
      ...(year === undefined ? {} : { year }),
      ...(record === undefined ? {} : { record }),
      ...(attribute === undefined ? {} : { attribute }),
    });
    if (key === undefined) continue;
    if (found.has(key)) reading.error('E124', `${trimmed(field)}的来源写了两次`, field.at, '合并成一行');
    found.set(key, extras);
  }
};
