import table from '../../policies/共用/划型标准.yaml';

export const SIZE_CLASSES = ['大型', '中型', '小型', '微型'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Lower limits of 大型, 中型, 小型; staff in 人, money in 万元. */
export interface SizeLimits {
  readonly name: string;
  readonly staff?: readonly number[];
  readonly revenue?: readonly number[];
  readonly assets?: readonly number[];
}

interface Row {
  名称: string;
  代码: string[];
  从业人员?: number[];
  营业收入?: number[];
  资产总额?: number[];
}

const data = table as { 行业: Row[]; 门类: Record<string, [string, string]> };

const limitsOf = (row: Row): SizeLimits => ({
  name: row.名称,
  ...(row.从业人员 === undefined ? {} : { staff: row.从业人员 }),
  ...(row.营业收入 === undefined ? {} : { revenue: row.营业收入 }),
  ...(row.资产总额 === undefined ? {} : { assets: row.资产总额 }),
});

/** 门类 of a two-digit 大类. */
const sections = Object.entries(data.门类);
const sectionOf = (division: string): string | undefined =>
  sections.find(([, [from, to]]) => division >= from && division <= to)?.[0];

const limitsByCode = new Map(
  data.行业.flatMap((row) => row.代码.map((code) => [code, limitsOf(row)] as const)),
);

/**
 * The 划型 row for a GB/T 4754-2017 code (门类 letter allowed in front: C3451); the most specific code wins.
 * Undefined where the standard does not cover the industry, or the code is none.
 */
export const sizeLimitsFor = (industryCode: string): SizeLimits | undefined => {
  const clean = industryCode.normalize('NFKC').trim().toUpperCase();
  const digits = clean.replace(/^[A-T]/, '');
  if (!/^\d{2,4}$/.test(digits)) return undefined;
  const section = sectionOf(digits.slice(0, 2));
  const candidates = [
    digits,
    digits.slice(0, 3),
    digits.slice(0, 2),
    ...(section === undefined ? [] : [section]),
  ];
  for (const candidate of candidates) {
    const limits = limitsByCode.get(candidate);
    if (limits !== undefined) return limits;
  }
  return undefined;
};

/** Does an industry code fall under one of the given ones? Undefined when it is no GB/T 4754-2017 code. */
export const industryWithin = (industryCode: string, codes: readonly string[]): boolean | undefined => {
  const digits = industryCode
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^[A-T]/, '');
  if (!/^\d{2,4}$/.test(digits)) return undefined;
  const section = sectionOf(digits.slice(0, 2));
  return codes.some((code) => (/^[A-T]$/.test(code) ? code === section : digits.startsWith(code)));
};
