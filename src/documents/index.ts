import type { CivilDate } from '../base/date.ts';
import type { Profile } from '../profile/index.ts';
import { fillTemplates, type GeneratedDocument, writePage } from './company.ts';
import type { Facts } from './select.ts';
import type { Templates } from './template.ts';

export { type ChecklistFacts, checklistText, type ProgrammeNote } from './checklist.ts';
export { chooseDocuments, SUMMARY } from './choose.ts';
export {
  type CompanyDocuments,
  type CompanyRequest,
  companyDocuments,
  type GeneratedDocument,
} from './company.ts';
export { renderDocx } from './docx-render.ts';
export { distinctNames, safeName } from './file-name.ts';
export {
  checkTemplate,
  type FilledTemplate,
  fillTemplate,
  type TagGroup,
  type TemplateReport,
  tagGroups,
} from './own-template/index.ts';
export { noticeBox, type Page, type Piece, shareWidth, type Table } from './page.ts';
export { parseTemplates } from './parse-templates.ts';
export { plain as cleanRun } from './run.ts';
export { summaryDocuments } from './summary/index.ts';
export type { Templates } from './template.ts';

export interface GenerateOptions {
  /** printed first, in a box */
  readonly notices?: readonly string[];
  /** the day on which 有效期 is judged; without it titles and certificates are left to be checked */
  readonly asOf?: CivilDate;
}

/**
 * Writes every template as DOCX: forms first, then narratives.
 * Only facts of the profile are written; what is unknown is a highlighted placeholder. Same input, same bytes.
 * @param baseYear 基准年 (上年度), the last year of the yearly tables
 */
export const generateDocuments = async (
  profile: Profile,
  baseYear: number,
  templates: Templates,
  options: GenerateOptions = {},
): Promise<readonly GeneratedDocument[]> => {
  const facts: Facts = { profile, baseYear, ...(options.asOf === undefined ? {} : { asOf: options.asOf }) };
  const documents: GeneratedDocument[] = [];
  for (const page of fillTemplates(facts, templates).pages)
    documents.push(await writePage(page, options.notices ?? []));
  return documents;
};
