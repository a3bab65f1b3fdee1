import { type Dimension, parseQuantity } from '../base/quantity.ts';
import type { Ratio } from '../base/ratio.ts';
import { toNumber } from '../base/ratio.ts';
import limits from './data/界限.yaml';
import lists from './data/词表.yaml';

const LISTS = lists as Readonly<Record<string, { readonly 词: readonly string[] }>>;
const LIMITS = limits as Readonly<Record<string, { readonly 值: string }>>;

/** @throws Error for a list that 词表.yaml does not have: a mistake in code, never in data. */
export const words = (name: string): readonly string[] => {
  const list = LISTS[name];
  if (list === undefined) throw new Error(`词表.yaml: no list ${name}`);
  return list.词;
};

/**
 * A tolerance or cut-off of 界限.yaml in the dimension's base unit.
 * @throws Error for a name or unit that does not fit: a mistake in code, never in data
 */
export const limit = (name: string, dimension: Dimension): Ratio => {
  const read = parseQuantity(LIMITS[name]?.值 ?? '', dimension, undefined);
  if ('failure' in read) throw new Error(`界限.yaml: ${name}: ${read.failure}`);
  return read.value;
};

/** The same for a small whole number: items, months. */
export const wholeLimit = (name: string): number => toNumber(limit(name, 'count'));
