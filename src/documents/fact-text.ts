import { formatQuantity } from '../base/quantity.ts';
import { add, divide, floor, multiply, type Ratio, ratio, toDecimal, ZERO } from '../base/ratio.ts';
import { type Field, isRatio, type Value } from '../profile/index.ts';

const HUNDRED = ratio(100);
const HALF = ratio(1, 2);

/** The unit a number of this field is shown in; money always in 万元. */
export const unitOf = (field: Field): string => (field.dimension === 'money' ? '万元' : (field.unit ?? ''));

const MONEY = { 元: ratio(1), 万元: ratio(10_000), 亿元: ratio(100_000_000) };
type MoneyUnit = keyof typeof MONEY;

/** A number as the profile gives it, to the last digit that matters in a form (0.000001 of the unit). */
const exactNumber = (value: Ratio, field: Field, unit: MoneyUnit): string => {
  if (field.dimension === 'money') return `${toDecimal(divide(value, MONEY[unit]), 6)}${unit}`;
  const shown = field.dimension === 'percent' ? multiply(value, HUNDRED) : value;
  return `${toDecimal(shown, 6)}${unitOf(field)}`;
};

/** A computed number: two places, more where fewer would make it look like a whole number that it is not. */
const computedNumber = (value: Ratio, field: Field): string => {
  const dimension = field.dimension ?? 'count';
  if (dimension !== 'percent') return formatQuantity(value, dimension, field.unit);
  const whole = divide(floor(add(multiply(value, HUNDRED), HALF)), HUNDRED);
  return formatQuantity(value, dimension, unitOf(field), whole);
};

export const numberText = (value: Ratio, field: Field, computed: boolean, unit: MoneyUnit = '万元'): string =>
  ranked(computed ? computedNumber(value, field) : exactNumber(value, field, unit), field);

/** 3名 reads 第3名. */
const ranked = (text: string, field: Field): string => (field.dimension === 'rank' ? `第${text}` : text);

/** 2025-03-01 is 2025年3月1日; a year alone stays one. */
const dateText = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  return month === undefined || day === undefined
    ? `${year}年`
    : `${year}年${Number(month)}月${Number(day)}日`;
};

/** Text of one known value, with unit. Empty for an empty list. */
export const valueText = (value: Value, field: Field): string => {
  if (isRatio(value)) return numberText(value, field, false);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string') return value.join('、');
  return field.kind === 'date' ? dateText(value) : value;
};

/** Drops the unit where the label already prints it in brackets: 注册资本（万元）. */
export const withoutPrintedUnit = (text: string, label: string, field: Field): string => {
  const unit = unitOf(field);
  const printed = unit !== '' && new RegExp(`[（(][^）)]*${unit}`).test(label);
  return printed && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
};

export const sum = (values: readonly Ratio[]): Ratio => values.reduce(add, ZERO);
