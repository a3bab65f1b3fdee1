import { readdirSync, readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { parse } from 'yaml';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import {
  chooseDocuments,
  companyDocuments,
  type GeneratedDocument,
  type GenerateOptions,
  generateDocuments,
  parseTemplates,
} from '../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';

interface Raw {
  readonly 类型?: string;
}

/** The templates as the build hands them over: file name without extension → data; of the forms only one (printed.ts has all). */
const rawTemplates = (): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync('templates')
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file): [string, Raw] => [
        file.slice(0, -'.yaml'.length),
        parse(readFileSync(`templates/${file}`, 'utf8')),
      ])
      .filter(([name, { 类型: kind }]) => kind === '文稿' || name === '第八批小巨人申请书'),
  );

export const templates = parseTemplates(rawTemplates());

export const generate = (data: Record<string, unknown>, options: GenerateOptions = {}) =>
  generateDocuments(readProfile(fromPlain(data)).profile, 2025, templates, {
    asOf: '2026-11-21',
    ...options,
  });

const LITTLE_GIANT = 'national-little-giant-2026';

/** Evidence list and cover of 小巨人 2026. */
export const programmeDocuments = async (
  data: Record<string, unknown>,
  notices: readonly string[],
): Promise<readonly GeneratedDocument[]> => {
  const edition = loadPolicyFolder('policies').find((file) => file.edition.id === LITTLE_GIANT)?.edition;
  if (edition === undefined) throw new Error(`no edition ${LITTLE_GIANT}`);
  const { documents } = await companyDocuments({
    profile: readProfile(fromPlain(data)).profile,
    baseYear: 2025,
    asOf: '2026-11-21',
    editions: [edition],
    notices,
    choice: chooseDocuments(templates, [], ['佐证材料清单', '封面和目录']),
  });
  return documents;
};

const partOf = (documents: readonly GeneratedDocument[], start: string): GeneratedDocument => {
  const found = documents.find((document) => document.name.startsWith(start));
  if (found === undefined) throw new Error(`no document ${start}`);
  return found;
};

export interface Opened {
  readonly document: GeneratedDocument;
  readonly xml: string;
  /** whole text, paragraphs parted by line ends */
  readonly text: string;
  /** tables → rows → cell texts */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const textOf = (xml: string): string =>
  decode(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)]
      .map((hit) => (hit[0].startsWith('<w:t') ? (hit[1] ?? '') : '\n'))
      .join(''),
  );

const inner = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}>.*?</w:${tag}>`, 'gs'))].map((hit) => hit[0]);

export const open = async (document: GeneratedDocument): Promise<Opened> => {
  const zip = await JSZip.loadAsync(document.bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const tables = inner(xml, 'tbl').map((table) =>
    inner(table, 'tr').map((row) => inner(row, 'tc').map((cell) => textOf(cell).replace(/\n$/, ''))),
  );
  return { document, xml, text: textOf(xml), tables };
};

export const openForm = async (data: Record<string, unknown>, options?: GenerateOptions): Promise<Opened> =>
  open(partOf(await generate(data, options), '第八批'));

export const openNarrative = async (
  data: Record<string, unknown>,
  options?: GenerateOptions,
): Promise<Opened> => open(partOf(await generate(data, options), '企业总体情况'));

/** The cell right of a label. */
export const cellOf = ({ tables }: Opened, label: string): string | undefined => {
  for (const row of tables.flat()) {
    const at = row.indexOf(label);
    if (at >= 0 && at + 1 < row.length) return row[at + 1];
  }
  return undefined;
};

/** The rows of the table whose header row begins with these labels. */
export const tableWith = ({ tables }: Opened, ...labels: string[]): readonly (readonly string[])[] => {
  const found = tables.find((rows) => labels.every((label) => rows[0]?.includes(label)));
  if (found === undefined) throw new Error(`no table with ${labels.join('、')}`);
  return found;
};

/** The rows of the first table after a paragraph with this text. */
export const tableAfter = ({ xml }: Opened, caption: string): readonly (readonly string[])[] => {
  const from = xml.indexOf(`>${caption}</w:t>`);
  if (from < 0) throw new Error(`no caption ${caption}`);
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml.slice(from))?.[0] ?? '';
  return inner(table, 'tr').map((row) => inner(row, 'tc').map((cell) => textOf(cell).replace(/\n$/, '')));
};
