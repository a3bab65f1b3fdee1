import { parseQuantity } from '../../base/quantity.ts';
import { type Ratio, sign } from '../../base/ratio.ts';
import type { Confidence, Points, ScoreItem, Scorer, ScoreTable } from '../model.ts';
import type { Surface, SurfaceScorer } from '../surface.ts';
import { compileBound } from './bound.ts';
import type { Context, Path } from './context.ts';
import { compileMetric } from './metric.ts';
import { compileRecords } from './records.ts';
import { compileTest } from './test.ts';

const KINDS = ['分档', '择一', '逐满', '递增', '累计', '取高', '人工评分', '未收录'] as const;
const FAILED: Scorer = { op: 'notListed', document: '' };

const pointsOf = (raw: number | readonly number[]): Points =>
  typeof raw === 'number' ? { low: raw, high: raw } : { low: raw[0] ?? 0, high: raw[1] ?? 0 };

const lastIsRest = (
  context: Context,
  rows: ReadonlyArray<{ readonly 其余?: number | undefined }>,
  path: Path,
): void => {
  rows.forEach((row, index) => {
    const isRest = row.其余 !== undefined;
    if (isRest !== (index === rows.length - 1))
      context.issue([...path, index], '“其余”必须写在最后一档，且只写一次');
  });
};

const compileBands = (context: Context, raw: NonNullable<SurfaceScorer['分档']>, path: Path): Scorer => {
  const measured = compileMetric(context, raw, path);
  if (measured === undefined) return FAILED;
  if (
    measured.period.kind === 'span' &&
    (measured.period.fold === 'each' || measured.period.fold === 'any')
  ) {
    context.issue([...path, '期间'], '分档要一个数，不能用“每年”“任一年”');
  }
  lastIsRest(context, raw.档, [...path, '档']);
  const bands = raw.档.map((band, index) => {
    if (band.其余 !== undefined) return { score: pointsOf(band.其余) };
    const bound = compileBound(context, band, measured.metric.dimension, [...path, '档', index]);
    if (band.得 === undefined) context.issue([...path, '档', index], '缺少“得”');
    return { score: pointsOf(band.得 ?? 0), ...(bound === undefined ? {} : { bound }) };
  });
  return { op: 'bands', ...measured, bands };
};

const compileOptions = (context: Context, raw: NonNullable<SurfaceScorer['择一']>, path: Path): Scorer => {
  lastIsRest(context, raw, path);
  const options = raw.map((option, index) => {
    const here = [...path, index];
    if (option.其余 !== undefined) return { then: { op: 'points' as const, score: pointsOf(option.其余) } };
    if (option.当 === undefined || (option.得 === undefined) === (option.按 === undefined)) {
      context.issue(here, '要写“当”，并写“得”或“按”');
    }
    const then: Scorer =
      option.按 === undefined
        ? { op: 'points', score: pointsOf(option.得 ?? 0) }
        : compileScorer(context, option.按, [...here, '按']);
    return {
      then,
      ...(option.当 === undefined ? {} : { when: compileTest(context, option.当, [...here, '当']) }),
    };
  });
  return { op: 'oneOf', options };
};

const stepOf = (
  context: Context,
  text: string,
  dimension: Parameters<typeof parseQuantity>[1],
  path: Path,
): Ratio | undefined => {
  const step = parseQuantity(text, dimension, undefined);
  if (!('failure' in step) && sign(step.value) > 0) return step.value;
  context.issue(path, `“${text}”不是可用的步长`);
  return undefined;
};

const compilePerFull = (context: Context, raw: NonNullable<SurfaceScorer['逐满']>, path: Path): Scorer => {
  const measured = compileMetric(context, raw, path);
  if (measured === undefined) return FAILED;
  const step = stepOf(context, raw.每满, measured.metric.dimension, [...path, '每满']);
  return step === undefined ? FAILED : { op: 'perFull', ...measured, step, score: raw.得 };
};

const compileIncrement = (context: Context, raw: NonNullable<SurfaceScorer['递增']>, path: Path): Scorer => {
  const common = { op: 'increment' as const, base: raw.基数, score: raw.加, most: raw.最高 };
  if (raw.记录 !== undefined) {
    const records = compileRecords(context, { 记录: raw.记录, 满足: raw.满足 }, path);
    const step = stepOf(context, raw.每, 'count', [...path, '每']);
    return records === undefined || step === undefined ? FAILED : { ...common, step, amount: records };
  }
  if (raw.指标 === undefined) {
    context.issue(path, '递增要写“指标”或“记录”');
    return FAILED;
  }
  const measured = compileMetric(context, { 指标: raw.指标, 占: raw.占, 期间: raw.期间 }, path);
  if (measured === undefined) return FAILED;
  const step = stepOf(context, raw.每, measured.metric.dimension, [...path, '每']);
  return step === undefined ? FAILED : { ...common, step, amount: measured };
};

const compileScorer = (context: Context, raw: SurfaceScorer, path: Path): Scorer => {
  const kinds = KINDS.filter((kind) => raw[kind] !== undefined);
  if (kinds.length !== 1) {
    context.issue(path, `评分项要写且只写一种：${KINDS.join('、')}`);
    return FAILED;
  }
  if (raw.分档 !== undefined) return compileBands(context, raw.分档, [...path, '分档']);
  if (raw.择一 !== undefined) return compileOptions(context, raw.择一, [...path, '择一']);
  if (raw.逐满 !== undefined) return compilePerFull(context, raw.逐满, [...path, '逐满']);
  if (raw.递增 !== undefined) return compileIncrement(context, raw.递增, [...path, '递增']);
  if (raw.累计 !== undefined) {
    const items = raw.累计.项.map((item, index) => ({
      name: item.名称,
      when: compileTest(context, item.当, [...path, '累计', '项', index, '当']),
    }));
    return { op: 'sum', each: raw.累计.每项, items };
  }
  if (raw.取高 !== undefined) {
    return {
      op: 'highest',
      of: raw.取高.map((part, index) => compileScorer(context, part, [...path, '取高', index])),
    };
  }
  if (raw.人工评分 !== undefined) return { op: 'points', score: pointsOf(raw.人工评分) };
  return { op: 'notListed', document: raw.未收录 ?? '' };
};

/** Rounded, so that 0.1 and 0.2 add up to 0.3. */
const totalOf = (rows: ReadonlyArray<{ readonly max: number }>): number =>
  Math.round(rows.reduce((sum, row) => sum + row.max, 0) * 1e6) / 1e6;

/** A score table; the parts and items must add up to what is printed. */
export const compileScores = (
  context: Context,
  raw: NonNullable<Surface['评分']>,
  fallback: Confidence,
): ScoreTable => {
  const parts = raw.部分.map((part, index) => {
    const here: Path = ['评分', '部分', index];
    const items: ScoreItem[] = part.项目.map((item, place) => ({
      id: item.编号,
      name: item.名称,
      max: item.满分,
      clause: item.条款,
      confidence: item.可信度 ?? fallback,
      scorer: compileScorer(context, item, [...here, '项目', place]),
      ...(item.疑义 === undefined ? {} : { doubt: item.疑义 }),
    }));
    const sum = totalOf(items);
    if (sum !== part.满分)
      context.issue([...here, '满分'], `${part.名称}各项满分之和是${sum}，不是${part.满分}`);
    return { name: part.名称, max: part.满分, items };
  });
  const total = totalOf(parts);
  if (total !== raw.满分) context.issue(['评分', '满分'], `各部分满分之和是${total}，不是${raw.满分}`);
  return { max: raw.满分, parts, ...(raw.仅供参考 === undefined ? {} : { reference: raw.仅供参考 }) };
};
