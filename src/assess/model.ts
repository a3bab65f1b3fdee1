import type { CivilDate } from '../base/date.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Confidence, Criterion, Edition } from '../policy/index.ts';
import type { FactRef } from '../profile/index.ts';

/** What a person would have to supply: a fact, all of some, any one of some, or n of them. */
export type Need =
  | { readonly kind: 'fact'; readonly ref: FactRef }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Need[] }
  | { readonly kind: 'some'; readonly n: number; readonly of: readonly Need[] };

/** How far a figure is from its threshold. */
export interface Gap {
  /** 研发费用（2025年）还差43.2万元 */
  readonly text: string;
  /** size of the gap in `unit`, for ranking and JSON; ≥ 0; 0 where a figure stands exactly on a strict bound */
  readonly amount: number;
  readonly unit: string;
  /** all the years concerned are over: nothing done now can change them (已结账年度，不可补) */
  readonly closed: boolean;
}

/** What one test found. */
export interface Outcome {
  readonly verdict: Verdict;
  /** the figures as people write them: 2024年 3.1%；2025年 2.9% */
  readonly actual?: string;
  readonly threshold?: string;
  readonly gaps: readonly Gap[];
  /** facts that were looked at and known */
  readonly facts: readonly FactRef[];
  readonly need?: Need;
  /** why a person must look, what was read in two ways, what was only declared (自报) */
  readonly remarks: readonly string[];
}

/** A criterion with its verdict; groups carry their parts. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  readonly outcome?: Outcome;
  readonly need?: Need;
  readonly parts: readonly CriterionResult[];
  /** how a group combines its parts */
  readonly combine?: 'all' | 'any' | 'atLeast' | 'readings' | 'branches';
  /** the waiver that applied */
  readonly waivedBy?: CriterionResult;
  /** of a 评分因素: what was found, though it decides nothing */
  readonly factor?: Verdict;
  /** it fails, but discretion may let it through (从宽) */
  readonly lenient?: true;
  /** waivers that are still open */
  readonly waivers: readonly CriterionResult[];
  /** a person's recorded answer (人工核验) that settled it */
  readonly attested?: { readonly basis?: string; readonly by?: string; readonly date?: string };
}

/** An item's score as the interval it can still lie in. */
export interface ItemScore {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly clause: string;
  readonly confidence: Confidence;
  /** what was seen */
  readonly actual?: string;
  readonly need?: Need;
  readonly remarks: readonly string[];
}

export interface ScoreResult {
  readonly low: number;
  readonly high: number;
  readonly max: number;
  readonly parts: ReadonlyArray<{
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly max: number;
  }>;
  readonly items: readonly ItemScore[];
}

/** 评估结果: one enterprise against one edition on one day. A pre-check; recognition is the authority's. */
export interface Assessment {
  readonly edition: Edition;
  readonly asOf: CivilDate;
  /** 上年度: the last full accounting year before the as-of date */
  readonly baseYear: number;
  readonly verdict: Verdict;
  readonly root: CriterionResult;
  /** set when the programme is not for this enterprise */
  readonly appliesTo?: CriterionResult;
  readonly score?: ScoreResult;
  /** what would settle the verdict, where it is open for want of facts */
  readonly need?: Need;
  /** smallest set of facts that would settle the verdict, most useful first */
  readonly questions: readonly Question[];
  readonly missing: readonly FactRef[];
  /** the enterprise already holds the title this programme gives */
  readonly held?: { readonly until?: string; readonly valid: boolean };
  /** computable criteria: how many are met, failed, missing; and how many a person must judge */
  readonly tally: Tally;
}

export interface Tally {
  readonly computable: number;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly manual: number;
}

export interface Question {
  readonly facts: readonly FactRef[];
  readonly label: string;
  /** ids of the open criteria that it helps settle */
  readonly settles: readonly string[];
}
