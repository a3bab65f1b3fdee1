import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import JSZip from 'jszip';
import { parse } from 'yaml';
import { type GeneratedDocument, generateDocuments, parseTemplates } from '../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';

interface RawForm {
  readonly 类型: string;
  readonly 文件名?: string;
  readonly 页眉?: string;
  readonly 适用?: readonly string[];
  readonly 脚注?: readonly string[];
}

/** Every form of templates/, and the shared lists they use. */
export const rawForms = (): Readonly<Record<string, RawForm>> =>
  Object.fromEntries(
    readdirSync('templates')
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file): [string, RawForm] => [
        file.slice(0, -'.yaml'.length),
        parse(readFileSync(`templates/${file}`, 'utf8')),
      ])
      .filter(([, data]) => data.类型 !== '文稿'),
  );

const RAW = rawForms();
const TEMPLATES = parseTemplates(RAW);

/** The forms filled for one enterprise, by the name of their template. */
export const fillForms = async (
  data: Record<string, unknown>,
  only?: string,
): Promise<ReadonlyMap<string, GeneratedDocument>> => {
  const forms = TEMPLATES.forms.filter((form) => only === undefined || form.key === only);
  const documents = await generateDocuments(
    readProfile(fromPlain(data)).profile,
    2025,
    { ...TEMPLATES, forms, narratives: [] },
    { asOf: '2026-11-21' },
  );
  return new Map(
    forms.flatMap((form) => {
      const found = documents.find((document) => document.name === `${form.file}.docx`);
      return found === undefined ? [] : [[form.key, found]];
    }),
  );
};

const elements = (parent: Element, name: string): readonly Element[] => [
  ...Array.from(parent.getElementsByTagName(name)),
];

const textOf = (element: Element): string =>
  elements(element, 'w:p')
    .map((paragraph) =>
      elements(paragraph, 'w:r')
        .flatMap((run) => Array.from(run.childNodes))
        .map((node) => (node.nodeName === 'w:t' ? node.textContent : node.nodeName === 'w:br' ? '\n' : ''))
        .join(''),
    )
    .join('\n');

interface Cell {
  readonly text: string;
  readonly row: number;
  /** first column of the grid, from 0 */
  readonly column: number;
  readonly columns: number;
  /** lies in the cell above */
  readonly continued: boolean;
}

export interface Sheet {
  readonly xml: string;
  readonly tables: readonly {
    readonly columns: number;
    readonly cells: readonly Cell[];
    readonly rows: number;
  }[];
}

const number = (element: Element | undefined, attribute: string): number =>
  Number(element?.getAttribute(attribute) ?? 1);

/** Reads a document again with another library, and fails where its XML is not well formed. */
export const readSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const root = parseXml(xml);
  const tables = elements(root, 'w:tbl').map((table) => {
    const rows = elements(table, 'w:tr');
    const cells = rows.flatMap((tr, row) => {
      let column = 0;
      return elements(tr, 'w:tc').map((tc): Cell => {
        const columns = number(elements(tc, 'w:gridSpan')[0], 'w:val');
        const merge = elements(tc, 'w:vMerge')[0]?.getAttribute('w:val');
        const cell = { text: textOf(tc), row, column, columns, continued: merge === 'continue' };
        column += columns;
        return cell;
      });
    });
    return { columns: elements(table, 'w:gridCol').length, cells, rows: rows.length };
  });
  return { xml, tables };
};

const parseXml = (xml: string): Element => {
  const problems: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
    xml,
    'text/xml',
  );
  if (problems.length > 0 || document.documentElement === null) throw new Error(problems.join('\n'));
  return document.documentElement;
};

/** The text in the row of one label, under the header of another (or in the cell right of the label). */
export const valueAt = (sheet: Sheet, label: string, header?: string): string | undefined => {
  for (const { cells } of sheet.tables) {
    const at = cells.find((cell) => cell.text === label);
    if (at === undefined) continue;
    const column =
      header === undefined ? at.column + at.columns : cells.find((cell) => cell.text === header)?.column;
    if (column === undefined) continue;
    const found = cells.find(
      (cell) => cell.row === at.row && cell.column <= column && column < cell.column + cell.columns,
    );
    if (found !== undefined) return found.text;
  }
  return undefined;
};

/** PDF text of many documents with one run of LibreOffice: white space dropped; and the number of pages. */
export const toPdf = (
  documents: ReadonlyMap<string, GeneratedDocument>,
): ReadonlyMap<string, { readonly text: string; readonly pages: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-forms-'));
  try {
    const names = [...documents.keys()];
    const files = names.map((name, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, documents.get(name)?.bytes ?? new Uint8Array());
      return file;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'pipe',
    });
    return new Map(
      names.map((name, index) => {
        const pdf = execFileSync('pdftotext', ['-raw', join(folder, `${index}.pdf`), '-'], {
          encoding: 'utf8',
        });
        return [name, { text: pdf.replace(/\s/g, ''), pages: pdf.split('\f').length - 1 }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
