import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchReader, bytesSource, openTables } from '../src/table/index.ts';
import { AS_OF } from './company.ts';
import { listFile } from './screen-list.ts';
import { table } from './table.ts';

const MOST_TIME = 0.8;
const CSV_FASTER = 4;
const MOST_MEMORY = 500;

interface Cost {
  readonly seconds: number;
  /** of all threads */
  readonly cpu: number;
  /** peak, MB */
  readonly memory: number;
  readonly out: string;
}

/** Tells time and memory of the main thread's process when it ends. */
const HOOK = `data:text/javascript,import{isMainThread as m}from'node:worker_threads';import{writeFileSync as w}from'node:fs';if(m)process.on('exit',()=>{const u=process.resourceUsage();w(process.env.COST_FILE,JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})`;

const measured = (folder: string, args: readonly string[]): Cost => {
  const costFile = join(folder, 'cost');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', HOOK, ...args], {
    encoding: 'utf8',
    env: { ...process.env, COST_FILE: costFile },
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  const [cpu = 0, memory = 0]: number[] = JSON.parse(readFileSync(costFile, 'utf8'));
  return { seconds, cpu: cpu / 1e6, memory: memory / 1024, out: stdout };
};

/** Rows and columns of every sheet of a result, by its header. */
const shapesOf = async (path: string): Promise<readonly string[]> => {
  const { tables } = await openTables(bytesSource(readFileSync(path)), path);
  const shapes: string[] = [];
  for (const each of tables) {
    const read = batchReader(each.format);
    for await (const batch of each.batches(1)) {
      shapes.push(`${each.rowsExpected}×${read(batch)[0]?.cells.length ?? 0}`);
      break;
    }
  }
  return shapes;
};

const cellsOf = (shapes: readonly string[]): number =>
  shapes.reduce((sum, shape) => {
    const [rows = 0, columns = 0] = shape.split('×').map(Number);
    return sum + rows * columns;
  }, 0);

const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** Screens lists of so many companies and 60 columns, next to exceljs that reads and writes as many cells. */
export const screening = async (
  sizes: readonly number[],
): Promise<{ readonly text: string; readonly withinBounds: boolean }> => {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));
  const rows: string[][] = [
    ['名单', '做法', '用时', '处理器', '内存峰值', '每千家', '与 exceljs 比', '上限', '结论'],
  ];
  let withinBounds = true;
  try {
    for (const size of sizes) {
      const result = join(folder, '结果.xlsx');
      const screen = (input: string, out: string, ...more: string[]): Cost =>
        measured(folder, [
          'bin/zjtx.js',
          'screen',
          input,
          '--out',
          out,
          '--as-of',
          AS_OF,
          '--force',
          ...more,
        ]);
      const [xlsx, csv] = [await listFile(size, 'xlsx'), await listFile(size, 'csv')];
      const own = screen(xlsx, result, '--no-details');
      const shapes = await shapesOf(result);
      const cells = cellsOf(shapes);
      const reference = measured(folder, [
        'scripts/run.mjs',
        'bench/screen-reference.ts',
        xlsx,
        join(folder, '参照.xlsx'),
        shapes.join(','),
      ]);
      const { seconds: bare }: { seconds: number } = JSON.parse(reference.out);
      const text = screen(csv, join(folder, '结果.csv'), '--jobs', '2');
      const add = (label: string, cost: Cost, time: number, bound?: number): void => {
        const share = time / bare;
        const memory = bound === undefined || cost.memory <= MOST_MEMORY;
        const within = bound === undefined || (share <= bound && memory);
        withinBounds &&= within;
        rows.push([
          String(size),
          label,
          seconds(time),
          seconds(cost.cpu),
          `${Math.round(cost.memory)} MB`,
          seconds((time * 1000) / size),
          `${share.toFixed(2)}×`,
          bound === undefined ? '' : `≤ ${bound.toFixed(2)}×，${MOST_MEMORY} MB`,
          bound === undefined ? '' : within ? '达标' : '超出',
        ]);
      };
      add(`exceljs 读入并写出${cells}格，不评估`, reference, bare);
      add('screen xlsx → xlsx（不要明细）', own, own.seconds, MOST_TIME);
      add('screen csv → csv', text, text.seconds, 1 / CSV_FASTER);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { text: table(rows), withinBounds };
};
