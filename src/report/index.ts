export {
  type CheckedProgramme,
  type CheckResult,
  CONFIDENCE_WORDS,
  editionLabel,
  nextStep,
  periodText,
  sourceText,
  windowText,
} from './check-result.ts';
export { clauseText, leaves } from './criteria.ts';
export { checkJson, SCHEMA_VERSION } from './json.ts';
export { markdownReport } from './markdown.ts';
export { padEnd, table, widthOf, wrap } from './table.ts';
export { DISCLAIMER, PLAIN, type Style, textReport } from './text.ts';
