import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { DAY, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

const report = (name: string, ...more: readonly string[]) => {
  const path = join(tempFolder(), name);
  const run = zjtx(['check', SAMPLES.research, ...DAY, '-o', path, ...more]);
  return { path, run };
};
const wordText = async (path: string): Promise<string> => {
  const zip = await JSZip.loadAsync(readFileSync(path));
  return (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '') ?? '';
};
const workbook = async (path: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
};
/** The row whose first cells contain the text. */
const rowOf = (sheet: ExcelJS.Worksheet | undefined, text: string): readonly ExcelJS.CellValue[] => {
  let found: readonly ExcelJS.CellValue[] | undefined;
  sheet?.eachRow((row) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : [];
    if (found === undefined && values.some((value) => String(value).includes(text))) found = values;
  });
  if (found === undefined) throw new Error(text);
  return found;
};

const GAP = '研发费用（2024年）还差10万元（已结账年度，不可补）';

describe('check --format of a client report', () => {
  it('writes HTML to standard output or to a file', () => {
    const run = zjtx(['check', SAMPLES.research, ...DAY, '--format', 'html']);
    expect(run.code).toBe(0);
    expect(run.out.startsWith('<!DOCTYPE html>')).toBe(true);
    expect(run.out).toContain(GAP);
    const { path, run: toFile } = report('报告.html');
    expect(toFile.out).toBe('');
    expect(toFile.err).toContain('已写入');
    expect(readFileSync(path, 'utf8')).toBe(run.out);
  });

  it('takes the format from the name of the file', () => {
    expect(readFileSync(report('报告.md').path, 'utf8')).toMatch(/^# 示例二号.*：专精特新申报预检/);
    expect(readFileSync(report('报告.HTML').path, 'utf8')).toContain('<!DOCTYPE html>');
    expect(readFileSync(report('报告.txt').path, 'utf8')).toMatch(/^企业：/);
  });

  it('writes Word with the notice first', async () => {
    const { path, run } = report('报告.docx');
    expect(run.code).toBe(0);
    const text = await wordText(path);
    expect(text).toContain(GAP);
    expect(text.indexOf('不得借助第三方机构申请')).toBeLessThan(text.indexOf('结论'));
    expect(text).toContain('■■■■■■■■■□');
  });

  it('writes the same Word and the same page twice', () => {
    expect(readFileSync(report('甲.docx').path).equals(readFileSync(report('乙.docx').path))).toBe(true);
    expect(readFileSync(report('甲.html').path).equals(readFileSync(report('乙.html').path))).toBe(true);
  });

  it('writes a workbook: a table a sheet, shares as numbers', async () => {
    const book = await workbook(report('报告.xlsx').path);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '结论',
      '逐条对照',
      '离门槛多远',
      '待补资料',
      '注意事项',
      '没有核对的',
      '佐证清单',
      '填报核对清单',
      '规则与说明',
    ]);
    const [, , , , share] = rowOf(book.getWorksheet('离门槛多远'), '研发占比（2024年）');
    expect(share).toBeCloseTo(650 / 22_000 / 0.03, 9);
    expect(rowOf(book.getWorksheet('结论'), '“小巨人”企业（2026年标准）')).toContain('不符合');
  });

  it('keeps client text that looks like a formula as text', async () => {
    const folder = tempFolder();
    const profile = join(folder, '档案.yaml');
    const target = join(folder, '报告.xlsx');
    writeFileSync(profile, '企业名称: "=1+1"\n注册地: "@浙江省宁波市"\n');
    expect(zjtx(['check', profile, ...DAY, '-o', target]).code).toBe(0);
    const sheet = (await workbook(target)).getWorksheet('规则与说明');
    expect(rowOf(sheet, '=1+1')).toEqual(['企业', '=1+1']);
    expect(rowOf(sheet, '注册地')).toEqual(['注册地', '@浙江省宁波市']);
  });

  it('asks for a file where the report cannot go to standard output', () => {
    for (const format of ['docx', 'xlsx']) {
      const run = zjtx(['check', SAMPLES.research, '--format', format]);
      expect([run.code, run.out]).toEqual([2, '']);
      expect(run.err).toMatch(/E014[\s\S]*-o 报告\./);
      expect(run.err).not.toMatch(STACK);
    }
  });

  it('writes several companies into a folder, a file each', () => {
    const folder = join(tempFolder(), '报告');
    const run = zjtx(['check', SAMPLES.research, SAMPLES.blanks, ...DAY, '--format', 'html', '-o', folder]);
    expect(run.code).toBe(0);
    expect(existsSync(join(folder, '示例二号轴承制造（虚构）有限公司.html'))).toBe(true);
    expect(existsSync(join(folder, '示例三号软件（虚构）有限公司.html'))).toBe(true);
    const again = join(tempFolder(), '报告');
    expect(zjtx(['check', SAMPLES.research, SAMPLES.research, '--format', 'html', '-o', again]).code).toBe(0);
    expect(existsSync(join(again, '示例二号轴承制造（虚构）有限公司（2）.html'))).toBe(true);
  });

  it('never replaces a file unasked', () => {
    const { path } = report('报告.docx');
    const run = zjtx(['check', SAMPLES.research, ...DAY, '-o', path]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('已存在，没有覆盖');
  });

  it('exits 1 for a named programme that is 不符合, the report written all the same', () => {
    const { path, run } = report('报告.html', '-p', 'national-little-giant-2026');
    expect(run.code).toBe(1);
    expect(readFileSync(path, 'utf8')).toContain(GAP);
  });
});
