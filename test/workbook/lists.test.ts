import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnOf, put, readBack, refused, sheetOf, told } from './support.ts';

interface Case {
  readonly state?: string;
  readonly names?: readonly string[];
}

/** Fills 称号 (名称 is a choice) with a state and names, beside a company's name. */
const fill =
  ({ state, names = [] }: Case) =>
  (workbook: ExcelJS.Workbook): void => {
    put(workbook, '基本情况', '企业名称', '甲');
    const sheet = sheetOf(workbook, '称号');
    if (state !== undefined) sheet.getCell('C3').value = state;
    names.forEach((name, index) => {
      sheet.getCell(5 + index, columnOf(sheet, 4, '名称')).value = name;
    });
  };
const ONE = ['创新型中小企业'];

describe('记录表的填写情况', () => {
  it.each<
    [string, Case, { readonly complete: boolean; readonly count: number } | undefined, readonly string[]]
  >([
    ['什么都没写：不知道', {}, undefined, []],
    ['选无：没有', { state: '无' }, { complete: true, count: 0 }, []],
    ['选没有：没有', { state: '没有' }, { complete: true, count: 0 }, []],
    ['第一行写无：没有', { names: ['无'] }, { complete: true, count: 0 }, []],
    ['选无又在第一行写无', { state: '无', names: ['无'] }, { complete: true, count: 0 }, []],
    ['列全', { state: '已列全', names: ONE }, { complete: true, count: 1 }, []],
    ['未列全', { state: '未列全', names: ONE }, { complete: false, count: 1 }, []],
    ['未列全而一条没写', { state: '未列全' }, { complete: false, count: 0 }, []],
    ['没选：按未列全，提醒', { names: ONE }, { complete: false, count: 1 }, ['H474']],
    ['选列全而一条没写：按没填，警告', { state: '已列全' }, undefined, ['W475']],
    ['有，详情不知', { state: '已列全', names: ['（有，详情不知）'] }, { complete: true, count: 1 }, []],
  ])('%s', async (_name, input, expected, codes) => {
    const { profile, diagnostics } = await readBack(fill(input));
    const list = profile.records.get('titles');
    expect(list === undefined ? undefined : { complete: list.complete, count: list.items.length }).toEqual(
      expected,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, Case]>([
    ['选无又列了一条', { state: '无', names: ONE }],
    ['选已列全又写无', { state: '已列全', names: ['无'] }],
    ['写无又列了一条', { names: ['无', ...ONE] }],
    ['不认识的词', { state: '差不多', names: ONE }],
  ])('前后不一致不猜：%s', async (_name, input) => {
    expect((await refused(fill(input))).map(({ code }) => code)).toContain('E467');
  });

  it('记录里的错写明表和格；不认识的列提醒并建议', async () => {
    const diagnostics = await refused((workbook) => {
      fill({ state: '已列全', names: ['小巨仁'] })(workbook);
    });
    expect(told(diagnostics)).toEqual(['E130 称号!C5 名称：“小巨仁”不是可选项']);
    const { diagnostics: hints } = await readBack((workbook) => {
      fill({ state: '已列全', names: ONE })(workbook);
      const sheet = sheetOf(workbook, '称号');
      sheet.getCell(4, 9).value = '认定曰';
      sheet.getCell(5, 9).value = '2024-12-20';
    });
    expect(hints.map(({ code, where, fix }) => [code, where?.cell, fix])).toEqual([
      ['W472', 'I4', '是不是想写“认定日”？'],
    ]);
  });

  it('中间隔着空行照读；别名照认', async () => {
    const { profile } = await readBack((workbook) => {
      fill({ state: '已列全' })(workbook);
      const sheet = sheetOf(workbook, '称号');
      sheet.getCell(6, 3).value = '高企';
      sheet.getCell(60, 3).value = '小巨人';
    });
    expect(profile.records.get('titles')?.items.map((item) => item.get('name')?.value)).toEqual([
      '高新技术企业',
      '专精特新“小巨人”企业',
    ]);
  });
});

describe('来源与佐证', () => {
  const source =
    (...cells: readonly ExcelJS.CellValue[]) =>
    (workbook: ExcelJS.Workbook): void => {
      put(workbook, '基本情况', '企业名称', '甲');
      put(workbook, '年度数据', '营业收入', 5000, '2025年');
      const sheet = sheetOf(workbook, '来源与佐证');
      cells.forEach((value, index) => {
        sheet.getCell(4, 2 + index).value = value;
      });
    };

  it('逐年字段按年度对上', async () => {
    const { profile } = await readBack(source('营业收入', 2025, null, null, '2025年审计报告'));
    expect(profile.yearly.get('revenue')?.get(2025)?.source).toBe('2025年审计报告');
  });

  it('值没有填：警告', async () => {
    const { diagnostics } = await readBack(source('营业收入', 2024, null, null, '2024年审计报告'));
    expect(told(diagnostics)).toEqual(['W476 来源与佐证!F4 写了来源或佐证，但对应的值没有填']);
  });

  it.each<[string, readonly ExcelJS.CellValue[], string]>([
    ['没写年度', ['营业收入', null, null, null, '甲'], 'E469 来源与佐证!B4 营业收入是逐年字段，要写明年度'],
    ['没写第几条', ['称号', null, null, '名称', '甲'], 'E469 来源与佐证!E4 称号要写明第几条和哪个属性'],
    ['字段不认识', ['营业收人', 2025, null, null, '甲'], 'E469 来源与佐证!B4 不认识的字段“营业收人”'],
    ['没写字段', [null, 2025, null, null, '甲'], 'E466 来源与佐证!F4 没有写是哪个字段的来源'],
  ])('%s：报错', async (_name, cells, expected) => {
    expect(told(await refused(source(...cells)))).toEqual([expected]);
  });
});
