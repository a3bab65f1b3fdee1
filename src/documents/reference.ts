import type { Field } from '../profile/index.ts';
import { attributeOf, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { FieldRef, ListSpec, Ref, Sentence } from './template.ts';

const GAP = /^待补[:：](.+)$/;
const BASE_YEAR = /^基准年(?:([+-])(\d))?$/;
const POINTER = /^([^@|]+?)(?:@-(\d))?(?:\|(?:前(\d)位|近(\d)年(平均|合计)|(元|亿元)))?$/;
const LOOKUP = /^([^[\]]+)\[([^[\]]+)\]\.(.+)$/;

/**
 * Reads what stands between braces: 字段 · 字段@-1 · 字段|前2位 · 字段|近2年平均 · 字段|近2年合计 · 字段|亿元 ·
 * 清单.属性 · 清单.项数 · 记录[名称].属性 · .属性 (inside 每条) · 基准年 · 基准年-1 · 基准年+1 · 待补:说明.
 * @throws TemplateProblem
 */
export const parseRef = (source: string, scope: Scope, each?: ListSpec): Ref => {
  const text = source.trim();
  const gap = GAP.exec(text)?.[1];
  if (gap !== undefined) return { kind: 'gap', hint: gap.trim() };
  const year = BASE_YEAR.exec(text);
  if (year !== null) {
    const years = Number(year[2] ?? 0);
    return { kind: 'baseYear', offset: year[1] === '+' ? -years : years };
  }
  if (text.startsWith('.')) {
    if (each === undefined) throw new TemplateProblem(`{${text}} 只能写在“每条”的句子里`);
    return { kind: 'own', attribute: attributeOf(each.field, text.slice(1)) };
  }
  const lookup = LOOKUP.exec(text);
  if (lookup !== null) return parseLookup(lookup, scope);
  const [listName, attributeName] = text.split('.', 2);
  if (listName !== undefined && attributeName !== undefined) {
    const list = scope.list(listName);
    if (attributeName === '项数') return { kind: 'count', list };
    return { kind: 'items', list, attribute: attributeOf(list.field, attributeName) };
  }
  return parseFieldRef(text, scope);
};

/** 记录[名称].属性: the records whose first attribute has this value. */
const parseLookup = ([, name = '', value = '', attribute = '']: RegExpExecArray, scope: Scope): Ref => {
  const list = scope.list(name);
  const [key] = list.field.attributes;
  if (key === undefined) throw new TemplateProblem(`${list.field.name}没有属性`);
  const filter = { kind: 'values' as const, attribute: key, values: checkValues(key, [value]) };
  return {
    kind: 'items',
    list: { ...list, name: value, filters: [...list.filters, filter], lookup: true },
    attribute: attributeOf(list.field, attribute),
  };
};

/** A reference that can only be one field. @throws TemplateProblem */
export const parseFieldRef = (text: string, scope: Scope): FieldRef => {
  const parts = POINTER.exec(text);
  if (parts === null) throw new TemplateProblem(`{${text}} 的写法不对`);
  const [, name = '', back, digits, span, how, unit] = parts;
  const field = scope.field(name);
  if (field.kind === 'records')
    throw new TemplateProblem(`${field.name}是记录，要写成 ${field.name}.属性 或 ${field.name}.项数`);
  if (back !== undefined && !field.yearly)
    throw new TemplateProblem(`${field.name}不是逐年字段，不能写 @-${back}`);
  if (how !== undefined) checkSpan(field, how);
  if (unit !== undefined && field.dimension !== 'money')
    throw new TemplateProblem(`${field.name}不是金额，不能写 |${unit}`);
  return {
    kind: 'field',
    field,
    back: Number(back ?? 0),
    ...(digits === undefined ? {} : { digits: Number(digits) }),
    ...(how === '平均' ? { mean: Number(span) } : {}),
    ...(how === '合计' ? { total: Number(span) } : {}),
    ...(unit === '元' || unit === '亿元' ? { unit } : {}),
  };
};

const checkSpan = (field: Field, how: string): void => {
  if (!field.yearly || field.kind !== 'number')
    throw new TemplateProblem(`${field.name}不是逐年的数，不能取${how}`);
};

/** Splits a sentence into literal text and references. @throws TemplateProblem */
export const parseSentence = (source: string, scope: Scope, each?: ListSpec): Sentence =>
  splitBraces(source, (inner) => parseRef(inner, scope, each));

/** Literal text, and what stands between braces read by `read`. @throws TemplateProblem */
export const splitBraces = <T>(source: string, read: (inner: string) => T): (string | T)[] => {
  const parts: (string | T)[] = [];
  let rest = source;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const literal = open < 0 ? rest : rest.slice(0, open);
    if (literal.includes('}')) throw new TemplateProblem(`“${source}”的花括号不成对`);
    if (literal !== '') parts.push(literal);
    if (open < 0) break;
    const close = rest.indexOf('}', open);
    if (close < 0) throw new TemplateProblem(`“${source}”的花括号不成对`);
    parts.push(read(rest.slice(open + 1, close)));
    rest = rest.slice(close + 1);
  }
  return parts;
};
