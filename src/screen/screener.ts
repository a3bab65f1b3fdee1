import { InputError } from '../base/diagnostic.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Profile } from '../profile/index.ts';
import { type Batch, batchReader, type RowFormat } from '../table/index.ts';
import { companySummary, type Judgement, readingSummary } from './company.ts';
import { DetailWriter } from './details.ts';
import { findLayout, type SheetStart } from './layout.ts';
import type { CompanySummary, ReadingSummary } from './model.ts';
import { placeOf, readingProblem, unreadCells } from './problem.ts';
import { type RankKey, rankKey } from './rank.ts';
import { type ClientRow, rowReader } from './rows.ts';

/** What a company needs to be found again without reading its summary. */
export interface CompanyIndex extends RankKey {
  readonly name: string;
  readonly creditCode?: string;
  /** length of its summary in bytes */
  readonly bytes: number;
}

/** How often a programme was used and with which verdicts. */
type Uses = Readonly<Record<string, Readonly<Partial<Record<Verdict, number>>>>>;

/** All that one batch of rows gives. Plain data, so that a worker can send it. */
export interface BatchResult {
  readonly companies: readonly CompanyIndex[];
  /** a CompanySummary a line, as JSON in UTF-8 */
  readonly summaries: Uint8Array;
  /** rows of 明细 as CSV in UTF-8 */
  readonly details: Uint8Array;
  readonly detailRows: number;
  readonly refused: readonly ReadingSummary[];
  readonly blank: number;
  readonly partial: number;
  readonly uses: Uses;
}

/** What the rows of one sheet are screened with. */
export interface ScreenSetup {
  readonly format: RowFormat;
  readonly start: SheetStart;
  /** without it no 明细 is made */
  readonly details: boolean;
}

type Counts = Record<string, Partial<Record<Verdict, number>>>;

const encoder = new TextEncoder();

const failedRow = (client: ClientRow, setup: ScreenSetup, error: unknown): readonly ReadingSummary[] => {
  const at = client.profile.single.get('name')?.at ?? placeOf(setup.start.origin, client.row);
  if (error instanceof InputError) {
    return error.diagnostics.map(({ code, message, fix }) =>
      readingSummary(readingProblem(code, 'error', at, client.name, `${message}，没有评估`, fix)),
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `程序出错（${reason}），这一家没有评估，其余照评`;
  return [readingSummary(readingProblem('E429', 'error', at, client.name, message, '请把这一行另存反馈'))];
};

/**
 * Makes the function that screens one batch after another. Rows are independent: one that cannot be read or assessed is
 * listed and the rest goes on.
 * @param judge the programmes and pitfalls of a company, already tied to the as-of date
 * @param names programme names by edition id
 */
export const makeScreener = (
  setup: ScreenSetup,
  judge: (profile: Profile) => Judgement,
  names: ReadonlyMap<string, string>,
): ((batch: Batch) => BatchResult) => {
  const layout = findLayout(setup.start);
  if (layout === undefined) throw new Error('the header was found before');
  const readBatch = batchReader(setup.format);
  const readRow = rowReader(layout, setup.start.origin, setup.start.merges);

  return (batch) => {
    const companies: CompanyIndex[] = [];
    const lines: string[] = [];
    const refused: ReadingSummary[] = [];
    const uses: Counts = {};
    const details = new DetailWriter(names);
    let blank = 0;
    let partial = 0;

    const keep = (summary: CompanySummary): void => {
      const line = `${JSON.stringify(summary)}\n`;
      const { name, creditCode, programmes } = summary;
      companies.push({
        ...rankKey(summary),
        name,
        bytes: Buffer.byteLength(line),
        ...(creditCode === undefined ? {} : { creditCode }),
      });
      lines.push(line);
      for (const { id, verdict } of programmes) {
        const counts = uses[id] ?? {};
        uses[id] = counts;
        counts[verdict] = (counts[verdict] ?? 0) + 1;
      }
    };

    for (const row of readBatch(batch)) {
      if (row.row <= layout.headerRow) continue;
      const reading = readRow(row);
      if (reading === 'blank') blank += 1;
      else if ('refused' in reading) refused.push(readingSummary(reading.refused));
      else {
        const { company } = reading;
        try {
          const judgement = judge(company.profile);
          const summary = companySummary(company, judgement);
          if (setup.details) details.add(company.row, company.name, judgement.assessments);
          keep(summary);
          if (unreadCells(company.problems) > 0) partial += 1;
        } catch (error) {
          refused.push(...failedRow(company, setup, error));
        }
      }
    }
    return {
      companies,
      summaries: encoder.encode(lines.join('')),
      details: encoder.encode(details.take()),
      detailRows: details.rows,
      refused,
      blank,
      partial,
      uses,
    };
  };
};
