import { formatQuantity } from '../base/quantity.ts';
import {
  add,
  multiply,
  negate,
  ONE,
  power,
  type Ratio,
  sign,
  subtract,
  toNumber,
  ZERO,
} from '../base/ratio.ts';
import type { Bound, Metric, Period } from '../policy/index.ts';
import { fieldById, figureOf } from '../profile/index.ts';
import { type Case, isClosed } from './case.ts';
import { displayValue, type Measure, shareShortfall } from './measure.ts';
import type { Gap } from './model.ts';

const isFloor = (bound: Bound): boolean => bound.relation === 'atLeast' || bound.relation === 'above';
const STRICT_NOTE: Readonly<Record<'above' | 'below', string>> = {
  above: '恰在界上，须超过',
  below: '恰在界上，须低于',
};

const amountIn = (value: Ratio, unit: string): number => {
  const scale = unit === '万元' ? 1e4 : unit === '个百分点' ? 0.01 : 1;
  return Math.round((toNumber(value) / scale) * 1e6) / 1e6;
};

const describe = (
  label: string,
  shortfall: Ratio,
  bound: Bound,
  dimension: Bound['dimension'],
  unit: string | undefined,
): Omit<Gap, 'closed'> => {
  const short = isFloor(bound);
  const size = short ? shortfall : negate(shortfall);
  const isPercent = dimension === 'percent';
  const name = dimension === 'money' ? '万元' : isPercent ? '个百分点' : (unit ?? '');
  if (sign(size) <= 0) {
    const strict =
      bound.relation === 'above' || bound.relation === 'below' ? STRICT_NOTE[bound.relation] : '';
    return { text: `${label}${strict}`, amount: 0, unit: name };
  }
  const shown = isPercent
    ? formatQuantity(size, 'percent', '%', ZERO).replace('%', name)
    : formatQuantity(size, dimension, unit, ZERO);
  const verb = dimension === 'rank' ? '落后' : short ? '还差' : '超出';
  return { text: `${label}${verb}${shown}`, amount: amountIn(size, name), unit: name };
};

const yearsText = (years: readonly number[]): string =>
  years.length === 0 ? '' : `（${years.length > 1 ? `${years[0]}—${years.at(-1)}年` : `${years[0]}年`}）`;

/** How far a failing measure is from its bound, in money where a share or a growth rate can be told in money. */
export const gapOf = (
  input: Case,
  metric: Metric,
  period: Period,
  bound: Bound,
  failing: Measure,
): Gap | undefined => {
  const { figure, years, root } = failing;
  if (figure.state !== 'known') return undefined;
  const closed = years.length > 0 && years.every((year) => isClosed(year, input.asOf));
  const field = fieldById(metric.field);
  const where = yearsText(years);
  const year = years.at(-1);
  if (metric.over !== undefined && metric.plus === undefined && years.length <= 1) {
    const [top, bottom] = [
      figureOf(input.profile, metric.field, year),
      figureOf(input.profile, metric.over, year),
    ];
    if (top.state === 'known' && bottom.state === 'known' && field.dimension !== undefined) {
      const lacking = shareShortfall(top.value, bottom.value, bound);
      return { ...describe(`${field.name}${where}`, lacking, bound, field.dimension, field.unit), closed };
    }
  }
  if (root !== undefined && field.dimension !== undefined && year !== undefined) {
    const [now, base] = [
      figureOf(input.profile, metric.field, year),
      figureOf(input.profile, metric.field, years[0]),
    ];
    if (now.state === 'known' && base.state === 'known') {
      const needed = multiply(base.value, power(add(ONE, bound.value), root));
      return {
        ...describe(
          `${field.name}（${year}年）`,
          subtract(needed, now.value),
          bound,
          field.dimension,
          field.unit,
        ),
        closed,
      };
    }
  }
  const label = `${metric.label}${period.kind === 'growth' || period.kind === 'increase' ? failing.label : ''}${where}`;
  const lacking = subtract(bound.value, displayValue(figure.value, root));
  return { ...describe(label, lacking, bound, bound.dimension, bound.unit), closed };
};
