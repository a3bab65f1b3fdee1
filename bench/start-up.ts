import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AS_OF } from './company.ts';
import { median, table } from './table.ts';

const sample = (): string => {
  const name = readdirSync('profiles').find((file) => file.startsWith('01-') && file.endsWith('.yaml'));
  if (name === undefined) throw new Error('profiles/01-….yaml is missing');
  return join('profiles', name);
};

interface Command {
  readonly label: string;
  readonly args: readonly string[];
  /** times the bare start of node */
  readonly bound?: number;
}

const commands = (): readonly Command[] => [
  { label: 'node -e 0', args: ['-e', '0'] },
  { label: 'zjtx --version', args: ['bin/zjtx.js', '--version'], bound: 1.5 },
  {
    label: 'zjtx check（一份档案）',
    args: ['bin/zjtx.js', 'check', sample(), '--as-of', AS_OF],
    bound: 4,
  },
];

/** Wall time in ms. @throws Error when the command fails, since then its time means nothing */
const timed = (args: readonly string[]): number => {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  const spent = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return spent;
};

/** Runs the commands in turn, so that a busy moment of the computer falls on all of them alike. */
export const startUp = (runs: number): { readonly text: string; readonly withinBounds: boolean } => {
  const list = commands().map((command) => ({ ...command, times: [] as number[] }));
  for (const { args } of list) timed(args);
  for (let run = 0; run < runs; run += 1) for (const { args, times } of list) times.push(timed(args));
  const bare = median(list[0]?.times ?? []);
  let withinBounds = true;
  const rows = list.map(({ label, times, bound }) => {
    const middle = median(times);
    const factor = middle / bare;
    const within = bound === undefined || factor <= bound;
    withinBounds &&= within;
    return [
      label,
      `${middle.toFixed(1)} ms`,
      `${Math.min(...times).toFixed(1)} ms`,
      `${factor.toFixed(2)}×`,
      bound === undefined ? '' : `≤ ${bound}×`,
      bound === undefined ? '' : within ? '达标' : '超出',
    ];
  });
  return { text: table([['命令', '中位数', '最短', '倍数', '上限', '结论'], ...rows]), withinBounds };
};
