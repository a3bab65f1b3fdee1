import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, json, type Run, STACK, tempFolder, zjtx } from './support.ts';

/** 企业名称,营收2025⏎示例,1⏎ in GB18030 */
const GB18030 = Buffer.from('c6f3d2b5c3fbb3c62cd3aacad5323032350acabec0fd2c310a', 'hex');

const screenCsv = (
  content: string | Uint8Array,
  ...more: readonly string[]
): Run & { readonly folder: string } => {
  const folder = tempFolder();
  writeFileSync(join(folder, '名单.csv'), content);
  const programme = ['--programme', 'national-little-giant-2026'];
  return {
    folder,
    ...zjtx(['screen', '名单.csv', '--out', '结果.csv', ...programme, ...DAY, ...more], { cwd: folder }),
  };
};

const resultOf = (folder: string): string[] =>
  readFileSync(join(folder, '结果.csv'), 'utf8').trimEnd().split('\r\n');

/** A clear refusal: exit code 2, a code, what to do, no trace of an exception. */
const refused = (run: Run, code: string, ...texts: readonly string[]): void => {
  expect(run.code).toBe(2);
  expect(run.err).toContain(`错误 ${code}：`);
  for (const text of texts) expect(run.err).toContain(text);
  expect(run.err).toContain('→');
  expect(run.err).not.toMatch(STACK);
};

describe('screen：CSV 进，CSV 出', () => {
  it('按名单的顺序，带标记，数字照写，像公式的文字加撇号', () => {
    const run = screenCsv('公司名称,营收2025（万元）\n=甲,5000\n示例乙,4999\n');
    expect(run.code).toBe(0);
    const [head = '', first = '', second = ''] = resultOf(run.folder);
    expect(head.startsWith('\uFEFF排名,原行号,企业名称,')).toBe(true);
    expect(first).toContain(",2,'=甲,");
    expect(second).toContain(',3,示例乙,');
    expect(run.err).toContain('读入2家，拒收0行；已写入 结果.csv、结果.列对应.yaml');
    expect(run.err).not.toContain('\r');
  });

  it('GB18030 的名单照读', () => {
    const run = screenCsv(GB18030);
    expect(run.code).toBe(0);
    expect(resultOf(run.folder)[1]).toContain(',示例,');
    expect(readFileSync(join(run.folder, '结果.列对应.yaml'), 'utf8')).toBe(
      '"企业名称": "企业名称"\n"营收2025": "营业收入（2025年，万元）"\n',
    );
  });

  it('--json 给出总数、列对应和排名', () => {
    const run = screenCsv('公司名称,业务员\n示例甲,某某\n', '--json');
    expect(json(run)).toMatchObject({
      companies: 1,
      refused: 0,
      asOf: '2026-11-21',
      columns: [
        { column: 'A', header: '公司名称', field: '企业名称', mapped: false },
        { column: 'B', header: '业务员', code: 'W410' },
      ],
      ranking: [{ rank: 1, row: 2, name: '示例甲' }],
    });
  });
});

describe('screen：--map', () => {
  const list = '客户,产值\n示例甲,5000\n';

  it('列标、表头原文、列对应文件都可以，写出的列对应可以再用', () => {
    const run = screenCsv(list, '--map', 'A=企业名称', '--map', '产值=营业收入（2025年，万元）');
    expect(run.code).toBe(0);
    expect(run.err).toContain('B　产值 → 营业收入（2025年，万元）');
    const mapping = readFileSync(join(run.folder, '结果.列对应.yaml'), 'utf8');
    expect(mapping).toBe('"客户": "企业名称"\n"产值": "营业收入（2025年，万元）"\n');
    const again = zjtx(
      [
        'screen',
        '名单.csv',
        '--out',
        '再来.csv',
        '--map',
        '结果.列对应.yaml',
        '--programme',
        'national-little-giant-2026',
        ...DAY,
      ],
      { cwd: run.folder },
    );
    expect(again.code).toBe(0);
    expect(readFileSync(join(run.folder, '再来.csv'), 'utf8')).toBe(
      readFileSync(join(run.folder, '结果.csv'), 'utf8'),
    );
  });

  it('指错的列、字段、写法各有各的话', () => {
    refused(screenCsv(list, '--map', 'A=企业名称', '--map', 'Z=法定代表人'), 'E412', '列“Z”在表头里找不到');
    refused(screenCsv(list, '--map', 'A=企业名称', '--map', 'B=没有的字段'), 'E413', '没有的字段');
    refused(screenCsv(list, '--map', 'A='), 'E414', '没有写全');
    refused(screenCsv(list), 'E407', '找不到表头');
  });
});

describe('screen：拒绝得清楚', () => {
  it.each([
    ['没有企业', '企业名称\n', [], 'E406', '没有一家企业'],
    ['只有合计', '企业名称,营收2025\n合计,5\n', [], 'E406', '1 行拒收'],
    ['线程数', '企业名称\n甲\n', ['--jobs', '0'], 'E015', '1到64'],
    ['格式', '企业名称\n甲\n', ['--format', 'pdf'], 'E013', 'xlsx、csv、jsonl'],
    ['空文件', '', [], 'E402', '空文件'],
    ['引号不成对', '企业名称\n"甲\n', [], 'E411', '第 2 行'],
  ])('%s', (_, content, options, code, text) => {
    refused(screenCsv(content, ...options), code, text);
  });

  it('结果已存在时不覆盖，没有 --out 时说明', () => {
    const run = screenCsv('企业名称\n甲\n');
    refused(
      zjtx(['screen', '名单.csv', '--out', '结果.csv', ...DAY], { cwd: run.folder }),
      'E150',
      '--force',
    );
    refused(zjtx(['screen', '名单.csv'], { cwd: run.folder }), 'E000', '--out');
    refused(zjtx(['screen', '没有.csv', '--out', '新.csv'], { cwd: run.folder }), 'E101', '文件不存在');
  });
});
