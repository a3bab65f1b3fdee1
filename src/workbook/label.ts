import { unitDimension } from '../base/quantity.ts';
import { fold } from '../base/text.ts';
import type { Field, FieldIndex } from '../profile/index.ts';
import { HEADERS } from './marks.ts';
import { isLabelRemark } from './words.ts';

/** A label taken apart: * 营业收入（万元） → 营业收入 and 万元. */
export interface Label {
  readonly field?: Field;
  /** as written, without the mark of 必填 */
  readonly name: string;
  readonly unit?: string;
}

const MARK = /^[*＊★☆]+\s*/;
const BRACKETED = /^(.+?)\(([^()]*)\)$/;

/** Finds the field that a label names. A remark in brackets that is no unit may change the meaning: then none is found. */
export const readLabel = (text: string, index: FieldIndex): Label => {
  const name = text.trim().replace(MARK, '');
  const whole = index.find(name);
  if (whole !== undefined) return { field: whole, name };
  const [, base = '', inside = ''] = BRACKETED.exec(name.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  const field = base === '' ? undefined : index.find(base);
  if (field === undefined) return { name };
  if (isLabelRemark(inside)) return { field, name };
  return unitDimension(inside) === undefined ? { name } : { field, name, unit: inside };
};

/** 2025年（上年度）, 2025 → 2025 */
export const yearInHeader = (text: string): number | undefined => {
  const year = /^((?:19|20)\d{2})(?:年|年度|年末)?(?:\(.*\))?$/.exec(
    text.normalize('NFKC').replace(/\s+/g, ''),
  )?.[1];
  return year === undefined ? undefined : Number(year);
};

/** Is the cell this column header of ours? */
export const isHeader = (text: string, name: keyof typeof HEADERS): boolean =>
  fold(text.trim().replace(MARK, '')) === fold(HEADERS[name]);
