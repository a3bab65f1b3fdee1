import { parseQuantity } from '../../base/quantity.ts';
import { sign } from '../../base/ratio.ts';
import type { Confidence, ScoreItem, Scorer, ScoreTable } from '../model.ts';
import type { Surface, SurfaceScorer } from '../surface.ts';
import { compileBound } from './bound.ts';
import type { Context, Path } from './context.ts';
import { compileMetric, compileTest } from './test.ts';

const KINDS = ['分档', '择一', '逐满', '累计', '取高', '未收录'] as const;
const FAILED: Scorer = { op: 'notListed', document: '' };

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

const compileScorer = (context: Context, raw: SurfaceScorer, path: Path): Scorer => {
  const kinds = KINDS.filter((kind) => raw[kind] !== undefined);
  if (kinds.length !== 1) {
    context.issue(path, `评分项要写且只写一种：${KINDS.join('、')}`);
    return FAILED;
  }
  if (raw.分档 !== undefined) {
    const here = [...path, '分档'];
    const measured = compileMetric(context, raw.分档, here);
    if (measured === undefined) return FAILED;
    lastIsRest(context, raw.分档.档, [...here, '档']);
    const bands = raw.分档.档.map((band, index) => {
      if (band.其余 !== undefined) return { score: band.其余 };
      const bound = compileBound(context, band, measured.metric.dimension, [...here, '档', index]);
      if (band.得 === undefined) context.issue([...here, '档', index], '缺少“得”');
      return { score: band.得 ?? 0, ...(bound === undefined ? {} : { bound }) };
    });
    return { op: 'bands', ...measured, bands };
  }
  if (raw.择一 !== undefined) {
    lastIsRest(context, raw.择一, [...path, '择一']);
    const options = raw.择一.map((option, index) => {
      const here = [...path, '择一', index];
      if (option.其余 !== undefined) return { score: option.其余 };
      if (option.得 === undefined || option.当 === undefined) context.issue(here, '要写“当”和“得”');
      return {
        score: option.得 ?? 0,
        ...(option.当 === undefined ? {} : { when: compileTest(context, option.当, [...here, '当']) }),
      };
    });
    return { op: 'oneOf', options };
  }
  if (raw.逐满 !== undefined) {
    const here = [...path, '逐满'];
    const measured = compileMetric(context, raw.逐满, here);
    if (measured === undefined) return FAILED;
    const step = parseQuantity(raw.逐满.每满, measured.metric.dimension, undefined);
    if ('failure' in step || sign(step.value) <= 0) {
      context.issue([...here, '每满'], `“${raw.逐满.每满}”不是可用的步长`);
      return FAILED;
    }
    return { op: 'perFull', ...measured, step: step.value, score: raw.逐满.得 };
  }
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
  return { op: 'notListed', document: raw.未收录 ?? '' };
};

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
    }));
    const sum = items.reduce((total, item) => total + item.max, 0);
    if (sum !== part.满分)
      context.issue([...here, '满分'], `${part.名称}各项满分之和是${sum}，不是${part.满分}`);
    return { name: part.名称, max: part.满分, items };
  });
  const total = parts.reduce((sum, part) => sum + part.max, 0);
  if (total !== raw.满分) context.issue(['评分', '满分'], `各部分满分之和是${total}，不是${raw.满分}`);
  return { max: raw.满分, parts };
};
