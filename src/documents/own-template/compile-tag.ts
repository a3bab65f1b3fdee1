import type { Field } from '../../profile/index.ts';
import { attributeOf, TemplateProblem } from '../scope.ts';
import type { FieldRef } from '../template.ts';
import { compileSection } from './compile-section.ts';
import { parseFormat } from './format.ts';
import { GAP, type Shape, shapeOf } from './shape.ts';
import { attributeLevel, type Context, fieldOf, subjectOf } from './subject.ts';
import type { Section, Tag, ValueSource } from './tag.ts';
import { readValues } from './values.ts';

const BASE_YEAR = /^基准年(?:-(\d))?$/;
const DATE = { name: '评估日', kind: 'date', yearly: false } as const;

/** @throws TemplateProblem with the nearest known name */
export const compileTag = (source: string, context: Context): Tag => {
  const shape = shapeOf(source);
  if (shape.body === '' && shape.role !== 'close')
    throw new TemplateProblem('花括号里是空的', '写上标签，或删去这对花括号');
  switch (shape.role) {
    case 'close':
      return { kind: 'close' };
    case 'tick':
      return compileTick(shape, context);
    case 'open':
    case 'unless':
      return { kind: 'open', negative: shape.role === 'unless', section: compileSection(shape, context) };
    case 'value':
      return compileValue(shape.body, context);
  }
};

const compileTick = ({ body }: Shape, context: Context): Tag => {
  const [name = '', words] = body.split('=', 2);
  const of = subjectOf(name.trim(), context, true);
  const field = fieldOf(of);
  if (words === undefined) {
    if (field.kind === 'boolean') return { kind: 'tick', of, values: ['是'] };
    throw new TemplateProblem(`{□${body}} 没有写选项`, `写成 {□${name}=选项}${optionsOf(field)}`);
  }
  return { kind: 'tick', of, values: readValues(field, words) };
};

const optionsOf = (field: Field): string =>
  field.choices.length === 0 ? '' : `，选项：${field.choices.join('、')}`;

const compileValue = (body: string, context: Context): Tag => {
  const gap = GAP.exec(body)?.[1];
  if (gap !== undefined)
    return { kind: 'value', source: { kind: 'ref', ref: { kind: 'gap', hint: gap.trim() } }, format: {} };
  const [name = '', ...words] = body.split('|').map((word) => word.trim());
  const source = sourceOf(name, context);
  switch (source.kind) {
    case 'field': {
      const format = parseFormat(words, source.ref.field);
      const { mean, digits } = format;
      const ref: FieldRef = {
        ...source.ref,
        ...(mean === undefined ? {} : { mean }),
        ...(digits === undefined ? {} : { digits }),
      };
      return { kind: 'value', source: { ...source, ref }, format };
    }
    case 'attribute':
      return { kind: 'value', source, format: parseFormat(words, source.attribute) };
    case 'asOf':
      return { kind: 'value', source, format: parseFormat(words, DATE) };
    default:
      if (words[0] !== undefined) throw new TemplateProblem(`{${name}} 不能加“|${words[0]}”`);
      return { kind: 'value', source, format: {} };
  }
};

const sourceOf = (name: string, context: Context): ValueSource => {
  const special = specialOf(name, context);
  if (special !== undefined) return special;
  const [first = '', second] = name.split('.', 2);
  if (first !== '' && second !== undefined) {
    const list = attributeLevel(first, context) === undefined ? context.scope.findList(first) : undefined;
    if (list !== undefined)
      return second === '项数'
        ? { kind: 'ref', ref: { kind: 'count', list } }
        : { kind: 'ref', ref: { kind: 'items', list, attribute: attributeOf(list.field, second) } };
  }
  const subject = subjectOf(name, context, false);
  if (subject.kind === 'records') throw new TemplateProblem(`{${name}} 的写法不对`);
  return subject;
};

const specialOf = (name: string, context: Context): ValueSource | undefined => {
  const year = BASE_YEAR.exec(name);
  if (year !== null) return { kind: 'ref', ref: { kind: 'baseYear', offset: Number(year[1] ?? 0) } };
  if (name === '评估日') return { kind: 'asOf' };
  const innermost = (wanted: readonly Section['kind'][]): number =>
    context.around.findLastIndex((section) => wanted.includes(section.kind));
  if (name === '.') {
    const level = innermost(['texts']);
    if (level < 0)
      throw new TemplateProblem('{.} 只能写在文字列表的循环里', '如 {#贷款用途}{.}；{/贷款用途}');
    return { kind: 'item', level };
  }
  if (name === '序号') {
    const level = innermost(['records', 'texts', 'years']);
    if (level < 0) throw new TemplateProblem('{序号} 只能写在循环里', '放进 {#记录}…{/记录} 中间');
    return { kind: 'serial', level };
  }
  // 年度 is also an attribute of some records
  if (name === '年度' && attributeLevel(name, context) === undefined) {
    const level = innermost(['years']);
    if (level >= 0) return { kind: 'year', level };
  }
  return undefined;
};
