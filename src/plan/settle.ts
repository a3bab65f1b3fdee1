import { judgeTest } from '../assess/index.ts';
import { addYears, type CivilDate, endOfYear } from '../base/date.ts';
import { compare, multiply, ONE, type Ratio, ratio, subtract, ZERO } from '../base/ratio.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Bound, CompletionReading, Edition, Settlement, SettlementRule } from '../policy/index.ts';
import { isRatio, type Profile, textOf } from '../profile/index.ts';
import { capped, exactly, type Interval, mean, UNKNOWN } from './interval.ts';
import { type Investment, investmentOf } from './investment.ts';
import { type Target, type TargetScope, targetsOf } from './targets.ts';

/** What one rule would do to the money. In 元. */
export interface SettlementOutcome {
  readonly rule: SettlementRule;
  /** to be returned */
  readonly back: Interval;
  /** not paid any more */
  readonly lost: Ratio;
}

/** 清算 of one programme, as far as the profile tells. */
export interface SettlementPlan {
  readonly edition: Edition;
  readonly settlement: Settlement;
  /** is the company under this plan at all? */
  readonly applies: Verdict;
  /** set where the plan's success lifts the rules */
  readonly exempt?: string;
  /** the last day of the plan, if it can be told */
  readonly end?: CivilDate;
  /** the plan is over: the figures are final */
  readonly over: boolean;
  readonly targets: readonly Target[];
  readonly investment: Investment;
  readonly readings: ReadonlyArray<{
    readonly reading: CompletionReading;
    readonly rate: Interval;
    readonly outcomes: readonly SettlementOutcome[];
  }>;
  readonly total: Ratio;
  readonly received: Ratio;
  /** the profile says what was received */
  readonly receivedKnown: boolean;
}

/** Does a “below” hold: surely, surely not, or either? */
const below = (interval: Interval, bound: Bound): boolean | undefined => {
  if (interval.high !== undefined && compare(interval.high, bound.value) < 0) return true;
  return compare(interval.low, bound.value) >= 0 ? false : undefined;
};

const rateUnder = (
  reading: CompletionReading,
  targets: readonly Target[],
  investment: Investment,
): Interval => {
  const own = targets
    .filter((target) => target.final)
    .map((target) => (reading.basis === 'level' ? target.level : target.progress));
  const extra = reading.withInvestment
    ? [investment.rate === undefined ? UNKNOWN : exactly(investment.rate)]
    : [];
  const all = [...own, ...extra];
  if (reading.method === 'mean')
    return mean(reading.capped ? all.map((item) => capped(item, ONE)) : all) ?? UNKNOWN;
  const reached = all.map((item) => ({
    low: compare(item.low, ONE) >= 0 ? ONE : ZERO,
    high: item.high !== undefined && compare(item.high, ONE) < 0 ? ZERO : ONE,
  }));
  return mean(reached) ?? UNKNOWN;
};

const outcomeOf = (
  rule: SettlementRule,
  rate: Interval,
  total: Ratio,
  received: Ratio,
): SettlementOutcome => {
  const unpaid = subtract(total, received);
  const lost = compare(unpaid, ZERO) > 0 ? unpaid : ZERO;
  switch (rule.effect.kind) {
    case 'all':
      return { rule, back: exactly(received), lost };
    case 'rest':
      return { rule, back: exactly(ZERO), lost };
    case 'none':
      return { rule, back: exactly(ZERO), lost: ZERO };
    case 'shortfall': {
      const { to } = rule.effect;
      const share = (value: Ratio): Ratio => {
        const short = subtract(to, value);
        return multiply(received, compare(short, ZERO) > 0 ? short : ZERO);
      };
      const least = rate.high === undefined ? ZERO : share(rate.high);
      return { rule, back: { low: least, high: share(rate.low) }, lost: ZERO };
    }
  }
};

/** The rules that may hold, from the top down to the first that surely does. */
const outcomesUnder = (
  rules: readonly SettlementRule[],
  rate: Interval,
  invested: Interval,
  total: Ratio,
  received: Ratio,
): readonly SettlementOutcome[] => {
  const possible: SettlementOutcome[] = [];
  for (const rule of rules) {
    const parts = [
      ...(rule.investment === undefined ? [] : [below(invested, rule.investment)]),
      ...(rule.completion === undefined ? [] : [below(rate, rule.completion)]),
    ];
    if (parts.includes(false)) continue;
    possible.push(outcomeOf(rule, narrowed(rules, rule, rate), total, received));
    if (!parts.includes(undefined)) break;
  }
  return possible;
};

/** The part of the rate that is left when a rule comes to be tried: not below the bounds of those above it, and below its own. */
const narrowed = (rules: readonly SettlementRule[], rule: SettlementRule, rate: Interval): Interval => {
  const above = rules
    .slice(0, rules.indexOf(rule))
    .filter((item) => item.investment === undefined)
    .flatMap((item) => item.completion?.value ?? []);
  const low = above.reduce((most, value) => (compare(value, most) > 0 ? value : most), rate.low);
  const own = rule.completion?.value;
  const high =
    own === undefined ? rate.high : rate.high === undefined || compare(own, rate.high) < 0 ? own : rate.high;
  return { low, ...(high === undefined ? {} : { high }) };
};

const endOf = (
  profile: Profile,
  settlement: Settlement,
  targets: readonly Target[],
): CivilDate | undefined => {
  const from = textOf(profile, 'planFrom');
  if (from !== undefined && settlement.years !== undefined) return addYears(from, settlement.years);
  const years = targets.flatMap((target) => target.year ?? []);
  return years.length === 0 ? undefined : endOfYear(Math.max(...years));
};

const HAS_PLAN = ['planInvestment', 'planInvested', 'planReceived', 'planFrom'] as const;

/** Undefined where the programme settles nothing, the company is surely not under it, or the profile shows no plan. */
export const settlementPlan = (scope: TargetScope, edition: Edition): SettlementPlan | undefined => {
  const { profile, asOf } = scope;
  const { settlement } = edition;
  if (settlement === undefined) return undefined;
  const applies = judgeTest(profile, edition, asOf, settlement.appliesTo).verdict;
  const targets = targetsOf(scope) ?? [];
  const hasPlan = targets.length > 0 || HAS_PLAN.some((id) => profile.single.has(id));
  if (applies === 'unmet' || (!hasPlan && applies !== 'met')) return undefined;
  const investment = investmentOf(profile);
  const end = endOf(profile, settlement, targets);
  const payment = edition.money.find((row) => row.payment === settlement.payment && row.within === undefined);
  const total = payment?.value ?? ratio(0);
  const known = profile.single.get('planReceived')?.value;
  const received = isRatio(known) ? known : multiply(total, settlement.atStart);
  const isExempt =
    settlement.exempt !== undefined &&
    judgeTest(profile, edition, asOf, settlement.exempt.test).verdict === 'met';
  const invested = investment.invested === undefined ? UNKNOWN : exactly(investment.invested);
  return {
    edition,
    settlement,
    applies,
    over: end !== undefined && end < asOf,
    targets,
    investment,
    readings: settlement.readings.map((reading) => {
      const rate = rateUnder(reading, targets, investment);
      const outcomes = outcomesUnder(settlement.rules, rate, invested, total, received);
      return { reading, rate, outcomes };
    }),
    total,
    received,
    receivedKnown: isRatio(known),
    ...(isExempt && settlement.exempt !== undefined ? { exempt: settlement.exempt.text } : {}),
    ...(end === undefined ? {} : { end }),
  };
};

/** Every rule that may hold under some reading, each once, in the document's order; one only is a definite answer. */
export const possibleRules = ({ settlement, readings }: SettlementPlan): readonly SettlementRule[] =>
  settlement.rules.filter((rule) =>
    readings.some(({ outcomes }) => outcomes.some((outcome) => outcome.rule === rule)),
  );
