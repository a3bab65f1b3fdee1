import type { Severity } from '../../base/diagnostic.ts';
import type { Verdict } from '../../base/verdict.ts';

/** What the portfolio page needs of a screening: the part of its summary that a page can show. */
export interface Portfolio {
  readonly totals: PortfolioTotals;
  /** best prospects first */
  readonly companies: readonly PortfolioCompany[];
}

export interface PortfolioCompany {
  /** 原行号 */
  readonly row: number;
  readonly name: string;
  readonly place?: string;
  /** rung of the highest title still valid: 0 none, 1 科技/创新型, 2 专精特新, 3 小巨人, 4 重点 */
  readonly held: number;
  readonly titles: readonly string[];
  /** the highest rung held, or whose conditions are not failed */
  readonly reachable: number;
  /** id of the next step; its numbers are in `programmes` */
  readonly next?: string;
  readonly programmes: readonly PortfolioAssessment[];
  readonly questions: readonly string[];
  readonly findings: ReadonlyArray<{
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
  }>;
}

export interface PortfolioAssessment {
  readonly id: string;
  readonly verdict: Verdict;
  readonly count: {
    readonly computable: number;
    readonly met: number;
    readonly unmet: number;
    readonly unknown: number;
    readonly manual: number;
  };
  readonly gaps: readonly PortfolioGap[];
  readonly missing: readonly string[];
}

export interface PortfolioGap {
  /** 研发费用（2025年）还差43.2万元 */
  readonly text: string;
  readonly amount?: number;
  readonly unit?: string;
  /** 已结账年度，不可补 */
  readonly closed: boolean;
}

export interface PortfolioTotals {
  readonly asOf: string;
  readonly file: string;
  readonly companies: number;
  /** companies of which some cells were not read */
  readonly partial: number;
  readonly refused: number;
  readonly programmes: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly rung: number;
    readonly inForce: 'yes' | 'no' | 'unverified';
    readonly period: string;
    readonly sources: readonly string[];
    /** what must be read first, in the order of the policy file */
    readonly notices: readonly string[];
    readonly notes: readonly string[];
    readonly money: readonly string[];
  }>;
}
