import type ExcelJS from 'exceljs';
import { type Fact, FIELDS, type Profile } from '../profile/index.ts';
import { cellText } from './cell-value.ts';
import type { Choices } from './choices.ts';
import { HEADERS, MARKS, SOURCES_SHEET } from './marks.ts';
import type { Plan } from './plan.ts';
import { NOTE_ROW, startSheet } from './sheet-base.ts';
import { headerCell, heightOf, inputCell } from './style.ts';

const HEADER_ROW = 3;
const FREE_ROWS = 20;
const WIDTHS = [30, 10, 10, 20, 36, 30, 30] as const;
const TEXTS = [
  HEADERS.field,
  HEADERS.year,
  HEADERS.record,
  HEADERS.attribute,
  HEADERS.source,
  HEADERS.evidence,
  HEADERS.note,
] as const;
const NOTE =
  '可不填。某个数出自哪份文件、手上有什么证明，写在这里：逐年的写年度；记录表里的写序号（第几条）和属性。';

type Line = ReadonlyArray<string | number | undefined>;

const lineOf = (fact: Fact, name: string, where: Line): readonly Line[] =>
  fact.source === undefined && fact.evidence === undefined && fact.note === undefined
    ? []
    : [[name, ...where, fact.source, fact.evidence, fact.note]];

const linesOf = (profile: Profile): readonly Line[] =>
  FIELDS.flatMap((field) => {
    const single = profile.single.get(field.id);
    const yearly = [...(profile.yearly.get(field.id) ?? [])].sort(([a], [b]) => a - b);
    const items = profile.records.get(field.id)?.items ?? [];
    return [
      ...(single === undefined ? [] : lineOf(single, field.name, [undefined, undefined, undefined])),
      ...yearly.flatMap(([year, fact]) => lineOf(fact, field.name, [year, undefined, undefined])),
      ...items.flatMap((record, index) =>
        field.attributes.flatMap((attribute) => {
          const fact = record.get(attribute.id);
          return fact === undefined ? [] : lineOf(fact, field.name, [undefined, index + 1, attribute.name]);
        }),
      ),
    ];
  });

/** Where values come from and what proves them: 字段 | 年度 | 第几条 | 属性 | 来源 | 佐证 | 备注. */
export const addSourcesSheet = (
  workbook: ExcelJS.Workbook,
  plan: Plan,
  profile: Profile | undefined,
  choices: Choices,
): ExcelJS.Worksheet => {
  const sheet = startSheet(workbook, {
    name: SOURCES_SHEET,
    note: NOTE,
    headerRow: HEADER_ROW,
    frozenColumns: 2,
    widths: WIDTHS,
    landscape: true,
  });
  sheet.getRow(NOTE_ROW).height = 20;
  const header = sheet.getRow(HEADER_ROW);
  header.getCell(1).value = MARKS.sources;
  TEXTS.forEach((text, index) => {
    header.getCell(index + 2).value = text;
    headerCell(header.getCell(index + 2));
  });
  header.height = 22;
  const names = plan.sheets.flatMap((part) =>
    part.kind === 'list' ? [part.field.name] : part.items.map(({ field }) => field.name),
  );
  const range = choices.range(names);
  const lines = profile === undefined ? [] : linesOf(profile);
  for (let index = 0; index < lines.length + FREE_ROWS; index += 1) {
    const row = sheet.getRow(HEADER_ROW + 1 + index);
    const line = lines[index] ?? [];
    TEXTS.forEach((_, column) => {
      const cell = row.getCell(column + 2);
      const value = line[column];
      inputCell(cell, false);
      cell.numFmt = column === 1 || column === 2 ? '0' : '@';
      if (value !== undefined)
        cell.value = typeof value === 'string' ? cellText(value, SOURCES_SHEET) : value;
    });
    row.getCell(2).dataValidation = { type: 'list', allowBlank: true, formulae: [range] };
    row.height = heightOf(WIDTHS.map((width, column) => [String(line[column] ?? ''), width] as const));
  }
  return sheet;
};
