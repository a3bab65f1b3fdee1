import type ExcelJS from 'exceljs';
import type { Field, Profile, RecordList } from '../profile/index.ts';
import { isDetailsUnknown } from './cell-value.ts';
import type { Choices } from './choices.ts';
import { labelOf, REQUIRED_MARK, remarkOf } from './field-text.ts';
import { writeComment, writeInput } from './input.ts';
import { HEADERS, MARKS } from './marks.ts';
import type { ListPlan } from './plan.ts';
import { NOTE_ROW, startSheet } from './sheet-base.ts';
import { headerCell, heightOf, inputCell, labelCell, noteCell, widthOf } from './style.ts';
import { DETAILS_UNKNOWN, LIST_STATES, saysNone } from './words.ts';

const STATE_ROW = 3;
const HEADER_ROW = 4;
const NUMBER_WIDTH = 12;
/** rows left free below what is known */
const FREE_ROWS = 20;

const KIND_WIDTHS: Readonly<Record<Field['kind'], number>> = {
  text: 24,
  date: 14,
  year: 10,
  boolean: 10,
  choice: 18,
  multi: 24,
  number: 14,
  records: 10,
};
const NARROW_TEXT = /号|单位$/;

const widthFor = (attribute: Field): number => {
  const base =
    attribute.kind === 'text' && NARROW_TEXT.test(attribute.name) ? 18 : KIND_WIDTHS[attribute.kind];
  // long headers wrap into two lines
  return Math.max(base, Math.ceil(widthOf(labelOf(attribute)) / 2) + 4);
};

const stateOf = (list: RecordList | undefined): string | undefined => {
  if (list === undefined) return undefined;
  if (!list.complete) return LIST_STATES.未列全;
  return list.items.length === 0 ? LIST_STATES.没有 : LIST_STATES.列全;
};

const writeState = (
  sheet: ExcelJS.Worksheet,
  plan: ListPlan,
  state: string | undefined,
  choices: Choices,
): void => {
  const row = sheet.getRow(STATE_ROW);
  row.getCell(1).value = MARKS.state;
  row.getCell(2).value = `${plan.required ? REQUIRED_MARK : ''}${HEADERS.state}`;
  labelCell(row.getCell(2), plan.required);
  const cell = row.getCell(3);
  inputCell(cell, plan.required);
  if (state !== undefined) cell.value = state;
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [choices.range([LIST_STATES.列全, LIST_STATES.未列全, LIST_STATES.没有])],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '不是下拉选项',
    error: `只能选 ${LIST_STATES.列全}、${LIST_STATES.未列全}、${LIST_STATES.没有}`,
  };
  const hint = row.getCell(4);
  hint.value = `← 全部列出选“${LIST_STATES.列全}”，还有没列的选“${LIST_STATES.未列全}”，一条也没有选“${LIST_STATES.没有}”`;
  noteCell(hint);
  hint.alignment = { vertical: 'middle' };
  row.height = 22;
};

/** A single 无 (a product called so, or a 多选 of none) would be read as “no records”. */
const looksLikeNoRecord = (row: ExcelJS.Row): boolean => {
  const told: unknown[] = [];
  row.eachCell((cell, column) => {
    if (column > 2 && cell.value !== null) told.push(cell.value);
  });
  const [only] = told;
  return told.length === 1 && typeof only === 'string' && (saysNone(only) || isDetailsUnknown(only));
};

/** 填写情况 above; then 序号 | one column an attribute, one record a row, with free rows below. */
export const addListSheet = (
  workbook: ExcelJS.Workbook,
  plan: ListPlan,
  profile: Profile | undefined,
  choices: Choices,
): ExcelJS.Worksheet => {
  const widths = plan.attributes.map(widthFor);
  const total = NUMBER_WIDTH + widths.reduce((sum, width) => sum + width, 0);
  const note = remarkOf(plan.field) || `一条一行，写明每条${plan.name}。`;
  const sheet = startSheet(workbook, {
    name: plan.name,
    note,
    headerRow: HEADER_ROW,
    frozenColumns: 3,
    widths: [NUMBER_WIDTH, ...widths],
    landscape: total > 90,
  });
  sheet.getRow(NOTE_ROW).height = heightOf([[note, total]]);
  const list = profile?.records.get(plan.field.id);
  writeState(sheet, plan, stateOf(list), choices);
  const header = sheet.getRow(HEADER_ROW);
  header.getCell(1).value = `${MARKS.list}${plan.field.id}`;
  header.getCell(2).value = HEADERS.number;
  headerCell(header.getCell(2));
  plan.attributes.forEach((attribute, index) => {
    const cell = header.getCell(index + 3);
    cell.value = labelOf(attribute);
    headerCell(cell);
    writeComment(cell, attribute);
  });
  header.height = heightOf(
    plan.attributes.map((attribute, index) => [labelOf(attribute), widths[index] ?? 10]),
  );
  const items = list?.items ?? [];
  for (let index = 0; index < items.length + FREE_ROWS; index += 1) {
    const row = sheet.getRow(HEADER_ROW + 1 + index);
    const record = items[index];
    row.getCell(2).value = index + 1;
    labelCell(row.getCell(2), false);
    row.getCell(2).alignment = { horizontal: 'center', vertical: 'middle' };
    plan.attributes.forEach((attribute, column) => {
      writeInput(row.getCell(column + 3), attribute, record?.get(attribute.id), false, choices);
    });
    if (record?.size === 0) row.getCell(3).value = DETAILS_UNKNOWN;
    else if (record !== undefined && looksLikeNoRecord(row)) row.getCell(1).value = MARKS.record;
    const texts = plan.attributes.map((_, column): readonly [string, number] => {
      const told = row.getCell(column + 3).value;
      return [typeof told === 'string' ? told : '', widths[column] ?? 10];
    });
    row.height = heightOf(texts);
  }
  return sheet;
};
