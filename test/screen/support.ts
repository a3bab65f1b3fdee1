import ExcelJS from 'exceljs';
import type { Assessment, CriterionResult } from '../../src/assess/index.ts';
import type { Verdict } from '../../src/base/verdict.ts';
import type { Edition, Source, Tier } from '../../src/policy/index.ts';
import { type ClientList, readClientList } from '../../src/screen/index.ts';

export type Cell = ExcelJS.CellValue;
export const FILE = '名单.xlsx';

/** Bytes of a workbook with one sheet. */
export const sheetBytes = async (
  rows: readonly (readonly Cell[])[],
  touch: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void = () => {},
  name = '名单',
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  touch(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

export const listOf = async (
  rows: readonly (readonly Cell[])[],
  touch?: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<ClientList> => readClientList(await sheetBytes(rows, touch), FILE);

export const openBytes = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return workbook.xlsx.load(copy);
};

const SOURCE: Source = {
  key: '办法',
  document: '示例办法',
  number: '示例〔2026〕1号',
  checked: { date: '2026-11-21', basis: '示例', confidence: 'A' },
};

export const leaf = (text: string, verdict: Verdict, gap?: string): CriterionResult => ({
  criterion: {
    id: text,
    text,
    body: { kind: 'all', of: [] },
    clause: '第一条',
    source: SOURCE,
    confidence: 'A',
    evidence: [],
    veto: false,
    factor: false,
    waivers: [],
  },
  verdict,
  outcome: {
    verdict,
    actual: '实际值',
    threshold: '要求值',
    gaps: gap === undefined ? [] : [{ text: gap, amount: 1, unit: '万元', closed: false }],
    facts: [],
    remarks: [],
  },
  parts: [],
  waivers: [],
});

export const group = (
  text: string,
  combine: 'all' | 'any',
  verdict: Verdict,
  parts: readonly CriterionResult[],
): CriterionResult => {
  const { outcome: _outcome, ...rest } = leaf(text, verdict);
  return { ...rest, combine, parts };
};

const edition = (tier: Tier): Edition => ({
  id: `stub-${tier}`,
  series: tier,
  name: `${tier}企业`,
  edition: '示例版',
  tier,
  kind: '认定',
  jurisdiction: '国家',
  grants: `${tier}企业`,
  sources: [SOURCE],
  confidence: 'A',
  from: '2026-04-01',
  windows: [],
  parameters: [],
  obligations: [],
  notices: [],
  body: { kind: 'all', of: [] },
  evidence: [],
  channel: [],
  quotas: [],
  money: [],
  forms: [],
  benefits: [],
  duties: [],
  doubts: [],
});

export interface StubAssessment {
  readonly tier: Tier;
  readonly verdict: Verdict;
  readonly tally?: Partial<Assessment['tally']>;
  readonly parts?: readonly CriterionResult[];
  readonly missing?: readonly string[];
  readonly held?: NonNullable<Assessment['held']>;
}

/** An assessment made by hand, for what the screen does with it. */
export const assessment = (stub: StubAssessment): Assessment => ({
  edition: edition(stub.tier),
  asOf: '2026-11-21',
  baseYear: 2025,
  verdict: stub.verdict,
  root: group('总评', 'all', stub.verdict, stub.parts ?? []),
  questions: (stub.missing ?? []).map((label) => ({ facts: [], label, settles: [] })),
  missing: (stub.missing ?? []).map((label) => ({ field: 'revenue', label })),
  tally: { computable: 10, met: 5, unmet: 0, unknown: 0, manual: 0, ...stub.tally },
  ...(stub.held === undefined ? {} : { held: stub.held }),
});
