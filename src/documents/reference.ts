import type { Field } from '../profile/index.ts';
import { attributeOf, type Scope, TemplateProblem } from './scope.ts';
import type { FieldRef, ListSpec, Ref, Sentence } from './template.ts';

const GAP = /^待补[:：](.+)$/;
const BASE_YEAR = /^基准年(?:-(\d))?$/;
const POINTER = /^([^@|]+?)(?:@-(\d))?(?:\|(?:前(\d)位|近(\d)年平均))?$/;

/**
 * Reads what stands between braces: 字段 · 字段@-1 · 字段|前2位 · 字段|近2年平均 · 清单.属性 · 清单.项数 ·
 * .属性 (inside 每条) · 基准年 · 基准年-1 · 待补:说明.
 * @throws TemplateProblem
 */
export const parseRef = (source: string, scope: Scope, each?: ListSpec): Ref => {
  const text = source.trim();
  const gap = GAP.exec(text)?.[1];
  if (gap !== undefined) return { kind: 'gap', hint: gap.trim() };
  const year = BASE_YEAR.exec(text);
  if (year !== null) return { kind: 'baseYear', offset: Number(year[1] ?? 0) };
  if (text.startsWith('.')) {
    if (each === undefined) throw new TemplateProblem(`{${text}} 只能写在“每条”的句子里`);
    return { kind: 'own', attribute: attributeOf(each.field, text.slice(1)) };
  }
  const [listName, attributeName] = text.split('.', 2);
  if (listName !== undefined && attributeName !== undefined) {
    const list = scope.list(listName);
    if (attributeName === '项数') return { kind: 'count', list };
    return { kind: 'items', list, attribute: attributeOf(list.field, attributeName) };
  }
  return parseFieldRef(text, scope);
};

/** A reference that can only be one field. @throws TemplateProblem */
export const parseFieldRef = (text: string, scope: Scope): FieldRef => {
  const parts = POINTER.exec(text);
  if (parts === null) throw new TemplateProblem(`{${text}} 的写法不对`);
  const [, name = '', back, digits, mean] = parts;
  const field = scope.field(name);
  if (field.kind === 'records')
    throw new TemplateProblem(`${field.name}是记录，要写成 ${field.name}.属性 或 ${field.name}.项数`);
  if (back !== undefined && !field.yearly)
    throw new TemplateProblem(`${field.name}不是逐年字段，不能写 @-${back}`);
  if (mean !== undefined) checkMean(field);
  return {
    kind: 'field',
    field,
    back: Number(back ?? 0),
    ...(digits === undefined ? {} : { digits: Number(digits) }),
    ...(mean === undefined ? {} : { mean: Number(mean) }),
  };
};

const checkMean = (field: Field): void => {
  if (!field.yearly || field.kind !== 'number')
    throw new TemplateProblem(`${field.name}不是逐年的数，不能取平均`);
};

/** Splits a sentence into literal text and references. @throws TemplateProblem */
export const parseSentence = (source: string, scope: Scope, each?: ListSpec): Sentence => {
  const parts: (string | Ref)[] = [];
  let rest = source;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const literal = open < 0 ? rest : rest.slice(0, open);
    if (literal.includes('}')) throw new TemplateProblem(`“${source}”的花括号不成对`);
    if (literal !== '') parts.push(literal);
    if (open < 0) break;
    const close = rest.indexOf('}', open);
    if (close < 0) throw new TemplateProblem(`“${source}”的花括号不成对`);
    parts.push(parseRef(rest.slice(open + 1, close), scope, each));
    rest = rest.slice(close + 1);
  }
  return parts;
};
