import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, paragraph } from './lint/support.ts';

const program = resolve('bin/zjtx.js');
const examples = [
  ...readFileSync('README.md', 'utf8').matchAll(/```console\n\$ zjtx ([^\n]+)\n([\s\S]*?)```/g),
].map((match) => ({
  command: match[1] ?? '',
  shown: (match[2] ?? '').trimEnd().split('\n'),
}));

describe('every example of README prints what README shows', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zjtx-readme-'));
    cpSync('profiles', join(folder, 'profiles'), { recursive: true });
    writeFileSync(
      join(folder, '档案.yaml'),
      '企业名称: 示例（虚构）有限公司\n\n营业收人: {2025: 5000万元}\n',
    );
    const draft = [
      '企业总体情况简要介绍',
      '示例二号专注轴承，2025年营业收入2.6亿元，资产负债率逐年下降。',
      '产品国内唯一，【待补充：销售网络】。',
    ];
    writeFileSync(join(folder, '草稿.docx'), await docx(draft.map(paragraph).join('')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has examples of every command a first day needs', () => {
    const commands = new Set(examples.map(({ command }) => command.split(' ')[0]));
    expect(commands).toEqual(new Set(['check', 'policy', 'explain', 'generate', 'lint', 'screen', 'init']));
  });

  it.each(examples)('$command', ({ command, shown }) => {
    const run = spawnSync(process.execPath, [program, ...command.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    });
    const printed = (run.stdout === '' ? run.stderr : run.stdout).trimEnd().split('\n');
    const cut = shown.at(-1) === '…';
    expect(printed.slice(0, cut ? shown.length - 1 : undefined)).toEqual(cut ? shown.slice(0, -1) : shown);
  });
});
