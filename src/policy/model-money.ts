import type { Ratio } from '../base/ratio.ts';
import type { Bound, Test } from './test-model.ts';

/** 资金: a row as printed; what has a `kind` can be reckoned with, the rest is only shown. */
export interface MoneyRow {
  readonly item: string;
  readonly amount: string;
  readonly note?: string;
  readonly doubt?: string;
  readonly clause: string;
  readonly anchor?: string;
  readonly kind?: '奖补' | '分期' | '额度' | '补贴' | '收回' | '说明';
  /** 元 */
  readonly value?: Ratio;
  /** one payment, however many files tell of it */
  readonly payment?: string;
  /** the payment that contains this one */
  readonly within?: string;
  /** of the payments of one group a company gets one */
  readonly choice?: string;
  /** 补贴: share of the price, and the most in 元 */
  readonly share?: Ratio;
  readonly cap?: Ratio;
  /** 额度: ids of the criteria that put a company into this class */
  readonly classes?: readonly string[];
}

/** One way to read 总体目标完成率 where the document does not say how it is worked out. */
export interface CompletionReading {
  readonly name: string;
  /** mean of the rates, or the share of targets that are reached */
  readonly method: 'mean' | 'reached';
  /** actual / target, or (actual − base) / (target − base) */
  readonly basis: 'level' | 'progress';
  /** what is more than reached counts as 100% */
  readonly capped: boolean;
  /** the investment counts as one more target */
  readonly withInvestment: boolean;
}

/** What happens to the money: all back, the rest not paid, the difference to `to` back, or nothing. */
export type SettlementEffect =
  | { readonly kind: 'all' | 'rest' | 'none' }
  | { readonly kind: 'shortfall'; readonly to: Ratio };

export interface SettlementRule {
  readonly investment?: Bound;
  readonly completion?: Bound;
  readonly effect: SettlementEffect;
  readonly text: string;
  readonly clause: string;
  readonly anchor?: string;
}

/** 清算: how the results of a plan decide what money is kept. */
export interface Settlement {
  readonly appliesTo: Test;
  readonly exempt?: { readonly test: Test; readonly text: string };
  readonly years?: number;
  /** the payment at stake */
  readonly payment: string;
  /** the share of it that is paid at the start */
  readonly atStart: Ratio;
  readonly readings: readonly CompletionReading[];
  /** tried from the top; the last one has no condition */
  readonly rules: readonly SettlementRule[];
  readonly notes: readonly string[];
}
