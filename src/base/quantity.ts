import { compare, divide, multiply, parseDecimal, type Ratio, ratio, toDecimal } from './ratio.ts';

/**
 * What a number measures. Values are held in one base unit each:
 * money 元 · percent as a fraction (5% is 1/20) · count · years 年 · points 分 · rank 名.
 */
export type Dimension = 'money' | 'percent' | 'count' | 'years' | 'points' | 'rank';

interface Unit {
  readonly dimension: Dimension;
  readonly factor: Ratio;
}

const money = (factor: number): Unit => ({ dimension: 'money', factor: ratio(factor) });
const plain = (dimension: Dimension): Unit => ({ dimension, factor: ratio(1) });

const UNITS: Readonly<Record<string, Unit>> = {
  元: money(1),
  千元: money(1_000),
  万元: money(10_000),
  百万元: money(1_000_000),
  千万元: money(10_000_000),
  亿元: money(100_000_000),
  '%': { dimension: 'percent', factor: ratio(1, 100) },
  人: plain('count'),
  项: plain('count'),
  件: plain('count'),
  个: plain('count'),
  家: plain('count'),
  种: plain('count'),
  // foreign money is counted as it stands: it is never converted
  万美元: plain('count'),
  年: plain('years'),
  分: plain('points'),
  名: plain('rank'),
  位: plain('rank'),
};

/** Short forms that are clear once the field is known to be money. */
const MONEY_SHORT: Readonly<Record<string, string>> = {
  万: '万元',
  亿: '亿元',
  千万: '千万元',
  百万: '百万元',
  万人民币: '万元',
};

export interface Quantity {
  readonly dimension: Dimension;
  /** in the dimension's base unit */
  readonly value: Ratio;
  /** the unit as written, or the default that was taken */
  readonly unit: string;
}

export type QuantityFailure = {
  readonly failure: 'not-a-number' | 'unknown-unit' | 'wrong-unit' | 'bad-grouping';
  readonly unit?: string;
};

export const unitDimension = (unit: string): Dimension | undefined => UNITS[unit]?.dimension;
/** How many base units one of them is: 万元 is 10000. 1 for no unit. */
export const unitSize = (unit: string): Ratio => UNITS[unit]?.factor ?? ratio(1);

/**
 * Reads “1.2亿元”, “3,500万元”, “５.２％”, “3年”, “-12.5”. A number without unit takes `defaultUnit`.
 * @param dimension what the place expects; another unit is a failure, never a conversion
 */
export const parseQuantity = (
  text: string,
  dimension: Dimension,
  defaultUnit: string | undefined,
): Quantity | QuantityFailure => {
  const clean = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '');
  const parts = /^([+-]?[\d.,]+)(.*)$/.exec(clean);
  if (parts === null) return { failure: 'not-a-number' };
  const [, digits = '', suffix = ''] = parts;
  if (digits.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits))
    return { failure: 'bad-grouping' };
  const number = parseDecimal(digits.replaceAll(',', ''));
  if (number === undefined) return { failure: 'not-a-number' };
  const written = dimension === 'money' ? (MONEY_SHORT[suffix] ?? suffix) : suffix;
  const unitName = written === '' ? defaultUnit : written;
  if (unitName === undefined) return { failure: 'unknown-unit', unit: '' };
  const unit = UNITS[unitName];
  if (unit === undefined) return { failure: 'unknown-unit', unit: suffix };
  if (unit.dimension !== dimension) return { failure: 'wrong-unit', unit: suffix };
  return { dimension, value: multiply(number, unit.factor), unit: unitName };
};

const BASE_DISPLAY: Readonly<Record<Dimension, string>> = {
  money: '万元',
  percent: '%',
  count: '',
  years: '年',
  points: '分',
  rank: '名',
};

/** The unit people use for a dimension. */
export const unitOf = (dimension: Dimension): string => BASE_DISPLAY[dimension];

/**
 * Text of a value in the unit people use (money always in 万元, so that figures compare at a glance).
 * Given the threshold it is held against, enough digits are shown that an unequal value never looks equal.
 */
export const formatQuantity = (
  value: Ratio,
  dimension: Dimension,
  unit?: string,
  against?: Ratio,
): string => {
  const name = dimension === 'money' ? '万元' : (unit ?? BASE_DISPLAY[dimension]);
  const factor = (UNITS[name] ?? { factor: ratio(1) }).factor;
  const shown = divide(value, factor);
  const limit = against === undefined ? undefined : divide(against, factor);
  for (let places = 2; places < 12; places += 1) {
    const text = toDecimal(shown, places);
    const misleading =
      limit !== undefined && compare(shown, limit) !== 0 && toDecimal(limit, places) === text;
    if (!misleading) return `${text}${name}`;
  }
  return `${toDecimal(shown, 12)}${name}`;
};
