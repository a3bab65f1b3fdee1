import type { CivilDate } from '../base/date.ts';
import type { Dimension } from '../base/quantity.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Count } from '../base/verdict.ts';
import type { Criterion } from './model.ts';

/** ≥ > ≤ < */
export type Relation = 'atLeast' | 'above' | 'atMost' | 'below';

export interface Bound {
  readonly relation: Relation;
  /** in the dimension's base unit */
  readonly value: Ratio;
  readonly dimension: Dimension;
  /** as written with its relation: 不低于1500万元 */
  readonly text: string;
  readonly unit: string;
}

/** The years a figure is taken from, relative to the base year (上年度 is 0, 本年度 is 1), or up to the year `last`. */
export type Period =
  | { readonly kind: 'single' }
  | { readonly kind: 'offset'; readonly offset: number; readonly label: string }
  | { readonly kind: 'named'; readonly year: number; readonly label: string }
  | {
      readonly kind: 'span';
      readonly years: number;
      readonly last?: number;
      readonly fold: 'each' | 'any' | 'sum' | 'mean';
      readonly label: string;
    }
  | {
      readonly kind: 'growth';
      readonly years: number;
      readonly last?: number;
      /** overall: last year over the base year, less one */
      readonly fold: 'each' | 'any' | 'mean' | 'compound' | 'overall';
      readonly label: string;
    }
  /** 增加额: this year less last year, each year; decidable where a growth rate has no base to divide by */
  | { readonly kind: 'increase'; readonly years: number; readonly last?: number; readonly label: string };

/** A field, or one field as a share of another. Ids of the field dictionary. */
export interface Metric {
  readonly field: string;
  /** further fields that are added to it */
  readonly plus?: readonly string[];
  readonly over?: string;
  readonly dimension: Dimension;
  readonly label: string;
}

/** What a date must show. `until` is the day counted to: a fixed one, or the end of the base year; else the as-of date. */
export type DatePredicate =
  /** without `until` two readings from the as-of date */
  | {
      readonly op: 'withinYears' | 'forYears' | 'underYears' | 'overYears';
      readonly attribute: string;
      readonly years: number;
      readonly until?: CivilDate | 'yearEnd';
    }
  | { readonly op: 'calendarYears'; readonly attribute: string; readonly years: number }
  | {
      readonly op: 'between';
      readonly attribute: string;
      readonly from?: CivilDate;
      readonly to?: CivilDate;
    };

/** What a record must show to be counted; three-valued per record. */
export type Predicate =
  | { readonly op: 'is'; readonly attribute: string; readonly value: boolean }
  | {
      readonly op: 'oneOf';
      readonly attribute: string;
      readonly choices: readonly string[];
      readonly negated: boolean;
    }
  | { readonly op: 'compare'; readonly attribute: string; readonly bound: Bound }
  | DatePredicate
  | { readonly op: 'inForce'; readonly from: string; readonly to: string }
  | { readonly op: 'all' | 'any'; readonly of: readonly Predicate[] };

export type Test =
  | { readonly op: 'compare'; readonly metric: Metric; readonly period: Period; readonly bound: Bound }
  /** against `factor` times another metric: 不低于同期GDP增速的1.5倍 */
  | {
      readonly op: 'against';
      readonly metric: Metric;
      readonly period: Period;
      readonly relation: Relation;
      readonly word: string;
      readonly factor: Ratio;
      readonly other: { readonly metric: Metric; readonly period: Period };
    }
  | { readonly op: 'is'; readonly field: string; readonly value: boolean }
  | { readonly op: 'date'; readonly field: string; readonly where: DatePredicate }
  | {
      readonly op: 'oneOf';
      readonly field: string;
      readonly choices: readonly string[];
      readonly negated: boolean;
      readonly label: string;
    }
  | {
      readonly op: 'count';
      readonly field: string;
      readonly where?: Predicate;
      /** 合计: the attribute whose amounts are added up, instead of counting */
      readonly sum?: string;
      readonly bound: Bound;
      /** a declared total that stands in when the list is absent */
      readonly declared?: { readonly field: string; readonly lowerBound: boolean };
    }
  | { readonly op: 'score'; readonly of: string; readonly bound: Bound }
  | { readonly op: 'judge'; readonly question: string; readonly look: readonly string[] }
  | { readonly op: 'notListed'; readonly document: string }
  | { readonly op: 'size'; readonly classes: readonly string[] }
  | { readonly op: 'place'; readonly regions: readonly string[] }
  | { readonly op: 'city'; readonly cities: readonly string[]; readonly label: string }
  /** GB/T 4754-2017 codes: 门类 letters, or 大类, 中类, 小类 digits */
  | { readonly op: 'industry'; readonly codes: readonly string[] }
  | { readonly op: 'notBefore'; readonly date: CivilDate }
  /** the verdict of another criterion of the edition */
  | { readonly op: 'criterion'; readonly criterion: Criterion }
  | { readonly op: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly op: 'atLeast'; readonly n: Count; readonly of: readonly Test[] }
  | { readonly op: 'not'; readonly of: Test }
  | { readonly op: 'readings'; readonly of: ReadonlyArray<{ readonly label: string; readonly test: Test }> };
