import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { cell, docx, paragraph, row, table } from '../lint/support.ts';
import { asList, asRecord, DAY, json, STACK, tempFolder, zjtx } from './support.ts';

const PROFILE = `企业名称: 示例九号精密轴承（虚构）有限公司
企业简称: [九轴]
成果证明: 无
营业收入: {2025: 5512.5万元, 2024: 5200万元}
`;

const folder = async (...lines: string[]): Promise<{ dir: string; draft: string; profile: string }> => {
  const dir = tempFolder();
  const [draft, profile] = [join(dir, '草稿.docx'), join(dir, '档案.yaml')];
  writeFileSync(draft, await docx(lines.map(paragraph).join('')));
  writeFileSync(profile, PROFILE);
  return { dir, draft, profile };
};

describe('zjtx lint', () => {
  it('报出每一处，退出码 1；三种字数都列出', async () => {
    const { draft, profile } = await folder('企业总体情况简要介绍', '九轴2025年营业收入5600万元，国内唯一。');
    const run = zjtx(['lint', draft, '--profile', profile, ...DAY]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('字符数 23／上限2000（按此判断）　Word字数 17　汉字 13');
    expect(run.out).toContain('第2段第1字 错误 F52.1：出现企业名称、简称或字号“九轴”');
    expect(run.out).toContain('第2段第8字 错误 F55.2：文中“营业收入5600万元”，档案营业收入（2025年）');
    expect(run.out.replace(/\s/g, '')).toContain('档案.yaml:4:');
    expect(run.out).toContain('第2段第19字 错误 F45.3：“国内唯一”在档案里没有佐证');
    expect(run.err).toBe('');
  });
  it('每行不超过 80 列', async () => {
    const { draft, profile } = await folder('企业总体情况简要介绍', `九轴${'某'.repeat(300)}`);
    const run = zjtx(['lint', draft, '--profile', profile, ...DAY]);
    const wide = run.out
      .split('\n')
      .filter((line) => !line.startsWith('文稿：') && !line.startsWith('限值：'));
    for (const line of wide)
      expect([...line].reduce((sum, sign) => sum + (sign < '\u0080' ? 1 : 2), 0)).toBeLessThanOrEqual(80);
  });
  it('没有错误时退出码 0，没给档案说明少查了什么', async () => {
    const { draft } = await folder('企业总体情况简要介绍', '九轴从事轴承制造。');
    const run = zjtx(['lint', draft, ...DAY]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('没有给企业档案（--profile）');
    expect(run.out).not.toContain('F52.1');
  });
  it('JSON 里有字数、限值、每一处的位置和两个值', async () => {
    const { draft, profile } = await folder('企业总体情况简要介绍', '2025年营业收入5600万元。');
    const run = zjtx(['lint', draft, '--profile', profile, '--json', ...DAY]);
    expect(run.code).toBe(1);
    const result = json(run);
    expect(typeof result.schemaVersion).toBe('number');
    const [text] = asList(result.texts);
    expect([text?.kind, text?.characters, text?.words, text?.han, text?.limit]).toEqual([
      '总体情况',
      16,
      10,
      7,
      2000,
    ]);
    const found = asList(text?.findings).find((item) => item.code === 'F55.2');
    expect(asRecord(found?.where)).toEqual({ paragraph: 2, character: 6, length: 10 });
    expect(asList(found?.facts).map(({ value }) => value)).toEqual(['5512.5万元']);
    expect(asRecord(asList(found?.facts)[0]?.at).line).toBe(4);
  });
  it('批注稿写在副本里，原稿一个字节不动', async () => {
    const { dir, draft, profile } = await folder('企业总体情况简要介绍', '九轴出品。');
    const before = readFileSync(draft);
    const copy = join(dir, '批注.docx');
    const args = ['lint', draft, '--profile', profile, '--format', 'docx', ...DAY];
    expect(zjtx([...args, '-o', copy]).code).toBe(1);
    const zip = await JSZip.loadAsync(readFileSync(copy));
    expect(await zip.file('word/comments.xml')?.async('string')).toContain('F52.1');
    expect(readFileSync(draft).equals(before)).toBe(true);
    const again = zjtx([...args, '-o', copy]);
    expect([again.code, again.err.includes('--force')]).toEqual([2, true]);
    expect(zjtx([...args, '-o', copy, '--force']).code).toBe(1);
    const own = zjtx([...args, '-o', draft, '--force']);
    expect([own.code, own.err.includes('E511')]).toEqual([2, true]);
    expect(zjtx(args).err).toContain('E510');
    expect(readFileSync(draft).equals(before)).toBe(true);
  });
  it('--programme 和 --as-of 定限值', async () => {
    const { draft } = await folder('企业总体情况简要介绍', '某'.repeat(301));
    expect(zjtx(['lint', draft, ...DAY]).code).toBe(0);
    expect(zjtx(['lint', draft, '--as-of', '2021-06-01']).out).toContain('F51.1');
    const named = zjtx(['lint', draft, '-p', 'national-little-giant-2021-batch3', ...DAY]);
    expect([named.code, named.out.includes('超过300字上限，多1')]).toEqual([1, true]);
  });
  it('申请书里的几篇各自检查', async () => {
    const dir = tempFolder();
    const draft = join(dir, '申请书.docx');
    const form = table(
      row(cell('研究领域已获得成果及应用情况（300字）'), cell('某'.repeat(301))),
      row(cell('补短板说明（300字）'), cell('某'.repeat(10))),
    );
    writeFileSync(draft, await docx(form));
    const run = zjtx(['lint', draft, ...DAY]);
    expect([run.code, run.out.includes('F31.1'), run.out.includes('F47.1')]).toEqual([1, true, true]);
  });
  it.each([
    ['没有这个文件', ['没有.docx'], 'E101'],
    ['不认识的文稿', ['草稿.docx', '--kind', '总结'], 'E512'],
    ['不认识的格式', ['草稿.docx', '--format', 'pdf'], 'E013'],
    ['不认识的项目', ['草稿.docx', '-p', 'xx'], 'E010'],
    ['不是 Word', ['档案.yaml'], 'E502'],
    ['档案有错', ['草稿.docx', '--profile', '坏.yaml'], 'E121'],
    ['没写文件名', ['--no-input'], 'E000'],
  ])('%s，退出码 2', async (_, args, code) => {
    const { dir } = await folder('公司简介');
    writeFileSync(join(dir, '坏.yaml'), '营业收人: 1\n');
    const run = zjtx(['lint', ...args], { cwd: dir });
    expect(run.code).toBe(2);
    expect(run.err).toContain(code);
    expect(run.err).toContain('→');
    expect(run.err).not.toMatch(STACK);
    expect(run.out).toBe('');
  });
});
