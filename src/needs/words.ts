import { DICTIONARY } from '../profile/index.ts';
import data from './needs.yaml';

interface Data {
  readonly 必问: readonly string[];
  readonly 必填: readonly string[];
  readonly 划型: readonly string[];
  readonly 必填层级: readonly string[];
  readonly 复核: string;
}

const words = data as Data;

const idOf = (name: string): string => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(`needs.yaml: no field ${name}`);
  return field.id;
};

/** Asked whatever programmes are chosen, and those of them that must be filled. */
export const ALWAYS: ReadonlyMap<string, boolean> = new Map(
  words.必问.map((name) => [idOf(name), words.必填.includes(name)]),
);
/** What 划型 is computed from. */
export const SIZE_FIELDS: readonly string[] = words.划型.map(idOf);
/** Tiers whose conditions make a field 必填 though no programme was named. */
export const COMMON_TIERS = words.必填层级;
/** 类型 of a programme that only renews a title */
export const REVIEW = words.复核;
