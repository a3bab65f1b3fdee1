import { formatQuantity } from '../base/quantity.ts';
import type { Ratio } from '../base/ratio.ts';
import { SCHEMA_VERSION } from '../report/index.ts';
import type { Way } from './distance.ts';
import type { Interval } from './interval.ts';
import type { Plan } from './model.ts';
import type { MoneyPlan, ProgrammeMoney } from './money.ts';
import { possibleRules, type SettlementPlan } from './settle.ts';
import type { Trial } from './trial.ts';

const money = (value: Ratio): string => formatQuantity(value, 'money');
const percent = (value: Ratio): string => formatQuantity(value, 'percent');
const span = ({ low, high }: Interval, text: (value: Ratio) => string) => ({
  low: text(low),
  high: high === undefined ? null : text(high),
});

const wayJson = (way: Way): object => ({
  id: way.result.criterion.id,
  text: way.result.criterion.text,
  kind: way.kind,
  metFrom: way.kind === 'time' ? (way.day ?? null) : null,
  nextRoundFrom: way.kind === 'closed' ? (way.day ?? null) : null,
  needs: way.needs,
  gap: way.result.outcome?.gaps ?? [],
  actual: way.result.outcome?.actual ?? null,
  threshold: way.result.outcome?.threshold ?? null,
  clause: way.result.criterion.clause,
  document: way.result.criterion.source.number ?? way.result.criterion.source.document,
  evidence: way.result.criterion.evidence,
  waivers: way.waivers,
  among: way.among.map(wayJson),
});

const trialJson = ({ day, baseYear, programmes }: Trial) => ({
  assumed: true,
  asOf: day,
  baseYear,
  programmes: programmes.map(({ checked, before, after, changes }) => ({
    id: checked.assessment.edition.id,
    before,
    after,
    assumed: true,
    changes: changes.map((change) => ({ ...change, assumed: true })),
  })),
});

const settlementJson = (plan: SettlementPlan) => ({
  programme: plan.edition.id,
  applies: plan.applies,
  exempt: plan.exempt ?? null,
  end: plan.end ?? null,
  over: plan.over,
  targets: plan.targets.map(({ level, progress, origin, ...target }) => ({
    ...target,
    assumed: origin === 'assumed',
    rate: span(level, percent),
    progress: span(progress, percent),
  })),
  investment: {
    planned: plan.investment.planned === undefined ? null : money(plan.investment.planned),
    invested: plan.investment.invested === undefined ? null : money(plan.investment.invested),
    rate: plan.investment.rate === undefined ? null : percent(plan.investment.rate),
    remarks: plan.investment.remarks,
  },
  total: money(plan.total),
  received: money(plan.received),
  receivedKnown: plan.receivedKnown,
  readings: plan.readings.map(({ reading, rate, outcomes }) => ({
    name: reading.name,
    rate: span(rate, percent),
    outcomes: outcomes.map(({ rule, back, lost }) => ({
      text: rule.text,
      clause: rule.clause,
      back: span(back, money),
      notPaid: money(lost),
    })),
  })),
  definite: plan.exempt === undefined && possibleRules(plan).length === 1,
  notes: plan.settlement.notes,
});

const programmeMoneyJson = ({ checked, rows, quota, subsidies }: ProgrammeMoney) => ({
  programme: checked.assessment.edition.id,
  verdict: checked.assessment.verdict,
  inForce: checked.inForce,
  rows: rows.map(({ value, share: _share, cap: _cap, ...row }) => ({
    ...row,
    ...(value === undefined ? {} : { value: money(value) }),
  })),
  quota:
    quota === undefined
      ? null
      : {
          item: quota.row.item,
          amount: quota.row.amount,
          because: quota.because,
          maybe: quota.maybe.map(({ row, if: conditions }) => ({
            item: row.item,
            amount: row.amount,
            if: conditions,
          })),
        },
  subsidies: subsidies.map(({ row, fullFrom }) => ({
    item: row.item,
    amount: row.amount,
    clause: row.clause,
    fullFrom: fullFrom === undefined ? null : money(fullFrom),
  })),
});

const moneyJson = ({ programmes, counted, sum }: MoneyPlan) => ({
  programmes: programmes.map(programmeMoneyJson),
  counted: counted.map((item) => ({
    ...item,
    value: money(item.value),
    contains: item.contains.map((inside) => ({ ...inside, value: money(inside.value) })),
  })),
  sum: money(sum),
});

/** zjtx plan --json */
export const planJson = (plan: Plan) => ({
  schemaVersion: SCHEMA_VERSION,
  asOf: plan.result.asOf,
  baseYear: plan.result.baseYear,
  enterprise: { name: plan.result.name, place: plan.result.place ?? null },
  notes: plan.result.notes,
  programmes: plan.programmes.map(({ checked, ways, missing, manual, curedOn }) => ({
    id: checked.assessment.edition.id,
    name: checked.assessment.edition.name,
    verdict: checked.assessment.verdict,
    criteria: ways.map(wayJson),
    missing,
    manual,
    curedOn: curedOn ?? null,
  })),
  unverified: plan.unverified,
  assumptions: plan.assumptions.map(({ field, year, label, instead }) => ({
    field: field.name,
    year,
    label,
    instead: instead ?? null,
  })),
  trials: plan.trials.map(trialJson),
  settlements: plan.settlements.map(settlementJson),
  money: moneyJson(plan.money),
  calendar: plan.calendar,
});
