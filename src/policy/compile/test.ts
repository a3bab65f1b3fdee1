import { parseDecimal } from '../../base/ratio.ts';
import { fieldById } from '../../profile/index.ts';
import { DATE_WORDS } from '../date-words.ts';
import type { Bound, Test } from '../model.ts';
import { findRegion, suggestRegion } from '../regions.ts';
import type { SurfaceOther, SurfaceTest } from '../surface.ts';
import { compileBound, hasRelation, RELATIONS } from './bound.ts';
import type { Context, Path } from './context.ts';
import { compileMetric } from './metric.ts';
import { choicesFrom, compileDate, compileRecords } from './records.ts';

const NOTHING: Test = { op: 'notListed', document: '' };
const ONE_ITEM = { 不少于: '1项' };

type Of<Key extends string> = Extract<SurfaceTest, Record<Key, unknown>>;

const isOther = (value: unknown): value is SurfaceOther => typeof value === 'object' && value !== null;

const compileCompare = (context: Context, raw: Of<'指标'>, path: Path): Test => {
  const measured = compileMetric(context, raw, path);
  if (measured === undefined) return NOTHING;
  for (const [word, other] of Object.entries(raw))
    if (word in RELATIONS && isOther(other)) return compileAgainst(context, measured, word, other, path);
  const bound = compileBound(context, raw, measured.metric.dimension, path);
  return bound === undefined ? NOTHING : { op: 'compare', ...measured, bound };
};

/** 不低于: {指标: 所在地生产总值增速, 期间: 上年度, 倍: 1.5} */
const compileAgainst = (
  context: Context,
  measured: NonNullable<ReturnType<typeof compileMetric>>,
  word: string,
  raw: SurfaceOther,
  path: Path,
): Test => {
  const relation = RELATIONS[word];
  const other = compileMetric(context, raw, [...path, word]);
  if (other === undefined || relation === undefined) return NOTHING;
  const { metric, period } = other;
  if (metric.dimension !== measured.metric.dimension)
    context.issue([...path, word], `${measured.metric.label}与${metric.label}的单位不同，不能相比`);
  const several = period.kind === 'span' && (period.fold === 'each' || period.fold === 'any');
  if (several || period.kind === 'growth' || period.kind === 'increase')
    context.issue([...path, word, '期间'], '用来比较的另一个指标要是一个数');
  const factor = parseDecimal(String(raw.倍 ?? 1));
  return factor === undefined ? NOTHING : { op: 'against', ...measured, relation, word, factor, other };
};

const compileField = (context: Context, raw: Of<'字段'>, path: Path): Test => {
  const field = context.field(raw.字段, [...path, '字段']);
  if (field === undefined) return NOTHING;
  if ('为' in raw) {
    if (field.kind !== 'boolean') context.issue(path, `${field.name}不是“是/否”字段`);
    return { op: 'is', field: field.id, value: raw.为 === '是' };
  }
  const word = DATE_WORDS.find((item) => item in raw);
  if (word !== undefined)
    return { op: 'date', field: field.id, where: compileDate(context, field, { ...raw }, word, path) };
  if (!('属于' in raw || '不属于' in raw || '不低于' in raw)) {
    context.issue(path, '缺少“属于”“不属于”或“不低于”');
    return NOTHING;
  }
  if (field.kind !== 'choice' && field.kind !== 'multi') {
    context.issue(path, `${field.name}不是选项字段`);
    return NOTHING;
  }
  if (raw.不低于 !== undefined) {
    const choices = choicesFrom(context, field, raw.不低于, path);
    return { op: 'oneOf', field: field.id, choices, negated: false, label: `不低于${raw.不低于}` };
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

const compileCount = (context: Context, raw: Of<'记录'>, path: Path): Test => {
  const records = compileRecords(context, raw, path);
  if (records === undefined) return NOTHING;
  const sum =
    raw.合计 === undefined
      ? undefined
      : context.attribute(fieldById(records.field), raw.合计, [...path, '合计']);
  if (sum !== undefined && (sum.kind !== 'number' || !sum.nonNegative))
    context.issue([...path, '合计'], `${sum.name}不是可合计的数（须是不为负的数）`);
  if (raw.合计 !== undefined && raw.自报 !== undefined) context.issue(path, '“合计”和“自报”不能一起写');
  const bound = compileBound(context, hasRelation(raw) ? raw : ONE_ITEM, sum?.dimension ?? 'count', path);
  if (bound === undefined) return NOTHING;
  const declaredName = typeof raw.自报 === 'string' ? raw.自报 : raw.自报?.下限;
  const declared = declaredName === undefined ? undefined : context.field(declaredName, [...path, '自报']);
  return {
    op: 'count',
    ...records,
    bound,
    ...(sum === undefined ? {} : { sum: sum.id }),
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
  if ('所在市' in raw) {
    const cities = context.listed(raw.所在市, [...path, '所在市']);
    return { op: 'city', cities, label: '词表' in raw.所在市 ? raw.所在市.词表 : cities.join('、') };
  }
  if ('条件' in raw) return context.references.refer(raw.条件, [...path, '条件']);
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
    context.references.usesScores();
    return bound === undefined ? NOTHING : { op: 'score', of: raw.得分, bound };
  }
  if ('至少' in raw) {
    const { 项数: wanted, 之中: among } = raw.至少;
    const here = [...path, '至少'];
    return {
      op: 'atLeast',
      n: context.count(wanted, among.length, [...here, '项数']),
      of: among.map((part, index) => compileTest(context, part, [...here, '之中', index])),
    };
  }
  const [op, key, parts] =
    '全部' in raw ? (['all', '全部', raw.全部] as const) : (['any', '任一', raw.任一] as const);
  return { op, of: parts.map((part, index) => compileTest(context, part, [...path, key, index])) };
};
