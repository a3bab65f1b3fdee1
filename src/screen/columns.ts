import { fold } from '../base/text.ts';
import { attributesOf, DICTIONARY, type Field } from '../profile/index.ts';
import data from './columns.yaml';

/** A column that stands for one record of a list: 专精特新有效期至 → 称号 {名称: 专精特新中小企业, 有效期至: …}. */
export interface FlatColumn {
  readonly name: string;
  readonly aliases: readonly string[];
  /** the records field it belongs to */
  readonly list: Field;
  /** attribute ids with the value that every record of this column has */
  readonly fixed: ReadonlyMap<string, string>;
  /** attribute that the cell fills */
  readonly attribute: Field;
  /** the cell lists several records, one a word */
  readonly each: boolean;
}

interface Entry {
  表头: string;
  别名?: string[];
  归入: string;
  记录?: Record<string, string>;
  填入?: string;
  逐项?: string;
}

interface Data {
  平铺列: Entry[];
  没有: string[];
  有: string[];
  表头说明: string[];
  代码位数: Record<string, number[]>;
  忽略列: string[];
  不是企业: string[];
  附注开头: string[];
}

const words = data as Data;

const fieldNamed = (name: string): Field => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(`columns.yaml: no field ${name}`);
  return field;
};

const attributeNamed = (list: Field, name: string): Field => {
  const attribute = attributesOf(list).find(name);
  if (attribute === undefined) throw new Error(`columns.yaml: ${list.name} has no attribute ${name}`);
  return attribute;
};

const toColumn = (entry: Entry): FlatColumn => {
  const list = fieldNamed(entry.归入);
  return {
    name: entry.表头,
    aliases: entry.别名 ?? [],
    list,
    fixed: new Map(
      Object.entries(entry.记录 ?? {}).map(([name, value]) => [attributeNamed(list, name).id, value]),
    ),
    attribute: attributeNamed(list, entry.填入 ?? entry.逐项 ?? ''),
    each: entry.逐项 !== undefined,
  };
};

export const FLAT_COLUMNS: readonly FlatColumn[] = words.平铺列.map(toColumn);

const byName = new Map(
  FLAT_COLUMNS.flatMap((column) =>
    [column.name, ...column.aliases].map((name) => [fold(name), column] as const),
  ),
);
export const flatColumn = (name: string): FlatColumn | undefined => byName.get(fold(name));

const wordSet = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold));
const none = wordSet(words.没有);
const some = wordSet(words.有);
const remarks = wordSet(words.表头说明);
const ignored = wordSet(words.忽略列);
const notCompanies = wordSet(words.不是企业);
const noteStarts = words.附注开头.map(fold);

/** 无: a known “none”. */
export const saysNone = (text: string): boolean => none.has(fold(text));
/** 有: there is one, its details unknown. */
export const saysSome = (text: string): boolean => some.has(fold(text));
/** Words in a header that add nothing: 必填, 年末. */
export const isHeaderRemark = (text: string): boolean => remarks.has(fold(text));
/** 序号 and the like: known, and not read. */
export const isIgnoredColumn = (text: string): boolean => ignored.has(fold(text));
/** A total or a footnote standing where a company's name should be. */
export const isNotCompany = (text: string): boolean =>
  notCompanies.has(fold(text)) || noteStarts.some((start) => fold(text).startsWith(start));

const codeLengths = new Map(
  Object.entries(words.代码位数).map(([name, lengths]) => [fieldNamed(name).id, lengths]),
);
/** How many digits a code stored as a number may have; undefined for fields that are no codes. */
export const codeLengthsOf = (field: Field): readonly number[] | undefined => codeLengths.get(field.id);
