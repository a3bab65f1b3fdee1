import type { Field } from '../../profile/index.ts';
import { DATE_WORDS, type DateWord } from '../date-words.ts';
import type { DatePredicate, Predicate } from '../model.ts';
import type { SurfacePredicate } from '../surface.ts';
import { compileBound, hasRelation } from './bound.ts';
import type { Context, Path } from './context.ts';

const YEAR_OPS = {
  近年: 'withinYears',
  满年: 'forYears',
  不满年: 'underYears',
  超过年: 'overYears',
} as const;

/** 截至: 申报截止日 is the end of the first application window; a day stands for itself. */
const untilOf = (context: Context, raw: unknown, path: Path): { until?: string } => {
  if (raw === undefined) return {};
  const until = raw === '申报截止日' ? context.deadline(path) : raw === '上年末' ? 'yearEnd' : String(raw);
  return until === undefined ? {} : { until };
};

/** What a date of a record, or a date field, must show: {满年: 2}, {近年: 3, 截至: 申报截止日}, {不早于: 2018-01-01}. */
export const compileDate = (
  context: Context,
  date: Field,
  raw: Readonly<Record<string, unknown>>,
  word: DateWord,
  path: Path,
): DatePredicate => {
  if (date.kind !== 'date') context.issue(path, `${date.name}不是日期，不能写“${word}”`);
  const attribute = date.id;
  if (word === '自然年') return { op: 'calendarYears', attribute, years: Number(raw[word]) };
  if (word === '不早于' || word === '不晚于') {
    const [from, to] = [raw.不早于, raw.不晚于];
    return {
      op: 'between',
      attribute,
      ...(typeof from === 'string' ? { from } : {}),
      ...(typeof to === 'string' ? { to } : {}),
    };
  }
  return {
    op: YEAR_OPS[word],
    attribute,
    years: Number(raw[word]),
    ...untilOf(context, raw.截至, [...path, '截至']),
  };
};

/** The options of an ordered choice from the given one up. */
export const choicesFrom = (context: Context, field: Field, from: unknown, path: Path): readonly string[] => {
  const index = field.choices.indexOf(String(from));
  if (!field.ordered || index < 0)
    context.issue([...path, '不低于'], `${field.name}的选项里没有次序可比的“${String(from)}”`);
  return field.choices.slice(index);
};

const compileAttribute = (context: Context, attribute: Field, raw: unknown, path: Path): Predicate => {
  const id = attribute.id;
  if (attribute.kind === 'boolean') {
    if (raw !== '是' && raw !== '否') context.issue(path, `${attribute.name}要写“是”或“否”`);
    return { op: 'is', attribute: id, value: raw === '是' };
  }
  const structured =
    typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? (raw as Record<string, unknown>)
      : undefined;
  if (structured !== undefined && hasRelation(structured)) {
    if (attribute.ordered) {
      const choices = choicesFrom(context, attribute, structured.不低于, path);
      return { op: 'oneOf', attribute: id, choices, negated: false };
    }
    const bound =
      attribute.dimension === undefined
        ? undefined
        : compileBound(context, structured, attribute.dimension, path);
    if (bound !== undefined) return { op: 'compare', attribute: id, bound };
    if (attribute.dimension === undefined) context.issue(path, `${attribute.name}不是可比较的数`);
    return { op: 'all', of: [] };
  }
  const word = DATE_WORDS.find((item) => structured !== undefined && item in structured);
  if (structured !== undefined && word !== undefined)
    return compileDate(context, attribute, structured, word, path);
  const negated = structured !== undefined && '非' in structured;
  const listed = (negated ? structured.非 : raw) as string | readonly string[] | { readonly 词表: string };
  if (attribute.kind !== 'choice') context.issue(path, `${attribute.name}不是选项，不能这样判断`);
  return { op: 'oneOf', attribute: id, choices: context.choices(attribute, listed, path), negated };
};

const compilePredicate = (context: Context, records: Field, raw: SurfacePredicate, path: Path): Predicate => {
  const parts: Predicate[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const here = [...path, key];
    if (value === undefined) continue;
    if (key === '任一' && raw.任一 !== undefined) {
      parts.push({
        op: 'any',
        of: raw.任一.map((part, index) => compilePredicate(context, records, part, [...here, index])),
      });
    } else if (key === '有效期内') {
      if (records.validity === undefined) context.issue(here, `${records.name}的记录没有有效期`);
      else parts.push({ op: 'inForce', ...records.validity });
    } else {
      const attribute = context.attribute(records, key, here);
      if (attribute !== undefined) parts.push(compileAttribute(context, attribute, value, here));
    }
  }
  return { op: 'all', of: parts };
};

/** The records field and what a record must show. */
export const compileRecords = (
  context: Context,
  raw: { readonly 记录: string; readonly 满足?: SurfacePredicate | undefined },
  path: Path,
): { readonly field: string; readonly where?: Predicate } | undefined => {
  const field = context.field(raw.记录, [...path, '记录']);
  if (field === undefined) return undefined;
  if (field.kind !== 'records') {
    context.issue([...path, '记录'], `${field.name}不是记录列表`);
    return undefined;
  }
  return {
    field: field.id,
    ...(raw.满足 === undefined
      ? {}
      : { where: compilePredicate(context, field, raw.满足, [...path, '满足']) }),
  };
};
