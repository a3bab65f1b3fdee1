import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/profile/index.ts';
import { readQuestionnaire } from '../../src/workbook/index.ts';
import { single, yearly } from '../profile/support.ts';
import {
  columnOf,
  FILE,
  filled,
  put,
  readBack,
  refused,
  rewriteParts,
  rowOf,
  sheetOf,
  told,
} from './support.ts';

const Y = '年度数据';
const B = '基本情况';
const revenue = async (value: ExcelJS.CellValue, numFmt?: string): Promise<unknown> => {
  const { profile } = await readBack((workbook) => {
    const cell = put(workbook, Y, '营业收入', value, '2025年');
    if (numFmt !== undefined) cell.numFmt = numFmt;
  });
  return yearly(profile, 'revenue', 2025);
};
const share = async (value: ExcelJS.CellValue, numFmt?: string): Promise<unknown> => {
  const { profile } = await readBack((workbook) => {
    const cell = put(workbook, '年度数据', '全国市场占有率', value, '2025年');
    if (numFmt !== undefined) cell.numFmt = numFmt;
  });
  return yearly(profile, 'nationalShare', 2025);
};
const founded = async (value: ExcelJS.CellValue, numFmt?: string): Promise<Profile> => {
  const { profile } = await readBack((workbook) => {
    const cell = put(workbook, '主导产品', '从事细分市场起始日', value);
    if (numFmt !== undefined) cell.numFmt = numFmt;
  });
  return profile;
};

describe('人填的格子', () => {
  it.each<[string, ExcelJS.CellValue, string | undefined, string]>([
    ['数', 5512.5, undefined, '55125000'],
    ['文本数字', '5512.5', '@', '55125000'],
    ['千分位文本', '5,512.5', '@', '55125000'],
    ['全角', '５５１２．５', '@', '55125000'],
    ['带单位', '0.55125亿元', '@', '55125000'],
    ['零是零', 0, undefined, '0'],
    ['浮点尾数', 0.1 + 0.2, undefined, '3000'],
    ['公式的保存结果', { formula: 'B1+C1', result: 5512.5 }, undefined, '55125000'],
    ['显示格式带单位', 0.55125, '0.00000"亿元"', '55125000'],
    ['会计格式', 5512.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ', '55125000'],
    ['富文本', { richText: [{ text: '5,512' }, { text: '.5' }] }, '@', '55125000'],
  ])('营业收入写成%s', async (_name, value, format, expected) => {
    expect(await revenue(value, format)).toBe(expected);
  });

  it.each<[string, ExcelJS.CellValue, string | undefined, string]>([
    ['百分比格式存 0.052', 0.052, '0.00%', '0.052'],
    ['常规格式写 5.2', 5.2, 'General', '0.052'],
    ['文本 5.2%', '5.2%', '@', '0.052'],
    ['百分比格式下的 29%', 0.29, '0%', '0.29'],
  ])('占有率：%s', async (_name, value, format, expected) => {
    expect(await share(value, format)).toBe(expected);
  });

  it('占有率在常规格式下写 0.052 按 0.052% 理解，并提醒', async () => {
    const { profile, diagnostics } = await readBack((workbook) => {
      put(workbook, Y, '全国市场占有率', 0.052, '2025年').numFmt = 'General';
    });
    expect(yearly(profile, 'nationalShare', 2025)).toBe('0.00052');
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(/^H131 年度数据!E\d+ 全国市场占有率：“0.052”没有写%/),
    ]);
  });

  it.each<[string, ExcelJS.CellValue, string | undefined]>([
    ['日期格子', new Date('2013-03-01T00:00:00Z'), 'yyyy-mm-dd'],
    ['中文日期格式', new Date('2013-03-01T00:00:00Z'), 'yyyy"年"m"月"d"日"'],
    ['带时间', new Date('2013-03-01T15:30:00Z'), 'yyyy-mm-dd hh:mm'],
    ['文本', '2013-3-1', '@'],
    ['中文文本', '2013年3月1日', '@'],
    ['没有格式的序号', 41334, 'General'],
  ])('日期：%s', async (_name, value, format) => {
    expect(single(await founded(value, format), 'segmentSince')).toBe('2013-03-01');
  });

  it('日期格子里只填了年份 2013（存成 1905 年的一天）要报错，不照收', async () => {
    const diagnostics = await refused((workbook) =>
      put(workbook, '主导产品', '从事细分市场起始日', new Date('1905-07-05T00:00:00Z')),
    );
    expect(told(diagnostics)).toEqual([
      'E465 主导产品!C4 从事细分市场起始日：1905-07-05 像是只填了年份 2013',
    ]);
  });

  it.each<[ExcelJS.CellValue, unknown]>([
    ['是', true],
    ['√', true],
    ['有', true],
    [true, true],
    ['否', false],
    ['无', false],
    ['×', false],
    [false, false],
    [null, undefined],
    ['  ', undefined],
  ])('是否填 %s', async (value, expected) => {
    const { profile } = await readBack((workbook) => {
      put(workbook, B, '企业名称', '甲');
      put(workbook, B, '境内依法设立', value);
    });
    expect(single(profile, 'domestic')).toBe(expected);
  });

  it('多选用顿号、分号、换行都行，“无”是一项也没有', async () => {
    const fill = async (value: string) => {
      const { profile } = await readBack((workbook) =>
        put(workbook, '主导产品', '主导产品产业基础领域', value),
      );
      return single(profile, 'sixBases');
    };
    const both = ['关键软件', '先进基础工艺'];
    expect(await fill('关键软件、先进基础工艺')).toEqual(both);
    expect(await fill('关键软件；先进基础工艺')).toEqual(both);
    expect(await fill('关键软件\n先进基础工艺')).toEqual(both);
    expect(await fill('无')).toEqual([]);
  });

  it('信用代码存成数字：末几位已丢，报告，不修', async () => {
    const diagnostics = await refused((workbook) => {
      put(workbook, B, '统一社会信用代码', 914502007000000000).numFmt = '0';
    });
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(/^E465 基本情况!C5 统一社会信用代码：超过15位的数字/),
    ]);
  });

  it('行业代码 0111 存成数字 111 不算 111 类，存成 3451 照收', async () => {
    const code = (value: number) => (workbook: ExcelJS.Workbook) => {
      put(workbook, B, '行业代码', value).numFmt = 'General';
    };
    const { profile } = await readBack(code(3451));
    expect(single(profile, 'industryCode')).toBe('3451');
    expect(told(await refused(code(1)))).toEqual([
      expect.stringContaining('“1”按数字存放，位数不对，开头的0可能已丢失'),
    ]);
  });

  it.each<[string, ExcelJS.CellValue, string | undefined, string]>([
    ['公式错误', { error: '#DIV/0!' }, undefined, '单元格是公式错误 #DIV/0!'],
    ['没有保存结果的公式', { formula: 'B1/C1' }, undefined, '公式没有保存计算结果'],
    ['缩放了的显示格式', 55_125_000, '0!.0,"万元"', '显示格式带单位“万元”并缩放了数值，看不准实际金额'],
    ['不是数', '约五千', '@', '“约五千”不是数'],
    ['单位不符', '5000人', '@', '“5000人”的单位与字段不符'],
    ['负数', -1, undefined, '“-1”是负数，营业收入不能为负'],
    ['斜杠', '/', '@', '“/”不是数'],
  ])('营业收入是%s：报错写明表和格', async (_name, value, format, message) => {
    const diagnostics = await refused((workbook) => {
      const cell = put(workbook, Y, '营业收入', value, '2025年');
      if (format !== undefined) cell.numFmt = format;
    });
    expect(told(diagnostics)).toEqual([expect.stringContaining(`年度数据!E5 营业收入：${message}`)]);
  });

  it('几处错误一次报完，好的格子不掩盖坏的', async () => {
    const diagnostics = await refused((workbook) => {
      put(workbook, B, '企业名称', '甲');
      put(workbook, B, '企业规模', '超大');
      put(workbook, Y, '营业收入', { error: '#REF!' }, '2025年');
      put(workbook, Y, '研发费用', 'abc', '2024年');
    });
    expect(diagnostics.map(({ code, where }) => `${code} ${where?.sheet}!${where?.cell}`).sort()).toEqual([
      'E130 基本情况!C9',
      'E130 年度数据!D9',
      'E465 年度数据!E5',
    ]);
  });

  it('合并的格子看不准属于哪一年：报错', async () => {
    const diagnostics = await refused((workbook) => {
      const sheet = sheetOf(workbook, Y);
      put(workbook, Y, '营业收入', 5000, '2024年');
      const row = rowOf(sheet, '营业收入');
      sheet.mergeCells(row, columnOf(sheet, 3, '2024年'), row, columnOf(sheet, 3, '2025年'));
    });
    expect(told(diagnostics)).toEqual([expect.stringContaining('年度数据!E5 营业收入：与 D5 合并在一起')]);
  });

  it('1904 日期系统', async () => {
    const bytes = await filled((workbook) => {
      workbook.properties.date1904 = true;
      put(workbook, '主导产品', '从事细分市场起始日', new Date('2013-03-01T00:00:00Z'));
    });
    const { profile } = await readQuestionnaire(bytes, FILE);
    expect(single(profile, 'segmentSince')).toBe('2013-03-01');
  });

  it('共享公式读保存的结果', async () => {
    const bytes = await rewriteParts(
      await filled((workbook) => {
        put(workbook, Y, '营业收入', { formula: '5000+1', result: 5001 }, '2024年');
        put(workbook, Y, '营业收入', { formula: '5000+2', result: 5002 }, '2025年');
      }),
      /worksheets\/sheet\d+\.xml$/,
      (xml) =>
        xml
          .replace('<f>5000+1</f>', '<f t="shared" ref="D5:E5" si="0">5000+1</f>')
          .replace('<f>5000+2</f>', '<f t="shared" si="0"/>'),
    );
    const { profile } = await readQuestionnaire(bytes, FILE);
    expect([yearly(profile, 'revenue', 2024), yearly(profile, 'revenue', 2025)]).toEqual([
      '50010000',
      '50020000',
    ]);
  });

  it('每个值知道自己在哪张表哪一格', async () => {
    const { profile } = await readBack((workbook) => {
      put(workbook, B, '企业名称', '甲');
      put(workbook, Y, '营业收入', 1, '2023年');
    });
    expect(profile.single.get('name')?.at).toEqual({ file: FILE, sheet: B, cell: 'C4' });
    expect(profile.yearly.get('revenue')?.get(2023)?.at).toEqual({ file: FILE, sheet: Y, cell: 'C5' });
  });
});
