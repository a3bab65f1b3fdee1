import type { Progress } from '../../screen/index.ts';

const INTERVAL = 200;
const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');

const timeLeft = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)}秒` : `${Math.floor(seconds / 60)}分${Math.ceil(seconds % 60)}秒`;

/** Rows, rate and time left on one line of standard error; silent where it is no terminal. */
export const progressLine = (): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} => {
  if (process.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  const started = performance.now();
  let shown = 0;
  let first: number | undefined;
  return {
    show: ({ rows, rowsExpected }) => {
      const now = performance.now();
      // rows taken from an earlier run say nothing about the speed of this one
      first ??= rows;
      if (now - shown < INTERVAL) return;
      shown = now;
      const rate = ((rows - first) * 1000) / Math.max(1, now - started);
      const left = rate > 0 ? `，还要${timeLeft((rowsExpected - rows) / rate)}` : '';
      process.stderr.write(
        `\r\u001b[K已评${grouped(rows)}/${grouped(rowsExpected)}行，每秒${grouped(rate)}行${left}`,
      );
    },
    clear: () => {
      if (shown > 0) process.stderr.write('\r\u001b[K');
    },
  };
};
