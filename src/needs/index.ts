export type { FieldNeed, Needs } from './needs.ts';
export { isCommon, needsOf } from './walk.ts';
