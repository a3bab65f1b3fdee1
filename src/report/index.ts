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
export { clauseText, findingText, manualCriteria } from './criteria.ts';
export { editionJson, editionText } from './edition.ts';
export { checkJson, SCHEMA_VERSION } from './json.ts';
export { markdownReport } from './markdown.ts';
export { fieldsOf, howComputed } from './rule-text.ts';
export { padEnd, table, widthOf, wrap } from './table.ts';
export { PLAIN, type Style, textReport } from './text.ts';
