import type { Dimension } from '../../base/quantity.ts';
import type { Metric, Period } from '../model.ts';
import { parsePeriod } from '../period.ts';
import type { Context, Path } from './context.ts';

/** A yearly field needs a period that names years; a single field takes none (or 截至上年末). */
export const compileMetric = (
  context: Context,
  raw: {
    readonly 指标: string | readonly string[];
    readonly 占?: string | undefined;
    readonly 期间?: string | undefined;
  },
  path: Path,
): { metric: Metric; period: Period } | undefined => {
  const names = typeof raw.指标 === 'string' ? [raw.指标] : raw.指标;
  const [field, ...found] = names.map((name) => context.field(name, [...path, '指标']));
  const plus = found.filter((part) => part !== undefined);
  const over = raw.占 === undefined ? undefined : context.field(raw.占, [...path, '占']);
  if (field === undefined || plus.length < found.length || (raw.占 !== undefined && over === undefined))
    return undefined;
  const period: Period | undefined = raw.期间 === undefined ? { kind: 'single' } : parsePeriod(raw.期间);
  if (period === undefined) {
    context.issue(
      [...path, '期间'],
      `不认识的期间“${raw.期间}”`,
      '可写：上年度、上年末、本年度、近两年每年、近两年合计、近两年平均、近两年任一年、上年度增长率、近两年平均增长率、近两年复合增长率、近两年每年增加额、2020年度、2019—2020年度每年',
    );
    return undefined;
  }
  for (const part of [field, ...plus, over]) {
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
  for (const part of plus)
    if (part.dimension !== own || part.kind !== 'number')
      context.issue([...path, '指标'], `${field.name}与${part.name}的单位不同，不能相加`);
  if (period.kind === 'growth' && over !== undefined) context.issue(path, '增长率不能再写“占”');
  if (plus.length > 0 && (period.kind === 'growth' || period.kind === 'increase'))
    context.issue(path, '几个字段相加时不能算增长');
  const dimension = over !== undefined || period.kind === 'growth' ? 'percent' : own;
  const sum = [field, ...plus].map((part) => part.name).join('＋');
  const label = over === undefined ? sum : `${plus.length > 0 ? `（${sum}）` : sum}/${over.name}`;
  return {
    metric: {
      field: field.id,
      dimension,
      label,
      ...(plus.length === 0 ? {} : { plus: plus.map((part) => part.id) }),
      ...(over === undefined ? {} : { over: over.id }),
    },
    period,
  };
};
