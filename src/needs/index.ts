export type { FieldNeed, Needs } from './needs.ts';
export { isCommon, needsOf } from './walk.ts';
export { ALWAYS } from './words.ts';
