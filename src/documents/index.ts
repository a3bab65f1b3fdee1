import type { CivilDate } from '../base/date.ts';
import type { Profile } from '../profile/index.ts';
import { renderDocx } from './docx-render.ts';
import { fillForm } from './fill-form.ts';
import { fillNarrative, reasonToSkip } from './fill-narrative.ts';
import { blanksOf, noticeBox, type Page } from './page.ts';
import type { Facts } from './select.ts';
import type { Templates } from './template.ts';

export { parseTemplates } from './parse-templates.ts';
export type { Templates } from './template.ts';

export interface GeneratedDocument {
  /** file name with extension */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** what is missing or to be checked, in the order of the document */
  readonly blanks: readonly string[];
}

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
  const pages = [
    ...templates.forms.map((form) => fillForm(facts, form)),
    ...templates.narratives
      .filter((narrative) => reasonToSkip(facts, narrative) === undefined)
      .map((narrative) => fillNarrative(facts, narrative)),
  ];
  const box = noticeBox(options.notices ?? []);
  const documents: GeneratedDocument[] = [];
  for (const page of pages) documents.push(await generate({ ...page, pieces: [...box, ...page.pieces] }));
  return documents;
};

const generate = async (page: Page): Promise<GeneratedDocument> => ({
  name: `${page.file}.docx`,
  bytes: await renderDocx(page),
  blanks: blanksOf(page.pieces),
});
