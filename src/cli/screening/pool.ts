import { Worker } from 'node:worker_threads';
import { type Diagnostic, InputError } from '../../base/diagnostic.ts';
import type { BatchResult, Runner } from '../../screen/index.ts';
import type { Batch } from '../../table/index.ts';
import { dataPath } from '../policies.ts';
import type { WorkerStart } from './worker.ts';

type Answer = { readonly result: BatchResult } | { readonly diagnostics: readonly Diagnostic[] };

interface Task {
  readonly batch: Batch;
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

/** Batches that each worker has ahead of it, so that it never waits for the next one. */
const AHEAD = 2;
/** keeps a worker from taking memory that it does not need */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24 };

/** One worker thread; it answers in the order in which it is asked. */
class Lane {
  readonly #worker: Worker;
  readonly #asked: Task[] = [];

  constructor(start: WorkerStart) {
    this.#worker = new Worker(dataPath('screen-worker.js'), { workerData: start, resourceLimits: HEAP });
    this.#worker.on('message', (answer: Answer) => {
      const task = this.#asked.shift();
      if ('result' in answer) task?.resolve(answer.result);
      else task?.reject(new InputError(answer.diagnostics));
    });
    this.#worker.on('error', (error) => {
      for (const task of this.#asked.splice(0)) task.reject(error);
    });
  }

  get load(): number {
    return this.#asked.length;
  }

  ask(task: Task): void {
    this.#asked.push(task);
    this.#worker.postMessage(
      task.batch,
      task.batch.kind === 'rows' ? [] : [task.batch.bytes.buffer as ArrayBuffer],
    );
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }
}

/** Screens in worker threads. Close it when done. */
export const openPool = (
  jobs: number,
  start: WorkerStart,
): Runner & { readonly close: () => Promise<void> } => {
  const lanes = Array.from({ length: jobs }, () => new Lane(start));
  return {
    width: jobs * AHEAD + 1,
    screen: (batch) =>
      new Promise((resolve, reject) => {
        const idlest = lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
        idlest.ask({ batch, resolve, reject });
      }),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
};
