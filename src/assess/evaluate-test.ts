import { agreed, isOpen } from '../base/verdict.ts';
import type { Test } from '../policy/index.ts';
import type { Case } from './case.ts';
import type { Outcome } from './model.ts';
import { needAll } from './need.ts';
import { combine, negated, outcome, readingRemark } from './outcome.ts';
import { evaluateAgainst } from './tests/against.ts';
import { evaluateCompare } from './tests/compare.ts';
import { evaluateCount } from './tests/count.ts';
import { evaluateDate } from './tests/date.ts';
import {
  evaluateCity,
  evaluateIndustry,
  evaluateIs,
  evaluateJudge,
  evaluateNotBefore,
  evaluateNotListed,
  evaluateOneOf,
  evaluatePlace,
} from './tests/facts.ts';
import { evaluateReference } from './tests/reference.ts';
import { evaluateScoreTest } from './tests/score.ts';
import { evaluateSize } from './tests/size.ts';

/** 读法: definite only where every reading agrees; else 待核实 with each reading shown. */
const evaluateReadings = (input: Case, readings: Extract<Test, { op: 'readings' }>['of']): Outcome => {
  const parts = readings.map(({ label, test }) => ({ label, found: evaluateTest(input, test) }));
  const [first] = parts;
  if (first === undefined) return outcome('manual');
  const verdict = agreed(parts.map(({ found }) => found.verdict));
  if (!isOpen(verdict)) return first.found;
  const need = needAll(parts.map(({ found }) => (isOpen(found.verdict) ? found.need : undefined)));
  const remarks = parts.map(({ label, found }) => readingRemark(label, found.verdict, found.actual));
  const shared = { remarks, facts: parts.flatMap(({ found }) => found.facts) };
  return verdict === 'unknown' && need !== undefined
    ? outcome('unknown', { ...shared, need })
    : outcome('manual', shared);
};

/** One 判定 on one enterprise. */
export const evaluateTest = (input: Case, test: Test): Outcome => {
  switch (test.op) {
    case 'compare':
      return evaluateCompare(input, test);
    case 'against':
      return evaluateAgainst(input, test);
    case 'date':
      return evaluateDate(input, test);
    case 'is':
      return evaluateIs(input, test);
    case 'oneOf':
      return evaluateOneOf(input, test);
    case 'count':
      return evaluateCount(input, test);
    case 'score':
      return evaluateScoreTest(input, test);
    case 'judge':
      return evaluateJudge(test);
    case 'notListed':
      return evaluateNotListed(test);
    case 'place':
      return evaluatePlace(input, test);
    case 'city':
      return evaluateCity(input, test);
    case 'industry':
      return evaluateIndustry(input, test);
    case 'notBefore':
      return evaluateNotBefore(input, test);
    case 'size':
      return evaluateSize(input, test);
    case 'criterion':
      return evaluateReference(input.decide(input, test.criterion));
    case 'atLeast':
      return combine(
        { atLeast: test.n },
        test.of.map((part) => evaluateTest(input, part)),
      );
    case 'not':
      return negated(evaluateTest(input, test.of));
    case 'all':
    case 'any':
      return combine(
        test.op,
        test.of.map((part) => evaluateTest(input, part)),
      );
    case 'readings':
      return evaluateReadings(input, test.of);
  }
};
