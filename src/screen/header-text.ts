import { type CivilDate, parseDate } from '../base/date.ts';
import { unitDimension } from '../base/quantity.ts';
import { isHeaderRemark } from './columns.ts';

/** A header taken apart: 2025年营业收入（万元） → 营业收入, 2025, 万元. */
export interface HeaderParts {
  readonly base: string;
  /** every year named, in order, without repeats */
  readonly years: readonly number[];
  readonly unit?: string;
  /** 上年度, 近两年: a year only relative to a day that the sheet does not tell */
  readonly relative?: string;
  /** bracketed words that may change the meaning: 加计扣除口径 */
  readonly qualifiers: readonly string[];
}

const BRACKETED = /[([{【〔［]([^()[\]{}【】〔〕［］]*)[)\]}】〕］]/g;
const YEAR_END = /(?:截至|截止|截止到)?((?:19|20)\d{2})(?:[-/.年](?:12)[-/.月](?:31)日?)/g;
const YEAR = /(?<!\d)(?:截至|截止|截止到)?((?:19|20)\d{2})(?!\d)(?:年度?)?(?:年?末|年?底)?/g;
const RELATIVE = /上年度|上一年度?|上年末|上年|去年|本年度|本年|今年|近[一二两三]年/;
const EDGES = /^[_\-–—·:/.,;|、的\s]+|[_\-–—·:/.,;|、\s]+$/g;
const UNIT_PREFIX = /^(?:单位:?|人民币|rmb|cny)+|(?:人民币|rmb|cny)$/gi;
const LEADING_NUMBER = /^[*★☆]*\(?\d{1,2}[.、)](?!\d)/;
const UNIT_SUFFIX = /^(.+?)[_\-·:/,|]*(百万元|千万元|千元|万元|亿元|元|万|亿|%|人|项|件|个|家|年|分|名)$/;

const MONEY_SHORT = new Set(['万', '亿', '千万', '百万']);

/** The unit in a word such as 单位:万元 or 人民币万元; undefined when the word is no unit. */
const unitIn = (word: string): string | undefined => {
  const unit = word.replace(UNIT_PREFIX, '');
  if (MONEY_SHORT.has(unit)) return `${unit}元`;
  return unitDimension(unit) === undefined ? undefined : unit;
};

const tidy = (text: string): string => text.replace(EDGES, '');

/** Takes the years out of a text. */
const takeYears = (text: string): { readonly rest: string; readonly years: readonly number[] } => {
  const years: number[] = [];
  const note = (_: string, year: string): string => {
    if (!years.includes(Number(year))) years.push(Number(year));
    return '|';
  };
  const rest = text.replace(YEAR_END, note).replace(YEAR, note);
  return { rest: years.length === 0 ? rest : tidy(rest.replace(/^\|?全年/, '')), years };
};

/** Splits a header cell into its name, years, unit and qualifiers; says nothing about what the name means. */
export const parseHeader = (text: string): HeaderParts => {
  const clean = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(LEADING_NUMBER, '')
    .replace(/^[*★☆]+|[*★☆]+$/g, '');
  const years: number[] = [];
  const qualifiers: string[] = [];
  let unit: string | undefined;
  let relative: string | undefined;
  const readWord = (word: string): void => {
    const found = takeYears(word);
    years.push(...found.years.filter((year) => !years.includes(year)));
    const rest = tidy(found.rest.replaceAll('|', ''));
    if (rest === '' || isHeaderRemark(rest)) return;
    const asUnit = unitIn(rest);
    if (asUnit !== undefined) unit ??= asUnit;
    else if (RELATIVE.exec(rest)?.[0] === rest) relative = rest;
    else qualifiers.push(rest);
  };
  const outside = clean.replace(BRACKETED, (_, inside: string) => {
    const whole = takeYears(inside);
    if (whole.years.length > 0 && whole.rest.replaceAll('|', '') === '') readWord(inside);
    else for (const word of inside.split(/[,;、/|]/)) readWord(word);
    return '|';
  });
  const found = takeYears(outside);
  years.push(...found.years.filter((year) => !years.includes(year)));
  const named = tidy(found.rest.replace(/\|+/g, '|'));
  const word = RELATIVE.exec(named)?.[0];
  if (word !== undefined) relative ??= word;
  return {
    base: tidy(word === undefined ? named : named.replace(word, '')).replaceAll('|', ''),
    years,
    ...(unit === undefined ? {} : { unit }),
    ...(relative === undefined ? {} : { relative }),
    qualifiers,
  };
};

/** 营业收入万元 → 营业收入 and 万元, for names that are not known with the unit on. */
export const splitUnitSuffix = (
  base: string,
): { readonly base: string; readonly unit: string } | undefined => {
  const [, name, word] = UNIT_SUFFIX.exec(base) ?? [];
  const unit = word === undefined ? undefined : unitIn(word);
  return name === undefined || unit === undefined ? undefined : { base: name, unit };
};

/** 单位：万元 written above the table: the money unit of columns that name none. */
export const unitAbove = (texts: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const text of texts) {
    const clean = text.normalize('NFKC').replace(/\s+/g, '');
    const unit = /单位:(?:均为)?(?:人民币)?(百万元|千万元|千元|万元|亿元|元)/.exec(clean)?.[1];
    if (unit !== undefined) found.add(unit);
  }
  return [...found];
};

/** 填表日期：2026-11-10 written above the table: the day by which everything in the list was so. */
export const fillingDateIn = (text: string): CivilDate | undefined => {
  const found =
    /(?:填报|填表|制表|编制|统计|更新)(?:日期|时间)[:\s]*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)/.exec(
      text.normalize('NFKC'),
    );
  return found?.[1] === undefined ? undefined : parseDate(found[1]);
};
