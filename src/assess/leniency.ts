import { formatQuantity, parseQuantity } from '../base/quantity.ts';
import { add, multiply, ONE, subtract } from '../base/ratio.ts';
import type { Body, Bound, Leniency, Test } from '../policy/index.ts';

/** The bound as far as discretion may bend it; undefined where no limit is written (原则上). */
const relaxedBound = (bound: Bound, { share, to }: Leniency): Bound | undefined => {
  if (to !== undefined) {
    const quantity = parseQuantity(to, bound.dimension, bound.unit);
    return 'failure' in quantity ? undefined : { ...bound, value: quantity.value };
  }
  if (share === undefined) return undefined;
  const rising = bound.relation === 'atLeast' || bound.relation === 'above';
  const value = multiply(bound.value, rising ? subtract(ONE, share) : add(ONE, share));
  return { ...bound, value, text: `从宽后${formatQuantity(value, bound.dimension, bound.unit)}` };
};

const relaxedTest = (test: Test, leniency: Leniency): Test | undefined => {
  if (test.op === 'compare' || test.op === 'count') {
    const bound = relaxedBound(test.bound, leniency);
    return bound === undefined ? undefined : { ...test, bound };
  }
  if (test.op === 'against' && leniency.share !== undefined) {
    const rising = test.relation === 'atLeast' || test.relation === 'above';
    const bent = rising ? subtract(ONE, leniency.share) : add(ONE, leniency.share);
    return { ...test, factor: multiply(test.factor, bent) };
  }
  if (test.op === 'all' || test.op === 'any' || test.op === 'atLeast') {
    const of = test.of.map((part) => relaxedTest(part, leniency) ?? part);
    return { ...test, of };
  }
  if (test.op === 'readings') {
    const of = test.of.map((reading) => ({
      ...reading,
      test: relaxedTest(reading.test, leniency) ?? reading.test,
    }));
    return { ...test, of };
  }
  return undefined;
};

/** The criterion's own test with its bounds bent; undefined means that anything may be let through. */
export const relaxed = (body: Body, leniency: Leniency): Body | undefined => {
  if (leniency.share === undefined && leniency.to === undefined) return undefined;
  if (body.kind !== 'test') return undefined;
  const test = relaxedTest(body.test, leniency);
  return test === undefined ? undefined : { kind: 'test', test };
};
