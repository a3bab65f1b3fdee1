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
export { clientDocx, clientHtml, clientMarkdown, clientXlsx } from './client-report.ts';
export {
  alternatives,
  clauseText,
  decisive,
  findingText,
  gapTexts,
  leaves,
  manualCriteria,
  missingLabels,
} from './criteria.ts';
export { editionJson, editionText } from './edition.ts';
export { checkJson, SCHEMA_VERSION } from './json.ts';
export { bullet, DISCLAIMER, labelled, PLAIN, paragraph, type Style } from './layout.ts';
export { markdownReport } from './markdown.ts';
export { checkText, topicText } from './pitfall-rule.ts';
export type { Portfolio, PortfolioCompany } from './portfolio/model.ts';
export { portfolioHtml } from './portfolio-page.ts';
export { howComputed } from './rule-text.ts';
export { padEnd, table, widthOf, wrap } from './table.ts';
export { textReport } from './text.ts';
