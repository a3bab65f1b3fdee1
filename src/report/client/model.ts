import type { Distance } from '../../assess/index.ts';
import type { Severity } from '../../base/diagnostic.ts';
import type { Verdict } from '../../base/verdict.ts';
import type { ChecklistStep, Unchecked } from '../../pitfalls/index.ts';
import type { Axis } from '../chart/radar.ts';

/** The client report before it is HTML, Word, a workbook or Markdown: all texts ready, in reading order. */
export interface ClientReport {
  readonly name: string;
  readonly place?: string;
  readonly asOf: string;
  readonly baseYear: number;
  /** what must be read first: 重点“小巨人” before the others */
  readonly notices: readonly Notice[];
  readonly notes: readonly string[];
  readonly rungs: readonly Rung[];
  readonly programmes: readonly ProgrammeRow[];
  readonly steps: readonly Step[];
  /** why there is no next step */
  readonly noStep?: string;
  readonly pitfalls: readonly Pitfall[];
  /** 缺资料，没有核对的注意事项 */
  readonly unchecked: readonly Unchecked[];
  /** what the reader of the profile remarked */
  readonly remarks: readonly Pitfall[];
  /** 填报核对清单: what a person must look at, by step */
  readonly checklist: readonly ChecklistStep[];
  readonly rules: readonly Rule[];
}

export interface Notice {
  readonly programme: string;
  readonly text: string;
}

/** A step of the national ladder with all that is known of its programmes. */
export interface Rung {
  readonly name: string;
  readonly entries: readonly ProgrammeRow[];
  readonly held: boolean;
  readonly isNext: boolean;
}

export interface ProgrammeRow {
  readonly id: string;
  readonly label: string;
  readonly verdict: Verdict;
  readonly computable: number;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly manual: number;
  /** 已持有，至2028-03-09 */
  readonly held?: string;
  readonly score?: string;
  readonly inForce: string;
}

/** One programme of the next step, in full. */
export interface Step {
  readonly row: ProgrammeRow;
  readonly facts: ReadonlyArray<readonly [label: string, text: string]>;
  /** the applicant may be none the programme is for */
  readonly appliesTo?: CriterionView;
  /** 不符合, 缺资料, 待核实: only what decides */
  readonly decisive: ReadonlyArray<{
    readonly verdict: Verdict;
    readonly criteria: readonly CriterionView[];
  }>;
  readonly factors: readonly CriterionView[];
  readonly settled: ReadonlyArray<{ readonly verdict: Verdict; readonly names: readonly string[] }>;
  readonly bars: readonly BarRow[];
  readonly score?: {
    readonly text: string;
    readonly axes: readonly Axis[];
    readonly items: ReadonlyArray<readonly [part: string, item: string, score: string, seen: string]>;
  };
  readonly all: readonly CriterionView[];
  readonly questions: readonly QuestionView[];
  /** facts that are missing but need not be asked first */
  readonly alsoMissing: readonly string[];
  readonly evidence: readonly EvidenceView[];
  /** 申报资料 that the document itself lists */
  readonly papers: readonly string[];
}

export interface CriterionView {
  readonly id: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly veto: boolean;
  /** 〔专利或标准之一〕 where the criterion alone decides nothing */
  readonly choiceOf?: string;
  readonly actual?: string;
  readonly threshold?: string;
  readonly gaps: readonly string[];
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
  readonly attested?: string;
  readonly clause: string;
  readonly origin: string;
  readonly alternatives: readonly CriterionView[];
  readonly waivers: readonly string[];
}

export interface BarRow {
  readonly criterion: string;
  readonly verdict: Verdict;
  /** the group in which this one alone decides nothing */
  readonly choiceOf?: string;
  readonly distance: Distance;
}

export interface QuestionView {
  readonly label: string;
  readonly settles: readonly string[];
  /** 口径 */
  readonly basis?: string;
  readonly proof?: string;
}

export interface EvidenceView {
  readonly paper: string;
  readonly criteria: readonly string[];
}

export interface Pitfall {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: string;
  readonly fix?: string;
  readonly why?: string;
  readonly citation?: string;
  /** 规定, 课件, 经验, 自定 */
  readonly basis?: string;
  readonly facts: readonly string[];
}

/** An edition that was used: what it rests on and how sure that is. */
export interface Rule {
  readonly label: string;
  readonly source: string;
  readonly period: string;
  readonly inForce: string;
  readonly confidence: string;
  readonly checked: string;
  readonly notices: readonly string[];
}
