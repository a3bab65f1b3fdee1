import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readQuestionnaire } from '../../src/workbook/index.ts';
import { single, yearly } from '../profile/support.ts';
import {
  bytesOf,
  columnOf,
  FILE,
  filled,
  openBytes,
  put,
  readBack,
  refused,
  rowOf,
  sheetOf,
  told,
} from './support.ts';

const Y = '年度数据';
const B = '基本情况';

const fillBasics = (workbook: ExcelJS.Workbook): void => {
  put(workbook, B, '企业名称', '甲');
  put(workbook, Y, '营业收入', 5000, '2024年');
  put(workbook, Y, '研发费用', 200, '2025年');
  const ip = sheetOf(workbook, '知识产权');
  ip.getCell('C3').value = '已列全';
  ip.getCell(5, columnOf(ip, 4, '名称')).value = '发明甲';
  ip.getCell(5, columnOf(ip, 4, '种类')).value = '发明专利';
};
const expectBasics = async (bytes: Uint8Array) => {
  const { profile, diagnostics } = await readQuestionnaire(bytes, FILE);
  expect(single(profile, 'name')).toBe('甲');
  expect(yearly(profile, 'revenue', 2024)).toBe('50000000');
  expect(yearly(profile, 'rd', 2025)).toBe('2000000');
  const list = profile.records.get('ip');
  expect(list?.complete).toBe(true);
  expect(list?.items.map((item) => item.get('kind')?.value)).toEqual(['发明专利']);
  return diagnostics;
};

describe('人挪动过的采集表：认键和标签，不认位置', () => {
  it('原样', async () => {
    expect(await expectBasics(await filled(fillBasics))).toEqual([]);
  });

  it('插了行', async () => {
    const bytes = await filled((workbook) => {
      fillBasics(workbook);
      sheetOf(workbook, Y).spliceRows(2, 0, [], []);
      sheetOf(workbook, Y).spliceRows(8, 0, []);
      sheetOf(workbook, B).spliceRows(1, 0, ['', '某某公司采集表']);
      sheetOf(workbook, '知识产权').spliceRows(5, 0, []);
    });
    expect(await expectBasics(bytes)).toEqual([]);
  });

  it('插了列：空列不管，有字没有表头的列提醒', async () => {
    const bytes = await filled((workbook) => {
      fillBasics(workbook);
      sheetOf(workbook, Y).spliceColumns(3, 0, []);
      sheetOf(workbook, B).spliceColumns(4, 0, ['', '', '我的备注', '问过张总']);
      sheetOf(workbook, '知识产权').spliceColumns(4, 0, []);
    });
    expect(told(await expectBasics(bytes))).toEqual(['W472 基本情况!D3 不认识表头“我的备注”，这一列没有读']);
  });

  it('工作表调了顺序、改了名', async () => {
    const workbook = await openBytes(await filled(fillBasics));
    workbook.worksheets.forEach((sheet, index) => {
      Object.assign(sheet, { orderNo: workbook.worksheets.length - index });
    });
    sheetOf(workbook, Y).name = '近三年';
    sheetOf(workbook, '知识产权').name = '专利';
    expect(await expectBasics(await bytesOf(workbook))).toEqual([]);
  });

  it('年度列换了位置', async () => {
    const bytes = await filled((workbook) => {
      fillBasics(workbook);
      const sheet = sheetOf(workbook, Y);
      for (let row = 3; row <= sheet.rowCount; row += 1) {
        const [a, b] = [sheet.getCell(row, 3), sheet.getCell(row, 5)];
        [a.value, b.value] = [b.value, a.value];
      }
    });
    await expectBasics(bytes);
  });

  it('隐藏的键删掉了：按标签识别，并说明', async () => {
    const bytes = await filled((workbook) => {
      fillBasics(workbook);
      for (const sheet of workbook.worksheets) sheet.spliceColumns(1, 1);
    });
    const diagnostics = await expectBasics(bytes);
    expect(told(diagnostics).filter((text) => text.includes(Y))).toEqual([
      'H473 年度数据! 工作表“年度数据”没有隐藏的键，按标签识别',
    ]);
    expect(diagnostics.every(({ code }) => code === 'H473' || code === 'W471')).toBe(true);
  });

  it('标签改成了别的字段或别的口径：不猜，报错', async () => {
    const relabel = (text: string) => (workbook: ExcelJS.Workbook) => {
      const sheet = sheetOf(workbook, Y);
      sheet.getCell(rowOf(sheet, '研发费用'), 2).value = text;
      fillOther(workbook);
    };
    const fillOther = (workbook: ExcelJS.Workbook) => put(workbook, B, '企业名称', '甲');
    expect(told(await refused(relabel('资本化研发支出')))).toEqual([
      'E463 年度数据!B9 标签“资本化研发支出”与这一行隐藏的键（研发费用）对不上，不知道填的是哪一项',
    ]);
    expect(told(await refused(relabel('研发费用（加计扣除口径）')))[0]).toContain('E463');
  });

  it('标签里的单位改成元：按元读；改成人：报错', async () => {
    const { profile } = await readBack((workbook) => {
      put(workbook, Y, '营业收入', 50000000, '2024年');
      const sheet = sheetOf(workbook, Y);
      sheet.getCell(rowOf(sheet, '营业收入'), 2).value = '营业收入（元）';
    });
    expect(yearly(profile, 'revenue', 2024)).toBe('50000000');
    const diagnostics = await refused((workbook) => {
      put(workbook, Y, '营业收入', 5000, '2024年');
      const sheet = sheetOf(workbook, Y);
      sheet.getCell(rowOf(sheet, '营业收入'), 2).value = '营业收入（人）';
    });
    expect(told(diagnostics)).toEqual(['E130 年度数据!D5 营业收入：“5000人”的单位与字段不符']);
  });

  it('自己加了一行：写词典里的名称就读，写错了给建议，写在没有字段名的行报错', async () => {
    const add = (label: string | null, value: ExcelJS.CellValue) => (workbook: ExcelJS.Workbook) => {
      const sheet = sheetOf(workbook, Y);
      const row = sheet.rowCount + 1;
      sheet.getCell(row, 2).value = label;
      sheet.getCell(row, 5).value = value;
    };
    const { profile } = await readBack(add('净利润', 450));
    expect(yearly(profile, 'netProfit', 2025)).toBe('4500000');
    const wrong = await refused(add('净利闰', 450));
    expect(wrong.map(({ code, fix }) => [code, fix])).toEqual([['E121', '是不是想写“净利润”？']]);
    expect(told(await refused(add(null, 450)))[0]).toContain('E466');
    expect(told(await refused(add('企业名称', '甲')))[0]).toContain('E123');
  });

  it('同一字段填了两处：报错', async () => {
    const diagnostics = await refused((workbook) => {
      put(workbook, Y, '营业收入', 5000, '2024年');
      const sheet = sheetOf(workbook, Y);
      sheet.getCell(sheet.rowCount + 1, 2).value = '营收';
      sheet.getCell(sheet.rowCount, 4).value = 6000;
    });
    expect(told(diagnostics)).toEqual([expect.stringContaining('2024年营业收入写了两次')]);
  });

  it('“填写内容”一列的表头没了：报错，不当作没填', async () => {
    const diagnostics = await refused((workbook) => {
      put(workbook, B, '企业名称', '甲');
      sheetOf(workbook, B).getCell('C3').value = '内容一';
      sheetOf(workbook, B).getCell('B3').value = '内容二';
    });
    expect(told(diagnostics)[0]).toContain('E468 基本情况! 第 3 行表头里找不到“填写内容”一列');
  });

  it('多出来的工作表提醒没有读', async () => {
    const { diagnostics } = await readBack((workbook) => {
      put(workbook, B, '企业名称', '甲');
      workbook.addWorksheet('草稿').getCell('A1').value = '随手记';
      workbook.addWorksheet('空的');
    });
    expect(told(diagnostics)).toEqual(['W471 草稿! 工作表“草稿”不是采集表的表，没有读']);
  });
});
