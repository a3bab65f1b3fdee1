import { describe, expect, it } from 'vitest';
import { RICH } from '../sample.ts';
import { fill, fillLine, fillLines, table, template } from './helper.ts';

const IP = {
  知识产权: [
    { 名称: '甲', 种类: '发明专利', 有效: '是', 授权日: '2021-06-01' },
    { 名称: '乙', 种类: '实用新型专利', 有效: '否' },
    { 名称: '丙', 种类: '国防专利' },
  ],
};

describe('循环', () => {
  it('表格行：一条一行，表头和后面的行不动，没填的属性是占位', async () => {
    const body = table([
      ['序号', '名称', '授权日'],
      ['{#知识产权}{序号}', '{名称}（{种类}）', '{授权日|横线}{/知识产权}'],
      ['合计', '{知识产权.项数}', ''],
    ]);
    const { tables, blanks } = await fill(await template(body), IP);
    expect(tables[0]).toEqual([
      ['序号', '名称', '授权日'],
      ['1', '甲（发明专利）', '2021-06-01'],
      ['2', '乙（实用新型专利）', '【待补充】'],
      ['3', '丙（国防专利）', '【待补充】'],
      ['合计', '3', ''],
    ]);
    expect(blanks).toEqual(['知识产权第2项：授权日', '知识产权第3项：授权日']);
  });

  it('几行一组也可以', async () => {
    const body = table([
      ['{#知识产权}名称', '{名称}'],
      ['种类', '{种类}{/知识产权}'],
    ]);
    expect((await fill(await template(body), IP)).tables[0]).toEqual([
      ['名称', '甲'],
      ['种类', '发明专利'],
      ['名称', '乙'],
      ['种类', '实用新型专利'],
      ['名称', '丙'],
      ['种类', '国防专利'],
    ]);
  });

  it('独占一段的开头和结尾不留空段；同一段里的连着写', async () => {
    expect(await fillLines(['{#知识产权}', '{序号}．{名称}', '{/知识产权}', '完'], IP)).toEqual([
      '1．甲',
      '2．乙',
      '3．丙',
      '完',
    ]);
    expect(await fillLine('有：{#知识产权}{名称}；{/}共{知识产权.项数}项', IP)).toBe('有：甲；乙；丙；共3项');
  });

  it('筛选按属性，几个值任一；没填的属性不算列入也不算排除', async () => {
    expect(await fillLine('{#知识产权|种类=发明专利、国防专利}{名称}；{/知识产权}', IP)).toBe('甲；丙；');
    expect(await fillLine('{#知识产权|有效=是}{名称}；{/知识产权}', IP)).toBe(
      '甲；【核对：“丙”有效未填，未列入】',
    );
    expect(await fillLine('{#称号|有效期内}{名称}；{/称号}', RICH)).toBe('高新技术企业；');
  });

  it('没有清单是不知道，写明没有是没有，未列全另说', async () => {
    const line = '{#知识产权}{名称}；{/知识产权}{^知识产权}无{/知识产权}';
    expect(await fillLine(line, {})).toBe('【待补充：知识产权】');
    expect(await fillLine(line, { 知识产权: [] })).toBe('无');
    expect(await fillLine(line, { 知识产权: [{ 名称: '甲' }] })).toBe('甲；');
    expect(await fillLine(line, { 知识产权: { 记录: [{ 名称: '甲' }], 未列全: '是' } })).toBe(
      '甲；【待补充：未列全】',
    );
    expect(await fillLine(line, { 知识产权: { 记录: [], 未列全: '是' } })).toBe('【待补充：未列全】');
    expect(await fillLine('{^知识产权}无{/知识产权}', {})).toBe('【待补充：知识产权】');
  });

  it('表格里没有清单：留一行，第一格是占位，其余文字不写', async () => {
    const body = table([
      ['名称', '说明'],
      ['{#知识产权}专利{名称}', '属于{种类}{/知识产权}'],
    ]);
    const { tables, blanks } = await fill(await template(body), {});
    expect(tables[0]).toEqual([
      ['名称', '说明'],
      ['【待补充：知识产权】', ''],
    ]);
    expect(blanks).toEqual(['知识产权']);
    expect((await fill(await template(body), { 知识产权: [] })).tables[0]).toEqual([['名称', '说明']]);
  });

  it('文字列表和近几年', async () => {
    expect(await fillLine('{#贷款用途}{序号}{.}；{/贷款用途}', RICH)).toBe('1流动资金；2技术改造；');
    const body = table([
      ['年度', '营业收入', '增长率'],
      ['{#近3年}{年度}年', '{营业收入|无单位}', '{营业收入增长率}{/近3年}'],
    ]);
    const { tables, blanks } = await fill(await template(body), RICH);
    expect(tables[0]).toEqual([
      ['年度', '营业收入', '增长率'],
      ['2023年', '10000', '【待补充】'],
      ['2024年', '11500', '15%'],
      ['2025年', '12345.678', '7.35%'],
    ]);
    expect(blanks).toEqual(['营业收入增长率（2023年）']);
  });

  it('嵌套：循环里的条件用这一条的属性，取不到的取档案的字段', async () => {
    const line = '{#知识产权}{名称}{#有效}有效{/有效}{^有效}失效{/有效}（{企业简称}）；{/知识产权}';
    expect(await fillLine(line, { ...IP, 企业简称: ['某某'] })).toBe(
      '甲有效（某某）；乙失效（某某）；丙【待补充：知识产权第3项：有效】（某某）；',
    );
    expect(
      await fillLine('{#主要产品}{名称}：{#知识产权}{种类}、{/知识产权}{/主要产品}', {
        ...IP,
        主要产品: [{ 名称: '轴承' }],
      }),
    ).toBe('轴承：发明专利、实用新型专利、国防专利、');
  });
});

describe('条件', () => {
  const line = '{#已上市}已上市，代码{股票代码}{/已上市}{^已上市}未上市{/已上市}。';
  it.each([
    ['是', { 已上市: '是', 股票代码: '000000' }, '已上市，代码000000。'],
    ['否', { 已上市: '否' }, '未上市。'],
    ['没填', {}, '【待补充：已上市】。'],
  ])('%s', async (_name, data, text) => {
    expect(await fillLine(line, data)).toBe(text);
  });

  it('写明值的条件；不是“是否”的字段填了才写', async () => {
    const size = '{#企业规模=小型、微型}小微{/企业规模}{^企业规模=小型、微型}不是小微{/企业规模}';
    expect(await fillLine(size, { 企业规模: '微型' })).toBe('小微');
    expect(await fillLine(size, { 企业规模: '中型' })).toBe('不是小微');
    expect(await fillLine(size, {})).toBe('【待补充：企业规模】');
    expect(await fillLine('{#营业收入.前年}收入{营业收入.前年}{/营业收入}', RICH)).toBe('收入11500万元');
    expect(await fillLine('{#研发费用占比}占{研发费用占比}{/}', {})).toBe(
      '【待补充：研发费用占比（2025年）】',
    );
  });
});
