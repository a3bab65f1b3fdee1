export { BASIS_WORDS, finding, TOPICS } from './catalogue.ts';
export { type ChecklistStep, checklistFor } from './checklist.ts';
export { findPitfalls } from './find.ts';
export type { Check, Finding, PitfallReport, SeenFact, Topic, Unchecked } from './model.ts';
