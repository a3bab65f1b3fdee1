import { type Dimension, unitDimension } from '../base/quantity.ts';
import { fold, suggestion } from '../base/text.ts';
import entries from './fields.yaml';

type FieldKind = 'text' | 'date' | 'year' | 'boolean' | 'choice' | 'multi' | 'number' | 'records';

/** One entry of the field dictionary (fields.yaml): what a fact is called, measured in and proven by. */
export interface Field {
  /** stable English id */
  readonly id: string;
  /** 中文名, unique */
  readonly name: string;
  readonly group: string;
  readonly kind: FieldKind;
  /** for numbers */
  readonly dimension?: Dimension;
  /** unit of a number written without one, and of workbook columns */
  readonly unit?: string;
  readonly yearly: boolean;
  /** several texts instead of one */
  readonly list: boolean;
  readonly aliases: readonly string[];
  /** 口径: what exactly counts */
  readonly basis?: string;
  readonly evidence?: string;
  readonly choices: readonly string[];
  readonly choiceAliases: Readonly<Record<string, string>>;
  /** choices stand in rising order */
  readonly ordered: boolean;
  readonly nonNegative: boolean;
  /** 年末 stock figure rather than a flow over the year */
  readonly yearEnd: boolean;
  /** ids: the quantity equals numerator/denominator, or the one-year growth of a field */
  readonly derived?:
    | { readonly numerator: string; readonly denominator: string }
    | { readonly growthOf: string };
  /** id of the date from which full years are counted */
  readonly countsFrom?: string;
  /** a date may be given as a year only */
  readonly yearOnly: boolean;
  /** of records */
  readonly attributes: readonly Field[];
  /** attribute ids that bound a record's validity */
  readonly validity?: { readonly from: string; readonly to: string };
}

interface Entry {
  名称: string;
  编号: string;
  组?: string;
  种类: string;
  单位?: string;
  逐年?: boolean;
  列表?: boolean;
  别名?: string[];
  口径?: string;
  佐证?: string;
  选项?: string[];
  选项别名?: Record<string, string>;
  有序?: boolean;
  非负?: boolean;
  时点?: string;
  即?: { 分子: string; 分母: string } | { 增长: string };
  起算?: string;
  可只填年?: boolean;
  属性?: Entry[];
  有效期?: { 起: string; 止: string };
}

const KINDS: Readonly<Record<string, { kind: FieldKind; dimension?: Dimension }>> = {
  文字: { kind: 'text' },
  日期: { kind: 'date' },
  年份: { kind: 'year' },
  是否: { kind: 'boolean' },
  选项: { kind: 'choice' },
  多选: { kind: 'multi' },
  记录: { kind: 'records' },
  金额: { kind: 'number', dimension: 'money' },
  百分比: { kind: 'number', dimension: 'percent' },
  数量: { kind: 'number', dimension: 'count' },
  年数: { kind: 'number', dimension: 'years' },
  分数: { kind: 'number', dimension: 'points' },
  名次: { kind: 'number', dimension: 'rank' },
};

const idOf = (name: string, among: readonly Entry[]): string => {
  const found = among.find((entry) => entry.名称 === name);
  if (found === undefined) throw new Error(`fields.yaml: no field ${name}`);
  return found.编号;
};

const toField = (entry: Entry, siblings: readonly Entry[]): Field => {
  const kind = KINDS[entry.种类];
  if (kind === undefined) throw new Error(`fields.yaml: ${entry.名称}: unknown 种类 ${entry.种类}`);
  const unit = entry.单位 ?? (kind.dimension === 'percent' ? '%' : undefined);
  if (unit !== undefined && unitDimension(unit) !== kind.dimension) {
    throw new Error(`fields.yaml: ${entry.名称}: unit ${unit} does not fit`);
  }
  const attributes = (entry.属性 ?? []).map((attribute) => toField(attribute, entry.属性 ?? []));
  const validity = entry.有效期;
  const attributeId = (name: string): string => idOf(name, entry.属性 ?? []);
  return {
    id: entry.编号,
    name: entry.名称,
    group: entry.组 ?? '',
    ...kind,
    ...(unit === undefined ? {} : { unit }),
    yearly: entry.逐年 ?? false,
    list: entry.列表 ?? false,
    aliases: entry.别名 ?? [],
    ...(entry.口径 === undefined ? {} : { basis: entry.口径 }),
    ...(entry.佐证 === undefined ? {} : { evidence: entry.佐证 }),
    choices: entry.选项 ?? [],
    choiceAliases: entry.选项别名 ?? {},
    ordered: entry.有序 ?? false,
    nonNegative: entry.非负 ?? false,
    yearEnd: entry.时点 === '年末',
    yearOnly: entry.可只填年 ?? false,
    attributes,
    ...(entry.即 === undefined
      ? {}
      : {
          derived:
            '增长' in entry.即
              ? { growthOf: idOf(entry.即.增长, siblings) }
              : { numerator: idOf(entry.即.分子, siblings), denominator: idOf(entry.即.分母, siblings) },
        }),
    ...(entry.起算 === undefined ? {} : { countsFrom: idOf(entry.起算, siblings) }),
    ...(validity === undefined
      ? {}
      : {
          validity: { from: attributeId(validity.起), to: attributeId(validity.止) },
        }),
  };
};

const all = entries as readonly Entry[];

/** Every field, in the dictionary's order. */
export const FIELDS: readonly Field[] = all.map((entry) => toField(entry, all));

export const GROUPS: readonly string[] = [...new Set(FIELDS.map((field) => field.group))];

/** Looks a field up by 中文名, alias or id, full-width forms and quotes folded. */
export interface FieldIndex {
  find(name: string): Field | undefined;
  suggest(name: string): string | undefined;
}

const indexFields = (fields: readonly Field[]): FieldIndex => {
  const byName = new Map<string, Field>();
  for (const field of fields) {
    for (const name of [field.name, field.id, ...field.aliases]) {
      const key = fold(name);
      const taken = byName.get(key);
      if (taken !== undefined && taken !== field) throw new Error(`fields.yaml: “${name}” names two fields`);
      byName.set(key, field);
    }
  }
  const names = fields.flatMap((field) => [field.name, ...field.aliases]);
  return {
    find: (name) => byName.get(fold(name)),
    suggest: (name) => suggestion(name, names),
  };
};

export const DICTIONARY: FieldIndex = indexFields(FIELDS);

const byId = new Map(FIELDS.map((field) => [field.id, field]));
/** @throws Error for an id that is not in the dictionary: a mistake in code, never in data. */
export const fieldById = (id: string): Field => {
  const field = byId.get(id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
};

const attributeIndexes = new Map<Field, FieldIndex>();
/** Index over the attributes of a records field. */
export const attributesOf = (field: Field): FieldIndex => {
  const known = attributeIndexes.get(field);
  if (known !== undefined) return known;
  const index = indexFields(field.attributes);
  attributeIndexes.set(field, index);
  return index;
};
