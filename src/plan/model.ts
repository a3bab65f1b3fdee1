import type { CheckResult } from '../report/index.ts';
import type { Assumption } from './assume.ts';
import type { Calendar } from './calendar-model.ts';
import type { ProgrammePlan } from './distance.ts';
import type { MoneyPlan } from './money.ts';
import type { SettlementPlan } from './settle.ts';
import type { Trial } from './trial.ts';

/** All that zjtx plan tells of one enterprise. */
export interface Plan {
  readonly result: CheckResult;
  /** in force and not met */
  readonly programmes: readonly ProgrammePlan[];
  /** not met, but not known to be in force: named only */
  readonly unverified: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly trials: readonly Trial[];
  readonly settlements: readonly SettlementPlan[];
  readonly money: MoneyPlan;
  readonly calendar: Calendar;
}
