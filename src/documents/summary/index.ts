import { type GeneratedDocument, writePage } from '../company.ts';
import { fillRef } from '../fill-cell.ts';
import { headCell, LANDSCAPE_WIDTH, type Page, shareWidth, type TableCell } from '../page.ts';
import { plain, type Run, textOfRuns } from '../run.ts';
import type { Facts } from '../select.ts';
import { type Column, SUMMARY_SPEC } from './columns.ts';
import { summaryWorkbook } from './workbook.ts';

/** One enterprise in one programme. */
export interface SummaryRow {
  readonly facts: Facts;
  readonly programme: string;
  readonly verdict: string;
  readonly blanks: number;
  readonly checks: number;
}

const cellRuns = (row: SummaryRow, { label, source }: Column): readonly Run[] => {
  if (source.kind === 'field') return fillRef(row.facts, source.ref, label);
  switch (source.what) {
    case '项目':
      return [plain(row.programme)];
    case '结论':
      return [plain(row.verdict)];
    case '待补':
      return [plain(String(row.blanks))];
    case '核对':
      return [plain(String(row.checks))];
  }
};

const isNumber = ({ source }: Column): boolean =>
  source.kind === 'field' ? source.ref.field.kind === 'number' : ['待补', '核对'].includes(source.what);

/** The table of several enterprises, as a DOCX on its side and as a workbook. */
export const summaryDocuments = async (
  rows: readonly SummaryRow[],
  baseYear: number,
  notices: readonly string[],
): Promise<readonly GeneratedDocument[]> => {
  const { columns, file, title, header } = SUMMARY_SPEC;
  const note = SUMMARY_SPEC.note.replaceAll('{基准年}', String(baseYear));
  const cells = rows.map((row) => columns.map((column) => cellRuns(row, column)));
  const page: Page = {
    file,
    title,
    header,
    landscape: true,
    pieces: [
      { kind: 'title', text: title },
      { kind: 'paragraph', style: 'note', runs: [plain(note)] },
      {
        kind: 'table',
        widths: [
          700,
          ...shareWidth(
            columns.map((column) => column.weight),
            LANDSCAPE_WIDTH - 700,
          ),
        ],
        headerRows: 1,
        rows: [
          { cells: [headCell('序号'), ...columns.map((column) => headCell(column.label))] },
          ...cells.map((row, index) => ({
            cells: [
              headCell(String(index + 1)),
              ...row.map(
                (runs, at): TableCell => ({
                  look: columns[at] !== undefined && isNumber(columns[at]) ? 'number' : 'text',
                  runs,
                }),
              ),
            ],
          })),
        ],
      },
    ],
  };
  const document = await writePage(page, notices);
  const workbook = await summaryWorkbook(
    { title, note, notices },
    columns.map((column) => ({ label: column.label, weight: column.weight, numeric: isNumber(column) })),
    cells.map((row) => row.map((runs) => ({ text: textOfRuns(runs), open: runs.some(isOpen) }))),
  );
  return [
    document,
    { name: `${file}.xlsx`, bytes: workbook, blanks: document.blanks, checks: document.checks },
  ];
};

const isOpen = (run: Run): boolean => run.open !== undefined;
