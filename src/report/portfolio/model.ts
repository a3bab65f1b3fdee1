import type {
  CompanySummary,
  FindingSummary,
  GapSummary,
  ProgrammeSummary,
  ProgrammeUse,
  ScreenTotals,
} from '../../screen/index.ts';

/*
 * What the portfolio page needs of a screening: the part of its summary (src/screen/model.ts, which says what each of
 * these is) that a page can show.
 */

export type PortfolioGap = Pick<GapSummary, 'text' | 'amount' | 'unit' | 'closed'>;

export interface PortfolioAssessment extends Pick<ProgrammeSummary, 'id' | 'verdict' | 'count' | 'missing'> {
  readonly gaps: readonly PortfolioGap[];
}

export interface PortfolioCompany
  extends Pick<
    CompanySummary,
    'row' | 'name' | 'place' | 'held' | 'titles' | 'reachable' | 'next' | 'questions'
  > {
  readonly programmes: readonly PortfolioAssessment[];
  readonly findings: ReadonlyArray<Pick<FindingSummary, 'code' | 'severity' | 'message'>>;
}

type PortfolioProgramme = Pick<
  ProgrammeUse,
  'id' | 'name' | 'rung' | 'inForce' | 'period' | 'sources' | 'notices' | 'notes' | 'money'
>;

export interface PortfolioTotals
  extends Pick<ScreenTotals, 'asOf' | 'file' | 'companies' | 'partial' | 'refused'> {
  readonly programmes: readonly PortfolioProgramme[];
}

export interface Portfolio {
  readonly totals: PortfolioTotals;
  /** best prospects first */
  readonly companies: readonly PortfolioCompany[];
}
