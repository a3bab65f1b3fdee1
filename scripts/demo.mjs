// npm start: check, generate and screen on the samples, into out/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';

const AS_OF = ['--as-of', '2026-11-21'];
const zjtx = (...args) => {
  process.stdout.write(`\n$ zjtx ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['bin/zjtx.js', ...args], { stdio: 'inherit' });
  if (status === 2) process.exit(2);
};

rmSync('out', { recursive: true, force: true });
mkdirSync('out');
const samples = readdirSync('profiles')
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const [first = ''] = samples;
zjtx('check', `profiles/${first}`, ...AS_OF);
for (const name of samples)
  zjtx(
    'check',
    `profiles/${name}`,
    ...AS_OF,
    '--format',
    'markdown',
    '-o',
    `out/${name.replace('.yaml', '.md')}`,
  );
zjtx('generate', `profiles/${first}`, '--out', 'out', ...AS_OF);
zjtx('screen', 'profiles/客户名单示例.xlsx', '--out', 'out/筛查结果.xlsx', ...AS_OF);
process.stdout.write(
  '\n结果在 out/：各样例的检查报告（.md）、申报底稿（.docx）、客户名单筛查结果（筛查结果.xlsx）。\n',
);
