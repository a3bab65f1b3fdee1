import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { asList, asRecord, DAY, json, SAMPLES, STACK, tempFolder, verdicts, zjtx } from './support.ts';

const open = async (path: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
};
const GIANT = ['-p', 'national-little-giant-2026'];

describe('zjtx init', () => {
  it('--excel 写出采集表，说明多少表、多少字段、为哪些项目', async () => {
    const path = join(tempFolder(), '企业信息采集表.xlsx');
    const run = zjtx(['init', '--excel', path, ...GIANT, ...DAY]);
    expect(run.code).toBe(0);
    expect(run.out).toBe('');
    expect(run.err).toContain(`已写入 ${path}：11张表，33个字段，必填19个`);
    expect(run.err).toContain('为1个项目收集：national-little-giant-2026');
    expect((await open(path)).getWorksheet('年度数据')?.getCell('F3').text).toBe('2026年（本年度）');
  });

  it('默认按国家项目；--province 加上那里的项目；--all 是全部字段', () => {
    const folder = tempFolder();
    const made = (name: string, ...args: readonly string[]): string =>
      zjtx(['init', '--excel', join(folder, name), ...DAY, ...args]).err;
    const national = made('a.xlsx');
    expect(national).toContain('national-key-little-giant-2024');
    expect(national).not.toContain('gx-tizhi');
    expect(made('b.xlsx', '--province', '广西')).toContain('gx-tizhi-peiyu-2025');
    expect(made('c.xlsx', '--all')).toMatch(/(\d+)个字段/);
    expect(Number(/(\d+)个字段/.exec(made('d.xlsx', '--all'))?.[1])).toBeGreaterThan(180);
  });

  it('不加 --excel 写空白的 YAML 档案，读得回来', () => {
    const path = join(tempFolder(), '档案.yaml');
    expect(zjtx(['init', '-o', path, ...DAY]).code).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('  企业名称:  # 必填；工商登记全称；佐证：营业执照');
    expect(text).toContain('    营业收入:  # 必填；单位万元；');
    const run = zjtx(['check', path, ...DAY, '--json', ...GIANT]);
    expect(verdicts(run)).toEqual({ 'national-little-giant-2026': 'unknown' });
  });

  it.each<[string, readonly string[], RegExp]>([
    ['文件名不是 .xlsx', ['--excel', '采集表.xls'], /E017：--excel “采集表.xls”不是 .xlsx 文件名/],
    ['--excel 和 -o 都写', ['--excel', 'a.xlsx', '-o', 'a.yaml'], /E017：--excel 和 -o 只能写一个/],
    [
      '项目编号不对',
      ['--excel', 'a.xlsx', '-p', 'national-little-gaint-2026'],
      /是不是想写“national-little-giant-2026”/,
    ],
    ['文件夹', ['--excel', 'profiles.xlsx/', '--as-of', '2026-13-01'], /不是有效日期/],
  ])('%s：退出码 2', (_name, args, message) => {
    const run = zjtx(['init', ...args], { cwd: tempFolder() });
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(STACK);
    expect(run.code).toBe(2);
  });

  it('已有文件不覆盖，除非 --force', () => {
    const path = join(tempFolder(), 'a.xlsx');
    writeFileSync(path, '旧');
    expect(zjtx(['init', '--excel', path, ...DAY, ...GIANT]).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('旧');
    expect(zjtx(['init', '--excel', path, ...DAY, ...GIANT, '--force']).code).toBe(0);
  });
});

describe('采集表代替 YAML', () => {
  const converted = (sample: string): string => {
    const path = join(tempFolder(), '采集表.xlsx');
    expect(zjtx(['convert', sample, '-o', path, ...DAY]).code).toBe(0);
    return path;
  };

  it('check 的结论与 YAML 一样，来处写明表和格', () => {
    const path = converted(SAMPLES.research);
    const [own, from] = [SAMPLES.research, path].map((file) => zjtx(['check', file, ...DAY, '--json']));
    expect(own === undefined || from === undefined ? undefined : verdicts(from)).toEqual(
      own === undefined ? undefined : verdicts(own),
    );
    const text = zjtx(['check', path, ...DAY]).out;
    expect(text).toMatch(/来处 .*采集表\.xlsx［年度数据］:([A-Z])\d+,\1\d+,([A-Z])\d+,\2\d+/);
  });

  it('generate 也收', () => {
    const path = converted(SAMPLES.exact);
    const folder = tempFolder();
    const [own, from] = [SAMPLES.exact, path].map((file, index) =>
      zjtx(['generate', file, '--out', join(folder, String(index)), ...DAY]),
    );
    expect(from?.code).toBe(0);
    expect(from?.out.match(/待补充\d+处/g)).toEqual(own?.out.match(/待补充\d+处/g));
  });

  it('填错的格子：文件、表、格、原因、改法，退出码 2', async () => {
    const path = converted(SAMPLES.small);
    const workbook = await open(path);
    const sheet = workbook.getWorksheet('年度数据');
    const row =
      [...Array(40).keys()].find((line) => sheet?.getCell(line + 1, 2).text.includes('营业收入（万元）')) ??
      0;
    const cell = sheet?.getCell(row + 1, 5);
    if (cell !== undefined) cell.value = '约五千';
    await workbook.xlsx.writeFile(path);
    const run = zjtx(['check', path, ...DAY]);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toMatch(
      /采集表\.xlsx［年度数据］E\d+ 错误 E130：营业收入：“约五千”不是数\n {2}→ 写成 123万元 的样子/,
    );
  });

  it.each<[string, string, RegExp]>([
    ['客户名单', 'profiles/客户名单示例.xlsx', /E461：.*没有认出采集表的工作表[\s\S]*zjtx screen/],
    ['改了扩展名的 YAML', '档案.xlsx', /E402：.*不是 \.xlsx 工作簿/],
  ])('%s：退出码 2', (_name, file, message) => {
    const folder = tempFolder();
    writeFileSync(join(folder, '档案.xlsx'), '企业名称: 甲\n');
    const run = zjtx(['check', file.startsWith('profiles') ? file : join(folder, file), ...DAY]);
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(STACK);
    expect(run.code).toBe(2);
  });

  it('没有填的采集表：说还没有填，不给一份全缺资料的报告', () => {
    const path = join(tempFolder(), 'a.xlsx');
    zjtx(['init', '--excel', path, ...DAY, ...GIANT]);
    const run = zjtx(['check', path, ...DAY]);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('E464');
  });
});

describe('zjtx convert', () => {
  it('YAML → 采集表 → YAML：写到标准输出或文件，check 结果不变', () => {
    const folder = tempFolder();
    const [book, yaml] = [join(folder, 'a.xlsx'), join(folder, 'b.yaml')];
    expect(zjtx(['convert', SAMPLES.guangxi, '-o', book, ...DAY]).code).toBe(0);
    const printed = zjtx(['convert', book]);
    expect(printed.code).toBe(0);
    expect(printed.out).toContain('推进计划情况:\n  推进计划总投资: 2000万元\n');
    expect(zjtx(['convert', book, '-o', yaml]).code).toBe(0);
    expect(readFileSync(yaml, 'utf8')).toBe(printed.out);
    const results = [SAMPLES.guangxi, yaml].map((file) => json(zjtx(['check', file, ...DAY, '--json'])));
    const scores = results.map((result) =>
      asList(result.assessments).map((item) => [asRecord(item.programme).id, item.verdict, item.score]),
    );
    expect(scores[1]).toEqual(scores[0]);
  });

  it('转成的采集表也列出所在地项目还要的字段', async () => {
    const path = join(tempFolder(), 'a.xlsx');
    zjtx(['convert', SAMPLES.blanks, '-o', path, ...DAY, ...GIANT]);
    const sheet = (await open(path)).getWorksheet('信用与合规');
    const labels = [4, 5, 6].map((row) => [sheet?.getCell(row, 2).text, sheet?.getCell(row, 3).text]);
    expect(labels).toEqual([
      ['* 列入经营异常名录', '否'],
      ['* 列入严重失信主体名单', '否'],
      ['* 产品属于禁止限制淘汰类', ''],
    ]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['YAML 没写输出', [SAMPLES.small], /E018：要写明输出文件/],
    ['输出格式不认识', [SAMPLES.small, '-o', 'a.docx'], /E018：看不出 a\.docx 要写成什么格式/],
    ['文件不在', ['没有.xlsx', '-o', 'a.yaml'], /文件不存在/],
    ['没写档案', [], /缺少参数/],
  ])('%s：退出码 2', (_name, args, message) => {
    const run = zjtx(['convert', ...args]);
    expect(run.err).toMatch(message);
    expect(run.code).toBe(2);
  });
});
