import { DICTIONARY } from '../../profile/index.ts';
import { attributeOf, TemplateProblem } from '../scope.ts';
import type { Filter, ListSpec } from '../template.ts';
import type { Shape } from './shape.ts';
import { type Context, fieldOf, subjectOf } from './subject.ts';
import type { Section } from './tag.ts';
import { readValues } from './values.ts';

const YEARS = /^近(\d)年$/;

/** What repeats or decides: 近N年, records, a list of texts, or a condition. @throws TemplateProblem */
export const compileSection = (shape: Shape, context: Context): Section => {
  const [head = '', ...filters] = shape.body.split('|').map((part) => part.trim());
  const [name = '', words] = head.split('=', 2).map((part) => part.trim());
  const negative = shape.role === 'unless';
  const count = Number(YEARS.exec(name)?.[1] ?? 0);
  if (count > 0) {
    if (negative || words !== undefined || filters.length > 0)
      throw new TemplateProblem(`{${name}} 只能写成 {#${name}}…{/${name}}`);
    return { kind: 'years', count };
  }
  const field = DICTIONARY.find(name);
  if (field?.kind === 'records' && !isOwn(name, context)) {
    if (words !== undefined)
      throw new TemplateProblem(
        `${field.name}是记录，不能写“=${words}”`,
        `筛选写成 {#${field.name}|属性=值}…{/${field.name}}`,
      );
    return { kind: 'records', list: withFilters(context.scope.list(name), filters) };
  }
  if (filters[0] !== undefined) throw new TemplateProblem(`${name}不是记录，不能加“|${filters[0]}”`);
  return conditionOf(name, words, negative, context);
};

/** An attribute of the record at hand comes before a field of the same name. */
const isOwn = (name: string, context: Context): boolean => {
  try {
    return subjectOf(name, context, false).kind === 'attribute';
  } catch (error) {
    if (error instanceof TemplateProblem) return false;
    throw error;
  }
};

const conditionOf = (
  name: string,
  words: string | undefined,
  negative: boolean,
  context: Context,
): Section => {
  const of = subjectOf(name, context, true);
  const field = fieldOf(of);
  if (words !== undefined) return { kind: 'condition', of, values: readValues(field, words) };
  if (of.kind === 'field' && (field.list || field.kind === 'multi')) return { kind: 'texts', ref: of.ref };
  if (field.kind === 'boolean') return { kind: 'condition', of, values: ['是'] };
  if (negative)
    throw new TemplateProblem(
      `{^${name}} 从不成立：${field.name}没填是不知道，不是没有`,
      field.choices.length === 0 ? '删去这一段' : `写明值，如 {^${name}=${field.choices[0] ?? ''}}`,
    );
  return { kind: 'condition', of };
};

const withFilters = (list: ListSpec, filters: readonly string[]): ListSpec => {
  let result = list;
  for (const filter of filters) {
    if (filter === '有效期内') {
      if (list.field.validity === undefined) throw new TemplateProblem(`${list.name}没有有效期`);
      result = { ...result, valid: true };
      continue;
    }
    const [name = '', words] = filter.split('=', 2).map((part) => part.trim());
    if (words === undefined) throw new TemplateProblem(`“|${filter}”不是筛选`, '写成 |属性=值，或 |有效期内');
    const attribute = attributeOf(list.field, name);
    const values = readValues(attribute, words);
    const one: Filter = { kind: 'values', attribute, values };
    result = { ...result, filters: [...result.filters, one] };
  }
  return result;
};
