import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { paragraph, table, template } from '../documents/own-template/helper.ts';
import { asList, DAY, json, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

const save = async (folder: string, body: string, name = '我的申请书.docx'): Promise<string> => {
  const file = join(folder, name);
  writeFileSync(file, await template(body));
  return file;
};
const GOOD = paragraph('{企业名称}：{营业收入.上年}，{营业收入.前年|亿元}') + paragraph('{传真}');

describe('zjtx generate --template', () => {
  it('填好的模板和其他文件放在一起，写明待补充几处', async () => {
    const folder = tempFolder();
    const body = GOOD + table([['{#知识产权}{序号}', '{名称}{/知识产权}']]);
    const run = zjtx([
      'generate',
      SAMPLES.exact,
      '--out',
      folder,
      '--template',
      await save(folder, body),
      ...DAY,
    ]);
    expect(run.code).toBe(0);
    const target = join(folder, '示例一号精密轴承（虚构）有限公司', '我的申请书.docx');
    expect(run.out).toContain(`${target}  待补充1处\n`);
    const zip = await JSZip.loadAsync(readFileSync(target));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).toContain('>示例一号精密轴承（虚构）有限公司：5512.5万元，0.52亿元</w:t>');
    expect(xml).toContain('<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【待补充】</w:t>');
    expect(xml.match(/<w:tr>/g)).toHaveLength(5);
  });

  it('模板有错：全部列出，什么文件也不写，退出码2', async () => {
    const folder = tempFolder();
    const file = await save(folder, paragraph('{企业名秤}{#知识产权}'));
    const run = zjtx(['generate', SAMPLES.exact, '--out', join(folder, 'out'), '--template', file, ...DAY]);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toContain('错误 E341：正文第1段：没有“企业名秤”这个标签\n  → 是不是想写“企业名称”？');
    expect(run.err).toContain('错误 E343：正文第1段：{#知识产权} 没有结尾');
    expect(run.err).not.toMatch(STACK);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('zjtx template check', () => {
  it('没有问题退出码0，列出没用到的事实', async () => {
    const file = await save(tempFolder(), GOOD);
    const run = zjtx(['template', 'check', file, '--profile', SAMPLES.small, ...DAY]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('我的申请书.docx：认得的标签4处，没有发现问题\n');
    expect(run.out).toMatch(/档案里有、模板没有用到的事实（\d+项）：\n {2}基本情况：.*注册地/);
    expect(run.out).not.toContain('企业名称');
    expect(run.err).toBe('');
  });

  it('有错退出码1；JSON 里有位置和改法', async () => {
    const file = await save(tempFolder(), paragraph('{企业名称}') + paragraph('｛营业收入｝{邮编'));
    const run = zjtx(['template', 'check', file, '--json', ...DAY]);
    expect(run.code).toBe(1);
    expect(json(run)).toEqual({
      schemaVersion: 1,
      file,
      tags: [{ tag: '{企业名称}', place: '正文第1段' }],
      problems: [
        {
          code: 'E342',
          severity: 'error',
          message: '正文第2段：“营业收入”用了全角花括号',
          place: '正文第2段',
          fix: '改成半角 {营业收入}',
        },
        {
          code: 'E345',
          severity: 'error',
          message: '正文第2段：“{邮编”少了右花括号',
          place: '正文第2段',
          fix: '补上 }；一个标签要写在一段里',
        },
      ],
      unused: null,
    });
  });

  it.each([
    ['不是 docx', '甲.docx', '不是 zip', 'E330'],
    ['没有这个文件', '', '', 'E101'],
  ])('%s：退出码2', (_name, name, content, code) => {
    const file = join(tempFolder(), name === '' ? '没有.docx' : name);
    if (name !== '') writeFileSync(file, content);
    const run = zjtx(['template', 'check', file]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(code);
    expect(run.err).not.toMatch(STACK);
  });
});

describe('zjtx template tags', () => {
  it('分组列出标签、含义、单位和例子', () => {
    const run = zjtx(['template', 'tags']);
    expect(run.code).toBe(0);
    expect(run.out).toContain(
      '【年度数据】\n{营业收入}\n    审计报告利润表营业收入；单位万元；例 {营业收入.上年|万元|无单位}\n',
    );
    const groups = asList(json(zjtx(['template', 'tags', '--json'])).groups);
    expect(groups.map((group) => group.title).slice(0, 5)).toEqual([
      '写法',
      '年份',
      '格式',
      '不是字段的标签',
      '基本情况',
    ]);
  });

  it('命令没写完', () => {
    const run = zjtx(['template']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('用法见 zjtx template --help');
  });
});
