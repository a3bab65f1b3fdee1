import { describe, expect, it } from 'vitest';
import { findPitfalls } from '../../src/pitfalls/index.ts';
import { DAY, profileFrom } from './support.ts';

const found = (data: Record<string, unknown>) =>
  findPitfalls(profileFrom(data), [], DAY).findings.filter(({ code }) => code.startsWith('P08.'));
const codes = (data: Record<string, unknown>): string[] => found(data).map((finding) => finding.code);
const messages = (data: Record<string, unknown>): string[] => found(data).map((finding) => finding.message);

describe('P08.1 a part larger than its whole', () => {
  it('is reported, equal is not, blank is not', () => {
    expect(codes({ 营业收入: { 2025: 5000 }, 主营业务收入: { 2025: '5000.01' } })).toEqual(['P08.1']);
    expect(codes({ 营业收入: { 2025: 5000 }, 主营业务收入: { 2025: 5000 } })).toEqual([]);
    expect(codes({ 主营业务收入: { 2025: 5001 } })).toEqual([]);
    expect(messages({ 全职员工数: { 2024: 50 }, 研发人员数: { 2024: 51 } })).toEqual([
      '2024年研发人员数大于全职员工数',
    ]);
  });
});

describe('P08.2 资产减负债与净资产', () => {
  it('may differ by 0.01 万元 and no more', () => {
    const data = (net: string) => ({
      资产总额: { 2025: 8000 },
      负债总额: { 2025: 6000 },
      净资产: { 2025: net },
    });
    expect(codes(data('2000.01'))).toEqual([]);
    expect(codes(data('1999.99'))).toEqual([]);
    expect(codes(data('2000.02'))).toEqual(['P08.2']);
    expect(codes(data('1999.98'))).toEqual(['P08.2']);
  });
});

describe('P08.3 a ratio written ready-made', () => {
  it('must agree with its parts to the last printed digit', () => {
    const data = (ratio: string) => ({
      资产总额: { 2025: 3000 },
      负债总额: { 2025: 1000 },
      资产负债率: { 2025: ratio },
    });
    expect(codes(data('33.33%'))).toEqual([]);
    expect(codes(data('33.34%'))).toEqual(['P08.3']);
    expect(codes({ 资产负债率: { 2025: '33.33%' } })).toEqual([]);
  });
});

describe('P08.4 企业规模 against 划型', () => {
  const data = (size: string, staff: number | null) => ({
    行业代码: '3451',
    企业规模: size,
    全职员工数: { 2025: staff },
    营业收入: { 2025: 5000 },
  });
  it('工业 with 300 staff and 5000万元 is 中型, with 299 it is 小型', () => {
    expect(codes(data('中型', 300))).toEqual([]);
    expect(codes(data('小型', 300))).toEqual(['P08.4']);
    expect(codes(data('小型', 299))).toEqual([]);
    expect(codes(data('中型', 299))).toEqual(['P08.4']);
  });
  it('is not judged while the figures leave it open', () => {
    expect(codes(data('中型', null))).toEqual([]);
    expect(codes(data('大型', null))).toEqual(['P08.4']);
  });
});

describe('P08.5 income of the leading products', () => {
  it('adds up to 主导产品收入 of the base year', () => {
    const data = (income: number) => ({
      主导产品收入: { 2025: 3000 },
      主要产品: [
        { 名称: '甲', 属于主导产品: '是', 上年度收入: income },
        { 名称: '乙', 属于主导产品: '否', 上年度收入: 900 },
      ],
    });
    expect(codes(data(3000))).toEqual([]);
    expect(codes(data(2999))).toEqual(['P08.5']);
  });
});

describe('P08.6 Ⅰ类知识产权数量 against the records', () => {
  const right = {
    种类: '发明专利',
    有效: '是',
    取得方式: '自主研发',
    权利人排名: 1,
    与主导产品相关: '是',
    已应用并产生效益: '是',
  };
  it('is reported where the records cannot add up to it', () => {
    expect(codes({ Ⅰ类知识产权数量: 2, 知识产权: [right, right] })).toEqual([]);
    expect(codes({ Ⅰ类知识产权数量: 3, 知识产权: [right, right] })).toEqual(['P08.6']);
    expect(codes({ Ⅰ类知识产权数量: 2, 知识产权: [right, { ...right, 取得方式: '转入' }] })).toEqual([
      'P08.6',
    ]);
  });
  it('is not where a blank attribute or an incomplete list leaves room', () => {
    expect(codes({ Ⅰ类知识产权数量: 2, 知识产权: [right, { ...right, 权利人排名: null }] })).toEqual([]);
    expect(codes({ Ⅰ类知识产权数量: 5, 知识产权: { 记录: [right], 未列全: '是' } })).toEqual([]);
  });
});
