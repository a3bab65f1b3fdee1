import type { Field } from '../profile/index.ts';
import type { Condition, FormText, Inline, Nth, TickBy, TickSource } from './form-model.ts';
import { parseRef, splitBraces } from './reference.ts';
import { checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { ListSpec } from './template.ts';

const NOTE = /^注(\d+)$/;
const NTH = /^(.+)#(\d+)$/;
const GUARDED = /^(.+?)\s+当\s+(.+)$/;
const CONDITION = /^([^=~≠]+)(=|~|≠)(.+)$/;
const LIMITED = /^(.+?)\s+限(\d+)字$/;

/**
 * Printed text of a form: besides references, between braces may stand
 * □字段=值 · □字段~词 · □字段≠值 · □字段=其余 · □字段=有/无 (a box), 引用 当 字段=值 (wanted only then),
 * 引用 限10字, 引用#2 (the second of several),
 * 注1 (a footnote mark), 序 (the row's number, inside 每条).
 * @throws TemplateProblem
 */
export const parseFormText = (source: string, scope: Scope, each?: ListSpec): FormText =>
  markLast(splitBraces(source, (inner) => parseInline(inner.trim(), scope, each)));

const parseInline = (text: string, scope: Scope, each: ListSpec | undefined): Inline => {
  const note = NOTE.exec(text)?.[1];
  if (note !== undefined) return { kind: 'note', number: Number(note) };
  if (text === '序') {
    if (each === undefined) throw new TemplateProblem('{序} 只能写在“每条”的行里');
    return { kind: 'serial' };
  }
  const [, guarded, condition] = GUARDED.exec(text) ?? [];
  const guard = condition === undefined ? {} : { guard: parseCondition(condition, scope, each) };
  const inner = guarded ?? text;
  if (inner.startsWith('□'))
    return { kind: 'tick', tick: parseCondition(inner.slice(1), scope, each), ...guard };
  const [, many, index] = NTH.exec(inner) ?? [];
  if (many !== undefined) return parseNth(many, Number(index), scope);
  const [, name, limit] = LIMITED.exec(inner) ?? [];
  return {
    kind: 'value',
    ref: parseRef(name ?? inner, scope, each),
    ...guard,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  };
};

const parseNth = (text: string, index: number, scope: Scope): Nth => {
  const ref = parseRef(text, scope);
  if (ref.kind === 'items')
    return { kind: 'nth', of: { list: ref.list, attribute: ref.attribute }, index, last: false };
  if (ref.kind === 'field' && ref.field.list)
    return { kind: 'nth', of: { field: ref.field }, index, last: false };
  throw new TemplateProblem(`{${text}#${index}} 只能用在记录的属性或列表字段上`);
};

const parseCondition = (text: string, scope: Scope, each: ListSpec | undefined): Condition => {
  const [, name, sign, value] = CONDITION.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new TemplateProblem(`“${text}”要写成 字段=值（或 字段~词、字段=有）`);
  const { of, field } = sourceOf(name, scope, each);
  if (sign === '≠' && field !== undefined)
    return { of, by: { without: checkValues(field, value.split('、')) } };
  if (sign === '~') return { of, by: { words: value.split('、') } };
  if (value === '其余') return { of, by: 'rest' };
  const countable = of.kind === 'amount' || of.kind === 'presence';
  if (value === '有' || value === '无') {
    if (countable || field?.kind === 'multi' || field?.list === true || of.kind === 'records')
      return { of, by: { present: value === '有' } };
  }
  if (countable || field === undefined) throw new TemplateProblem(`“${text}”只能写 =有 或 =无`);
  return { of, by: valuesBy(field, value) };
};

const valuesBy = (field: Field, value: string): TickBy => ({
  values: checkValues(field, value.split('、')),
});

const sourceOf = (
  name: string,
  scope: Scope,
  each: ListSpec | undefined,
): { readonly of: TickSource; readonly field?: Field } => {
  const ref = parseRef(name, scope, each);
  switch (ref.kind) {
    case 'own':
      return { of: { kind: 'own', attribute: ref.attribute }, field: ref.attribute };
    case 'items':
      return { of: { kind: 'records', list: ref.list, attribute: ref.attribute }, field: ref.attribute };
    case 'count':
      return { of: { kind: 'presence', list: ref.list } };
    case 'field':
      return ref.field.kind === 'number'
        ? { of: { kind: 'amount', ref } }
        : { of: { kind: 'field', field: ref.field }, field: ref.field };
    default:
      throw new TemplateProblem(`“${name}”不能用来勾选`);
  }
};

/** Marks the last place of every list that is printed 1. 2. 3. */
const markLast = (parts: readonly (string | Inline)[]): FormText => {
  const last = new Map<string, number>();
  for (const part of parts)
    if (typeof part !== 'string' && part.kind === 'nth')
      last.set(nthKey(part), Math.max(part.index, last.get(nthKey(part)) ?? 0));
  return parts.map((part) =>
    typeof part !== 'string' && part.kind === 'nth'
      ? { ...part, last: part.index === last.get(nthKey(part)) }
      : part,
  );
};

const nthKey = ({ of }: Nth): string => ('field' in of ? of.field.id : `${of.list.name}.${of.attribute.id}`);
