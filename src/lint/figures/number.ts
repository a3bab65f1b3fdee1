import { parseQuantity } from '../../base/quantity.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Ratio,
  ratio,
  sign,
  subtract,
} from '../../base/ratio.ts';
import { HEDGES, type Hedge } from './words.ts';

export type Measure = 'money' | 'percent' | 'people' | 'items' | 'rank';

/** A number as a text writes it. */
export interface Written {
  /** in base units */
  readonly value: Ratio;
  /** worth of one unit in the last written digit */
  readonly step: Ratio;
  readonly hedge?: Hedge;
  /** UTF-16 bounds, unit included */
  readonly start: number;
  readonly end: number;
}

const UNITS: Readonly<Record<Measure, string>> = {
  money: '亿元|千万元|百万元|万元|元|亿(?!美元|欧元|人|件|台)|万(?!美元|欧元|人|件|台|吨|套)',
  percent: '%',
  people: '人|名|位',
  items: '项|件|个|余项|余件',
  rank: '名|位',
};

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';

/** Full-width digits, letters and percent signs as half-width ones, unit for unit, so that places stay. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％．＋－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const stepOf = (digits: string, factor: Ratio): Ratio => {
  const places = digits.split('.')[1]?.length ?? 0;
  return multiply(ratio(1n, 10n ** BigInt(places)), factor);
};

const hedgeOf = (words: readonly string[]): Hedge | undefined =>
  HEDGES.find((hedge) => words.some((word) => hedge.words.includes(word)));

const CHINESE = '一二三四五六七八九十';
const rankOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : CHINESE.indexOf(text) + 1);

const readRank = (text: string, at: number): Written | undefined => {
  const [whole, kind, digits] = /^(第|前)([一二三四五六七八九十]|\d{1,3})/.exec(text.slice(at)) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  const first = { value: ratio(rankOf(digits)), step: ratio(1), start: at, end: at + whole.length };
  return kind === '前' ? { ...first, hedge: { words: [], atMost: true } } : first;
};

/** Reads a number with its unit that starts at a place. `before` are the words in front of it that may hedge it. */
export const readNumber = (
  text: string,
  at: number,
  measure: Measure,
  before: readonly string[],
  inherited?: string,
): Written | undefined => {
  if (measure === 'rank') return readRank(text, at);
  const pattern = new RegExp(`^(-?)(${DIGITS})(余|多)?(${UNITS[measure]})?(左右|上下|以上)?`);
  const [whole, minus = '', digits, more, unit = inherited, after] = pattern.exec(text.slice(at)) ?? [];
  if (whole === undefined || digits === undefined || unit === undefined) return undefined;
  const dimension = measure === 'money' || measure === 'percent' ? measure : 'count';
  const name = dimension === 'count' ? '个' : unit;
  const quantity = parseQuantity(`${minus}${digits}${name}`, dimension, name);
  const one = parseQuantity(`1${name}`, dimension, name);
  if ('failure' in quantity || 'failure' in one) return undefined;
  const hedge = hedgeOf([...before, more, after].filter((word) => word !== undefined));
  const written = {
    value: quantity.value,
    step: stepOf(digits, one.value),
    start: at,
    end: at + whole.length,
  };
  return hedge === undefined ? written : { ...written, hedge };
};

/** The unit that a list of numbers shares, as in 5000、5200和5512.5万元. */
export const sharedUnit = (text: string, measure: Measure): string | undefined =>
  new RegExp(`(?:${DIGITS})(${UNITS[measure]})`).exec(text)?.[1];

const within = (difference: Ratio, limit: Ratio): boolean =>
  compare(difference, limit) <= 0 && compare(subtract(ratio(0), difference), limit) <= 0;

/** Rounded half away from zero, or cut off, to the digits written. */
const isRounded = (written: Written, actual: Ratio): boolean => {
  if (within(subtract(written.value, actual), divide(written.step, ratio(2)))) return true;
  const magnitude = sign(actual) < 0 ? subtract(ratio(0), actual) : actual;
  const cut = multiply(floor(divide(magnitude, written.step)), written.step);
  return compare(sign(actual) < 0 ? subtract(ratio(0), cut) : cut, written.value) === 0;
};

/** Whether a number may stand for the actual value, rounded or hedged as it is written. */
export const agrees = (written: Written, actual: Ratio): boolean => {
  if (isRounded(written, actual)) return true;
  const { hedge, value } = written;
  if (hedge === undefined) return false;
  if (hedge.atLeast === true) return compare(actual, value) >= 0;
  if (hedge.atMost === true) return compare(actual, value) <= 0;
  if (hedge.below !== undefined)
    return compare(actual, value) <= 0 && compare(add(actual, multiply(value, hedge.below)), value) >= 0;
  const magnitude = sign(actual) < 0 ? subtract(ratio(0), actual) : actual;
  return (
    hedge.tolerance !== undefined && within(subtract(value, actual), multiply(magnitude, hedge.tolerance))
  );
};

export const negated = (written: Written): Written => ({
  ...written,
  value: subtract(ratio(0), written.value),
});
