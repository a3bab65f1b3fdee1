import { parseQuantity } from '../../base/quantity.ts';
import type { Body, Leniency, Test } from '../model.ts';
import type { SurfaceCriterion } from '../surface.ts';
import type { Context, Path } from './context.ts';
import { compileTest } from './test.ts';

/** Is there a threshold that 幅度, or 至, could move? */
const hasThreshold = (test: Test, share: boolean): boolean => {
  switch (test.op) {
    case 'compare':
    case 'count':
      return true;
    case 'against':
      return share;
    case 'all':
    case 'any':
    case 'atLeast':
      return test.of.some((part) => hasThreshold(part, share));
    case 'readings':
      return test.of.some((reading) => hasThreshold(reading.test, share));
    default:
      return false;
  }
};

/** 从宽 of a criterion; how far it goes can only be written where there is a threshold to move. */
export const compileLeniency = (
  context: Context,
  raw: NonNullable<SurfaceCriterion['从宽']>,
  clause: string | undefined,
  body: Body,
  path: Path,
): Leniency => {
  const share = raw.幅度 === undefined ? undefined : parseQuantity(raw.幅度, 'percent', undefined);
  if (share !== undefined && 'failure' in share) context.issue([...path, '幅度'], `“${raw.幅度}”不是百分比`);
  if (raw.幅度 !== undefined && raw.至 !== undefined) context.issue(path, '“幅度”和“至”只能写一个');
  const key = raw.幅度 === undefined ? (raw.至 === undefined ? undefined : '至') : '幅度';
  if (key !== undefined && !(body.kind === 'test' && hasThreshold(body.test, key === '幅度')))
    context.issue(
      [...path, key],
      `这个条件没有可以放宽的数，不能写“${key}”`,
      '写在有门槛的那一条判定上；没有写放宽多少的只写说明',
    );
  return {
    ...(raw.当 === undefined ? {} : { when: compileTest(context, raw.当, [...path, '当']) }),
    text: raw.说明,
    clause: raw.条款 ?? clause ?? '',
    ...(share === undefined || 'failure' in share ? {} : { share: share.value }),
    ...(raw.至 === undefined ? {} : { to: raw.至 }),
    ...(raw.限项 === undefined ? {} : { limit: raw.限项 }),
  };
};
