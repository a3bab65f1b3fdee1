import type ExcelJS from 'exceljs';
import type { Profile } from '../profile/index.ts';
import type { Choices } from './choices.ts';
import { remarkOf } from './field-text.ts';
import { startItem, writeInput } from './input.ts';
import { HEADERS, MARKS } from './marks.ts';
import type { FieldsPlan } from './plan.ts';
import { NOTE_ROW, startSheet } from './sheet-base.ts';
import { headerCell, heightOf, remarkCell } from './style.ts';

const HEADER_ROW = 3;
const WIDTHS = [30, 42, 56] as const;
const NOTE = '带 * 的必填；不知道就留空，不要填 0；没有就填“无”或“否”。';

/** 字段 | 填写内容 | 口径与佐证, one field a row. */
export const addFieldsSheet = (
  workbook: ExcelJS.Workbook,
  plan: FieldsPlan,
  profile: Profile | undefined,
  choices: Choices,
): ExcelJS.Worksheet => {
  const sheet = startSheet(workbook, {
    name: plan.name,
    note: NOTE,
    headerRow: HEADER_ROW,
    frozenColumns: 2,
    widths: WIDTHS,
    landscape: false,
  });
  sheet.getRow(NOTE_ROW).height = 20;
  const header = sheet.getRow(HEADER_ROW);
  [MARKS.fields, HEADERS.field, HEADERS.value, HEADERS.basis].forEach((text, index) => {
    header.getCell(index + 1).value = text;
    if (index > 0) headerCell(header.getCell(index + 1));
  });
  header.height = 22;
  plan.items.forEach(({ field, required }, index) => {
    const row = sheet.getRow(HEADER_ROW + 1 + index);
    const label = startItem(row, field, required);
    const remark = remarkOf(field);
    const fact = profile?.single.get(field.id);
    writeInput(row.getCell(3), field, fact, required, choices);
    row.getCell(4).value = remark;
    remarkCell(row.getCell(4));
    const told = row.getCell(3).value;
    row.height = heightOf([
      [label, WIDTHS[0]],
      [typeof told === 'string' ? told : '', WIDTHS[1]],
      [remark, WIDTHS[2] * 1.15],
    ]);
  });
  return sheet;
};
