import { parseQuantity } from '../base/quantity.ts';
import { suggestion } from '../base/text.ts';
import { DICTIONARY, FIELDS, type Field } from '../profile/index.ts';
import { FLAT_COLUMNS, type FlatColumn, flatColumn, isIgnoredColumn } from './columns.ts';
import { type HeaderParts, parseHeader, splitUnitSuffix } from './header-text.ts';

/** What a column holds. */
export type Target =
  | { readonly kind: 'field'; readonly field: Field; readonly year?: number; readonly unit?: string }
  | { readonly kind: 'flat'; readonly column: FlatColumn }
  /** a list of records, of which a cell can only say 无 */
  | { readonly kind: 'list'; readonly field: Field }
  /** 序号 and the like */
  | { readonly kind: 'ignored' };

export type HeaderReading =
  | { readonly target: Target }
  | { readonly problem: string; readonly fix: () => string; readonly code: HeaderCode };

/** W410 unknown header · W411 the year is missing, relative or not wanted · W413 unit does not fit */
type HeaderCode = 'W410' | 'W411' | 'W413';

const ALL_NAMES = [
  ...FIELDS.flatMap((field) => [field.name, ...field.aliases]),
  ...FLAT_COLUMNS.flatMap((column) => [column.name, ...column.aliases]),
];

type Named = { readonly flat: FlatColumn } | { readonly field: Field };
const named = (name: string): Named | undefined => {
  const flat = flatColumn(name);
  if (flat !== undefined) return { flat };
  const field = name === '' ? undefined : DICTIONARY.find(name);
  return field === undefined ? undefined : { field };
};

/** The name with its qualifiers (研发费用（加计扣除）), else without the unit that clings to it. */
const identify = (parts: HeaderParts): { readonly found: Named; readonly unit?: string } | undefined => {
  if (parts.qualifiers.length > 0) {
    const found =
      named(parts.base + parts.qualifiers.join('')) ?? named(`${parts.base}(${parts.qualifiers.join('')})`);
    return found === undefined ? undefined : { found };
  }
  const direct = named(parts.base);
  if (direct !== undefined) return { found: direct };
  const split = splitUnitSuffix(parts.base);
  const found = split === undefined ? undefined : named(split.base);
  return found === undefined || split === undefined ? undefined : { found, unit: split.unit };
};

const unknown = (text: string, parts: HeaderParts): HeaderReading => {
  const plain = named(parts.base);
  if (parts.qualifiers.length > 0 && plain !== undefined) {
    return {
      code: 'W410',
      problem: `看不准“${text}”里的“${parts.qualifiers.join('、')}”，这一列没有读`,
      fix: () => `如果就是“${parts.base}”，请去掉括号里的说明`,
    };
  }
  return {
    code: 'W410',
    problem: `不认识表头“${text}”，这一列没有读`,
    // most texts that are tried as headers are none, and the search for a near name is slow
    fix: () => suggestion(parts.base, ALL_NAMES) ?? '不需要这一列就不用管；需要的话改成字段的中文名',
  };
};

const yearProblem = (field: Field, parts: HeaderParts): HeaderReading | undefined => {
  const problem = (message: string, fix: string): HeaderReading => ({
    code: 'W411',
    problem: message,
    fix: () => fix,
  });
  const example = `写成“${field.name}（2025年）”的样子`;
  if (parts.relative !== undefined)
    return problem(`“${parts.relative}”看不出是哪一年，这一列没有读`, example);
  if (parts.years.length > 1)
    return problem(`表头里有 ${parts.years.join('、')} 几个年份，这一列没有读`, '每个年份单独一列');
  if (field.yearly && parts.years.length === 0)
    return problem(`${field.name}逐年不同，表头没有写年份，这一列没有读`, example);
  if (!field.yearly && parts.years.length > 0)
    return problem(`${field.name}不分年度，表头却写了年份，这一列没有读`, '去掉表头里的年份');
  return undefined;
};

const readField = (field: Field, parts: HeaderParts, unit: string | undefined): HeaderReading => {
  const wrongYear = yearProblem(field, parts);
  if (wrongYear !== undefined) return wrongYear;
  if (field.kind === 'records') return { target: { kind: 'list', field } };
  const [year] = parts.years;
  const place = { kind: 'field', field, ...(year === undefined ? {} : { year }) } as const;
  if (field.dimension === undefined || unit === undefined) return { target: place };
  if ('failure' in parseQuantity(`1${unit}`, field.dimension, undefined)) {
    return {
      code: 'W413',
      problem: `${field.name}的单位不能是“${unit}”，这一列没有读`,
      fix: () => (field.unit === undefined ? '去掉表头里的单位' : `单位写“${field.unit}”，或去掉`),
    };
  }
  return { target: { ...place, unit } };
};

/**
 * Reads a header cell: which field, year and unit the column holds.
 * Anything that could mean two things is a problem with advice, never a guess.
 */
export const readHeader = (text: string): HeaderReading => {
  if (isIgnoredColumn(text)) return { target: { kind: 'ignored' } };
  const whole = named(text.normalize('NFKC').replace(/\s+/g, ''));
  const parts = parseHeader(text);
  const identified = whole === undefined ? identify(parts) : { found: whole };
  if (identified === undefined) return unknown(text.trim(), parts);
  const bare: HeaderParts = whole === undefined ? parts : { base: parts.base, years: [], qualifiers: [] };
  if ('flat' in identified.found) {
    return bare.years.length > 0 || bare.relative !== undefined
      ? {
          code: 'W411',
          problem: `“${identified.found.flat.name}”不分年度，这一列没有读`,
          fix: () => '去掉表头里的年份',
        }
      : { target: { kind: 'flat', column: identified.found.flat } };
  }
  return readField(identified.found.field, bare, parts.unit ?? identified.unit);
};
