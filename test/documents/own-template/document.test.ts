import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import {
  Document,
  Header,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import JSZip from 'jszip';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillTemplate } from '../../../src/documents/index.ts';
import { RICH } from '../sample.ts';
import { escapeXml, factsOf, fill, fillLine, paragraph, run, table, template } from './helper.ts';

describe('标签在文件里的样子', () => {
  it('被拆成几段文字的标签照认，字体取第一段的', async () => {
    const body = paragraph(
      run('名称：{企', '<w:b/>'),
      run('业', '<w:i/>'),
      '<w:proofErr w:type="spellStart"/>',
      run('名称}。'),
    );
    const { lines, xml } = await fill(await template(body), { 企业名称: '甲' });
    expect(lines).toEqual(['名称：甲。']);
    expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">名称：甲</w:t>');
  });

  it('页眉、页脚、脚注、尾注里的标签一样填', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const source = await template(paragraph('正文'), {
      header: paragraph('{企业名称}申请书'),
      footer: paragraph('{评估日}'),
      types: ['document.xml document.main', 'footnotes.xml footnotes', 'endnotes.xml endnotes']
        .map((pair) => pair.split(' '))
        .map(([name, kind]) => `<Override PartName="/word/${name}" ContentType="${type}.${kind}+xml"/>`)
        .join(''),
      parts: {
        'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="1">${paragraph('注{邮编}')}</w:footnote></w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes ${w}><w:endnote w:id="1">${paragraph('尾{传真}')}</w:endnote></w:endnotes>`,
      },
    });
    const filled = await fill(source, { 企业名称: '甲', 邮编: '530000' });
    expect(await filled.part('word/header1.xml')).toContain('>甲申请书</w:t>');
    expect(await filled.part('word/footer1.xml')).toContain('>2026年11月21日</w:t>');
    expect(await filled.part('word/footnotes.xml')).toContain('>注530000</w:t>');
    expect(await filled.part('word/endnotes.xml')).toContain('>【待补充】</w:t>');
    expect(filled.blanks).toEqual(['传真']);
  });

  it('文本框里的标签和循环一样填', async () => {
    const box = (inner: string): string =>
      `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></w:r>${run('框外{邮编}')}</w:p>`;
    const body = box(
      paragraph('{企业名称}') + paragraph('{#贷款用途}') + paragraph('{.}') + paragraph('{/贷款用途}'),
    );
    const { xml } = await fill(await template(body), { 企业名称: '甲', 邮编: '1', 贷款用途: ['乙', '丙'] });
    expect([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((hit) => hit[1])).toEqual([
      '甲',
      '乙',
      '丙',
      '框外1',
    ]);
  });

  it('注释和 CDATA 里的花括号不会混进来', async () => {
    const body = `<!-- <w:p><w:r><w:t>{@甲}</w:t></w:r></w:p> --><w:p><w:r><w:t><![CDATA[{企业名称}]]></w:t></w:r></w:p>`;
    const { lines, xml } = await fill(await template(body), { 企业名称: '<甲>' });
    expect(lines).toEqual(['<甲>']);
    expect(xml).not.toContain('{@');
  });

  it('其余部分一个字节不动：样式、图片、页面设置、文档属性', async () => {
    const picture = new Uint8Array([137, 80, 78, 71, 0, 255]);
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>{不是标签}</dc:title></cp:coreProperties>';
    const parts = {
      'word/media/image1.png': picture,
      'word/styles.xml': '<w:styles/>',
      'docProps/core.xml': core,
    };
    const { part, bytes } = await fill(await template(paragraph('{企业名称}'), { parts }), {
      企业名称: '甲',
    });
    expect(await part('docProps/core.xml')).toBe(core);
    expect(await part('word/styles.xml')).toBe('<w:styles/>');
    const image = await (await JSZip.loadAsync(bytes)).file('word/media/image1.png')?.async('uint8array');
    expect([...(image ?? [])]).toEqual([...picture]);
  });

  it('没有标签的部分照抄；同样的输入得到同样的字节', async () => {
    const source = await template(
      paragraph('{企业名称}{知识产权.项数}') + table([['{#知识产权}{名称}{/知识产权}']]),
    );
    const [first, second] = [await fill(source, RICH), await fill(source, RICH)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    const zip = await JSZip.loadAsync(first.bytes);
    expect(new Set(Object.values(zip.files).map((file) => file.date.getUTCFullYear()))).toEqual(
      new Set([1980]),
    );
    expect(Object.keys(zip.files)[0]).toBe('[Content_Types].xml');
  });

  it('循环里的图片各有编号', async () => {
    const image = '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="w" id="7" name="图"/></w:drawing></w:r></w:p>';
    const body = paragraph('{#贷款用途}') + paragraph('{.}') + image + paragraph('{/贷款用途}');
    const { xml } = await fill(await template(body), { 贷款用途: ['甲', '乙', '丙'] });
    expect([...xml.matchAll(/<wp:docPr[^>]* id="(\d+)"/g)].map((hit) => hit[1])).toEqual(['7', '8', '9']);
  });
});

describe('古怪的值', () => {
  it.each([
    ['标签样的文字', '<w:p>&amp; "甲" </w:t><w:br/>', '<w:p>&amp; "甲" </w:t><w:br/>'],
    ['模板标签', '{企业名称}{#已上市}{@甲}', '{企业名称}{#已上市}{@甲}'],
    ['控制符和改变书写方向的字符', '甲\u0000\u000b\u202e\ufdd0\ufdd1\uffff乙', '甲乙'],
    ['表情和阿拉伯文', '😀مرحبا', '😀مرحبا'],
    ['公式', '=1+1', '=1+1'],
    ['换行', '甲\r\n乙\n丙', '甲\n乙\n丙'],
    ['取代符号', '$& $1 \\1', '$& $1 \\1'],
    ['原型上的名字', '__proto__', '__proto__'],
    ['一万字', '长'.repeat(10_000), '长'.repeat(10_000)],
  ])('%s 原样成为文字', async (_name, value, text) => {
    expect(await fillLine('{通讯地址}', { 通讯地址: value })).toBe(text);
    expect(await fillLine('{#配套客户}{名称}{/配套客户}', { 配套客户: [{ 名称: value }] })).toBe(text);
  });

  it('没有任何写法能运行代码', async () => {
    for (const tag of [
      'constructor',
      '__proto__',
      'toString',
      '1+1',
      '=[[ ]]=',
      '@企业名称',
      'a.constructor',
    ])
      await expect(fillLine(`{${tag}}`, RICH)).rejects.toThrow('没有');
  });

  it('结果是完好的 XML', async () => {
    const source = await template(
      table([['{#知识产权}{名称}', '{应用说明}{/知识产权}']]) + paragraph(escapeXml('<{通讯地址}>')),
    );
    const { xml } = await fill(source, { ...RICH, 通讯地址: '<>&"\'\n😀' });
    expect(() =>
      new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml'),
    ).not.toThrow();
  });
});

describe('用办公软件打开', () => {
  it('docx 库做的模板填好后能转成 PDF', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const source = await Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('页眉{企业名称}')] }) },
            children: [
              new Paragraph({
                children: [new TextRun('收入{营业收'), new TextRun({ text: '入.上年}', bold: true })],
              }),
              new Paragraph('{□企业规模=中型}中型{□企业规模=小型}小型，传真{传真}'),
              new Table({
                width: { size: 9000, type: WidthType.DXA },
                columnWidths: [4500, 4500],
                rows: [
                  new TableRow({ children: [cell('名称'), cell('种类')] }),
                  new TableRow({ children: [cell('{#知识产权}{名称}'), cell('{种类}{/知识产权}')] }),
                ],
              }),
              new Paragraph({
                children: [
                  new ImageRun({ type: 'png', data: png, transformation: { width: 20, height: 20 } }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    const { bytes } = await fillTemplate(new Uint8Array(source), '模板.docx', factsOf(RICH));
    const folder = mkdtempSync(join(tmpdir(), 'zjtx-own-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'a.docx');
    writeFileSync(file, bytes);
    const office = `-env:UserInstallation=file://${join(folder, 'office')}`;
    execFileSync('soffice', [office, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    const compact = text.replace(/\s/g, '');
    for (const words of [
      '页眉示例精密轴承（虚构）有限公司',
      '收入12345.678万元',
      '□中型☑小型，传真【待补充】',
      '一种轴承外圈实用新型专利',
    ])
      expect(compact).toContain(words);
    expect(compact).not.toMatch(/[{}]|undefined|NaN/);
  });
});
