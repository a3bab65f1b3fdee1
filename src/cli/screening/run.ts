import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { inputError } from '../../base/diagnostic.ts';
import type { PolicyStore } from '../../policy/index.ts';
import { byLadder, type EditionSummary } from '../../policy/index.ts';
import {
  type ClientTable,
  detailHead,
  Journal,
  makeScreener,
  programmeFacts,
  programmeNames,
  ROWS_PER_BATCH,
  type Runner,
  rulesHash,
  runBatches,
  type ScreenedList,
  type ScreenSetup,
  screenedList,
  usedEditions,
} from '../../screen/index.ts';
import { openSpool } from './files.ts';
import { type JudgeOptions, makeJudge } from './judge.ts';
import { candidateNames, candidates } from './names.ts';
import type { ResultFiles } from './outputs.ts';
import { openPool } from './pool.ts';
import { progressLine } from './progress.ts';

/** More threads than this take more memory than they save time. */
const MOST_JOBS = 4;
/** Starting a thread takes as long as screening about so many rows. */
const ROWS_WORTH_A_THREAD = 600;

/** @throws InputError for anything but a whole number from 1 */
export const jobsOption = (text: string | undefined, rows: number): number => {
  if (text === undefined)
    return Math.max(1, Math.min(MOST_JOBS, availableParallelism(), Math.floor(rows / ROWS_WORTH_A_THREAD)));
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw inputError('E015', `--jobs “${text}”不是1到64的整数`, { fix: '写同时用几个线程，如 --jobs 4' });
  return jobs;
};

export interface RunPlan {
  readonly client: ClientTable;
  readonly store: PolicyStore;
  readonly judge: JudgeOptions;
  readonly files: ResultFiles;
  readonly details: boolean;
  readonly jobs: number;
  readonly resume: boolean;
  readonly force: boolean;
  readonly version: string;
  readonly schemaVersion: number;
  /** of the list, the options and the rules */
  readonly fingerprint: Readonly<Record<string, unknown>>;
}

const inThisThread = (
  plan: RunPlan,
  setup: ScreenSetup,
): Runner & { readonly close: () => Promise<void> } => {
  const names = candidateNames(plan.store.summaries, plan.judge);
  const screen = makeScreener(setup, makeJudge(plan.store, plan.judge), names);
  return {
    width: 1,
    screen: async (batch) => {
      // lets Ctrl-C through: a signal is only heard between two turns of the event loop
      await setImmediate();
      return screen(batch);
    },
    close: async () => {},
  };
};

/** Ctrl-C ends the run between two batches; a second one ends it at once. */
const watchInterrupt = (): { readonly stopped: () => boolean; readonly release: () => void } => {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    stopped: () => stopped,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
};

const checkLeftovers = ({ files, resume, force }: RunPlan): void => {
  if (resume || force || !existsSync(files.journal)) return;
  throw inputError('E453', `上次写 ${files.result} 没有跑完，续跑记录还在`, {
    where: { file: files.journal },
    fix: '加 --resume 接着跑；不要上次的就加 --force 从头跑',
  });
};

const listOf = (plan: RunPlan, journal: Journal): ScreenedList => {
  const { client, store, judge } = plan;
  const used = usedEditions(journal);
  const summaries: readonly EditionSummary[] = candidates(store.summaries, judge);
  const editions = [...summaries]
    .sort(byLadder)
    .filter((summary) => used.has(summary.id))
    .map((summary) => store.load(summary.id));
  const { filledOn } = client.layout;
  return screenedList(
    journal,
    {
      schemaVersion: plan.schemaVersion,
      version: plan.version,
      asOf: judge.asOf,
      ...client.start.origin,
      headerRow: client.layout.headerRow,
      ...(filledOn === undefined ? {} : { filledOn: String(filledOn.value) }),
      otherSheets: client.otherSheets,
      columns: client.layout.matches,
      rulesHash: rulesHash(editions),
    },
    programmeFacts(editions, judge.asOf, programmeNames(summaries)),
  );
};

/**
 * Screens the list and hands over what was found.
 * @throws InputError when it was interrupted, with what to do to go on
 */
export const runScreening = async <Result>(
  plan: RunPlan,
  use: (list: ScreenedList) => Promise<Result>,
): Promise<Result> => {
  checkLeftovers(plan);
  const { client, files, details } = plan;
  const setup: ScreenSetup = { format: client.table.format, start: client.start, details };
  const [spool, detailSpool] = [openSpool(files.journal), openSpool(files.spool)];
  const progress = progressLine();
  const interrupt = watchInterrupt();
  const runner =
    plan.jobs > 1 ? openPool(plan.jobs, { setup, judge: plan.judge }) : inThisThread(plan, setup);
  try {
    const fingerprint = JSON.stringify({ ...plan.fingerprint, rowsPerBatch: ROWS_PER_BATCH });
    const journal = new Journal(spool, detailSpool, fingerprint, plan.resume);
    if (details && detailSpool.size === 0) detailSpool.append(Buffer.from(detailHead()));
    const whole = await runBatches({
      table: client.table,
      journal,
      runner,
      onProgress: progress.show,
      stopped: interrupt.stopped,
    });
    progress.clear();
    if (!whole) {
      throw inputError('E452', `已中断，做完的${journal.companies.length}家记在 ${files.journal}`, {
        fix: '用同样的命令加 --resume 接着跑',
      });
    }
    return await use(listOf(plan, journal));
  } finally {
    progress.clear();
    interrupt.release();
    await runner.close();
    spool.close();
    detailSpool.close();
  }
};
