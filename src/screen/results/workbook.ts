import { SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { VERDICT_WORDS, VERDICTS } from '../../base/verdict.ts';
import {
  type ByteSink,
  csvRows,
  type Look,
  type OutCell,
  type SheetSpec,
  type SheetWriter,
  WorkbookWriter,
} from '../../table/index.ts';
import { DETAIL_COLUMNS } from '../details.ts';
import type { ReadingSummary } from '../model.ts';
import type { ScreenedList } from '../screened.ts';
import { type Line, LOOKS, lineOf, numbered, summaryColumns } from './columns.ts';
import { noteLines } from './notes.ts';

/** Above this many rows 明细 is a CSV file beside the workbook: a workbook of that size opens in no program. */
export const MOST_DETAIL_ROWS = 1_000_000;

/** 汇总 up to 决定性差距 */
const PRINTED = 11;

const columnsOf = (text: string): SheetSpec['columns'] =>
  text.split(' ').map((word) => {
    const [header = '', width = '10'] = word.split(':');
    return { header, width: Number(width) };
  });

const MISSING = columnsOf(
  '排名:7 原行号:8 企业名称:34 下一步:26 先问:30 接着问:44 下一步缺的资料:60 其他项目缺的资料:60',
);
const FINDINGS = columnsOf('排名:7 原行号:8 企业名称:34 程度:8 代码:9 内容:70 建议:60');
const READING = columnsOf('工作表:16 行:8 单元格:9 程度:8 原文:34 原因:60 建议:56 代码:8');
const COLUMNS = columnsOf('列:6 表头:40 读作:40 由谁定:10 没读的原因:56 建议:50');
const NOTES = columnsOf('项目:34 内容:110');
const DETAIL_WIDTHS = [8, 32, 26, 44, 10, 36, 24, 38, 26, 38];

const LOOK_OF_WORD: ReadonlyMap<string, Look> = new Map(
  VERDICTS.map((verdict) => [VERDICT_WORDS[verdict], LOOKS[verdict]]),
);
const severityLook = (severity: ReadingSummary['severity']): Look =>
  severity === 'veto' || severity === 'error' ? 'bad' : severity === 'warning' ? 'open' : 'plain';

const missingRow = ({ rank, company, next }: Line, nextName: string): readonly OutCell[] | undefined => {
  const own = next?.missing ?? [];
  const others = new Set(
    company.programmes.filter((programme) => programme !== next).flatMap((programme) => programme.missing),
  );
  for (const label of own) others.delete(label);
  if (own.length + others.size === 0) return undefined;
  const [first = '', ...rest] = company.questions;
  return [
    rank,
    company.row,
    company.name,
    nextName,
    first,
    numbered(rest),
    own.join('、'),
    [...others].join('、'),
  ];
};

const findingRows = ({ rank, company }: Line): ReadonlyArray<readonly OutCell[]> =>
  company.findings.map(({ severity, code, message, fix }) => [
    rank,
    company.row,
    company.name,
    { value: SEVERITY_WORDS[severity], look: severityLook(severity) },
    code,
    message,
    fix ?? '',
  ]);

const readingRow = (
  sheet: string,
  { row, cell, severity, text, message, fix, code }: ReadingSummary,
): readonly OutCell[] => [
  sheet,
  row,
  cell ?? '',
  { value: SEVERITY_WORDS[severity], look: severityLook(severity) },
  text,
  message,
  fix ?? '',
  code,
];

/** The apostrophe that keeps a CSV field from being a formula is not part of the text. */
const unguarded = (text: string): string => (/^'[=+\-@\t]/.test(text) ? text.slice(1) : text);

const READ_SIZE = 1024 * 1024;

function* pieces(list: ScreenedList): Generator<Uint8Array> {
  for (let at = 0; at < list.detailSize; at += READ_SIZE)
    yield list.detailBytes(at, Math.min(READ_SIZE, list.detailSize - at));
}

const addDetails = async (list: ScreenedList, sheet: SheetWriter): Promise<void> => {
  for await (const row of csvRows(pieces(list), '明细')) {
    const cells: OutCell[] = DETAIL_COLUMNS.map(() => '');
    for (const { column, content } of row.cells) {
      const text = unguarded(content.text);
      if (column === 1) cells[0] = Number(text);
      else if (column === 5) cells[4] = { value: text, look: LOOK_OF_WORD.get(text) ?? 'plain' };
      else if (column <= cells.length) cells[column - 1] = text;
    }
    await sheet.add(cells);
  }
};

/**
 * The result as a workbook: 汇总 (ranked), 明细, 待补资料, 注意事项, 读取问题, 列对应, 说明. Dated by the as-of date, so that the
 * same input gives the same bytes.
 * @param detailFile name of the CSV file that stands in for 明细, where it is beside the workbook
 */
export const writeResultWorkbook = async (
  list: ScreenedList,
  detailFile: string | undefined,
  sink: ByteSink,
): Promise<void> => {
  const { totals } = list;
  const book = new WorkbookWriter(totals.asOf);
  const columns = summaryColumns(totals);
  const summary = book.sheet({ name: '汇总', frozenColumns: 3, printedColumns: PRINTED, columns });
  const withDetails = detailFile === undefined && totals.details > 0;
  const details = withDetails
    ? book.sheet({
        name: '明细',
        frozenColumns: 2,
        columns: DETAIL_COLUMNS.map((header, index) => ({ header, width: DETAIL_WIDTHS[index] ?? 20 })),
      })
    : undefined;
  const missing = book.sheet({ name: '待补资料', frozenColumns: 3, columns: MISSING });
  const findings = book.sheet({ name: '注意事项', frozenColumns: 3, columns: FINDINGS });
  const reading = book.sheet({ name: '读取问题', columns: READING });
  const matches = book.sheet({ name: '列对应', columns: COLUMNS });
  const notes = book.sheet({ name: '说明', columns: NOTES });

  const names = new Map(totals.programmes.map(({ id, name }) => [id, name]));
  for (const refused of list.refused) await reading.add(readingRow(totals.sheet, refused));
  for (const [index, place] of list.order.entries()) {
    const line = lineOf(list.company(place), index + 1);
    await summary.add(columns.map(({ cell }) => cell(line)));
    const lacking = missingRow(line, names.get(line.next?.id ?? '') ?? '');
    if (lacking !== undefined) await missing.add(lacking);
    for (const row of findingRows(line)) await findings.add(row);
    for (const problem of line.company.reading) await reading.add(readingRow(totals.sheet, problem));
  }
  if (details !== undefined) await addDetails(list, details);
  for (const { column, header, field, mapped, problem, fix } of totals.columns)
    await matches.add([
      column,
      header,
      field ?? '（没有读）',
      mapped ? '--map' : '程序',
      problem ?? '',
      fix ?? '',
    ]);
  const detailNote =
    detailFile !== undefined
      ? `${totals.details}行，超过${MOST_DETAIL_ROWS}行，另存为 ${detailFile}`
      : totals.details === 0
        ? '没有输出'
        : `${totals.details}行`;
  for (const line of noteLines(totals, detailNote)) await notes.add(line);
  for (const { spec, dropped } of [summary, missing, findings, reading])
    if (dropped > 0)
      await notes.add([spec.name, `Excel 一张表放不下，少写了${dropped}行；请用 --format csv 或 jsonl`]);
  await book.write(sink);
};
