import { inputError } from '../base/diagnostic.ts';
import { unitSize } from '../base/quantity.ts';
import { divide, exactDecimal, type Ratio, ratio } from '../base/ratio.ts';
import { type Field, isRatio, type Value, valueText } from '../profile/index.ts';
import { DETAILS_UNKNOWN } from './words.ts';

/** Digits that a number in a workbook keeps. */
const DIGITS = 15;
/**
 * Dates before this are stored as text: Excel's calendar has a 1900-02-29, and a day of 1905 is how a bare year
 * (2013 typed into a date cell) looks.
 */
const FIRST_DATE = '1906-01-01';
/** the most characters a cell can hold */
const CELL_LIMIT = 32_767;

/**
 * The exact value of a number as stored in a workbook: what its 15 digits say.
 * Undefined for what is no finite number.
 */
const storedRatio = (value: number): Ratio | undefined => {
  if (!Number.isFinite(value)) return undefined;
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const power = Number(exponent) - (DIGITS - 1);
  const size = power >= 0 ? ratio(digits * 10n ** BigInt(power)) : ratio(digits, 10n ** BigInt(-power));
  return value < 0 ? { n: -size.n, d: size.d } : size;
};

const same = (a: Ratio, b: Ratio): boolean => a.n * b.d === b.n * a.d;

/** The number to store for an exact one; undefined where it would not come back the same. */
const storable = (value: Ratio): number | undefined => {
  const text = exactDecimal(value);
  if (text === undefined) return undefined;
  const number = Number(text);
  const back = Math.abs(number) < 10 ** DIGITS ? storedRatio(number) : undefined;
  return back !== undefined && same(back, value) ? number : undefined;
};

const SEPARATORS = /[、；;,，\n]/;
const NONE = /^(无|没有|\[\])$/;

/** Items in one cell: parted by 、; as ["…"] where an item holds a separator itself. */
const listText = (items: readonly string[]): string => {
  if (items.length === 0) return '无';
  const isPlain = items.every((item) => !SEPARATORS.test(item) && item.trim() === item && item !== '');
  const joined = items.join('、');
  return isPlain && !NONE.test(joined) && !joined.startsWith('[') ? joined : JSON.stringify(items);
};

/** A list written as ["…"]; undefined for any other text. */
export const listItems = (text: string): readonly string[] | undefined => {
  if (!text.startsWith('[')) return undefined;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : undefined;
  } catch {
    return undefined;
  }
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot stand in XML; halves of rare characters are joined by rare.ts
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/g;
const escapeCode = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Characters that XML cannot hold as _xHHHH_, and that very spelling escaped (ECMA-376 Part 1, 22.9.2.19). */
export const cellText = (text: string, what: string): string => {
  const written = text.replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_').replace(UNWRITABLE, escapeCode);
  if (text.length > CELL_LIMIT) {
    throw inputError('E470', `${what}有 ${text.length} 个字符，一个单元格最多放 ${CELL_LIMIT} 个`, {
      fix: '缩短这段文字，或留在 YAML 档案里',
    });
  }
  return written;
};

/** What goes into the cell of a field. */
export const cellValue = (field: Field, value: Value): string | number | Date => {
  if (isRatio(value)) {
    const own = field.dimension === 'percent' ? value : divide(value, unitSize(field.unit ?? ''));
    return storable(own) ?? String(valueText(field, value));
  }
  if (field.kind === 'year') return Number(value);
  if (field.kind === 'date' && !field.yearOnly && String(value) >= FIRST_DATE)
    return new Date(`${String(value)}T00:00:00Z`);
  const text = valueText(field, value);
  return cellText(typeof text === 'string' ? text : listText(text), field.name);
};

/** An attribute text that would be read as “there is one, its details unknown”. */
export const isDetailsUnknown = (text: string): boolean =>
  text.normalize('NFKC') === DETAILS_UNKNOWN.normalize('NFKC');
