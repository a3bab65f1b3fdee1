import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, DAY, tempFolder, zjtx } from './support.ts';

const HEADER =
  '公司名称,注册地,营收2024（万元）,营收2025（万元）,研发费用2024（万元）,研发费用2025（万元）,业务员';

/** A list of so many invented companies, no two alike. */
const writeList = (folder: string, companies: number): void => {
  const rows = Array.from({ length: companies }, (_, index) => {
    const revenue = 900 + ((index * 37) % 9000);
    return `示例${index + 1}号（虚构）有限公司,江苏省苏州市,${revenue - 40},${revenue},${revenue / 40},${index % 50 === 0 ? '' : revenue / 25},某某`;
  });
  writeFileSync(join(folder, '名单.csv'), `\uFEFF${HEADER}\r\n${rows.join('\r\n')}\r\n`);
};

const command = (format: string, ...more: readonly string[]): string[] => [
  'screen',
  '名单.csv',
  '--out',
  `结果.${format}`,
  '--details',
  '--programme',
  'national-little-giant-2026',
  ...DAY,
  ...more,
];

/** Runs the program and sends it the signal as soon as it has written so many bytes of the file. */
const stoppedAt = (
  args: readonly string[],
  { cwd, file, bytes, signal }: { cwd: string; file: string; bytes: number; signal: NodeJS.Signals },
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    let sent = false;
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    const watch = setInterval(() => {
      if (sent || !existsSync(join(cwd, file)) || statSync(join(cwd, file)).size < bytes) return;
      sent = true;
      child.kill(signal);
    }, 2);
    child.on('close', (code, by) => {
      clearInterval(watch);
      resolve({ code, signal: by, err });
    });
  });

const filesIn = (folder: string): string[] => readdirSync(folder).sort();
const ROWS = 2000;
/** some of the six batches, not all */
const PART = 300_000;

describe('screen：中断和续跑', { timeout: 120_000 }, () => {
  it.each([
    ['xlsx', ['结果.xlsx'], '2'],
    ['csv', ['结果.csv', '结果.列对应.yaml', '结果.明细.csv'], '1'],
    ['jsonl', ['结果.jsonl', '结果.列对应.yaml', '结果.明细.csv'], '2'],
  ])(
    '%s：kill -9 后没有结果，--resume 与一次跑完逐字节相同（%s，%s个线程）',
    async (format, results, jobs) => {
      const [whole, killed] = [tempFolder(), tempFolder()];
      for (const folder of [whole, killed]) writeList(folder, ROWS);
      expect(zjtx(command(format), { cwd: whole }).code).toBe(0);
      expect(filesIn(whole)).toEqual(['名单.csv', ...results].sort());

      const journal = `结果.${format}.续跑记录`;
      const args = command(format, '--jobs', jobs);
      const end = await stoppedAt(args, { cwd: killed, file: journal, bytes: PART, signal: 'SIGKILL' });
      expect(end.signal).toBe('SIGKILL');
      expect(filesIn(killed)).toEqual(['名单.csv', journal, `结果.${format}.续跑明细`].sort());

      const refused = zjtx(args, { cwd: killed });
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('E453');

      const resumed = zjtx([...args, '--resume'], { cwd: killed });
      expect(resumed.code).toBe(0);
      expect(filesIn(killed)).toEqual(filesIn(whole));
      for (const name of results)
        expect(readFileSync(join(killed, name)).equals(readFileSync(join(whole, name))), name).toBe(true);
    },
  );

  it('Ctrl-C 记下做完的家数，说明怎样接着跑；名单改了就不接', async () => {
    const folder = tempFolder();
    writeList(folder, ROWS);
    const journal = '结果.csv.续跑记录';
    const args = command('csv', '--jobs', '1');
    const end = await stoppedAt(args, { cwd: folder, file: journal, bytes: PART, signal: 'SIGINT' });
    expect(end.code).toBe(2);
    expect(end.err).toMatch(/错误 E452：已中断，做完的\d+家记在 结果\.csv\.续跑记录/);
    expect(end.err).toContain('用同样的命令加 --resume 接着跑');
    expect(existsSync(join(folder, '结果.csv'))).toBe(false);

    writeList(folder, ROWS - 1);
    const other = zjtx([...args, '--resume'], { cwd: folder });
    expect(other.code).toBe(2);
    expect(other.err).toContain('E451');
    expect(zjtx([...args, '--force'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, '结果.csv'), 'utf8').trimEnd().split('\r\n').length).toBe(ROWS);
  });
});
