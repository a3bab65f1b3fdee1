import JSZip from 'jszip';
import { batchReader, bytesSource, openTables, type TableRow } from '../../src/table/index.ts';
import { type GeneralSheet, readGeneral } from '../../src/table/xlsx/general.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook as some program writes it, put together by hand. */
export interface Package {
  /** what stands between <sheetData> and </sheetData> */
  readonly rows: string;
  /** namespace prefix with its colon: x: */
  readonly prefix?: string;
  /** before and behind the rows */
  readonly head?: string;
  readonly tail?: string;
  /** the <si> elements */
  readonly strings?: string;
  /** number formats of the cell styles from 1 on; 0 is General */
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
  /** path of the sheet's part */
  readonly sheetPath?: string;
  /** how the workbook's relations point at it */
  readonly target?: string;
  readonly sheetName?: string;
  readonly state?: string;
  /** instead of the sheet's part as it would be written */
  readonly sheetXml?: string;
  readonly compression?: 'DEFLATE' | 'STORE';
}

const stylesXml = (prefix: string, formats: readonly (number | string)[]): string => {
  const at = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const own = formats.flatMap((format, index) =>
    typeof format === 'string'
      ? [`<${prefix}numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const xfs = formats.map(
    (format, index) =>
      `<${prefix}xf numFmtId="${typeof format === 'number' ? format : 200 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `<?xml version="1.0"?><${prefix}styleSheet ${at}="${MAIN}">${own.length === 0 ? '' : `<${prefix}numFmts count="${own.length}">${own.join('')}</${prefix}numFmts>`}<${prefix}fonts count="1"><${prefix}font><${prefix}sz val="11"/></${prefix}font></${prefix}fonts><${prefix}fills count="1"><${prefix}fill><${prefix}patternFill patternType="none"/></${prefix}fill></${prefix}fills><${prefix}borders count="1"><${prefix}border/></${prefix}borders><${prefix}cellStyleXfs count="1"><${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></${prefix}cellStyleXfs><${prefix}cellXfs count="${xfs.length + 1}"><${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</${prefix}cellXfs></${prefix}styleSheet>`;
};

export const packageBytes = async (made: Package): Promise<Uint8Array> => {
  const { prefix = '', sheetPath = 'xl/worksheets/sheet1.xml', sheetName = '名单' } = made;
  const at = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const zip = new JSZip();
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  zip.file(
    'xl/workbook.xml',
    `<?xml version="1.0"?><${prefix}workbook ${at}="${MAIN}" xmlns:r="${OFFICE}"><${prefix}workbookPr${made.date1904 === true ? ' date1904="1"' : ''}/><${prefix}sheets><${prefix}sheet name="${sheetName}" sheetId="1"${made.state === undefined ? '' : ` state="${made.state}"`} r:id="rId1"/></${prefix}sheets></${prefix}workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', made.target ?? sheetPath.replace(/^xl\//, ''))}${relation(2, 'styles', 'styles.xml')}${made.strings === undefined ? '' : relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  );
  zip.file('xl/styles.xml', stylesXml(prefix, made.formats ?? []));
  if (made.strings !== undefined)
    zip.file(
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><${prefix}sst ${at}="${MAIN}" count="9" uniqueCount="9">${made.strings}</${prefix}sst>`,
    );
  zip.file(
    sheetPath,
    made.sheetXml ??
      `<?xml version="1.0"?><${prefix}worksheet ${at}="${MAIN}" xmlns:r="${OFFICE}">${made.head ?? ''}<${prefix}sheetData>${made.rows}</${prefix}sheetData>${made.tail ?? ''}</${prefix}worksheet>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: made.compression ?? 'DEFLATE' });
};

/** A cell in one word: its address and what it says, or the address and what is wrong with it. */
const cellWord = ({ address, content }: TableRow['cells'][number]): string => {
  if ('problem' in content) return `${address}!${content.text}`;
  return `${address}${content.numeric === true ? '#' : '='}${content.text}`;
};

/** Every filled cell, in order. */
export const words = (rows: readonly TableRow[]): string[] => rows.flatMap((row) => row.cells.map(cellWord));

export interface Read {
  readonly words: readonly string[];
  /** was it read by the fast scanner, to be cut into runs of XML */
  readonly fast: boolean;
  readonly sheet: string;
  readonly merges: number;
}

/** Reads the first visible sheet, in batches as small as they can be. */
export const readFirst = async (bytes: Uint8Array, file = '名单.xlsx', perBatch = 2): Promise<Read> => {
  const { tables } = await openTables(bytesSource(bytes), file);
  const [table] = tables;
  if (table === undefined) return { words: [], fast: false, sheet: '', merges: 0 };
  const read = batchReader(table.format);
  const rows: TableRow[] = [];
  for await (const batch of table.batches(perBatch)) rows.push(...read(batch));
  return {
    words: words(rows),
    fast: table.format.kind === 'xlsx',
    sheet: table.sheet,
    merges: table.merges.length,
  };
};

/** What exceljs makes of the first sheet. */
export const readByExceljs = async (bytes: Uint8Array): Promise<GeneralSheet | undefined> =>
  (await readGeneral(bytesSource(bytes), 0, '名单.xlsx'))[0];
