import type ExcelJS from 'exceljs';
import type { Fact, Field } from '../profile/index.ts';
import { cellValue } from './cell-value.ts';
import type { Choices } from './choices.ts';
import { commentOf, labelOf, promptFor, REQUIRED_MARK } from './field-text.ts';
import { inputCell, labelCell } from './style.ts';

/** A date known to the year only is text: 2020 in a date format would be a day of 1905. */
const formatOf = (field: Field): string => {
  switch (field.kind) {
    case 'date':
      return field.yearOnly ? '@' : 'yyyy-mm-dd';
    case 'year':
      return '0';
    case 'number':
      if (field.dimension === 'money') return '#,##0.00##';
      if (field.dimension === 'percent') return '0.00##%';
      return field.dimension === 'count' ? '#,##0.##########' : 'General';
    default:
      return '@';
  }
};

/** Whole numbers without a dangling point. */
const formatFor = (field: Field, value: unknown): string =>
  field.dimension === 'count' && (value === null || Number.isInteger(value)) ? '#,##0' : formatOf(field);

const PROMPT_LIMIT = 255;
const TITLE_LIMIT = 32;
const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;

/** Warns but lets pass: numbers may be written with their unit, dates as text. */
const ruleOf = (field: Field, choices: Choices): Partial<ExcelJS.DataValidation> | undefined => {
  const range = choices.of(field);
  if (range !== undefined) {
    return {
      type: 'list',
      formulae: [range],
      // several choices are typed, and a choice may be known by another name
      showErrorMessage: field.kind !== 'multi',
      errorStyle: 'warning',
      errorTitle: '不是下拉选项',
      error: '请从下拉选项里选；不知道就留空',
    };
  }
  if (field.kind === 'date' && !field.yearOnly) {
    return {
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date('1940-01-01T00:00:00Z')],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '不像日期',
      error: '日期写成 2026-01-31 的样子',
    };
  }
  return undefined;
};

const validationOf = (field: Field, choices: Choices): ExcelJS.DataValidation | undefined => {
  const prompt = promptFor(field);
  const rule = ruleOf(field, choices);
  if (rule?.type === undefined && prompt === undefined) return undefined;
  return {
    // any text will do, the prompt is what it is for
    type: 'textLength',
    operator: 'greaterThanOrEqual',
    formulae: rule?.formulae ?? [0],
    showErrorMessage: false,
    ...rule,
    allowBlank: true,
    ...(prompt === undefined
      ? {}
      : {
          showInputMessage: true,
          promptTitle: clip(field.name, TITLE_LIMIT),
          prompt: clip(prompt, PROMPT_LIMIT),
        }),
  };
};

const ALIGNMENT = {
  text: 'left',
  date: 'center',
  year: 'center',
  boolean: 'center',
  choice: 'left',
  multi: 'left',
  number: 'right',
  records: 'left',
} as const;

/** Makes the cell a free cell for the field, filled with the fact where there is one. */
export const writeInput = (
  cell: ExcelJS.Cell,
  field: Field,
  fact: Fact | undefined,
  required: boolean,
  choices: Choices,
): void => {
  const value = fact === undefined ? null : cellValue(field, fact.value);
  inputCell(cell, required, ALIGNMENT[field.kind]);
  cell.numFmt = typeof value === 'string' ? '@' : formatFor(field, value);
  if (value !== null) cell.value = value;
  const validation = validationOf(field, choices);
  if (validation !== undefined) cell.dataValidation = validation;
};

export const writeComment = (cell: ExcelJS.Cell, field: Field): void => {
  cell.note = { texts: [{ text: commentOf(field) }], editAs: 'oneCells' };
};

/** The hidden key and the label with its comment, at the start of a field's row. @returns the label */
export const startItem = (row: ExcelJS.Row, field: Field, required: boolean): string => {
  const label = `${required ? REQUIRED_MARK : ''}${labelOf(field)}`;
  const cell = row.getCell(2);
  row.getCell(1).value = field.id;
  cell.value = label;
  labelCell(cell, required);
  writeComment(cell, field);
  return label;
};
