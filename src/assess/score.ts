import { formatQuantity } from '../base/quantity.ts';
import { divide, floor, max as maxRatio, type Ratio, toNumber, ZERO } from '../base/ratio.ts';
import { isOpen } from '../base/verdict.ts';
import type { Points, Scorer, ScoreTable } from '../policy/index.ts';
import type { Case } from './case.ts';
import { evaluateTest } from './evaluate-test.ts';
import { displayValue, measure, satisfies } from './measure.ts';
import type { ItemScore, Need, ScoreResult } from './model.ts';
import { needAll, needFacts } from './need.ts';
import { countRecords } from './tests/count.ts';

/** A score as the interval it can still lie in, with what would narrow it. */
interface Span {
  readonly low: number;
  readonly high: number;
  readonly need?: Need | undefined;
  readonly actual?: string | undefined;
  readonly remarks: readonly string[];
}

const point = (score: number, actual?: string): Span => ({ low: score, high: score, actual, remarks: [] });
const spread = (scores: readonly Points[], need: Need | undefined, remarks: readonly string[]): Span => ({
  low: Math.min(...scores.map((score) => score.low)),
  high: Math.max(...scores.map((score) => score.high)),
  need,
  remarks,
});

/** A fixed score, or a person's inside a range. */
const given = ({ low, high }: Points, actual?: string): Span =>
  low === high ? point(low, actual) : { low, high, actual, remarks: [`由评审人在${low}至${high}分内评定`] };

const scoreBands = (input: Case, scorer: Extract<Scorer, { op: 'bands' }>): Span => {
  const [found] = measure(input, scorer.metric, scorer.period);
  const every = scorer.bands.map((band) => band.score);
  if (found === undefined) return spread(every, undefined, []);
  const { figure, root } = found;
  if (figure.state === 'missing') return spread(every, needFacts(figure.missing), []);
  if (figure.state === 'undefined') return spread(every, undefined, [figure.reason]);
  const { value } = figure;
  const band = scorer.bands.find((item) => item.bound === undefined || satisfies(value, item.bound, root));
  const near = scorer.bands.find(
    (item) => item.bound !== undefined && !satisfies(value, item.bound, root),
  )?.bound;
  const text = formatQuantity(displayValue(value, root), scorer.metric.dimension, near?.unit, near?.value);
  return given(band?.score ?? { low: 0, high: 0 }, figure.reported === true ? `${text}（自报）` : text);
};

const scorePerFull = (input: Case, scorer: Extract<Scorer, { op: 'perFull' }>, max: number): Span => {
  const figure = measure(input, scorer.metric, scorer.period)[0]?.figure;
  const every = [{ low: 0, high: max }];
  if (figure === undefined) return spread(every, undefined, []);
  if (figure.state === 'missing') return spread(every, needFacts(figure.missing), []);
  if (figure.state === 'undefined') return spread(every, undefined, [figure.reason]);
  const steps = toNumber(floor(divide(maxRatio(figure.value, ZERO), scorer.step)));
  return point(steps * scorer.score, formatQuantity(figure.value, scorer.metric.dimension));
};

const scoreIncrement = (input: Case, scorer: Extract<Scorer, { op: 'increment' }>): Span => {
  const { amount } = scorer;
  const at = (value: Ratio): number =>
    Math.min(
      scorer.most,
      rounded(scorer.base + scorer.score * toNumber(divide(maxRatio(value, ZERO), scorer.step))),
    );
  if ('metric' in amount) {
    const figure = measure(input, amount.metric, amount.period)[0]?.figure;
    const every = [{ low: scorer.base, high: scorer.most }];
    if (figure === undefined) return spread(every, undefined, []);
    if (figure.state === 'missing') return spread(every, needFacts(figure.missing), []);
    if (figure.state === 'undefined') return spread(every, undefined, [figure.reason]);
    return point(at(figure.value), formatQuantity(figure.value, amount.metric.dimension));
  }
  const counted = countRecords(input, amount.field, amount.where);
  const high = counted.high === undefined ? scorer.most : at(counted.high);
  const low = at(counted.low);
  return { low, high, need: counted.need, actual: counted.text, remarks: counted.remarks };
};

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Options are tried top-down; an open one may or may not be the one that counts. */
const scoreOptions = (input: Case, scorer: Extract<Scorer, { op: 'oneOf' }>, max: number): Span => {
  const possible: Span[] = [];
  const needs: Array<Need | undefined> = [];
  const remarks: string[] = [];
  const actuals: string[] = [];
  for (const option of scorer.options) {
    const outcome = option.when === undefined ? undefined : evaluateTest(input, option.when);
    if (outcome?.verdict === 'unmet' || outcome?.verdict === 'na') continue;
    const span = spanOf(input, option.then, max);
    possible.push(span);
    needs.push(span.need);
    remarks.push(...span.remarks);
    const actual = span.actual ?? outcome?.actual;
    if (actual !== undefined) actuals.push(actual);
    if (outcome === undefined || !isOpen(outcome.verdict)) break;
    needs.push(outcome.need);
    remarks.push(...outcome.remarks);
  }
  const spans = possible.length === 0 ? [{ low: 0, high: 0 }] : possible;
  return { ...spread(spans, needAll(needs), remarks), actual: actuals[0] };
};

const scoreSum = (input: Case, scorer: Extract<Scorer, { op: 'sum' }>): Span => {
  const parts = scorer.items.map((item) => ({ name: item.name, outcome: evaluateTest(input, item.when) }));
  const met = parts.filter((part) => part.outcome.verdict === 'met');
  const open = parts.filter((part) => isOpen(part.outcome.verdict));
  return {
    low: met.length * scorer.each,
    high: (met.length + open.length) * scorer.each,
    need: needAll(open.map((part) => part.outcome.need)),
    actual: met.length === 0 ? '无' : met.map((part) => part.name).join('、'),
    remarks: open.flatMap((part) => part.outcome.remarks),
  };
};

const capped = (span: Span, max: number): Span => {
  const [low, high] = [Math.min(span.low, max), Math.min(span.high, max)];
  return low === high ? { low, high, actual: span.actual, remarks: [] } : { ...span, low, high };
};

const spanOf = (input: Case, scorer: Scorer, max: number): Span => {
  switch (scorer.op) {
    case 'bands':
      return capped(scoreBands(input, scorer), max);
    case 'perFull':
      return capped(scorePerFull(input, scorer, max), max);
    case 'increment':
      return capped(scoreIncrement(input, scorer), max);
    case 'oneOf':
      return capped(scoreOptions(input, scorer, max), max);
    case 'points':
      return capped(given(scorer.score), max);
    case 'sum':
      return capped(scoreSum(input, scorer), max);
    case 'highest': {
      const parts = scorer.of.map((part) => spanOf(input, part, max));
      const low = Math.max(...parts.map((part) => part.low));
      const high = Math.max(...parts.map((part) => part.high));
      const contenders = parts.filter((part) => part.high > low);
      const actual = parts
        .map((part) => part.actual)
        .filter((text) => text !== undefined)
        .join('；');
      return capped(
        {
          low,
          high,
          need: needAll(contenders.map((part) => part.need)),
          actual: actual || undefined,
          remarks: contenders.flatMap((part) => part.remarks),
        },
        max,
      );
    }
    case 'notListed':
      return { low: 0, high: max, remarks: [`评分标准未收录：${scorer.document}`] };
  }
};

const total = (
  items: ReadonlyArray<{ readonly low: number; readonly high: number }>,
  end: 'low' | 'high',
): number => Math.round(items.reduce((sum, item) => sum + item[end], 0) * 1e6) / 1e6;

/** Scores every item as an interval; blanks never count as 0 and never as full marks. */
export const evaluateScores = (input: Case, table: ScoreTable): ScoreResult => {
  const parts = table.parts.map((part) => {
    const items: ItemScore[] = part.items.map((item) => {
      const span = spanOf(input, item.scorer, item.max);
      const { need, actual } = span;
      return {
        id: item.id,
        name: item.name,
        part: part.name,
        max: item.max,
        low: rounded(span.low),
        high: rounded(span.high),
        clause: item.clause,
        confidence: item.confidence,
        remarks: span.remarks,
        ...(actual === undefined ? {} : { actual }),
        ...(need === undefined ? {} : { need }),
      };
    });
    return {
      name: part.name,
      low: total(items, 'low'),
      high: Math.min(part.max, total(items, 'high')),
      max: part.max,
      items,
    };
  });
  return {
    low: total(parts, 'low'),
    high: total(parts, 'high'),
    max: table.max,
    parts: parts.map(({ items: _items, ...part }) => part),
    items: parts.flatMap((part) => part.items),
  };
};
