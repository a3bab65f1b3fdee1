import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/diagnostic.ts';
import { annotateDraft, lintReport, readDraft } from '../../src/lint/index.ts';
import { formEditionFor } from '../../src/lint/texts.ts';
import {
  cell,
  docx,
  lintBody,
  lintBytes,
  notesOf,
  paragraph,
  profileOf,
  row,
  run,
  table,
  W,
} from './support.ts';

const textsOf = async (body: string): Promise<string[]> =>
  (await readDraft(await docx(body), '草稿.docx')).text.paragraphs.map(({ text }) => text);

describe('读出的文字', () => {
  it('一段分成多少块都连起来，制表符和换行算一个字', async () => {
    const body = `<w:p><w:r><w:t>营业</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>收</w:t><w:t>入</w:t><w:tab/><w:br/></w:r></w:p>`;
    expect(await textsOf(body)).toEqual(['营业收入\t\n']);
  });
  it('修订：插入的算，删去和移走的不算', async () => {
    const deleted = '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom w:id="3">${run('移')}</w:moveFrom><w:moveTo w:id="4">${run('到')}</w:moveTo>`;
    const body = `<w:p><w:ins w:id="1">${run('新')}</w:ins>${deleted}${moved}</w:p>`;
    expect(await textsOf(body)).toEqual(['新到']);
    expect((await lintBody(body)).remarks.join()).toContain('修订中删去的文字没有计入');
  });
  it('隐藏文字不算，并说明有多少', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起</w:t></w:r>';
    const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>露出</w:t></w:r>';
    expect(await textsOf(`<w:p>${hidden}${shown}</w:p>`)).toEqual(['露出']);
    expect((await lintBody(`<w:p>${hidden}${shown}</w:p>`)).remarks.join()).toContain('隐藏文字2字符');
  });
  it('域代码不算，域的结果算；脚注不算，并说明', async () => {
    const field = `<w:r><w:instrText>PAGE</w:instrText></w:r>${run('3')}`;
    expect(await textsOf(`<w:p>${field}</w:p>`)).toEqual(['3']);
    const note = `<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    expect((await lintBody(note)).remarks.join()).toContain('脚注');
  });
  it('表格、内容控件、超链接、文本框按文中次序；文本框的第二种画法不重复算', async () => {
    const box = `<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent>${paragraph('框里')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框里')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = `<w:p>${run('前')}${box}</w:p>${table(row(cell('格一'), cell('格二')))}<w:sdt><w:sdtContent><w:p><w:hyperlink>${run('链')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`;
    expect(await textsOf(body)).toEqual(['前', '框里', '格一', '格二', '链']);
  });
});

const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readDraft(bytes, '草稿.docx');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics
      .map(({ code, message, fix }) => `${code} ${message}${fix === undefined ? '' : ' →'}`)
      .join();
  }
  return '读进去了';
};
const bytesOf = (...values: number[]): Uint8Array =>
  Uint8Array.from([...values, ...new Array<number>(600).fill(0)]);

describe('读不了的文件说清楚', () => {
  it('空文件、别的格式、旧版 .doc、加密', async () => {
    expect(await refusal(new Uint8Array())).toBe('E502 草稿.docx 是空文件（0字节） →');
    expect(await refusal(new TextEncoder().encode('公司简介'))).toContain('E502');
    expect(await refusal(new Uint8Array(1000))).toContain('E502');
    expect(await refusal(bytesOf(0xd0, 0xcf, 0x11, 0xe0))).toBe('E504 草稿.docx 是旧版 .doc 格式 →');
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(await refusal(bytesOf(0xd0, 0xcf, 0x11, 0xe0, ...name))).toContain('E503');
  });
  it('截断的、带宏的、别的 Office 文件', async () => {
    const whole = await docx(paragraph('甲'));
    expect(await refusal(whole.slice(0, whole.length - 40))).toContain('E505');
    expect(await refusal(await docx(paragraph('甲'), { 'word/vbaProject.bin': 'x' }))).toContain('E506');
    const other = { 'word/document.xml': undefined, '_rels/.rels': undefined };
    expect(await refusal(await docx('', { ...other, 'xl/workbook.xml': 'x' }))).toContain('Excel');
    expect(await refusal(await docx('', other))).toContain('E507');
  });
  it('坏 XML、实体、嵌套太深、没有文字', async () => {
    const part = (xml: string) => docx('', { 'word/document.xml': xml });
    expect(await refusal(await part('<w:document><w:body>'))).toContain('E508');
    expect(await refusal(await part(''))).toContain('E508');
    expect(await refusal(await part('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'))).toContain('DOCTYPE');
    expect(await refusal(await part(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`))).toContain('嵌套太深');
    expect(await refusal(await docx('<w:p/>'))).toContain('E509');
  });
  it('一亿个零：先看申报的大小，再看解出来的大小', async () => {
    const zeros = new Uint8Array(100 * 1024 * 1024);
    const bomb = await docx('', { 'word/document.xml': zeros });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toContain('解压后有 101 MB，超过 80 MB 上限');
    const smaller = await docx('', { 'word/document.xml': zeros.subarray(0, 30 * 1024 * 1024) });
    expect(await refusal(smaller)).toContain('word/document.xml 解压后超过 20 MB 上限');
  });
});

const PROFILE = profileOf({
  企业名称: '示例九号精密轴承（虚构）有限公司',
  企业简称: ['九轴'],
  成果证明: '无',
});

const annotated = async (bytes: Uint8Array): Promise<JSZip> => {
  const draft = await readDraft(bytes, '草稿.docx');
  const report = lintReport(draft, {
    asOf: '2026-11-21',
    baseYear: 2025,
    edition: formEditionFor('2026-11-21'),
    profile: PROFILE,
  });
  return JSZip.loadAsync(await annotateDraft(draft, report.results));
};
const part = async (zip: JSZip, name: string): Promise<string> =>
  (await zip.file(name)?.async('string')) ?? '';

describe('批注稿', () => {
  const TITLE = paragraph('企业总体情况简要介绍');
  const bold = '<w:rPr><w:b/></w:rPr>';
  const body = `${TITLE}<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r>${bold}<w:t>由九</w:t></w:r><w:r><w:t>轴打造</w:t></w:r></w:p>`;

  it('批注正好在那几个字上，切开的块保留格式', async () => {
    const xml = await part(await annotated(await docx(body)), 'word/document.xml');
    const id =
      /commentRangeStart w:id="(\d+)"\/><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">九</.exec(
        xml,
      )?.[1];
    expect(id).toBeDefined();
    expect(xml).toContain(
      `<w:t xml:space="preserve">轴</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    );
    expect(xml).toContain(`<w:r>${bold}<w:t xml:space="preserve">由</w:t></w:r>`);
    expect(xml).toContain('<w:t xml:space="preserve">打造</w:t>');
  });
  it('文字一个不变，批注里有编号、要紧、准备、依据', async () => {
    const zip = await annotated(await docx(body));
    const again = await readDraft(await zip.generateAsync({ type: 'uint8array' }), '批注.docx');
    expect(again.text.paragraphs.map(({ text }) => text)).toEqual(['企业总体情况简要介绍', '由九轴打造']);
    const comments = await part(zip, 'word/comments.xml');
    expect(comments).toContain('错误 F52.1：出现企业名称、简称或字号“九轴”');
    for (const word of ['要紧：', '准备：', '依据：']) expect(comments).toContain(word);
    expect(await part(zip, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
    expect(await part(zip, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"');
  });
  it('每个编号有开头、结尾、引用和批注各一个', async () => {
    const zip = await annotated(await docx(body));
    const ids = (xml: string, tag: string): string[] =>
      [...xml.matchAll(new RegExp(`<w:${tag} w:id="(\\d+)"`, 'g'))].map((match) => match[1] ?? '').sort();
    const xml = await part(zip, 'word/document.xml');
    const own = ids(await part(zip, 'word/comments.xml'), 'comment');
    expect(own.length).toBeGreaterThan(1);
    for (const tag of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
      expect(ids(xml, tag)).toEqual(own);
  });
  it('原有的批注保留，编号不重；别的部件逐字节不变', async () => {
    const picture = Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 256);
    const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`;
    const bytes = await docx(
      `${body}<w:p><w:commentRangeStart w:id="7"/>${run('旧')}<w:commentRangeEnd w:id="7"/></w:p>`,
      {
        'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="某"><w:p>${run('原批注')}</w:p></w:comment></w:comments>`,
        'word/_rels/document.xml.rels': relations,
        'word/styles.xml': '<x  a = "1" />',
        'word/media/image1.png': picture,
      },
    );
    const zip = await annotated(bytes);
    const comments = await part(zip, 'word/comments.xml');
    expect(comments).toContain('原批注');
    expect(comments).toContain('w:id="8"');
    expect(comments.match(/w:id="7"/g)).toHaveLength(1);
    expect(await part(zip, 'word/styles.xml')).toBe('<x  a = "1" />');
    expect(await part(zip, 'word/_rels/document.xml.rels')).toBe(relations);
    expect(await zip.file('word/media/image1.png')?.async('uint8array')).toEqual(picture);
  });
  it('文本框里的问题批在外面那一段', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('九轴出品')}</w:txbxContent></w:pict></w:r>`;
    const xml = await part(
      await annotated(await docx(`${TITLE}<w:p>${run('外面')}${box}</w:p>`)),
      'word/document.xml',
    );
    const inside = /<w:txbxContent>.*<\/w:txbxContent>/.exec(xml)?.[0] ?? '';
    expect(inside).toContain('九轴出品');
    expect(inside).not.toContain('comment');
    expect(xml).toContain('commentReference');
  });
});

it('报的段和字就是原文里的段和字', async () => {
  const report = await lintBytes(
    await docx(`${paragraph('')}${paragraph('第一段。')}${paragraph('第二段【待补】。')}`),
  );
  expect(notesOf(report).map(({ where }) => where)).toEqual([{ paragraph: 2, character: 4, length: 4 }]);
});
