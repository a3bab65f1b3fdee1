import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import sample from '../scripts/client-list.yaml';
import { columnName } from '../src/table/index.ts';
import { escapeXml } from '../src/table/write/xml.ts';
import { writeZip, ZipPart } from '../src/table/write/zip.ts';
import { dice } from './dice.ts';

interface Sample {
  readonly 列: ReadonlyArray<{ readonly 键: string; readonly 表头: string; readonly 格式?: string }>;
  readonly 缺省: Readonly<Record<string, string | number | null>>;
  readonly 企业: ReadonlyArray<Readonly<Record<string, string | number | null>>>;
}
const { 列: COLUMNS, 缺省: DEFAULTS, 企业: COMPANIES } = sample as Sample;

/** Eight columns that a consultant keeps for himself: read, and left out. */
const OWN = ['业务员', '联系人', '电话', '跟进阶段', '上次拜访', '客户来源', '合同金额', '内部备注'];
const PLACES = [
  '江苏省苏州市',
  '浙江省宁波市',
  '广东省佛山市',
  '湖南省长沙市',
  '广西壮族自治区柳州市',
  '山东省潍坊市',
  '安徽省合肥市',
];

type Value = string | number | null;

/** Figures vary a little, so that verdicts differ from row to row; one figure in a hundred is blank. */
const varied = (key: string, value: Value, roll: () => number): Value => {
  if (typeof value !== 'number' || key === '序号') return value;
  if (roll() < 0.01) return null;
  if (value < 1) return value;
  const changed = value * (0.85 + roll() * 0.4);
  return Number.isInteger(value) && value < 200 ? Math.round(changed) : Math.round(changed * 100) / 100;
};

/** One company of the list: a company of the sample with its figures shifted and its name its own. */
const rowOf = (index: number): Value[] => {
  const roll = dice(index + 1);
  const base = COMPANIES[index % COMPANIES.length] ?? {};
  const values: Record<string, Value> = {
    ...DEFAULTS,
    ...base,
    序号: index + 1,
    名称: `示例第${index + 1}号${String(base.名 ?? '').slice(-4)}（虚构）有限公司`,
    代码: null,
    地: PLACES[Math.floor(roll() * PLACES.length)] ?? null,
  };
  const known = COLUMNS.map(({ 键 }) => varied(键, values[键] ?? null, roll));
  const own = [
    '张三',
    '李四',
    `138${String(10_000_000 + index)}`,
    '意向',
    45_900 + (index % 300),
    '转介绍',
    3 + (index % 9),
    '',
  ];
  return [...known, ...own];
};

const HEADERS = [...COLUMNS.map(({ 表头 }) => 表头), ...OWN];

const DAY = 86_400_000;
const serialOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY + 25_569;

/** Shared strings as Excel keeps them: each text once. */
class Strings {
  readonly #known = new Map<string, number>();
  uses = 0;
  of(text: string): number {
    this.uses += 1;
    const found = this.#known.get(text);
    if (found !== undefined) return found;
    this.#known.set(text, this.#known.size);
    return this.#known.size - 1;
  }
  xml(): string {
    const items = [...this.#known.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.#known.size}">${items.join('')}</sst>`;
  }
}

const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="10" xfId="0"/></cellXfs></styleSheet>';

const cellXml = (value: Value, column: number, row: number, strings: Strings): string => {
  if (value === null || value === '') return '';
  const place = `<c r="${columnName(column + 1)}${row}"`;
  const format = COLUMNS[column]?.格式;
  if (typeof value === 'string' && format === 'yyyy-mm-dd' && /^\d{4}-\d\d-\d\d$/.test(value))
    return `${place} s="1"><v>${serialOf(value)}</v></c>`;
  if (typeof value === 'number') return `${place}${format === '0.0%' ? ' s="2"' : ''}><v>${value}</v></c>`;
  return `${place} t="s"><v>${strings.of(value)}</v></c>`;
};

const FIXED: ReadonlyArray<readonly [string, string]> = [
  [
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  ],
  [
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ],
  [
    'xl/workbook.xml',
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="客户名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  ],
  ['xl/styles.xml', STYLES],
];

const partOf = async (name: string, xml: string): Promise<ZipPart> => {
  const part = new ZipPart(name);
  await part.write(xml);
  return part;
};

const writeXlsx = async (path: string, companies: number): Promise<void> => {
  const strings = new Strings();
  const sheet = new ZipPart('xl/worksheets/sheet1.xml');
  const line = (values: readonly Value[], row: number): string =>
    `<row r="${row}" spans="1:${HEADERS.length}">${values.map((value, column) => cellXml(value, column, row, strings)).join('')}</row>`;
  let pending = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${columnName(HEADERS.length)}${companies + 1}"/><sheetData>${line(HEADERS, 1)}`;
  for (let index = 0; index < companies; index += 1) {
    pending += line(rowOf(index), index + 2);
    if (pending.length > 1_000_000) {
      await sheet.write(pending);
      pending = '';
    }
  }
  await sheet.write(`${pending}</sheetData></worksheet>`);
  const fixed = await Promise.all(FIXED.map(([name, xml]) => partOf(name, xml)));
  const parts = [...fixed, sheet, await partOf('xl/sharedStrings.xml', strings.xml())];
  const handle = openSync(path, 'w');
  await writeZip(parts, {
    write: async (bytes) => {
      writeSync(handle, bytes);
    },
  });
  closeSync(handle);
};

const csvValue = (value: Value): string => {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const writeCsv = (path: string, companies: number): void => {
  const handle = openSync(path, 'w');
  let pending = `\uFEFF${HEADERS.map(csvValue).join(',')}\r\n`;
  for (let index = 0; index < companies; index += 1) {
    pending += `${rowOf(index).map(csvValue).join(',')}\r\n`;
    if (pending.length > 1_000_000) {
      writeSync(handle, pending);
      pending = '';
    }
  }
  writeSync(handle, pending);
  closeSync(handle);
};

/** Path of a list of so many invented companies and 60 columns, made once. */
export const listFile = async (companies: number, kind: 'xlsx' | 'csv'): Promise<string> => {
  mkdirSync('.cache/bench', { recursive: true });
  const path = join('.cache/bench', `名单-${companies}.${kind}`);
  if (existsSync(path)) return path;
  if (kind === 'xlsx') await writeXlsx(`${path}.tmp`, companies);
  else writeCsv(`${path}.tmp`, companies);
  renameSync(`${path}.tmp`, path);
  return path;
};
