import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/base/ratio.ts';
import { isRatio, type Value } from '../../src/profile/index.ts';
import type { ClientRow } from '../../src/screen/rows.ts';
import { decimalText } from '../../src/table/decimal.ts';
import { type Cell, listOf } from './support.ts';

/** Exact numbers in the base unit: 元, or a fraction for percent. */
const plain = (value: Value | undefined): unknown => (isRatio(value) ? toDecimal(value, 9) : value);

/** A list of one company with one more column. */
const rowWith = async (header: string, value: Cell, format?: string): Promise<ClientRow> => {
  const list = await listOf(
    [
      ['企业名称', header],
      ['示例（虚构）有限公司', value],
    ],
    (sheet) => {
      if (format !== undefined) sheet.getCell('B2').numFmt = format;
    },
  );
  const [row] = list.rows;
  if (row === undefined) throw new Error('no row');
  return row;
};

const revenue = async (
  value: Cell,
  format?: string,
  header = '营业收入（2025年，万元）',
): Promise<unknown> => {
  const row = await rowWith(header, value, format);
  return plain(row.profile.yearly.get('revenue')?.get(2025)?.value) ?? row.problems[0]?.message;
};

describe('单元格的种类', () => {
  it.each([
    ['数', 5000, '50000000'],
    ['小数', 1198.5, '11985000'],
    ['0.1+0.2 的尾差不进账', 0.1 + 0.2, '3000'],
    ['文字数', '5,000.5', '50005000'],
    ['全角数字', '５０００', '50000000'],
    ['自带单位', '0.5亿元', '50000000'],
    ['富文本', { richText: [{ text: '50' }, { text: '00' }] }, '50000000'],
    ['公式的保存结果', { formula: 'A1*2', result: 5000 }, '50000000'],
    ['链接的文字', { text: '5000', hyperlink: 'http://example.invalid/' }, '50000000'],
    ['零不是空白', 0, '0'],
  ] as Array<[string, Cell, string]>)('%s', async (_, value, expected) => {
    expect(await revenue(value)).toBe(expected);
  });

  it.each([
    ['文字', '约5200', /“约5200”不是数/],
    ['公式错误', { error: '#N/A' }, /公式错误 #N\/A/],
    ['公式结果是错误', { formula: '1/0', result: { error: '#DIV/0!' } }, /公式错误 #DIV\/0!/],
    ['公式没有结果', { formula: 'A1' }, /没有保存计算结果/],
    ['日期', new Date('2025-01-31T00:00:00Z'), /2025-01-31.*按未填处理/],
    ['是非', true, /“是”不是数/],
    ['负的收入', -5, /负数/],
    ['超过15位', 1234567890123456, /末尾几位已经丢失/],
  ] as Array<[string, Cell, RegExp]>)('%s读不了，成为警告而不是数', async (_, value, reason) => {
    expect(await revenue(value)).toMatch(reason);
  });

  it('百分数格式的 0.052 是 5.2%', async () => {
    const row = await rowWith('全国市场占有率（2025年）', 0.052, '0.0%');
    expect(plain(row.profile.yearly.get('nationalShare')?.get(2025)?.value)).toBe('0.052');
    expect(row.problems).toEqual([]);
  });

  it('没有百分数格式的 0.052 按 0.052% 读，并提示', async () => {
    const row = await rowWith('全国市场占有率（2025年）', 0.052);
    expect(plain(row.profile.yearly.get('nationalShare')?.get(2025)?.value)).toBe('0.00052');
    expect(row.problems.map((problem) => problem.code)).toEqual(['H131']);
  });

  it('表头的单位用于不带单位的数，格子自带的单位优先', async () => {
    expect(await revenue(12000000, undefined, '营业收入（2025年，元）')).toBe('12000000');
    expect(await revenue('1200万元', undefined, '营业收入（2025年，元）')).toBe('12000000');
  });

  it('显示格式里的单位：直接加在后面的认，缩放过的不猜', async () => {
    expect(await revenue(1.2, '0.0"亿元"')).toBe('120000000');
    expect(await revenue(12000, '0!.0,"万"')).toMatch(/看不准实际金额/);
  });

  it('日期格式的数是日期，按 UTC 不偏一天', async () => {
    const row = await rowWith('成立日期', new Date('2012-03-08T00:00:00Z'));
    expect(row.profile.single.get('founded')?.value).toBe('2012-03-08');
  });

  it('合并的格子只认左上角', async () => {
    const list = await listOf(
      [
        ['企业名称', '营业收入（2024年）', '营业收入（2025年）'],
        ['示例（虚构）有限公司', 5000, null],
      ],
      (sheet) => sheet.mergeCells('B2:C2'),
    );
    const years = list.rows[0]?.profile.yearly.get('revenue');
    expect([...(years?.keys() ?? [])]).toEqual([2024]);
    expect(list.problems[0]).toMatchObject({ code: 'W420', cell: 'C2' });
  });

  it('按数字存放的代码位数不对就不用', async () => {
    expect((await rowWith('行业代码', 3489)).profile.single.get('industryCode')?.value).toBe('3489');
    const lost = await rowWith('行业代码', 111);
    expect(lost.profile.single.has('industryCode')).toBe(false);
    expect(lost.problems[0]?.message).toContain('开头的0可能已丢失');
  });
});

describe('数写成十进制文字', () => {
  it.each([
    [0.1 + 0.2, 0, '0.3'],
    [0.07, 2, '7'],
    [1.005, 2, '100.5'],
    [-12.5, 0, '-12.5'],
    [1e-7, 0, '0.0000001'],
    [123456789012345, 0, '123456789012345'],
    [1e14, 0, '100000000000000'],
    [0.001, 2, '0.1'],
    [0, 2, '0'],
    [-0, 0, '0'],
  ])('%d 移 %d 位', (value, shift, expected) => {
    expect(decimalText(value, shift)).toBe(expected);
  });
});
