export { annotateDraft } from './annotate.ts';
export { readDraft } from './draft.ts';
export { lintJson } from './json.ts';
export type { TextResult } from './lint.ts';
export type { Note } from './note.ts';
export { type LintReport, type LintRequest, lintReport } from './report.ts';
export { findTextKind, formEditionFor, TEXT_KINDS } from './texts.ts';
