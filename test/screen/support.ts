import ExcelJS from 'exceljs';
import type { Assessment, CriterionResult } from '../../src/assess/index.ts';
import type { Verdict } from '../../src/base/verdict.ts';
import type { Edition, Source, Tier } from '../../src/policy/index.ts';
import type { Profile } from '../../src/profile/index.ts';
import { readingSummary } from '../../src/screen/company.ts';
import {
  type ColumnMap,
  findClientTable,
  Journal,
  type Judgement,
  makeScreener,
  programmeFacts,
  programmeNames,
  type ReadingSummary,
  runBatches,
  type ScreenedList,
  type Spool,
  screenedList,
} from '../../src/screen/index.ts';
import { type ClientRow, rowReader } from '../../src/screen/rows.ts';
import { batchReader, bytesSource, openTables } from '../../src/table/index.ts';

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

/** A client list as it is read, before any check. */
export interface ReadList {
  readonly sheet: string;
  readonly headerRow: number;
  readonly otherSheets: readonly string[];
  readonly rows: readonly ClientRow[];
  readonly refused: readonly ReadingSummary[];
  /** headers that were not understood */
  readonly headers: ReadonlyArray<{ readonly code: string; readonly cell: string; readonly text: string }>;
  /** everything that was not read as it stands: headers, rows, cells */
  readonly problems: readonly ReadingSummary[];
}

const NO_MAP: ColumnMap = new Map();

export const readClientList = async (bytes: Uint8Array, file: string, map = NO_MAP): Promise<ReadList> => {
  const { table, start, layout, otherSheets } = await findClientTable(
    await openTables(bytesSource(bytes), file),
    file,
    map,
  );
  const read = batchReader(table.format);
  const readRow = rowReader(layout, start.origin, start.merges);
  const rows: ClientRow[] = [];
  const refused: ReadingSummary[] = [];
  for await (const batch of table.batches(3)) {
    for (const row of read(batch)) {
      const reading = row.row <= layout.headerRow ? 'blank' : readRow(row);
      if (reading === 'blank') continue;
      if ('refused' in reading) refused.push(readingSummary(reading.refused));
      else rows.push(reading.company);
    }
  }
  const headers = layout.matches.flatMap(({ code, column, header }) =>
    code === undefined ? [] : [{ code, cell: `${column}${layout.headerRow}`, text: header }],
  );
  const below = [...refused, ...rows.flatMap((row) => row.problems.map(readingSummary))];
  below.sort((a, b) => a.row - b.row);
  return {
    sheet: table.sheet,
    headerRow: layout.headerRow,
    otherSheets,
    rows,
    refused,
    headers,
    problems: below,
  };
};

export const listOf = async (
  rows: readonly (readonly Cell[])[],
  touch?: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<ReadList> => readClientList(await sheetBytes(rows, touch), FILE);

/** A spool that lives in memory. */
export const memorySpool = (start: Buffer = Buffer.alloc(0)): Spool & { bytes: () => Buffer } => {
  let held: Buffer = start;
  return {
    get size() {
      return held.length;
    },
    read: (offset, length) => held.subarray(offset, offset + length),
    append: (bytes) => {
      held = Buffer.concat([held, bytes]);
    },
    truncate: (size) => {
      held = held.subarray(0, size);
    },
    bytes: () => held,
  };
};

/** Screens a list in this thread, as the program does it in several. */
export const screenBytes = async (
  bytes: Uint8Array,
  judge: (profile: Profile) => Judgement,
  editions: readonly Edition[] = [],
): Promise<ScreenedList> => {
  const client = await findClientTable(await openTables(bytesSource(bytes), FILE), FILE, NO_MAP);
  const journal = new Journal(memorySpool(), memorySpool(), 'test', false);
  const names = programmeNames(editions);
  const screen = makeScreener(
    { format: client.table.format, start: client.start, details: true },
    judge,
    names,
  );
  await runBatches({
    table: client.table,
    journal,
    runner: { width: 1, screen: async (batch) => screen(batch) },
  });
  return screenedList(
    journal,
    {
      schemaVersion: 1,
      version: '0.1.0',
      asOf: '2026-11-21',
      ...client.start.origin,
      headerRow: client.layout.headerRow,
      otherSheets: client.otherSheets,
      columns: client.layout.matches,
      rulesHash: 'test',
    },
    programmeFacts(editions, '2026-11-21', names),
  );
};

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

export const edition = (tier: Tier): Edition => ({
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
