import type { Body, Criterion, Edition, Metric, Period, Predicate, Scorer, Test } from '../policy/index.ts';
import { NeedList, type Needs } from './needs.ts';
import { ALWAYS, COMMON_TIERS, REVIEW, SIZE_FIELDS } from './words.ts';

/** `count` years, the last of them `last`. */
const upTo = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => last - count + 1 + index);

const yearsOf = (period: Period, baseYear: number): readonly number[] => {
  switch (period.kind) {
    case 'single':
      return [];
    case 'offset':
      return [baseYear + period.offset];
    case 'named':
      return [period.year];
    case 'span':
      return upTo(period.last ?? baseYear, period.years);
    case 'increase':
      return upTo(period.last ?? baseYear, period.years + 1);
    case 'growth': {
      const last = period.last ?? baseYear;
      return period.fold === 'compound' ? [last - period.years, last] : upTo(last, period.years + 1);
    }
  }
};

const attributesIn = (predicate: Predicate): readonly string[] => {
  if ('of' in predicate) return predicate.of.flatMap(attributesIn);
  return predicate.op === 'inForce' ? [predicate.from, predicate.to] : [predicate.attribute];
};

/** Walks the rules of editions and notes every fact they read. `required`: nothing else could stand in for it. */
class Walker {
  readonly list = new NeedList();
  readonly #baseYear: number;

  constructor(baseYear: number) {
    this.#baseYear = baseYear;
  }

  #metric(metric: Metric, period: Period, required: boolean): void {
    const years = yearsOf(period, this.#baseYear);
    this.list.figure(metric.field, required, years);
    for (const id of metric.plus ?? []) this.list.figure(id, required, years);
    if (metric.over !== undefined) this.list.figure(metric.over, required, years);
  }

  test(test: Test, required: boolean): void {
    switch (test.op) {
      case 'compare':
        this.#metric(test.metric, test.period, required);
        return;
      case 'against':
        this.#metric(test.metric, test.period, required);
        this.#metric(test.other.metric, test.other.period, required);
        return;
      case 'is':
      case 'oneOf':
        this.list.plain(test.field, required);
        return;
      case 'date':
        this.list.plain(test.field, required);
        return;
      case 'count':
        this.list.records(test.field, required, [
          ...(test.where === undefined ? [] : attributesIn(test.where)),
          ...(test.sum === undefined ? [] : [test.sum]),
        ]);
        if (test.declared !== undefined) this.list.plain(test.declared.field, false);
        return;
      case 'size':
        for (const id of SIZE_FIELDS) this.list.figure(id, false, [this.#baseYear]);
        return;
      case 'place':
        this.list.plain('place', required);
        // a 兵团 firm lies there as well
        this.list.plain('corps', false);
        return;
      case 'city':
        this.list.plain('place', required);
        return;
      case 'industry':
        this.list.plain('industryCode', required);
        return;
      case 'all':
        for (const part of test.of) this.test(part, required);
        return;
      case 'any':
      case 'atLeast':
        for (const part of test.of) this.test(part, required && test.of.length === 1);
        return;
      case 'not':
        this.test(test.of, required);
        return;
      case 'readings':
        for (const reading of test.of) this.test(reading.test, required);
        return;
      case 'criterion':
        this.criterion(test.criterion, required);
        return;
      case 'score':
      case 'judge':
      case 'notListed':
      case 'notBefore':
        return;
    }
  }

  body(body: Body, required: boolean): void {
    switch (body.kind) {
      case 'test':
        this.test(body.test, required);
        return;
      case 'all':
        for (const part of body.of) this.criterion(part, required);
        return;
      case 'any':
      case 'atLeast':
        for (const part of body.of) this.criterion(part, required && body.of.length === 1);
        return;
      case 'readings':
        for (const reading of body.readings) this.body(reading.body, required);
        return;
      case 'branches':
        for (const branch of body.branches) {
          if (branch.when !== undefined) this.test(branch.when, required);
          this.body(branch.then, false);
        }
    }
  }

  criterion(criterion: Criterion, required: boolean): void {
    const gates = required && !criterion.factor;
    this.body(criterion.body, gates && criterion.waivers.length === 0);
    if (criterion.leniency?.when !== undefined) this.test(criterion.leniency.when, false);
    for (const waiver of criterion.waivers) this.criterion(waiver, false);
  }

  scorer(scorer: Scorer): void {
    switch (scorer.op) {
      case 'bands':
      case 'perFull':
        this.#metric(scorer.metric, scorer.period, false);
        return;
      case 'oneOf':
        for (const option of scorer.options) {
          if (option.when !== undefined) this.test(option.when, false);
          this.scorer(option.then);
        }
        return;
      case 'increment':
        if ('metric' in scorer.amount) this.#metric(scorer.amount.metric, scorer.amount.period, false);
        else {
          const { field, where } = scorer.amount;
          this.list.records(field, false, where === undefined ? [] : attributesIn(where));
        }
        return;
      case 'sum':
        for (const item of scorer.items) this.test(item.when, false);
        return;
      case 'highest':
        for (const part of scorer.of) this.scorer(part);
        return;
      case 'points':
      case 'notListed':
        return;
    }
  }

  edition(edition: Edition, required: boolean): void {
    if (edition.appliesTo !== undefined) this.criterion(edition.appliesTo, required);
    this.body(edition.body, required);
    for (const part of edition.scores?.parts ?? []) for (const item of part.items) this.scorer(item.scorer);
    if (edition.grants !== undefined) this.list.records('titles', false, ['name', 'from', 'to']);
  }
}

/** On the ladder that every applicant climbs; pools, vouchers and reviews are for some only. */
export const isCommon = (edition: Edition): boolean =>
  edition.kind !== REVIEW && COMMON_TIERS.includes(edition.tier) && edition.appliesTo === undefined;

/**
 * Every fact that the rules of these editions read: criteria, alternatives, waivers, scores, who they are for.
 * @param baseYear 上年度
 * @param named the user named these programmes; else only those on the common ladder make a field 必填
 */
export const needsOf = (editions: readonly Edition[], baseYear: number, named: boolean): Needs => {
  const walker = new Walker(baseYear);
  for (const [id, required] of ALWAYS) walker.list.plain(id, required);
  for (const edition of editions) walker.edition(edition, named || isCommon(edition));
  return walker.list.needs;
};
