import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnOf, openBytes, profileOf, questionnaire, rowOf, sheetOf } from './support.ts';

const texts = (sheet: ExcelJS.Worksheet, row: number): string[] => {
  const found: string[] = [];
  sheet.getRow(row).eachCell((cell, column) => {
    if (column > 1) found.push(cell.text);
  });
  return found;
};
const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
const noteOf = (cell: ExcelJS.Cell): string =>
  typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map(({ text }) => text).join('');

const REQUIRED = 'FFFFF8DC';
const SHUT = 'FFE7E6E6';

describe('采集表的样子', () => {
  let book: ExcelJS.Workbook;
  const sheet = (name: string) => sheetOf(book, name);
  const inputOf = (name: string, label: string): ExcelJS.Cell =>
    sheet(name).getCell(rowOf(sheet(name), label), 3);

  beforeAll(async () => {
    book = await openBytes(await questionnaire());
  });

  it('按组分表，记录各一张，说明在前，选项表隐藏', () => {
    expect(
      book.worksheets.map(({ name, state }) => `${name}${state === 'visible' ? '' : '（隐藏）'}`),
    ).toEqual([
      '填写说明',
      '基本情况',
      '年度数据',
      '主导产品',
      '知识产权情况',
      '知识产权',
      '科技奖励',
      '称号',
      '信用与合规',
      '违法事故记录',
      '撤销或造假记录',
      '档案说明',
      '来源与佐证',
      '选项（隐藏）',
    ]);
  });

  it('年度数据：一年一列，标出上年度和本年度，标签带单位', () => {
    expect(texts(sheet('年度数据'), 3)).toEqual([
      '指标',
      '2023年',
      '2024年',
      '2025年（上年度）',
      '2026年（本年度）',
      '口径与佐证',
    ]);
    expect(texts(sheet('年度数据'), 5)[0]).toBe('* 营业收入（万元）');
  });

  it('必填的标 *、浅黄底；不要的年份灰、锁；要填的不锁', () => {
    const years = sheet('年度数据');
    const rd = rowOf(years, '研发费用');
    expect(years.getCell(rd, 2).text).toBe('* 研发费用（万元）');
    expect([3, 4, 5, 6].map((column) => fillOf(years.getCell(rd, column)))).toEqual([
      undefined,
      REQUIRED,
      REQUIRED,
      SHUT,
    ]);
    expect([3, 4, 5, 6].map((column) => years.getCell(rd, column).protection?.locked)).toEqual([
      false,
      false,
      false,
      undefined,
    ]);
    expect(fillOf(years.getCell(rowOf(years, '专精特新发展评价得分'), 6))).toBe(REQUIRED);
    expect(years.getCell(rowOf(years, '全职员工数'), 2).text).toBe('全职员工数（人）');
  });

  it('每张要填的表都受保护、没有密码，标签锁着，可以插行', async () => {
    const visible = book.worksheets.filter((item) => item.state === 'visible');
    const guards = visible.map((item) => Reflect.get(item, 'sheetProtection'));
    expect(guards.every((guard) => guard?.sheet === true)).toBe(true);
    expect(guards.every((guard) => guard?.hashValue === undefined)).toBe(true);
    expect(guards.every((guard) => guard?.insertRows === true)).toBe(true);
    expect(sheet('基本情况').getCell('B4').protection?.locked).not.toBe(false);
    expect(sheet('基本情况').getColumn(1).hidden).toBe(true);
  });

  it('是否、选项、多选有下拉，选项放在隐藏表里；日期有校验', () => {
    const rule = (cell: ExcelJS.Cell) => cell.dataValidation;
    const optionsOf = (cell: ExcelJS.Cell): string[] => {
      const range = /^'?选项'?!\$([A-Z]+)\$2:\$\1\$(\d+)$/.exec(String(rule(cell)?.formulae?.[0]));
      const [, column = '', last = ''] = range ?? [];
      return Array.from(
        { length: Number(last) - 1 },
        (_, index) => sheet('选项').getCell(`${column}${index + 2}`).text,
      );
    };
    expect(optionsOf(inputOf('基本情况', '境内依法设立'))).toEqual(['是', '否']);
    expect(optionsOf(inputOf('基本情况', '企业规模'))).toEqual(['大型', '中型', '小型', '微型']);
    const multi = inputOf('主导产品', '主导产品产业方向');
    expect(optionsOf(multi)).toEqual(['改造提升传统产业', '培育壮大新兴产业', '布局建设未来产业']);
    expect(rule(multi)?.showErrorMessage).not.toBe(true);
    expect(rule(multi)?.prompt).toContain('用顿号“、”隔开');
    expect(rule(inputOf('主导产品', '从事细分市场起始日'))?.type).toBe('date');
    const ip = sheet('知识产权');
    expect(optionsOf(ip.getCell(5, columnOf(ip, 4, '种类')))).toContain('集成电路布图设计专有权');
    expect(optionsOf(ip.getCell('C3'))).toEqual(['已列全', '未列全', '无']);
  });

  it('提示和标题不超过 Excel 的限度', () => {
    for (const page of book.worksheets) {
      page.eachRow((row) => {
        row.eachCell({ includeEmpty: true }, (cell) => {
          expect((cell.dataValidation?.prompt ?? '').length).toBeLessThanOrEqual(255);
          expect((cell.dataValidation?.promptTitle ?? '').length).toBeLessThanOrEqual(32);
        });
      });
    }
  });

  it('数的格式：金额两位、百分比、整数、日期；代码是文本', () => {
    const format = (name: string, label: string) => inputOf(name, label).numFmt;
    expect(format('年度数据', '营业收入')).toBe('#,##0.00##');
    expect(format('年度数据', '全国市场占有率')).toBe('0.00##%');
    expect(format('年度数据', '全职员工数')).toBe('#,##0');
    expect(format('主导产品', '从事细分市场起始日')).toBe('yyyy-mm-dd');
    expect(format('基本情况', '统一社会信用代码')).toBe('@');
    expect(format('基本情况', '行业代码')).toBe('@');
  });

  it('可只填年的日期是文本格式：填 2020 不会变成 1905 年', () => {
    const awards = sheet('科技奖励');
    expect(awards.getCell(5, columnOf(awards, 4, '获奖日期')).numFmt).toBe('@');
  });

  it('标签的批注写口径、佐证、可填的选项', () => {
    const note = noteOf(sheet('年度数据').getCell(rowOf(sheet('年度数据'), '研发费用'), 2));
    expect(note).toContain('口径：审计报告利润表“研发费用”');
    expect(note).toContain('佐证：审计报告');
    const ip = sheet('知识产权');
    expect(noteOf(ip.getCell(4, columnOf(ip, 4, '取得方式')))).toContain('可填：自主研发、转入');
  });

  it('打印：A4 一页宽，表头每页重复，页脚有页码', () => {
    for (const page of book.worksheets.slice(1, -1)) {
      expect(page.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(page.pageSetup.printTitlesRow).toMatch(/^[34]:[34]$/);
      expect(page.headerFooter.oddFooter).toContain('第&P页');
    }
  });

  it('说明里有上年度、项目、各表内容和注意', () => {
    const guide = sheet('填写说明');
    const all: string[] = [];
    guide.eachRow((row) => row.eachCell((cell) => all.push(cell.text)));
    const said = all.join('\n');
    expect(said).toContain('上年度是 2025 年');
    expect(said).toContain('national-little-giant-2026');
    expect(said).toContain('认定以主管部门为准');
    expect(said).toContain('不知道就留空');
  });
});

describe('填好的采集表', () => {
  it('数存成数，日期存成日期，百分比存成小数', async () => {
    const book = await openBytes(
      await questionnaire(
        profileOf(
          '企业名称: 甲\n营业收入: {2025: 5512.5万元}\n全国市场占有率: {2025: 29%}\n从事细分市场起始日: 2013-03-01',
        ),
      ),
    );
    const years = sheetOf(book, '年度数据');
    expect(years.getCell(rowOf(years, '营业收入'), 5).value).toBe(5512.5);
    expect(years.getCell(rowOf(years, '全国市场占有率'), 5).value).toBe(0.29);
    const product = sheetOf(book, '主导产品');
    expect(product.getCell(rowOf(product, '从事细分市场起始日'), 3).value).toEqual(
      new Date('2013-03-01T00:00:00Z'),
    );
  });

  it('以 = 开头的文字还是文字，不成公式', async () => {
    const book = await openBytes(await questionnaire(profileOf('企业名称: "=1+1"')));
    const cell = sheetOf(book, '基本情况').getCell('C4');
    expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, '=1+1']);
  });

  it('别的年份有数就多开一列', async () => {
    const book = await openBytes(await questionnaire(profileOf('企业名称: 甲\n营业收入: {2019: 1万元}')));
    expect(texts(sheetOf(book, '年度数据'), 3).slice(1, 3)).toEqual(['2019年', '2023年']);
  });

  it('一格放不下的文字：报错，不截断', async () => {
    await expect(questionnaire(profileOf(`企业名称: ${'长'.repeat(32_768)}`))).rejects.toThrow(
      '企业名称有 32768 个字符，一个单元格最多放 32767 个',
    );
  });
});
