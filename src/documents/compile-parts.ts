import { parseQuantity } from '../base/quantity.ts';
import { ratio } from '../base/ratio.ts';
import type { Field } from '../profile/index.ts';
import { parseFieldRef, parseSentence } from './reference.ts';
import { asList, attributeOf, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { ListSource, SentenceSource } from './source-parts.ts';
import type { Condition, Filter, ListSpec, ParagraphSpec, SentenceSpec, ShareCheck } from './template.ts';
import type { ParagraphSource } from './template-source.ts';

type FilterSource = NonNullable<ListSource['筛选']>[string];

const filterOf = (attribute: Field, source: FilterSource): Filter => {
  if (typeof source === 'string' || Array.isArray(source)) {
    return { kind: 'values', attribute, values: checkValues(attribute, asList(source)) };
  }
  if ('不超过' in source) {
    if (attribute.kind !== 'number') throw new TemplateProblem(`${attribute.name}不是数，不能写“不超过”`);
    return { kind: 'atMost', attribute, limit: ratio(source.不超过) };
  }
  if ('非' in source)
    return { kind: 'otherThan', attribute, values: checkValues(attribute, asList(source.非)) };
  if (attribute.kind !== 'date' && attribute.kind !== 'year') {
    throw new TemplateProblem(`${attribute.name}不是日期，不能写“${Object.keys(source).join()}”`);
  }
  if ('年度' in source) return { kind: 'inYear', attribute, back: Number(source.年度.split('-')[1] ?? 0) };
  return { kind: 'lastYears', attribute, years: source.近年 };
};

/** @throws TemplateProblem */
export const compileList = (name: string, source: ListSource, scope: Scope): ListSpec => {
  const field = scope.field(source.记录);
  if (field.kind !== 'records') throw new TemplateProblem(`${field.name}不是记录字段`);
  if (source.有效期内 === true && field.validity === undefined) {
    throw new TemplateProblem(`${field.name}没有有效期，不能写“有效期内”`);
  }
  const filters = Object.entries(source.筛选 ?? {}).map(([key, filter]) =>
    filterOf(attributeOf(field, key), filter),
  );
  return {
    name,
    field,
    filters,
    valid: source.有效期内 ?? false,
    ...(source.数量 === undefined ? {} : { quantity: numeric(attributeOf(field, source.数量)) }),
    ...(source.自报 === undefined ? {} : { declared: numeric(scope.field(source.自报)) }),
  };
};

const numeric = (field: Field): Field => {
  if (field.kind !== 'number' || field.yearly) throw new TemplateProblem(`${field.name}不是单个的数`);
  return field;
};

type ConditionsSource = NonNullable<Exclude<SentenceSource, string>['当']>;

/** @throws TemplateProblem */
export const compileConditions = (source: ConditionsSource, scope: Scope): readonly Condition[] =>
  Object.entries(source).map(([name, values]) => {
    const field = scope.field(name);
    return { field, values: checkValues(field, asList(values)) };
  });

type CheckSource = NonNullable<Exclude<SentenceSource, string>['核对']>;

/** @throws TemplateProblem */
const compileCheck = (source: CheckSource, scope: Scope): ShareCheck => {
  const [part, whole, share] = [source.分子, source.分母, source.等于].map((name) =>
    parseFieldRef(name, scope),
  );
  if (part === undefined || whole === undefined || share?.field.dimension !== 'percent')
    throw new TemplateProblem('“核对”的“等于”须是百分比字段');
  const tolerance = parseQuantity(source.容差, 'percent', undefined);
  if ('failure' in tolerance) throw new TemplateProblem(`容差“${source.容差}”不是百分数`, '写成 0.1%');
  return { part, whole, share, tolerance: tolerance.value };
};

/**
 * A sentence must rest on a fact: one without any reference is allowed only under 当.
 * @throws TemplateProblem
 */
const compileSentence = (source: SentenceSource, scope: Scope, record?: ListSpec): SentenceSpec => {
  const spec = typeof source === 'string' ? { 句: source } : source;
  const { 句: text, 当: conditions = {}, 每条: listName, 核对: check } = spec;
  const each = listName === undefined ? undefined : scope.list(listName);
  const sentence = parseSentence(text, scope, each ?? record);
  const when = compileConditions(conditions, scope);
  const bound = sentence.some((part) => typeof part !== 'string' && part.kind !== 'baseYear');
  if (!bound && when.length === 0) {
    throw new TemplateProblem(
      `“${text}”没有用到任何字段`,
      '每句话都要有 {字段}，或用“当”写明前提；不能凭空写句子',
    );
  }
  if (each !== undefined && !sentence.some((part) => typeof part !== 'string' && part.kind === 'own')) {
    throw new TemplateProblem(`“${text}”写了“每条”却没有用到 {.属性}`);
  }
  return {
    sentence,
    when,
    ...(each === undefined ? {} : { each }),
    ...(check === undefined ? {} : { check: compileCheck(check, scope) }),
  };
};

/** `record`: the 清单 whose records the sentences are written for, where a chapter is 每条. */
export const compileSentences = (
  sources: readonly SentenceSource[],
  scope: Scope,
  place: string,
  record?: ListSpec,
): SentenceSpec[] =>
  scope.each(`${place}的句子`, sources, (source) => compileSentence(source, scope, record));

export const compileParagraphs = (
  sources: readonly ParagraphSource[],
  scope: Scope,
  place: string,
  record?: ListSpec,
): readonly ParagraphSpec[] =>
  scope.each(`${place}的段落`, sources, (source, at) => {
    if ('照印' in source) return { fixed: source.照印 };
    const sentences = compileSentences(source.句, scope, at, record);
    return source.提要 === undefined ? { sentences } : { lead: source.提要, sentences };
  });
