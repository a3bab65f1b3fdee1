import { parseDate } from '../base/date.ts';
import { parseQuantity } from '../base/quantity.ts';
import { sign } from '../base/ratio.ts';
import { fold, suggestion } from '../base/text.ts';
import type { Field } from './field.ts';
import type { Value } from './model.ts';

export type ValueResult =
  | { readonly value: Value; readonly remark?: string }
  | { readonly problem: string; readonly fix?: string };

const YES = new Set(['是', '有', 'true', 'yes', 'y', '√', '✓', '✔', '☑', '对']);
const NO = new Set(['否', '无', '没有', '不是', 'false', 'no', 'n', '×', '✗', '✘', '☒', 'x', '□']);

const readBoolean = (text: string): ValueResult => {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (YES.has(word)) return { value: true };
  if (NO.has(word)) return { value: false };
  return { problem: `“${text}”不是“是”或“否”`, fix: '写“是”或“否”；不知道就留空' };
};

const matchChoice = (field: Field, text: string): string | undefined => {
  const wanted = fold(text);
  const direct = field.choices.find((choice) => fold(choice) === wanted);
  if (direct !== undefined) return direct;
  for (const [alias, choice] of Object.entries(field.choiceAliases))
    if (fold(alias) === wanted) return choice;
  return undefined;
};

const readChoice = (field: Field, text: string): ValueResult => {
  const choice = matchChoice(field, text);
  if (choice !== undefined) return { value: choice };
  const near = suggestion(text, [...field.choices, ...Object.keys(field.choiceAliases)]);
  return { problem: `“${text}”不是可选项`, fix: `${near ?? ''}可填：${field.choices.join('、')}` };
};

/** 、；, and line breaks part the items of a list written in one cell. */
const split = (text: string): string[] =>
  text
    .split(/[、；;,，\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isNone = (text: string): boolean => ['无', '没有', '[]'].includes(text.trim());

const readMulti = (field: Field, parts: readonly string[]): ValueResult => {
  const chosen: string[] = [];
  for (const part of parts) {
    const result = readChoice(field, part);
    if (!('value' in result)) return result;
    const choice = String(result.value);
    if (!chosen.includes(choice)) chosen.push(choice);
  }
  return { value: chosen };
};

const readDate = (field: Field, text: string): ValueResult => {
  const clean = text.normalize('NFKC').trim();
  const yearAlone = /^(\d{4})年?$/.exec(clean)?.[1];
  if (yearAlone !== undefined && field.yearOnly) return { value: yearAlone };
  const date = parseDate(clean);
  if (date !== undefined) return { value: date };
  return {
    problem: `“${text}”不是有效日期`,
    fix: `写成 2026-01-31 的样子${field.yearOnly ? '，也可以只写年份' : ''}`,
  };
};

const readYear = (text: string): ValueResult => {
  const year = /^((?:19|20)\d{2})(?:年|年度)?$/.exec(text.normalize('NFKC').trim())?.[1];
  return year === undefined ? { problem: `“${text}”不是年份`, fix: '写成 2025' } : { value: year };
};

const FAILURES = {
  'not-a-number': '不是数',
  'bad-grouping': '的千分位逗号位置不对',
  'unknown-unit': '的单位不认识',
  'wrong-unit': '的单位与字段不符',
} as const;

const readNumber = (field: Field, text: string): ValueResult => {
  const dimension = field.dimension ?? 'count';
  const read = parseQuantity(text, dimension, field.unit ?? '');
  const example = field.unit === undefined ? '123' : `123${field.unit}`;
  if ('failure' in read)
    return { problem: `“${text}”${FAILURES[read.failure]}`, fix: `写成 ${example} 的样子` };
  if (field.nonNegative && sign(read.value) < 0) return { problem: `“${text}”是负数，${field.name}不能为负` };
  if (dimension === 'rank' && (read.value.n % read.value.d !== 0n || sign(read.value) <= 0)) {
    return { problem: `“${text}”不是名次`, fix: '名次写 1、2、3 这样的整数' };
  }
  const bare = /^[+-]?[\d.]+$/.test(text.normalize('NFKC').trim());
  if (dimension === 'percent' && bare && /^0?\.\d*[1-9]/.test(text.trim())) {
    return { value: read.value, remark: `“${text}”没有写%，按 ${text}% 理解；若是小数比率，请写成百分数` };
  }
  return { value: read.value };
};

/**
 * Reads one value of a field from its text (or texts, for lists).
 * Blank texts never come here: a blank is no value.
 */
export const readValue = (field: Field, input: string | readonly string[]): ValueResult => {
  if (field.kind === 'multi' || field.list) {
    const parts = typeof input === 'string' ? (isNone(input) ? [] : split(input)) : input;
    return field.kind === 'multi' ? readMulti(field, parts) : { value: [...parts] };
  }
  if (typeof input !== 'string') return { problem: '这里只能写一个值，不能是列表' };
  switch (field.kind) {
    case 'text':
      return { value: input.trim() };
    case 'boolean':
      return readBoolean(input);
    case 'choice':
      return readChoice(field, input);
    case 'date':
      return readDate(field, input);
    case 'year':
      return readYear(input);
    case 'number':
      return readNumber(field, input);
    case 'records':
      return { problem: '这里要写记录列表' };
  }
};
