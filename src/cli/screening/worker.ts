import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../base/diagnostic.ts';
import { makeScreener, type ScreenSetup } from '../../screen/index.ts';
import type { Batch } from '../../table/index.ts';
import { openPolicies } from '../policies.ts';
import { type JudgeOptions, makeJudge } from './judge.ts';
import { candidateNames } from './names.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly setup: ScreenSetup;
  readonly judge: JudgeOptions;
}

const port = parentPort;
if (port === null) throw new Error('not started as a worker');
const { setup, judge }: WorkerStart = workerData;
const store = await openPolicies(judge.policies);
const screen = makeScreener(setup, makeJudge(store, judge), candidateNames(store.summaries, judge));

port.on('message', (batch: Batch) => {
  try {
    const result = screen(batch);
    const owned = [result.summaries.buffer, result.details.buffer].filter(
      (buffer) => buffer instanceof ArrayBuffer,
    );
    port.postMessage({ result }, owned);
  } catch (error) {
    if (error instanceof InputError) port.postMessage({ diagnostics: error.diagnostics });
    else throw error;
  }
});
