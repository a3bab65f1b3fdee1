import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

const GOOD = SAMPLES.small;

describe('a wrong command line ends in 2 with a Chinese message and a next step, never with a stack trace', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['foo'], /不认识的命令 foo/],
    ['a mistyped command', ['chek', GOOD], /是不是想写 check？/],
    ['a mistyped subcommand', ['policy', 'lst'], /是不是想写 list？/],
    ['a subcommand left out', ['policy'], /命令没有写完/],
    ['an unknown option', ['check', GOOD, '--jsn'], /不认识的选项 --jsn[\s\S]*是不是想写 --json？/],
    ['a missing profile', ['check'], /缺少参数：企业档案/],
    ['a missing option value', ['check', GOOD, '--as-of'], /选项 .*--as-of.* 后面缺少值/],
    [
      'an unknown format',
      ['check', GOOD, '--format', 'jsno'],
      /不认识的格式“jsno”[\s\S]*可写 text、json、markdown/,
    ],
    ['an unknown place', ['check', GOOD, '--province', '火星'], /不认识的地区“火星”/],
    [
      'a day that is none',
      ['check', GOOD, '--as-of', '2026-02-30'],
      /“2026-02-30”不是有效日期[\s\S]*2026-11-21/,
    ],
    [
      'an unknown programme',
      ['check', GOOD, ...DAY, '-p', 'national-little-gaint-2026'],
      /没有编号为“national-little-gaint-2026”的项目[\s\S]*是不是想写“national-little-giant-2026”/,
    ],
    [
      'an unknown programme to show',
      ['policy', 'show', 'xyz'],
      /没有编号为“xyz”的项目[\s\S]*zjtx policy list/,
    ],
    ['an unknown word to explain', ['explain', '没有这个'], /没有.*“没有这个”/],
    [
      'an unknown criterion to explain',
      ['explain', 'national-little-giant-2026/研发和计'],
      /没有条件“研发和计”[\s\S]*是不是想写“研发合计”/,
    ],
    ['too many arguments', ['policy', 'list', 'x'], /参数太多/],
    ['a policy folder that is not there', ['policy', 'list', '--policies', '没有'], /找不到政策文件夹 没有/],
    ['a policy folder that is a file', ['policy', 'list', '--policies', 'package.json'], /package\.json/],
    ['a file that is not there', ['check', '没有.yaml', ...DAY], /没有\.yaml.*文件不存在/],
    ['a folder for a file', ['check', 'profiles', ...DAY], /profiles.*文件夹/],
    ['a path through a file', ['check', 'package.json/x.yaml', ...DAY], /读不了 package\.json\/x\.yaml/],
    ['a very long path', ['check', `${'长'.repeat(300)}.yaml`, ...DAY], /读不了/],
    ['a policy file that is not there', ['policy', 'validate', '没有.yaml'], /文件不存在/],
  ])('%s', (_name, args, message) => {
    const run = zjtx(args);
    const said = run.out + run.err;
    expect(said).toMatch(message);
    expect(said).not.toMatch(STACK);
    expect(run.code).toBe(2);
  });

  it('says it on stderr and nothing on stdout', () => {
    const run = zjtx(['check', '没有.yaml', ...DAY, '--json']);
    expect(run.out).toBe('');
    expect(run.err).toMatch(/错误 E101/);
  });
});

describe('a fault of a profile', () => {
  const check = (text: string | Uint8Array) => {
    const path = join(tempFolder(), '档案.yaml');
    writeFileSync(path, text);
    return { path, run: zjtx(['check', path, ...DAY]) };
  };

  it('is shown with its line and a caret below the spot, at the width a terminal draws it', () => {
    const { path, run } = check('企业名称: 甲\n年度数据:\n  2025: {营业收人: 5000}\n');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toBe(
      [
        `${path}:3:10 错误 E121：不认识的字段“营业收人”`,
        '  3 |   2025: {营业收人: 5000}',
        '               ^^^^^^^^',
        '  → 是不是想写“营业收入”？',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, string | Uint8Array]>([
    ['broken YAML', '企业名称: [甲\n'],
    ['a tab', '年度数据:\n\t2025: 1\n'],
    ['an empty file', ''],
    ['a bomb of aliases', `a: &a [1]\nb: &b [${'*a, '.repeat(9)}1]\n知识产权: *b\n`],
    ['deep nesting', `知识产权: ${'['.repeat(10_000)}`],
    ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe)],
    ['a workbook cut short', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0)],
    ['__proto__', '__proto__: {a: 1}\n'],
    ['5 MB and more', `备注: ${'a'.repeat(5 * 1024 * 1024)}`],
  ])('%s ends in 2 without a stack trace', (_name, text) => {
    const { run } = check(text);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/错误 E(?:1\d\d|405)：/);
    expect(run.err).not.toMatch(STACK);
  });

  it('that is only doubtful is a warning in the report, and the check goes on', () => {
    const { run } = check('企业名称: 甲（虚构）\n统一社会信用代码: 91350100M000100Y44\n');
    expect(run.code).toBe(0);
    expect(run.out).toContain('警告 W140');
    expect(run.err).toBe('');
  });

  it('in GB18030 is none', () => {
    // 企业名称: 甲
    const { run } = check(
      Uint8Array.of(0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0xbc, 0xd7),
    );
    expect(run.code).toBe(0);
    expect(run.out).toContain('企业：甲');
  });
});
