import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { cellOf, generate, openForm, openNarrative } from './helper.ts';
import { RICH } from './sample.ts';

const xmlParts = async (bytes: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
  return texts.join('\n');
};

describe('古怪的值', () => {
  it('标签样的文字原样成为文字，不成为标签', async () => {
    const value = '<w:p>&amp; "甲" </w:t><w:br/>';
    const form = await openForm({ 通讯地址: value });
    expect(cellOf(form, '通讯地址')).toBe(value);
    expect(form.xml).toContain('&lt;w:p&gt;&amp;amp;');
    expect((await openNarrative({ 发展战略: value })).text).toContain('<w:p>&amp; "甲" </w:t><w:br/>。');
  });

  it('XML 1.0 不容许的字符和改变书写方向的控制符去掉，其余留下', async () => {
    const value = '甲\u0000\u0001\u0008\u000b\u001f\ufffe\uffff\ud800乙\u202e丙😀مرحبا\u007f';
    expect(cellOf(await openForm({ 通讯地址: value }), '通讯地址')).toBe('甲乙丙😀مرحبا\u007f');
    const all = await Promise.all(
      (await generate({ 通讯地址: value, 发展战略: value })).map(({ bytes }) => xmlParts(bytes)),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    for (const xml of all) expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });

  it('一万字的格子一字不少', async () => {
    const value = '长'.repeat(10_000);
    const form = await openForm({ 境外经营情况: value });
    expect(cellOf(form, '境外经营情况')).toBe(value);
    // a row that may not be broken and is longer than a page loses its end
    const row = [...form.xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].find(([xml]) => xml.includes(value));
    expect(row?.[0]).not.toContain('w:cantSplit');
  });

  it('换行在表格里是换行，在句子里是空格', async () => {
    expect(cellOf(await openForm({ 通讯地址: '甲\r\n乙' }), '通讯地址')).toBe('甲\n乙');
    expect((await openNarrative({ 发展战略: '甲\r\n乙' })).text).toContain('甲 乙。');
  });

  it('提示里的古怪字符同样处理', async () => {
    const form = await openForm({}, { notices: ['<甲>\u0001'] });
    expect(form.tables[0]).toEqual([['<甲>']]);
  });

  it('任何档案都不出现 undefined、NaN、null、[object', async () => {
    const odd = {
      知识产权: [{}],
      称号: [{}],
      标准: { 记录: [{}], 未列全: '是' },
      营业收入: { 2025: '0' },
      主营业务收入: { 2025: '0' },
      产品认证: [{}],
      贷款用途: [],
    };
    for (const data of [RICH, {}, odd]) {
      for (const { bytes, blanks } of await generate(data)) {
        expect(`${await xmlParts(bytes)}${blanks.join()}`).not.toMatch(
          /undefined|NaN|\bnull\b|\[object|Infinity/,
        );
      }
    }
  });
});

describe('生成的文件', () => {
  it('同样的输入得到同样的字节', async () => {
    const [first, second] = [await generate(RICH), await generate(RICH)];
    expect(first.length).toBeGreaterThan(10);
    for (const [index, { bytes }] of first.entries()) {
      expect(Buffer.from(bytes).equals(Buffer.from(second[index]?.bytes ?? []))).toBe(true);
    }
  });

  it('不带生成时间和作者', async () => {
    for (const { bytes } of await generate(RICH)) {
      const zip = await JSZip.loadAsync(bytes);
      const core = await zip.file('docProps/core.xml')?.async('string');
      expect(core).not.toMatch(/created|modified|creator/);
      expect(new Set(Object.values(zip.files).map((file) => file.date.getUTCFullYear()))).toEqual(
        new Set([1980]),
      );
      expect(Object.keys(zip.files)[0]).toBe('[Content_Types].xml');
    }
  });

  it('A4 纸，仿宋正文、黑体标题、宋体表格，中西文字体都设，表宽用固定值，表头跨页重复', async () => {
    const [form] = await generate(RICH);
    const zip = await JSZip.loadAsync(form?.bytes ?? new Uint8Array());
    const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
    for (const font of ['仿宋', '黑体', '宋体']) {
      expect(styles).toMatch(
        new RegExp(
          `<w:rFonts(?=[^>]*w:ascii="${font}")(?=[^>]*w:hAnsi="${font}")(?=[^>]*w:eastAsia="${font}")`,
        ),
      );
    }
    expect(styles).toContain('w:eastAsia="zh-CN"');
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).not.toContain('w:type="pct"');
    const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map((grid) =>
      [...(grid[1] ?? '').matchAll(/w:w="(\d+)"/g)].reduce((sum, column) => sum + Number(column[1]), 0),
    );
    expect(new Set(grids)).toEqual(new Set([9638]));
    expect(xml).toContain('<w:tblHeader/>');
    const header = (await zip.file('word/header1.xml')?.async('string')) ?? '';
    expect(header).toContain('工作底稿（非官方表样，以培育平台为准）');
  });

  it('每一行的格子合起来恰好是整张表的列数', async () => {
    const { xml } = await openForm(RICH);
    for (const [table] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const columns = table.match(/<w:gridCol /g)?.length;
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
        const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
          Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        );
        expect(cells.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  });

  it('占位都有黄色标记，事实没有', async () => {
    const { xml } = await openForm(RICH);
    const runs = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs)].map((run) => run[0]);
    const marked = runs.filter((run) => run.includes('w:highlight w:val="yellow"'));
    const placeholders = runs.filter((run) => /【(?:待补充|核对)/.test(run));
    expect(placeholders.length).toBeGreaterThan(20);
    expect(marked).toEqual(placeholders);
  });

  it('空白清单按文件里的次序、不重复地列出', async () => {
    const [form] = await generate({ ...RICH, 通讯地址: '' });
    expect(form?.blanks.slice(0, 4)).toEqual([
      '通讯地址',
      '传真',
      '所属行业：GB/T 4754-2017 大类名称',
      '净利润增长率（2023年）',
    ]);
    expect(new Set(form?.blanks).size).toBe(form?.blanks.length);
  });
});
