import type { CivilDate } from '../base/date.ts';
import type { Edition } from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';
import { type Choice, COVER, EVIDENCE } from './choose.ts';
import { coverPage } from './cover.ts';
import { renderDocx } from './docx-render.ts';
import { dayToJudge, type Holdings } from './evidence/copies.ts';
import { evidenceList } from './evidence/list.ts';
import { evidencePage } from './evidence/page.ts';
import { safeName } from './file-name.ts';
import { fillForm } from './fill-form.ts';
import { fillNarrative, reasonToSkip } from './fill-narrative.ts';
import { blanksOf, checksOf, LANDSCAPE_WIDTH, noticeBox, type Page, TEXT_WIDTH } from './page.ts';
import type { Facts } from './select.ts';
import type { Templates } from './template.ts';

export interface GeneratedDocument {
  /** file name with extension */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** what is missing or to be checked, in the order of the document */
  readonly blanks: readonly string[];
  /** of those, what is there but must be checked by a person */
  readonly checks: readonly string[];
}

/** A document that was not made, and why. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export interface CompanyRequest {
  readonly profile: Profile;
  /** 基准年 (上年度) */
  readonly baseYear: number;
  readonly asOf: CivilDate;
  readonly editions: readonly Edition[];
  /** printed first in every document, in a box */
  readonly notices: readonly string[];
  readonly choice: Choice;
}

export interface CompanyDocuments {
  readonly documents: readonly GeneratedDocument[];
  readonly skipped: readonly Skipped[];
}

const HEADER = '工作底稿（非官方表样，以培育平台为准）';

/** Forms first, then texts; a text that the profile says has nothing to tell is left out with the reason. */
export const fillTemplates = (
  facts: Facts,
  templates: Templates,
): { readonly pages: readonly Page[]; readonly skipped: readonly Skipped[] } => {
  const reasons = templates.narratives.map((narrative) => ({
    narrative,
    reason: reasonToSkip(facts, narrative),
  }));
  return {
    pages: [
      ...templates.forms.map((form) => fillForm(facts, form)),
      ...reasons.flatMap(({ narrative, reason }) =>
        reason === undefined ? [fillNarrative(facts, narrative)] : [],
      ),
    ],
    skipped: reasons.flatMap(({ narrative, reason }) =>
      reason === undefined ? [] : [{ name: `${narrative.file}.docx`, reason }],
    ),
  };
};

export const writePage = async (page: Page, notices: readonly string[]): Promise<GeneratedDocument> => {
  const width = page.landscape === true ? LANDSCAPE_WIDTH : TEXT_WIDTH;
  const pieces = [...noticeBox(notices, width), ...page.pieces];
  return {
    name: `${page.file}.docx`,
    bytes: await renderDocx({ ...page, pieces }),
    blanks: blanksOf(page.pieces),
    checks: checksOf(page.pieces),
  };
};

/** Cover and evidence list of one programme; none where the programme asks for no evidence. */
const programmePages = (
  request: CompanyRequest,
  facts: Facts,
  edition: Edition,
  drafts: readonly string[],
): {
  readonly covers: readonly Page[];
  readonly lists: readonly Page[];
  readonly skipped: readonly Skipped[];
} => {
  const { made } = request.choice;
  // one programme needs no name in the file name
  const suffix = request.editions.length === 1 ? '' : `（${safeName(edition.name)}）`;
  const [coverFile, listFile] = [`${COVER}${suffix}`, `${EVIDENCE}${suffix}`];
  const holdings: Holdings = { facts, day: dayToJudge(facts) ?? request.asOf, drafts };
  const list = evidenceList(edition, holdings);
  const all = [...list.items, ...list.extra];
  if (all.length === 0) {
    const wanted = [[COVER, coverFile] as const, [EVIDENCE, listFile] as const];
    const reason = `${edition.name}没有列出资料`;
    const skipped = wanted.flatMap(([name, file]) =>
      made.includes(name) ? [{ name: `${file}.docx`, reason }] : [],
    );
    return { covers: [], lists: [], skipped };
  }
  return {
    covers: made.includes(COVER) ? [coverPage(coverFile, HEADER, facts, edition, drafts, all)] : [],
    lists: made.includes(EVIDENCE) ? [evidencePage(listFile, HEADER, edition, list, holdings)] : [],
    skipped: [],
  };
};

/** All documents of one enterprise for its programmes. Same input, same bytes. */
export const companyDocuments = async (request: CompanyRequest): Promise<CompanyDocuments> => {
  const facts: Facts = { profile: request.profile, baseYear: request.baseYear, asOf: request.asOf };
  const texts = fillTemplates(facts, request.choice.templates);
  const drafts = texts.pages.map((page) => `${page.file}.docx`);
  const programmes = request.editions.map((edition) => programmePages(request, facts, edition, drafts));
  const pages = [
    ...programmes.flatMap((part) => part.covers),
    ...texts.pages,
    ...programmes.flatMap((part) => part.lists),
  ];
  const documents: GeneratedDocument[] = [];
  for (const page of pages) documents.push(await writePage(page, request.notices));
  return { documents, skipped: [...texts.skipped, ...programmes.flatMap((part) => part.skipped)] };
};
