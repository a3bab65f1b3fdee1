import { DICTIONARY, type Field } from '../profile/index.ts';
import data from './interview.yaml';

type HowKind =
  | '文字'
  | '列表'
  | '日期'
  | '日期或年'
  | '年份'
  | '是否'
  | '选项'
  | '多选'
  | '金额'
  | '百分比'
  | '数'
  | '记录';

interface Data {
  readonly 开头: readonly string[];
  readonly 怎么答: Readonly<Record<HowKind, string>>;
  readonly 不超过百分之百: readonly string[];
  readonly 整数单位: readonly string[];
  readonly 不晚于评估日: readonly string[];
  readonly 写法: Readonly<Record<string, { readonly 样式: string; readonly 样子: string }>>;
  readonly 当场核对: string;
  readonly 最多条数: number;
}

const words = data as Data;

const fieldNamed = (name: string): Field => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(`interview.yaml: no field ${name}`);
  return field;
};
const idsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => fieldNamed(name).id));

/** Asked before anything else, in this order. */
export const OPENING: readonly Field[] = words.开头.map(fieldNamed);
export const howToAnswer = (kind: HowKind): string => words.怎么答[kind];
export const atMostWhole = idsOf(words.不超过百分之百);
export const wholeUnits: ReadonlySet<string> = new Set(words.整数单位);
export const notAfterToday = idsOf(words.不晚于评估日);
export const CHECKED_AT_ONCE = words.当场核对;
export const MOST_RECORDS = words.最多条数;

const patterns = new Map(
  Object.entries(words.写法).map(([name, { 样式, 样子 }]) => [
    fieldNamed(name).id,
    { pattern: new RegExp(样式), shape: 样子 },
  ]),
);
export const patternOf = (field: Field): { readonly pattern: RegExp; readonly shape: string } | undefined =>
  patterns.get(field.id);
