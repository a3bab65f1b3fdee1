import { parseQuantity } from '../../base/quantity.ts';
import { divide, ONE, type Ratio, toDecimal } from '../../base/ratio.ts';
import { suggestion } from '../../base/text.ts';
import { type Field, isRatio, type Value } from '../../profile/index.ts';
import { numberText, unitOf, valueText } from '../fact-text.ts';
import { TemplateProblem } from '../scope.ts';
import { type FormatEntry, findFormat, WORDS } from './words.ts';

/** How a value is to be written; nothing set is as the profile gives it. */
export interface Format {
  readonly unit?: string;
  readonly bare?: boolean;
  readonly places?: number;
  readonly grouped?: boolean;
  readonly mean?: number;
  readonly digits?: number;
  readonly date?: 'year' | 'month' | 'dash';
}

/** What a tag gives, as far as formats care. */
export type Shown = Pick<Field, 'name' | 'kind' | 'yearly'> & Partial<Pick<Field, 'dimension'>>;

const fits = (entry: FormatEntry, field: Shown): boolean => {
  switch (entry.适用) {
    case '数':
      return field.kind === 'number';
    case '金额':
      return field.dimension === 'money';
    case '逐年数':
      return field.kind === 'number' && field.yearly;
    case '日期':
      return field.kind === 'date';
    case '文字':
      return field.kind === 'text';
  }
};

const settingOf = (entry: FormatEntry, word: string, digit: number): Format => {
  switch (entry.编号) {
    case 'unit':
      return { unit: word };
    case 'bare':
      return { bare: true };
    case 'places':
      return { places: digit };
    case 'grouped':
      return { grouped: true };
    case 'mean':
      return { mean: digit };
    case 'digits':
      return { digits: digit };
    case 'dateYear':
      return { date: 'year' };
    case 'dateMonth':
      return { date: 'month' };
    case 'dateDash':
      return { date: 'dash' };
  }
};

/** @throws TemplateProblem for a word that is no format, or does not fit the value */
export const parseFormat = (words: readonly string[], field: Shown): Format => {
  let format: Format = {};
  for (const word of words) {
    const found = findFormat(word);
    const known = WORDS.格式.filter((entry) => fits(entry, field)).flatMap((entry) => entry.写法);
    const usable = known.length === 0 ? `${field.name}没有可用的格式` : `可用：${known.join('、')}`;
    if (found === undefined)
      throw new TemplateProblem(`没有“${word}”这种格式`, `${suggestion(word, known) ?? ''}${usable}`);
    if (!fits(found.entry, field)) throw new TemplateProblem(`“${word}”不能用于${field.name}`, usable);
    if ((found.entry.编号 === 'mean' || found.entry.编号 === 'digits') && found.digit === 0)
      throw new TemplateProblem(`“${word}”至少写 1`);
    format = { ...format, ...settingOf(found.entry, word, found.digit) };
  }
  return format;
};

const factorOf = (unit: string, field: Field): Ratio => {
  const one = parseQuantity(`1${unit}`, field.dimension ?? 'count', '');
  return 'failure' in one ? ONE : one.value;
};

const pad = (text: string, places: number): string => {
  if (places === 0) return text;
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
};

const group = (text: string): string => {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** @param computed a quotient or mean: shown to two places, unless the format says how many */
export const formatNumber = (value: Ratio, field: Field, computed: boolean, format: Format): string => {
  const unit = format.unit ?? unitOf(field);
  const plain = numberText(value, field, computed).replace(/^第/, '');
  const before = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  const scaled = divide(value, factorOf(unit, field));
  const digits =
    format.places !== undefined
      ? pad(toDecimal(scaled, format.places), format.places)
      : format.unit !== undefined && format.unit !== unitOf(field)
        ? toDecimal(scaled, computed ? 6 : 10)
        : before;
  const text = format.grouped === true ? group(digits) : digits;
  if (format.bare === true) return text;
  return `${field.dimension === 'rank' ? '第' : ''}${text}${unit}`;
};

export const formatDate = (date: string, how: NonNullable<Format['date']>): string => {
  const [year = '', month] = date.split('-');
  if (how === 'dash') return date;
  return how === 'year' || month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
};

/** A value as it stands in the profile. */
export const formatValue = (value: Value, field: Field, format: Format): string => {
  if (isRatio(value)) return formatNumber(value, field, false, format);
  return field.kind === 'date' && format.date !== undefined && typeof value === 'string'
    ? formatDate(value, format.date)
    : valueText(value, field);
};
