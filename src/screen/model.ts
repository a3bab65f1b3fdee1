import type { Severity } from '../base/diagnostic.ts';
import type { Verdict } from '../base/verdict.ts';

/**
 * The result of a screening as plain data: one CompanySummary for every company, and one ScreenTotals for the run.
 * Every output (workbook, CSV, JSON lines, portfolio page) is made from these two and from nothing else.
 */

/** How many computable criteria are met, failed and missing, and how many a person must judge. */
interface Count {
  readonly computable: number;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly manual: number;
}

/** How far one criterion that decides is from being met. */
export interface GapSummary {
  /** 研发费用（2025年）还差43.2万元 */
  readonly text: string;
  /** ≥ 0, in `unit`; absent where no distance can be told */
  readonly amount?: number;
  readonly unit?: string;
  /** 已结账年度，不可补 */
  readonly closed: boolean;
}

/** One company against one programme. */
export interface ProgrammeSummary {
  /** edition id; its names are in ScreenTotals.programmes */
  readonly id: string;
  readonly verdict: Verdict;
  readonly count: Count;
  /** what fails and decides, one text each */
  readonly gaps: readonly GapSummary[];
  /** labels of facts that are missing and still matter */
  readonly missing: readonly string[];
  /** the interval in which the score lies, where the programme has a score table */
  readonly score?: readonly [low: number, high: number];
}

/** What a reviewer would notice. */
export interface FindingSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: string;
}

/** A cell or row of the list that was not read as it stands. */
export interface ReadingSummary {
  readonly code: string;
  readonly severity: Severity;
  /** the spreadsheet's row number */
  readonly row: number;
  /** such as C5 */
  readonly cell?: string;
  /** what the cell says */
  readonly text: string;
  readonly message: string;
  readonly fix?: string;
}

export interface CompanySummary {
  /** 原行号 */
  readonly row: number;
  readonly name: string;
  readonly creditCode?: string;
  readonly place?: string;
  /** rung of the highest title still valid: 0 none, 1 科技/创新型, 2 专精特新, 3 小巨人, 4 重点 */
  readonly held: number;
  /** 已持有专精特新中小企业（至2027-12-31） */
  readonly titles: readonly string[];
  /** the highest rung held, or whose conditions are not failed */
  readonly reachable: number;
  /** id of the next step on the ladder; its numbers are in `programmes` */
  readonly next?: string;
  /** up the ladder; without those that are not for this company */
  readonly programmes: readonly ProgrammeSummary[];
  /** what to ask first for the next step: the smallest set of facts that would settle it */
  readonly questions: readonly string[];
  readonly findings: readonly FindingSummary[];
  /** cells that count as blank or want a second look */
  readonly reading: readonly ReadingSummary[];
}

/** A programme that was used for at least one company. */
export interface ProgrammeUse {
  readonly id: string;
  /** unique in this run */
  readonly name: string;
  readonly edition: string;
  readonly tier: string;
  readonly rung: number;
  readonly jurisdiction: string;
  readonly inForce: 'yes' | 'no' | 'unverified';
  /** 2026-04-01起 */
  readonly period: string;
  /** document, number, confidence and day of the last check */
  readonly sources: readonly string[];
  /** what must be read first, in the order of the policy file */
  readonly notices: readonly string[];
  readonly notes: readonly string[];
  /** 每家不超过100万元（首次认定） */
  readonly money: readonly string[];
  readonly companies: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** What a column of the list was taken for. */
export interface ColumnMatch {
  /** A, B, … */
  readonly column: string;
  readonly header: string;
  /** 营业收入（2025年，万元）; absent where the column was not read */
  readonly field?: string;
  /** why not, and what to do */
  readonly problem?: string;
  readonly fix?: string;
  readonly code?: string;
  /** the user said so (--map) */
  readonly mapped: boolean;
}

export interface ScreenTotals {
  readonly schemaVersion: number;
  readonly version: string;
  /** 评估日 */
  readonly asOf: string;
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** 填报日期 that the list gives for all rows */
  readonly filledOn?: string;
  readonly otherSheets: readonly string[];
  readonly columns: readonly ColumnMatch[];
  readonly companies: number;
  /** companies of which some cells were not read */
  readonly partial: number;
  /** rows that are no company or could not be assessed */
  readonly refused: number;
  readonly blankRows: number;
  /** rows of 明细 */
  readonly details: number;
  readonly programmes: readonly ProgrammeUse[];
  /** sha-256 over the rules that were used */
  readonly rulesHash: string;
}
