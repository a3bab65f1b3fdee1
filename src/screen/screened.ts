import { VERDICTS, type Verdict } from '../base/verdict.ts';
import type { CompanyRecord, Journal } from './journal.ts';
import type { CompanySummary, ProgrammeUse, ReadingSummary, ScreenTotals } from './model.ts';
import { byProspect } from './rank.ts';

/** What is known of a programme beside how often it was used. */
export type ProgrammeFacts = Omit<ProgrammeUse, 'companies' | 'verdicts'>;

/** A screened list: the totals, and the companies one by one from the journal. */
export interface ScreenedList {
  readonly totals: ScreenTotals;
  /** companies in rank order, as places in the list */
  readonly order: readonly number[];
  /** 1 is best; by place in the list */
  readonly ranks: readonly number[];
  readonly refused: readonly ReadingSummary[];
  company(place: number): CompanySummary;
  /** rows of 明细 as CSV bytes */
  detailBytes(offset: number, length: number): Uint8Array;
  readonly detailSize: number;
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** Companies that stand in the list more than once, by place. */
const repeatsIn = (companies: readonly CompanyRecord[]): ReadonlyMap<number, readonly ReadingSummary[]> => {
  const problems = new Map<number, ReadingSummary[]>();
  const check = (label: string, textOf: (company: CompanyRecord) => string | undefined): void => {
    const first = new Map<string, number>();
    for (const [place, company] of companies.entries()) {
      const text = textOf(company);
      if (text === undefined) continue;
      const key = folded(text);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, company.row);
      else {
        const message = `${label}与第 ${earlier} 行重复，两行都照评`;
        const problem = {
          code: 'W422',
          severity: 'warning' as const,
          row: company.row,
          text,
          message,
          fix: '确认是否同一家企业',
        };
        problems.set(place, [...(problems.get(place) ?? []), problem]);
      }
    }
  };
  check('企业名称', ({ name }) => name);
  check('统一社会信用代码', ({ creditCode }) => creditCode);
  return problems;
};

/** Edition ids that were used for any company. */
export const usedEditions = (journal: Journal): ReadonlySet<string> =>
  new Set(journal.batches.flatMap(({ uses }) => Object.keys(uses)));

const usesOf = (journal: Journal, programmes: readonly ProgrammeFacts[]): readonly ProgrammeUse[] => {
  const sums = new Map<string, Record<Verdict, number>>();
  for (const { uses } of journal.batches) {
    for (const [id, counts] of Object.entries(uses)) {
      const sum = sums.get(id) ?? { met: 0, unmet: 0, unknown: 0, manual: 0, na: 0, waived: 0 };
      for (const verdict of VERDICTS) sum[verdict] += counts[verdict] ?? 0;
      sums.set(id, sum);
    }
  }
  return programmes.flatMap((programme) => {
    const verdicts = sums.get(programme.id);
    if (verdicts === undefined) return [];
    const companies = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    return [{ ...programme, companies, verdicts }];
  });
};

type Counted = 'companies' | 'partial' | 'refused' | 'blankRows' | 'details' | 'programmes';

/**
 * Ranks what the journal holds and adds it up.
 * @param programmes all that may have been used, up the ladder
 */
export const screenedList = (
  journal: Journal,
  known: Omit<ScreenTotals, Counted>,
  programmes: readonly ProgrammeFacts[],
): ScreenedList => {
  const { companies, batches } = journal;
  const order = companies.map((_, place) => place);
  const at = (place: number): CompanyRecord => {
    const company = companies[place];
    if (company === undefined) throw new RangeError(`no company ${place}`);
    return company;
  };
  order.sort((a, b) => byProspect(at(a), at(b)));
  const ranks = new Array<number>(order.length);
  for (const [index, place] of order.entries()) ranks[place] = index + 1;
  const repeats = repeatsIn(companies);
  const sum = (of: (batch: Journal['batches'][number]) => number): number =>
    batches.reduce((total, batch) => total + of(batch), 0);
  const refused = batches.flatMap((batch) => batch.refused);
  return {
    totals: {
      ...known,
      companies: companies.length,
      partial: sum((batch) => batch.partial),
      refused: refused.length,
      blankRows: sum((batch) => batch.blank),
      details: sum((batch) => batch.detailRows),
      programmes: usesOf(journal, programmes),
    },
    order,
    ranks,
    refused,
    company: (place) => {
      const summary: CompanySummary = JSON.parse(journal.summaryText(at(place)));
      const again = repeats.get(place);
      return again === undefined ? summary : { ...summary, reading: [...summary.reading, ...again] };
    },
    detailBytes: (offset, length) => journal.detailBytes(offset, length),
    detailSize: journal.detailSize,
  };
};
