import type { Diagnostic, Place } from '../base/diagnostic.ts';
import type { Tier } from '../policy/index.ts';

/** 规定 a clause of the edition · 课件 a filling rule of the course · 经验 its experience, no rule · 自定 our own check */
export type Basis = 'rule' | 'course' | 'experience' | 'own';

/** A fact that a detector looked at, as people write it. */
export interface SeenFact {
  /** field id */
  readonly field: string;
  /** 研发费用（2025年） */
  readonly label: string;
  readonly value: string;
  readonly at?: Place;
}

/** One thing that a reviewer would notice, with all that a consultant needs to deal with it. */
export interface Finding extends Diagnostic {
  readonly basis: Basis;
  /** 要紧: why it matters */
  readonly why: string;
  /** clause, or where the course says so */
  readonly citation: string;
  readonly facts: readonly SeenFact[];
  /** ids of the editions under which it was found; empty where it holds under any */
  readonly programmes: readonly string[];
}

/** 检查: one code of the catalogue. */
export interface Check {
  readonly code: string;
  readonly name: string;
  readonly severity: Diagnostic['severity'];
  readonly basis: Basis;
  readonly why: string;
  /** 准备: what to prepare or look into, never a figure to change */
  readonly prepare: string;
  readonly citation: string;
}

/** One of P01–P10 or F01–F71. */
export interface Topic {
  readonly code: string;
  readonly name: string;
  /** 步骤: the part of the application it belongs to */
  readonly step: string;
  /** 层级: only for these; empty where it holds for all */
  readonly tiers: readonly Tier[];
  readonly why: string;
  readonly citation: string;
  readonly checks: readonly Check[];
  /** 人看: what a person must look at, for the checklist of the step */
  readonly look: readonly string[];
  /** 参见: codes that stand for it */
  readonly see: readonly string[];
  readonly note?: string;
}

/** What could not be looked at, and for want of which facts. */
export interface Unchecked {
  readonly topic: string;
  readonly name: string;
  readonly missing: readonly string[];
}

export interface PitfallReport {
  /** gravest first */
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
}
