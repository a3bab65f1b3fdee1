import type { Dimension } from '../../base/quantity.ts';
import type { Field } from '../../profile/index.ts';
import type { Bound, Metric, Period, Predicate, Test } from '../model.ts';
import { parsePeriod } from '../period.ts';
import { findRegion, suggestRegion } from '../regions.ts';
import type { SurfacePredicate, SurfaceTest } from '../surface.ts';
import { compileBound, RELATIONS } from './bound.ts';
import type { Context, Path } from './context.ts';

const NOTHING: Test = { op: 'notListed', document: '' };
const ONE_ITEM = { 不少于: '1项' };

type Of<Key extends string> = Extract<SurfaceTest, Record<Key, unknown>>;

const hasRelation = (raw: object): boolean => Object.keys(raw).some((key) => key in RELATIONS);

/** A yearly field needs a period that names years; a single field takes none (or 截至上年末). */
export const compileMetric = (
  context: Context,
  raw: { readonly 指标: string; readonly 占?: string | undefined; readonly 期间?: string | undefined },
  path: Path,
): { metric: Metric; period: Period } | undefined => {
  const field = context.field(raw.指标, [...path, '指标']);
  const over = raw.占 === undefined ? undefined : context.field(raw.占, [...path, '占']);
  if (field === undefined || (raw.占 !== undefined && over === undefined)) return undefined;
  const period: Period | undefined = raw.期间 === undefined ? { kind: 'single' } : parsePeriod(raw.期间);
  if (period === undefined) {
    context.issue(
      [...path, '期间'],
      `不认识的期间“${raw.期间}”`,
      '可写：上年度、上年末、本年度、近两年每年、近两年合计、近两年平均、近两年任一年、近两年平均增长率、近两年复合增长率、2020年度',
    );
    return undefined;
  }
  for (const part of [field, over]) {
    if (part === undefined) continue;
    if (part.yearly && period.kind === 'single') context.issue(path, `${part.name}是逐年字段，要写期间`);
    if (!part.yearly && period.kind !== 'single') context.issue(path, `${part.name}不是逐年字段，不能写期间`);
  }
  const own: Dimension | undefined = field.kind === 'multi' ? 'count' : field.dimension;
  if (own === undefined) {
    context.issue([...path, '指标'], `${field.name}不是可比较的数`);
    return undefined;
  }
  if (over !== undefined && over.dimension !== own)
    context.issue([...path, '占'], `${field.name}与${over.name}的单位不同，不能相比`);
  if (period.kind === 'growth' && over !== undefined) context.issue(path, '增长率不能再写“占”');
  const dimension = over !== undefined || period.kind === 'growth' ? 'percent' : own;
  const label = over === undefined ? field.name : `${field.name}/${over.name}`;
  return {
    metric: { field: field.id, dimension, label, ...(over === undefined ? {} : { over: over.id }) },
    period,
  };
};

const compileCompare = (context: Context, raw: Of<'指标'>, path: Path): Test => {
  const measured = compileMetric(context, raw, path);
  if (measured === undefined) return NOTHING;
  const bound = compileBound(context, raw, measured.metric.dimension, path);
  return bound === undefined ? NOTHING : { op: 'compare', ...measured, bound };
};

const compileField = (context: Context, raw: Of<'字段'>, path: Path): Test => {
  const field = context.field(raw.字段, [...path, '字段']);
  if (field === undefined) return NOTHING;
  if ('为' in raw) {
    if (field.kind !== 'boolean') context.issue(path, `${field.name}不是“是/否”字段`);
    return { op: 'is', field: field.id, value: raw.为 === '是' };
  }
  if (field.kind !== 'choice' && field.kind !== 'multi') {
    context.issue(path, `${field.name}不是选项字段`);
    return NOTHING;
  }
  if (raw.不低于 !== undefined) {
    const from = field.choices.indexOf(raw.不低于);
    if (!field.ordered || from < 0)
      context.issue([...path, '不低于'], `${field.name}的选项里没有次序可比的“${raw.不低于}”`);
    return {
      op: 'oneOf',
      field: field.id,
      choices: field.choices.slice(from),
      negated: false,
      label: `不低于${raw.不低于}`,
    };
  }
  const listed = raw.属于 ?? raw.不属于;
  if (listed === undefined) {
    context.issue(path, '缺少“属于”“不属于”或“不低于”');
    return NOTHING;
  }
  const negated = raw.属于 === undefined;
  const key = negated ? '不属于' : '属于';
  const choices = context.choices(field, listed, [...path, key]);
  const label = `${key}${'词表' in listed ? listed.词表 : listed.join('、')}`;
  return { op: 'oneOf', field: field.id, choices, negated, label };
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
    const bound =
      attribute.dimension === undefined
        ? undefined
        : compileBound(context, structured, attribute.dimension, path);
    if (bound !== undefined) return { op: 'compare', attribute: id, bound };
    if (attribute.dimension === undefined) context.issue(path, `${attribute.name}不是可比较的数`);
    return { op: 'all', of: [] };
  }
  for (const [word, op] of [
    ['近年', 'withinYears'],
    ['满年', 'forYears'],
    ['不满年', 'underYears'],
    ['超过年', 'overYears'],
    ['自然年', 'calendarYears'],
  ] as const) {
    if (structured !== undefined && word in structured) {
      if (attribute.kind !== 'date') context.issue(path, `${attribute.name}不是日期，不能写“${word}”`);
      const until = op === 'withinYears' && '截至' in structured ? context.deadline(path) : undefined;
      return {
        op,
        attribute: id,
        years: Number(structured[word]),
        ...(until === undefined ? {} : { until }),
      };
    }
  }
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

const compileCount = (context: Context, raw: Of<'记录'>, path: Path): Test => {
  const records = compileRecords(context, raw, path);
  const bound = compileBound(context, hasRelation(raw) ? raw : ONE_ITEM, 'count', path);
  if (records === undefined || bound === undefined) return NOTHING;
  const declaredName = typeof raw.自报 === 'string' ? raw.自报 : raw.自报?.下限;
  const declared = declaredName === undefined ? undefined : context.field(declaredName, [...path, '自报']);
  return {
    op: 'count',
    ...records,
    bound,
    ...(declared === undefined
      ? {}
      : { declared: { field: declared.id, lowerBound: typeof raw.自报 !== 'string' } }),
  };
};

/** Gives a 判定 its meaning; everything that does not fit the dictionary becomes an issue. */
export const compileTest = (context: Context, raw: SurfaceTest, path: Path): Test => {
  if ('指标' in raw) return compileCompare(context, raw, path);
  if ('字段' in raw) return compileField(context, raw, path);
  if ('记录' in raw) return compileCount(context, raw, path);
  if ('判断' in raw) return { op: 'judge', question: raw.判断, look: raw.看 ?? [] };
  if ('未收录' in raw) return { op: 'notListed', document: raw.未收录 };
  if ('注册地' in raw) {
    for (const name of raw.注册地) {
      if (findRegion(name)?.name !== name)
        context.issue([...path, '注册地'], `“${name}”不是地区全称`, suggestRegion(name));
    }
    return { op: 'place', regions: raw.注册地 };
  }
  if ('行业' in raw) {
    for (const code of raw.行业) {
      if (!/^([A-T]|\d{2,4})$/.test(code))
        context.issue(
          [...path, '行业'],
          `“${code}”不是行业代码`,
          '写门类字母（C）或大类、中类、小类数字（"34"）',
        );
    }
    return { op: 'industry', codes: raw.行业 };
  }
  if ('评估日不早于' in raw) return { op: 'notBefore', date: raw.评估日不早于 };
  if ('划型' in raw) return { op: 'size', classes: raw.划型 };
  if ('非' in raw) return { op: 'not', of: compileTest(context, raw.非, [...path, '非']) };
  if ('读法' in raw) {
    const readings = Object.entries(raw.读法);
    return {
      op: 'readings',
      of: readings.map(([label, test]) => ({
        label,
        test: compileTest(context, test, [...path, '读法', label]),
      })),
    };
  }
  if ('得分' in raw) {
    const bound: Bound | undefined = compileBound(context, raw, 'points', path);
    return bound === undefined ? NOTHING : { op: 'score', of: raw.得分, bound };
  }
  const [op, key, parts] =
    '全部' in raw ? (['all', '全部', raw.全部] as const) : (['any', '任一', raw.任一] as const);
  return { op, of: parts.map((part, index) => compileTest(context, part, [...path, key, index])) };
};
