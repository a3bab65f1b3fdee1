export { compileEdition, type Issue, type Path } from './compile/index.ts';
export { fieldsOf } from './fields-of.ts';
export { IN_FORCE_WORDS, type InForce, inForce, windowState } from './in-force.ts';
export * from './model.ts';
export { criteriaIn } from './parts.ts';
export {
  findRegion,
  liesInCity,
  mayLieIn,
  NATIONAL,
  type Region,
  regionsOf,
  suggestRegion,
} from './regions.ts';
export {
  byLadder,
  type EditionSummary,
  editionsFor,
  historyFor,
  overlaps,
  type PolicyStore,
  summarize,
} from './registry.ts';
export {
  industryWithin,
  SIZE_CLASSES,
  type SizeClass,
  type SizeLimits,
  sizeLimitsFor,
} from './size-standard.ts';
export type { Surface } from './surface.ts';
export { WORD_LISTS } from './words.ts';
