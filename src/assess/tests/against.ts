import { formatQuantity, unitOf } from '../../base/quantity.ts';
import { multiply, toDecimal } from '../../base/ratio.ts';
import type { Test } from '../../policy/index.ts';
import type { Case } from '../case.ts';
import { measure } from '../measure.ts';
import type { Outcome } from '../model.ts';
import { needAll, needFacts } from '../need.ts';
import { outcome } from '../outcome.ts';
import { evaluateCompare } from './compare.ts';

type AgainstTest = Extract<Test, { op: 'against' }>;

/** 不低于所在地生产总值增速（上年度）的1.5倍 */
const againstText = ({ word, other, factor }: AgainstTest): string => {
  const period = other.period.kind === 'single' ? '' : `（${other.period.label}）`;
  const times = factor.n === factor.d ? '' : `的${toDecimal(factor, 6)}倍`;
  return `${word}${other.metric.label}${period}${times}`;
};

/** A metric against a multiple of another: the other one is worked out first and becomes the threshold. */
export const evaluateAgainst = (input: Case, test: AgainstTest): Outcome => {
  const [limit] = measure(input, test.other.metric, test.other.period);
  const text = againstText(test);
  const figure = limit?.figure;
  if (figure === undefined || figure.state === 'undefined')
    return outcome('manual', { threshold: text, remarks: figure === undefined ? [] : [figure.reason] });
  if (figure.state === 'missing') {
    const own = measure(input, test.metric, test.period).flatMap((found) =>
      found.figure.state === 'missing' ? found.figure.missing : [],
    );
    const need = needAll([needFacts(own), needFacts(figure.missing)]);
    return outcome('unknown', { threshold: text, ...(need === undefined ? {} : { need }) });
  }
  const value = multiply(test.factor, figure.value);
  const { dimension } = test.metric;
  const unit = unitOf(dimension);
  const found = evaluateCompare(input, {
    op: 'compare',
    metric: test.metric,
    period: test.period,
    bound: {
      relation: test.relation,
      value,
      dimension,
      unit,
      text: `${text}（${formatQuantity(value, dimension, unit)}）`,
    },
  });
  return { ...found, facts: [...found.facts, ...figure.facts] };
};
