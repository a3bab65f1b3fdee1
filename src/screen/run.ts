import type { Batch, Table } from '../table/index.ts';
import type { Journal } from './journal.ts';
import type { BatchResult } from './screener.ts';

/** Screens batches, here or in workers. Answers may come in any order. */
export interface Runner {
  /** how many batches are worth handing over at once */
  readonly width: number;
  screen(batch: Batch): Promise<BatchResult>;
}

export interface Progress {
  readonly rows: number;
  readonly rowsExpected: number;
}

export interface RunOptions {
  readonly table: Table;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly onProgress?: (progress: Progress) => void;
  /** asked between batches; true stops the run, which can be resumed */
  readonly stopped?: () => boolean;
}

/** Rows that go together. Part of the fingerprint: a resumed run must cut the list in the same places. */
export const ROWS_PER_BATCH = 200;

/**
 * Screens the whole table. Results enter the journal in the order of the list, whatever order they come in, and only a few
 * batches are under way at a time.
 * @returns false when it was stopped before the end
 */
export const runBatches = async ({
  table,
  journal,
  runner,
  onProgress,
  stopped,
}: RunOptions): Promise<boolean> => {
  const done = journal.batches.length;
  const waiting: Array<Promise<BatchResult>> = [];
  let rows = 0;
  const settle = async (): Promise<void> => {
    const first = waiting.shift();
    if (first === undefined) return;
    journal.append(await first);
    rows += ROWS_PER_BATCH;
    onProgress?.({ rows: Math.min(rows, table.rowsExpected), rowsExpected: table.rowsExpected });
  };
  let index = 0;
  try {
    for await (const batch of table.batches(ROWS_PER_BATCH)) {
      index += 1;
      if (index <= done) {
        rows += ROWS_PER_BATCH;
        continue;
      }
      if (stopped?.() === true) return false;
      const answer = runner.screen(batch);
      // an answer that fails while another is waited for is told when its turn comes
      answer.catch(() => {});
      waiting.push(answer);
      while (waiting.length >= runner.width) await settle();
    }
    while (waiting.length > 0) await settle();
    return true;
  } finally {
    await Promise.allSettled(waiting);
  }
};
