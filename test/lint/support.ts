import JSZip from 'jszip';
import { type LintReport, lintReport, readDraft } from '../../src/lint/index.ts';
import { findTextKind, formEditionFor } from '../../src/lint/texts.ts';
import { fromPlain, type Profile, readProfile } from '../../src/profile/index.ts';
import { GIANT, pitfallsIn } from '../pitfalls/support.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const TYPES = `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;
const RELS = `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
export const cell = (...texts: string[]): string => `<w:tc>${texts.map(paragraph).join('')}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;

/** A .docx of these parts; a part given as undefined is left out. */
export const docx = async (
  body: string,
  parts: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<Uint8Array> => {
  const zip = new JSZip();
  const all = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'word/document.xml': documentXml(body),
    ...parts,
  };
  for (const [name, content] of Object.entries(all)) if (content !== undefined) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

export const profileOf = (data: Readonly<Record<string, unknown>>): Profile =>
  readProfile(fromPlain(data), '档案.yaml').profile;

interface Settings {
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly kind?: string;
  readonly file?: string;
  readonly asOf?: string;
  readonly programme?: string;
}

/** The profile with what check would find in it under the little giants of 2026. */
const heldAgainst = (data: Settings['profile'], asOf: string) => {
  if (data === undefined) return {};
  const profile = profileOf(data);
  return { profile, pitfalls: pitfallsIn(profile, GIANT, asOf).findings };
};

export const lintBytes = async (bytes: Uint8Array, settings: Settings = {}): Promise<LintReport> => {
  const asOf = settings.asOf ?? '2026-11-21';
  const kind = settings.kind === undefined ? undefined : findTextKind(settings.kind);
  return lintReport(await readDraft(bytes, settings.file ?? '草稿.docx'), {
    asOf,
    baseYear: Number(asOf.slice(0, 4)) - 1,
    edition: formEditionFor(asOf, settings.programme),
    ...heldAgainst(settings.profile, asOf),
    ...(kind === undefined ? {} : { kind }),
  });
};

export const lintBody = async (body: string, settings: Settings = {}): Promise<LintReport> =>
  lintBytes(await docx(body), settings);
export const lintLines = (lines: readonly string[], settings: Settings = {}): Promise<LintReport> =>
  lintBody(lines.map(paragraph).join(''), settings);

export const notesOf = (report: LintReport) => report.results.flatMap((result) => result.notes);
export const codesOf = (report: LintReport): string[] => notesOf(report).map((note) => note.code);

/** Codes that a text of one kind gets, of those asked about. */
export const codesAmong = async (
  lines: readonly string[],
  codes: readonly string[],
  settings: Settings,
): Promise<string[]> => codesOf(await lintLines(lines, settings)).filter((code) => codes.includes(code));
