export { BASIS_WORDS, finding, TOPICS } from './catalogue.ts';
export { checklistFor } from './checklist.ts';
export { findPitfalls } from './find.ts';
export type { Check, Finding, PitfallReport, SeenFact, Topic } from './model.ts';
