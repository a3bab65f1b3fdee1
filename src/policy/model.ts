import type { CivilDate } from '../base/date.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Count } from '../base/verdict.ts';
import type { MoneyRow, Settlement } from './model-money.ts';
import type { Bound, Metric, Period, Predicate, Test } from './test-model.ts';

export type * from './model-money.ts';
export type * from './test-model.ts';

/** A: two or more independent sources, or the full text at hand · B: one · C: uncertain · R: general knowledge */
export type Confidence = 'A' | 'B' | 'C' | 'R';
export type Tier = '科技型' | '创新型' | '专精特新' | '小巨人' | '重点小巨人' | '培育库' | '其他';

export type Body =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Criterion[] }
  | { readonly kind: 'atLeast'; readonly n: Count; readonly of: readonly Criterion[] }
  /** 读法: ways to understand one passage */
  | {
      readonly kind: 'readings';
      readonly readings: ReadonlyArray<{ readonly label: string; readonly body: Body }>;
    }
  | {
      readonly kind: 'branches';
      readonly branches: ReadonlyArray<{ readonly when?: Test; readonly then: Body }>;
    };

/** 条件: one published requirement. */
export interface Criterion {
  readonly id: string;
  /** the requirement in our own words */
  readonly text: string;
  readonly body: Body;
  readonly clause: string;
  readonly source: Source;
  readonly anchor?: string;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  /** 疑义: what the document leaves unclear */
  readonly doubt?: string;
  readonly note?: string;
  /** 推算: how a number that the document does not print was derived */
  readonly derivation?: string;
  /** 一票否决: shown first */
  readonly veto: boolean;
  /** 评分因素: it scores but is no gate, and decides no verdict */
  readonly factor: boolean;
  /** 从宽: what may be let through by discretion; inside it the result is 待核实, never 符合 */
  readonly leniency?: Leniency;
  /** any of these waives the criterion */
  readonly waivers: readonly Criterion[];
}

export interface Leniency {
  readonly text: string;
  readonly clause: string;
  /** whom it is for; who is not gets none */
  readonly when?: Test;
  /** the bound may be missed by this share of it */
  readonly share?: Ratio;
  /** the bound may fall back to this value, in the bound's unit as written */
  readonly to?: string;
  /** at most this many criteria of the programme may be let through */
  readonly limit?: number;
}

export interface Source {
  readonly key: string;
  readonly document: string;
  /** 文号 */
  readonly number?: string;
  readonly annex?: string;
  readonly published?: string;
  readonly checked: {
    readonly date: CivilDate;
    readonly basis: string;
    readonly confidence: Confidence;
    readonly note?: string;
  };
}

/** A fixed score has low = high; otherwise a person gives a score inside the range. */
export interface Points {
  readonly low: number;
  readonly high: number;
}

export type Scorer =
  | {
      readonly op: 'bands';
      readonly metric: Metric;
      readonly period: Period;
      readonly bands: ReadonlyArray<{ readonly bound?: Bound; readonly score: Points }>;
    }
  | { readonly op: 'oneOf'; readonly options: ReadonlyArray<{ readonly when?: Test; readonly then: Scorer }> }
  | {
      readonly op: 'perFull';
      readonly metric: Metric;
      readonly period: Period;
      readonly step: Ratio;
      readonly score: number;
    }
  /** base + score for every `step` of the amount, parts of a step counted in proportion, up to `most` */
  | {
      readonly op: 'increment';
      readonly base: number;
      readonly step: Ratio;
      readonly score: number;
      readonly most: number;
      readonly amount:
        | { readonly metric: Metric; readonly period: Period }
        | { readonly field: string; readonly where?: Predicate };
    }
  | {
      readonly op: 'sum';
      readonly each: number;
      readonly items: ReadonlyArray<{ readonly name: string; readonly when: Test }>;
    }
  | { readonly op: 'highest'; readonly of: readonly Scorer[] }
  | { readonly op: 'points'; readonly score: Points }
  | { readonly op: 'notListed'; readonly document: string };

export interface ScoreItem {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly clause: string;
  readonly confidence: Confidence;
  readonly doubt?: string;
  readonly scorer: Scorer;
}

export interface ScoreTable {
  readonly max: number;
  /** 仅供参考: printed for information only; it decides nothing */
  readonly reference?: string;
  readonly parts: ReadonlyArray<{
    readonly name: string;
    readonly max: number;
    readonly items: readonly ScoreItem[];
  }>;
}

export interface ApplicationWindow {
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly confidence: Confidence;
}

/** A figure of the outside world, by year, in the field's base unit. */
export interface Parameter {
  readonly field: string;
  readonly values: ReadonlyArray<readonly [year: number, value: Ratio]>;
  readonly source: string;
}

/** A duty after recognition: what, within what time, how often, and what follows when it is missed. */
export interface Obligation {
  readonly kind: string;
  readonly what: string;
  /** as printed: 30日, 1个月 */
  readonly within?: string;
  readonly counted?: string;
  readonly every?: string;
  /** 每年 by this day: MM-DD */
  readonly by?: string;
  readonly lapse?: string;
  /** the days between which it holds, where that is not the edition's whole life */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly clause: string;
  readonly anchor?: string;
  /** 文号 or title of the document it stands in */
  readonly document: string;
}

/** 版本: one programme's rules as published in one document. */
export interface Edition {
  readonly id: string;
  readonly series: string;
  readonly name: string;
  readonly edition: string;
  readonly tier: Tier;
  readonly kind: string;
  readonly jurisdiction: string;
  /** title in 称号 that recognition gives */
  readonly grants?: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  /** as printed; may be known to the year or month only */
  readonly from: string;
  readonly to?: string;
  readonly periodNote?: string;
  readonly replaced?: { readonly on: CivilDate; readonly by: string; readonly confidence: Confidence };
  /** why it is not known to be in force, and from which day on (from its beginning where none is given) */
  readonly unverified?: string;
  readonly unverifiedFrom?: CivilDate;
  /** 条件未收录: the document, not at hand, in which the conditions stand */
  readonly unlisted?: string;
  /** 外部参数 that the document gives: figures that are not the enterprise's own */
  readonly parameters: readonly Parameter[];
  readonly windows: readonly ApplicationWindow[];
  readonly windowNote?: string;
  /** said before anything else */
  readonly notices: readonly string[];
  /** who the programme is for; not met means 不适用 */
  readonly appliesTo?: Criterion;
  readonly body: Body;
  readonly scores?: ScoreTable;
  /** 竞争择优: no pass mark; the score ranks, it does not decide */
  readonly competitive?: string;
  /** how long the title or place in the list lasts */
  readonly validity?: string;
  readonly channel: ReadonlyArray<readonly [label: string, text: string]>;
  readonly quotas: readonly string[];
  readonly money: readonly MoneyRow[];
  /** how the results of a plan decide what money is kept */
  readonly settlement?: Settlement;
  readonly forms: readonly string[];
  readonly evidence: readonly string[];
  readonly benefits: readonly string[];
  readonly duties: readonly string[];
  /** the duties that have a deadline, a rhythm or a consequence, as data */
  readonly obligations: readonly Obligation[];
  readonly doubts: readonly string[];
}
