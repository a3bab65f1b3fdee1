import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { loadNamed } from '../../src/authoring/index.ts';
import { type Diagnostic, InputError } from '../../src/base/diagnostic.ts';
import { type Ratio, ratio } from '../../src/base/ratio.ts';
import {
  type Fact,
  isRatio,
  type Profile,
  type ReadResult,
  readProfile,
  readYaml,
  type Value,
} from '../../src/profile/index.ts';
import { planQuestionnaire, readQuestionnaire, writeQuestionnaire } from '../../src/workbook/index.ts';
import { EDITIONS } from '../properties/support/editions.ts';

export const FILE = '采集表.xlsx';
export const AS_OF = '2026-11-21';

export const editionsNamed = (...ids: readonly string[]) =>
  ids.map((id) => {
    const found = EDITIONS.find((edition) => edition.id === id) ?? loadNamed('policies', [id])[0]?.edition;
    if (found === undefined) throw new Error(id);
    return found;
  });

const GIANT = editionsNamed('national-little-giant-2026');

export const profileOf = (yaml: string): Profile => readProfile(readYaml(yaml, '档案.yaml')).profile;

/** The questionnaire for 小巨人 2026, filled with the profile where one is given. */
export const questionnaire = (profile?: Profile, everything = false): Promise<Uint8Array> => {
  const told = profile === undefined ? {} : { profile };
  const plan = planQuestionnaire({ editions: GIANT, asOf: AS_OF, named: true, everything, ...told });
  return writeQuestionnaire(plan, profile);
};

export const openBytes = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return workbook.xlsx.load(copy);
};

export const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

export const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

const bare = (text: string): string => text.replace(/^\* /, '').replace(/（[^（）]*）$/, '');

/** The row whose label is this name. */
export const rowOf = (sheet: ExcelJS.Worksheet, label: string): number => {
  for (let row = 1; row <= sheet.rowCount; row += 1)
    if (bare(sheet.getCell(row, 2).text) === label) return row;
  throw new Error(`no row ${label}`);
};

/** The column under this header. */
export const columnOf = (sheet: ExcelJS.Worksheet, headerRow: number, header: string): number => {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (bare(sheet.getCell(headerRow, column).text) === header) return column;
  throw new Error(`no column ${header}`);
};

export type Fill = (workbook: ExcelJS.Workbook) => void;

/** Puts a value into the cell of a field: 填写内容 of a single one, the year's column of a yearly one. */
export const put = (
  workbook: ExcelJS.Workbook,
  sheetName: string,
  label: string,
  value: ExcelJS.CellValue,
  year?: string,
): ExcelJS.Cell => {
  const sheet = sheetOf(workbook, sheetName);
  const cell = sheet.getCell(rowOf(sheet, label), columnOf(sheet, 3, year ?? '填写内容'));
  cell.value = value;
  return cell;
};

const blanks = new Map<boolean, Promise<Uint8Array>>();
/** Made once a test file: making it takes longer than reading it. */
const blank = (everything: boolean): Promise<Uint8Array> => {
  const made = blanks.get(everything) ?? questionnaire(undefined, everything);
  blanks.set(everything, made);
  return made;
};

/** The blank questionnaire for 小巨人, changed by hand and saved. */
export const filled = async (fill: Fill, everything = false): Promise<Uint8Array> => {
  const workbook = await openBytes(await blank(everything));
  fill(workbook);
  return bytesOf(workbook);
};

export const readBack = async (fill: Fill, everything = false): Promise<ReadResult> =>
  readQuestionnaire(await filled(fill, everything), FILE);

/** The diagnostics of a workbook that must be refused; any other exception fails the test. */
export const refusedBytes = async (bytes: Uint8Array): Promise<readonly Diagnostic[]> => {
  try {
    await readQuestionnaire(bytes, FILE);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
};
export const refused = async (fill: Fill, everything = false): Promise<readonly Diagnostic[]> =>
  refusedBytes(await filled(fill, everything));

/** code, place and message of each diagnostic, short. */
export const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(
    ({ code, where, message }) => `${code} ${where?.sheet ?? ''}!${where?.cell ?? ''} ${message}`,
  );

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const reduced = ({ n, d }: Ratio): string => {
  const common = gcd(n, d);
  return common === 0n ? '0/1' : `${n / common}/${d / common}`;
};
const plainValue = (value: Value): unknown => (isRatio(value) ? reduced(ratio(value.n, value.d)) : value);
const plainFact = ({ value, source, evidence, note }: Fact): unknown => ({
  value: plainValue(value),
  source,
  evidence,
  note,
});
const sorted = (entries: Iterable<readonly [string | number, unknown]>): unknown =>
  Object.fromEntries([...entries].sort(([a], [b]) => String(a).localeCompare(String(b))));

/** All that a profile says, without places: equal for equal profiles. */
export const content = (profile: Profile): unknown => ({
  single: sorted([...profile.single].map(([id, fact]) => [id, plainFact(fact)])),
  yearly: sorted(
    [...profile.yearly].map(([id, years]) => [
      id,
      sorted([...years].map(([year, fact]) => [year, plainFact(fact)])),
    ]),
  ),
  records: sorted(
    [...profile.records].map(([id, list]) => [
      id,
      {
        complete: list.complete,
        items: list.items.map((item) => sorted([...item].map(([key, fact]) => [key, plainFact(fact)]))),
      },
    ]),
  ),
});

/** Rewrites parts of a workbook as text. */
export const rewriteParts = async (
  bytes: Uint8Array,
  match: RegExp,
  change: (xml: string) => string,
): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  for (const name of Object.keys(zip.files).filter((path) => match.test(path))) {
    const xml = await zip.file(name)?.async('string');
    if (xml !== undefined) zip.file(name, change(xml));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
