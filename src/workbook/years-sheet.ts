import type ExcelJS from 'exceljs';
import type { Profile } from '../profile/index.ts';
import type { Choices } from './choices.ts';
import { remarkOf } from './field-text.ts';
import { startItem, writeInput } from './input.ts';
import { HEADERS, MARKS } from './marks.ts';
import type { YearItem, YearsPlan } from './plan.ts';
import { NOTE_ROW, startSheet } from './sheet-base.ts';
import { groupCell, headerCell, heightOf, remarkCell, shutCell } from './style.ts';

const HEADER_ROW = 3;
const LABEL_WIDTH = 34;
const YEAR_WIDTH = 16;
const REMARK_WIDTH = 50;
const NOTE = '浅黄底的必填，灰格不用填；一年一列，不知道就留空，不要填 0。';

/** 2025年（上年度）, 2026年（本年度）: the years as seen from the as-of date. */
const yearLabel = (year: number, baseYear: number): string =>
  `${year}年${year === baseYear ? '（上年度）' : year === baseYear + 1 ? '（本年度）' : ''}`;

/** 指标 | one column a year | 口径与佐证, a heading above each group. */
export const addYearsSheet = (
  workbook: ExcelJS.Workbook,
  plan: YearsPlan,
  baseYear: number,
  profile: Profile | undefined,
  choices: Choices,
): ExcelJS.Worksheet => {
  const sheet = startSheet(workbook, {
    name: plan.name,
    note: NOTE,
    headerRow: HEADER_ROW,
    frozenColumns: 2,
    widths: [LABEL_WIDTH, ...plan.years.map(() => YEAR_WIDTH), REMARK_WIDTH],
    landscape: true,
  });
  sheet.getRow(NOTE_ROW).height = 20;
  const last = plan.years.length + 3;
  const header = sheet.getRow(HEADER_ROW);
  const texts = [HEADERS.metric, ...plan.years.map((year) => yearLabel(year, baseYear)), HEADERS.basis];
  header.getCell(1).value = MARKS.years;
  texts.forEach((text, index) => {
    header.getCell(index + 2).value = text;
    headerCell(header.getCell(index + 2));
  });
  header.height = 36;

  const writeItem = (row: ExcelJS.Row, item: YearItem): void => {
    const { field } = item;
    const required = item.required.size > 0;
    const label = startItem(row, field, required);
    const remark = remarkOf(field);
    plan.years.forEach((year, index) => {
      const cell = row.getCell(index + 3);
      if (!item.open.has(year)) shutCell(cell);
      else
        writeInput(cell, field, profile?.yearly.get(field.id)?.get(year), item.required.has(year), choices);
    });
    row.getCell(last).value = remark;
    remarkCell(row.getCell(last));
    row.height = heightOf([
      [label, LABEL_WIDTH],
      [remark, REMARK_WIDTH * 1.15],
    ]);
  };

  let line = HEADER_ROW;
  let group: string | undefined;
  for (const item of plan.items) {
    if (item.field.group !== group) {
      group = item.field.group;
      line += 1;
      const row = sheet.getRow(line);
      for (let column = 2; column <= last; column += 1) groupCell(row.getCell(column));
      row.getCell(2).value = group;
      row.height = 20;
    }
    line += 1;
    writeItem(sheet.getRow(line), item);
  }
  return sheet;
};
