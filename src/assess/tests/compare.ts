import { formatQuantity } from '../../base/quantity.ts';
import type { Bound, Test } from '../../policy/index.ts';
import { latestYear } from '../../profile/index.ts';
import { baseYearOf, type Case } from '../case.ts';
import { gapOf } from '../gap.ts';
import { displayValue, type Measure, measure, satisfies } from '../measure.ts';
import type { Outcome } from '../model.ts';
import { needFacts } from '../need.ts';
import { combine, outcome } from '../outcome.ts';

type CompareTest = Extract<Test, { op: 'compare' }>;

const thresholdText = (test: CompareTest): string =>
  `${test.period.kind === 'single' ? '' : test.period.label}${test.bound.text}`;

const actualText = (found: Measure, bound: Bound): string | undefined => {
  if (found.figure.state !== 'known') return undefined;
  const text = formatQuantity(
    displayValue(found.figure.value, found.root),
    bound.dimension,
    bound.unit,
    bound.value,
  );
  const reported = found.figure.reported === true ? '（自报）' : '';
  return `${found.label === '' || found.label === '合计' ? '' : `${found.label} `}${text}${reported}`;
};

/** The profile stops before the year that is asked for: say which as-of date its figures would answer. */
const staleHint = (input: Case, found: Measure): string[] => {
  const latest = latestYear(input.profile, baseYearOf(input.asOf));
  if (latest === undefined || latest >= baseYearOf(input.asOf) || found.years.length === 0) return [];
  return [`档案最近年度是${latest}年；要以它为上年度评估，用 --as-of ${latest + 1}-12-31`];
};

const judge = (input: Case, test: CompareTest, found: Measure): Outcome => {
  const { figure } = found;
  const threshold = thresholdText(test);
  if (figure.state === 'missing') {
    const need = needFacts(figure.missing);
    return outcome('unknown', {
      threshold,
      remarks: staleHint(input, found),
      ...(need === undefined ? {} : { need }),
    });
  }
  if (figure.state === 'undefined')
    return outcome('manual', { threshold, facts: figure.facts, remarks: [figure.reason] });
  const actual = actualText(found, test.bound);
  const met = satisfies(figure.value, test.bound, found.root);
  const gap = met ? undefined : gapOf(input, test.metric, test.period, test.bound, found);
  return outcome(met ? 'met' : 'unmet', {
    threshold,
    facts: figure.facts,
    gaps: gap === undefined ? [] : [gap],
    remarks: figure.reported === true ? ['用的是档案里自报的比率，没有分子分母可核对'] : [],
    ...(actual === undefined ? {} : { actual }),
  });
};

/** 指标 against 阈值: below, at, above, and blank stay apart. */
export const evaluateCompare = (input: Case, test: CompareTest): Outcome => {
  const parts = measure(input, test.metric, test.period).map((found) => judge(input, test, found));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const isAny = 'fold' in test.period && test.period.fold === 'any';
  return { ...combine(isAny ? 'any' : 'all', parts), threshold: thresholdText(test) };
};
