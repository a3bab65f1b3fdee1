import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/diagnostic.ts';
import { checkTemplate, fillTemplate, tagGroups } from '../../../src/documents/index.ts';
import { openArchive } from '../../../src/documents/own-template/archive.ts';
import { FIELDS } from '../../../src/profile/index.ts';
import { factsOf, paragraph, run, table, template } from './helper.ts';

const problemsOf = async (source: Uint8Array): Promise<readonly string[]> =>
  (await checkTemplate(source, '模板.docx', 2025)).problems.map(
    ({ code, message, fix }) => `${code} ${message} → ${fix ?? ''}`,
  );
const check = async (...lines: readonly string[]): Promise<readonly string[]> =>
  problemsOf(await template(lines.map((line) => paragraph(line)).join('')));

describe('检查模板', () => {
  it('没有问题就什么也不报', async () => {
    expect(await check('{企业名称}{营业收入.上年}', '{#知识产权}{名称}{/知识产权}')).toEqual([]);
  });

  it.each([
    ['{企业名秤}', 'E341 正文第1段：没有“企业名秤”这个标签 → 是不是想写“企业名称”？'],
    ['{营业收人.上年}', 'E341 正文第1段：没有“营业收人.上年”这个标签 → 是不是想写“营业收入”？'],
    [
      '{营业收入.去年}',
      'E341 正文第1段：营业收入的年份“去年”不认识 → 年份写 上年、前年、大前年，或四位数字如 2024',
    ],
    ['{企业名称.上年}', 'E341 正文第1段：企业名称不是逐年字段，不能写“.上年” → 写成 {企业名称}'],
    [
      '{知识产权}',
      'E341 正文第1段：知识产权是记录，不能直接写成 {知识产权} → 写成 {知识产权.属性}、{知识产权.项数} 或循环 {#知识产权}…{/知识产权}',
    ],
    ['{知识产权.名秤}', 'E341 正文第1段：知识产权没有“名秤”这个属性 → 是不是想写“名称”？'],
    ['{企业名称|亿元}', 'E341 正文第1段：“亿元”不能用于企业名称 → 可用：前N位'],
    ['{成立日期|年月份}', 'E341 正文第1段：没有“年月份”这种格式 → 是不是想写“年月”？可用：年、年月、横线'],
    ['{序号}', 'E341 正文第1段：{序号} 只能写在循环里 → 放进 {#记录}…{/记录} 中间'],
    ['{□企业规模=特大型}', 'E341 正文第1段：企业规模没有“特大型”这个选项 → 可用：大型、中型、小型、微型'],
    [
      '{□企业规模}',
      'E341 正文第1段：{□企业规模} 没有写选项 → 写成 {□企业规模=选项}，选项：大型、中型、小型、微型',
    ],
    ['{}', 'E341 正文第1段：花括号里是空的 → 写上标签，或删去这对花括号'],
    ['｛企业名称｝', 'E342 正文第1段：“企业名称”用了全角花括号 → 改成半角 {企业名称}'],
    ['{企业名称｝', 'E342 正文第1段：“企业名称”用了全角花括号 → 改成半角 {企业名称}'],
    ['｛企业名称}', 'E342 正文第1段：“企业名称”用了全角花括号 → 改成半角 {企业名称}'],
    ['｛甲乙丙｝', 'E342 正文第1段：“甲乙丙”用了全角花括号 → 若是标签，改成半角 {…}；不是标签不用改'],
    ['{#知识产权}{名称}', 'E343 正文第1段：{#知识产权} 没有结尾 → 在后面补 {/知识产权}'],
    ['{名称}{/知识产权}', 'E343 正文第1段：{/知识产权} 前面没有对应的开头 → 删去它，或在前面补 {#…}'],
    ['名称：{企业名称', 'E345 正文第1段：“{企业名称”少了右花括号 → 补上 }；一个标签要写在一段里'],
    ['企业名称}：', 'E345 正文第1段：“企业名称}”少了左花括号 → 补上 {，或删去 }'],
    [
      '{^营业收入}无{/营业收入}',
      'E341 正文第1段：{^营业收入} 从不成立：营业收入没填是不知道，不是没有 → 删去这一段',
    ],
    ['没有标签', 'E340 模板里没有标签 → 在要填的地方写 {企业名称} 这样的标签；全部标签见 zjtx template tags'],
  ])('%s', async (line, problem) => {
    expect(await check(line)).toEqual([problem]);
  });

  it('全部问题一次说完，位置数得到段和格', async () => {
    const source = await template(
      paragraph('{企业名秤}') +
        paragraph('') +
        table([
          ['甲', '{邮编'],
          ['乙', run('{营业') + run('收人}')],
        ]),
      { header: paragraph('{传真}'), footer: paragraph('｛传真｝') },
    );
    expect(await problemsOf(source)).toEqual([
      'E341 正文第1段：没有“企业名秤”这个标签 → 是不是想写“企业名称”？',
      'E345 正文第4段（表1第1行第2格）：“{邮编”少了右花括号 → 补上 }；一个标签要写在一段里',
      'E341 正文第6段（表1第2行第2格）：没有“营业收人”这个标签 → 是不是想写“营业收入”？',
      'E342 页脚第1段：“传真”用了全角花括号 → 改成半角 {传真}',
    ]);
  });

  it('交叉的循环、一半在表外的循环', async () => {
    expect(await check('{#知识产权}{#标准}{/知识产权}{/标准}')).toEqual([
      'E343 正文第1段：{#标准} 没有结尾 → 在 {/知识产权} 前面补上它的结尾',
      'E343 正文第1段：{/标准} 前面没有对应的开头 → 删去它，或在前面补 {#…}',
    ]);
    const half = await template(paragraph('{#知识产权}') + table([['{名称}{/知识产权}']]));
    expect(await problemsOf(half)).toEqual([
      'E344 正文第1段：{#知识产权} 的开头和结尾不在同一张表里 → 都放进这张表，或都放到表外',
    ]);
  });

  it('一半在内容控件里的循环', async () => {
    const half = `${paragraph('甲{#知识产权}{名称}')}<w:sdt><w:sdtContent>${paragraph('{/知识产权}乙')}</w:sdtContent></w:sdt>`;
    expect(await problemsOf(await template(half))).toEqual([
      'E346 正文：循环或条件的开头和结尾放的位置不配（知识产权） → 开头和结尾放在同一段里，或各自独占一段，或放在表格同一行的第一格和最后一格',
    ]);
    const whole = `<w:sdt><w:sdtContent>${paragraph('{#知识产权}{名称}{/知识产权}')}</w:sdtContent></w:sdt>`;
    expect(await problemsOf(await template(whole))).toEqual([]);
  });

  it('有错的模板不填；只有提醒的照填', async () => {
    await expect(
      fillTemplate(await template(paragraph('{甲}{乙}')), '模板.docx', factsOf({})),
    ).rejects.toThrow('正文第1段：没有“甲”这个标签\n正文第1段：没有“乙”这个标签');
    const filled = await fillTemplate(
      await template(paragraph('{企业名称}｛甲乙丙｝')),
      '模板.docx',
      factsOf({ 企业名称: '甲' }),
    );
    expect(filled.problems.map(({ code }) => code)).toEqual(['E342']);
  });

  it('档案里有、模板没有用到的事实', async () => {
    const source = await template(
      paragraph('{企业名称}{研发费用占比}{#知识产权}{名称}{/知识产权}{□称号.名称=高企}{#贷款用途}{.}{/}'),
    );
    const { profile } = factsOf({
      企业名称: '甲',
      营业收入: { 2025: '1' },
      研发费用: { 2025: '1' },
      净利润: { 2025: '1' },
      知识产权: [],
      称号: [],
      标准: [],
      贷款用途: ['甲'],
      邮编: '1',
    });
    const { unused } = await checkTemplate(source, '模板.docx', 2025, profile);
    expect(unused?.map((field) => field.name)).toEqual(['邮编', '净利润', '标准']);
    expect((await checkTemplate(source, '模板.docx', 2025)).unused).toBeUndefined();
  });
});

describe('读不了的文件', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    try {
      await checkTemplate(bytes, '甲.docx', 2025);
    } catch (error) {
      if (error instanceof InputError)
        return error.diagnostics.map((item) => `${item.code} ${item.message}`).join();
      throw error;
    }
    return '';
  };
  const ole = (text: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(text, 'utf16le')]);
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['空文件', () => new Uint8Array(), 'E330 甲.docx 是空文件（0字节）'],
    ['文字', () => Buffer.from('{企业名称}'), 'E330 甲.docx 不是 .docx 文件（可能是改了扩展名）'],
    ['.doc', () => ole('WordDocument'), 'E330 甲.docx 是旧版 .doc 格式'],
    ['加密', () => ole('EncryptedPackage'), 'E331 甲.docx 设了打开密码，读不了'],
    ['坏 zip', () => Buffer.from('PK\u0003\u0004坏'), 'E333 甲.docx 已损坏或没有下载完整'],
    [
      '别的 zip',
      () => new JSZip().file('a.txt', '甲').generateAsync({ type: 'uint8array' }),
      'E330 甲.docx 不是 Word 文档（缺内容类型表）',
    ],
    [
      '宏',
      () => template(paragraph('{企业名称}'), { parts: { 'word/vbaProject.bin': 'x' } }),
      'E334 甲.docx 带宏（.docm），不处理',
    ],
    [
      '.dotx',
      () =>
        template('', {
          types: `<Override PartName="/word/document.xml" ContentType="${type}.template.main+xml"/>`,
        }),
      'E330 甲.docx 是 .dotx 模板文件',
    ],
    [
      '工作簿',
      () =>
        template('', {
          types:
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        }),
      'E330 甲.docx 不是 Word 文档（没有正文）',
    ],
  ])('%s', async (_name, make, message) => {
    expect(await refusal(await make())).toBe(message);
  });

  it('解压炸弹：看实际解出多少，不看自报多大', async () => {
    const limits = { packed: 1e6, unpacked: 3 * 1024 * 1024, text: 1024 * 1024 };
    const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
    const bomb = await template(paragraph('{邮编}'), { parts: { 'word/a.bin': zeros(4) } });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(openArchive(bomb, '甲.docx', limits)).rejects.toThrow('甲.docx 解压后超过 3 MB 上限');
    // the directory's word for the unpacked size: 1 byte
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 46 < bomb.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    await expect(openArchive(bomb, '甲.docx', limits)).rejects.toThrow(/上限|已损坏/);
    const long = await template(paragraph('长'.repeat(2 * 1024 * 1024)));
    await expect(openArchive(long, '甲.docx', { ...limits, unpacked: 1e9 })).rejects.toThrow(
      '甲.docx 的正文超过 1 MB 上限',
    );
  });

  it('正文不是完好的 XML，或带 DTD', async () => {
    const bad = 'E333 正文的内容（word/document.xml）不是完好的 XML → 在 Word 或 WPS 里打开修复后另存';
    expect(await problemsOf(await template('<w:p>'))).toEqual([bad]);
    const dtd = await template('', {
      parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
    });
    expect(await problemsOf(dtd)).toEqual([bad]);
  });
});

describe('标签清单', () => {
  it('每个字段、每个属性都有一行', () => {
    const entries = tagGroups().flatMap(({ entries }) => entries);
    const fields = FIELDS.length + FIELDS.reduce((sum, field) => sum + field.attributes.length, 0);
    expect(entries.length).toBeGreaterThan(fields);
    expect(entries).toContainEqual({
      tag: '{营业收入}',
      meaning: '审计报告利润表营业收入',
      unit: '万元',
      example: '{营业收入.上年|万元|无单位}',
    });
  });

  it('清单里的每个例子都是对的标签', async () => {
    const examples = tagGroups().flatMap(({ entries }) => entries.map(({ example }) => example));
    expect(await check(...examples)).toEqual([]);
  });
});
