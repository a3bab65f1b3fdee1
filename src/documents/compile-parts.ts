import { ratio } from '../base/ratio.ts';
import type { Field } from '../profile/index.ts';
import { parseSentence } from './reference.ts';
import { asList, attributeOf, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { Filter, ListSpec, ParagraphSpec, SentenceSpec } from './template.ts';
import type { ListSource, ParagraphSource, SentenceSource } from './template-source.ts';

type FilterSource = NonNullable<ListSource['筛选']>[string];

const filterOf = (attribute: Field, source: FilterSource): Filter => {
  if (typeof source === 'string' || Array.isArray(source)) {
    return { kind: 'values', attribute, values: checkValues(attribute, asList(source)) };
  }
  if ('不超过' in source) {
    if (attribute.kind !== 'number') throw new TemplateProblem(`${attribute.name}不是数，不能写“不超过”`);
    return { kind: 'atMost', attribute, limit: ratio(source.不超过) };
  }
  if (attribute.kind !== 'date' && attribute.kind !== 'year') {
    throw new TemplateProblem(`${attribute.name}不是日期，不能写“近年”`);
  }
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

/**
 * A sentence must rest on a fact: one without any reference is allowed only under 当.
 * @throws TemplateProblem
 */
const compileSentence = (source: SentenceSource, scope: Scope): SentenceSpec => {
  const {
    句: text,
    当: conditions = {},
    每条: listName,
  } = typeof source === 'string' ? { 句: source } : source;
  const each = listName === undefined ? undefined : scope.list(listName);
  const sentence = parseSentence(text, scope, each);
  const when = Object.entries(conditions).map(([name, values]) => {
    const field = scope.field(name);
    return { field, values: checkValues(field, asList(values)) };
  });
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
  return each === undefined ? { sentence, when } : { sentence, when, each };
};

export const compileSentences = (
  sources: readonly SentenceSource[],
  scope: Scope,
  place: string,
): SentenceSpec[] => scope.each(`${place}的句子`, sources, (source) => compileSentence(source, scope));

export const compileParagraphs = (
  sources: readonly ParagraphSource[],
  scope: Scope,
  place: string,
): readonly ParagraphSpec[] =>
  scope.each(`${place}的段落`, sources, (source, at) => {
    const sentences = compileSentences(source.句, scope, at);
    return source.提要 === undefined ? { sentences } : { lead: source.提要, sentences };
  });
