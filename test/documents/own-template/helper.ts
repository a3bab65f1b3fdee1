import JSZip from 'jszip';
import { type FilledTemplate, fillTemplate } from '../../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../../src/profile/index.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run, with run properties if given. */
export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
/** A paragraph of one run, or of runs given as XML. */
export const paragraph = (...texts: readonly string[]): string =>
  `<w:p>${texts.map((text) => (text.startsWith('<w:') ? text : run(text))).join('')}</w:p>`;
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

export interface Extra {
  readonly header?: string;
  readonly footer?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly types?: string;
}

/** A .docx with this body, as small as Word would still open. */
export const template = async (body: string, extra: Extra = {}): Promise<Uint8Array> => {
  const zip = new JSZip();
  const override = (name: string, kind: string): string =>
    `<Override PartName="/word/${name}" ContentType="${TYPE}.${kind}+xml"/>`;
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${
      extra.types ?? override('document.xml', 'document.main')
    }${extra.header === undefined ? '' : override('header1.xml', 'header')}${extra.footer === undefined ? '' : override('footer1.xml', 'footer')}</Types>`,
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W} xmlns:r="${office}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  );
  if (extra.header !== undefined) zip.file('word/header1.xml', `<w:hdr ${W}>${extra.header}</w:hdr>`);
  if (extra.footer !== undefined) zip.file('word/footer1.xml', `<w:ftr ${W}>${extra.footer}</w:ftr>`);
  for (const [name, content] of Object.entries(extra.parts ?? {})) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

export const factsOf = (data: Record<string, unknown>) => ({
  profile: readProfile(fromPlain(data)).profile,
  baseYear: 2025,
  asOf: '2026-11-21',
});

export interface Filled extends FilledTemplate {
  readonly xml: string;
  readonly part: (name: string) => Promise<string>;
  /** texts of the paragraphs, line breaks as \n */
  readonly lines: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const textOf = (xml: string): string =>
  decode([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map((hit) => hit[1] ?? '\n').join(''));
const inner = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>.*?</w:${tag}>`, 'gs'))].map((hit) => hit[0]);

export const fill = async (source: Uint8Array, data: Record<string, unknown>): Promise<Filled> => {
  const filled = await fillTemplate(source, '我的模板.docx', factsOf(data));
  const zip = await JSZip.loadAsync(filled.bytes);
  const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  const xml = await part('word/document.xml');
  return {
    ...filled,
    xml,
    part,
    lines: inner(xml, 'p').map(textOf),
    tables: inner(xml, 'tbl').map((one) => inner(one, 'tr').map((row) => inner(row, 'tc').map(textOf))),
  };
};

/** Paragraphs given as texts, filled, as texts. */
export const fillLines = async (
  lines: readonly string[],
  data: Record<string, unknown>,
): Promise<readonly string[]> =>
  (await fill(await template(lines.map((line) => paragraph(line)).join('')), data)).lines;
export const fillLine = async (line: string, data: Record<string, unknown>): Promise<string | undefined> =>
  (await fillLines([line], data))[0];
