import { describe, expect, it } from 'vitest';
import { readHeader } from '../../src/screen/headers.ts';

/** What a header is understood as: field id, year and unit; or the code of the problem. */
const understood = (text: string): string => {
  const reading = readHeader(text);
  if (!('target' in reading)) return reading.code;
  const { target } = reading;
  if (target.kind === 'ignored') return '不读';
  if (target.kind === 'flat') return `${target.column.list.id}: ${target.column.name}`;
  if (target.kind === 'list') return `${target.field.id}[]`;
  return [target.field.id, target.year, target.unit].filter((part) => part !== undefined).join(' ');
};

describe('表头的写法', () => {
  it.each([
    // 名称、别名、编号
    ['企业名称', 'name'],
    ['公司名称', 'name'],
    ['单位名称（全称）', 'name'],
    ['公司全称', 'name'],
    ['*企业名称（必填）', 'name'],
    ['2、企业名称', 'name'],
    ['企 业 名 称', 'name'],
    ['name', 'name'],
    ['统一社会信用代码', 'creditCode'],
    ['统一社会信用代码\n（18位）', 'creditCode'],
    ['社会信用代码', 'creditCode'],
    ['注册日期', 'founded'],
    ['成立日期（年-月-日）', 'founded'],
    ['Ⅰ类知识产权数量', 'classOneTotal'],
    ['I类知识产权数量（项）', 'classOneTotal 项'],
    ['从事细分市场年限（年）', 'segmentYears 年'],
    ['列入经营异常名录（是/否）', 'abnormal'],
    ['工业“六基”领域', 'sixBases'],
    // 年份与单位的写法
    ['营业收入（2025年，万元）', 'revenue 2025 万元'],
    ['营业收入(2025年,万元)', 'revenue 2025 万元'],
    ['营业收入（万元）2025', 'revenue 2025 万元'],
    ['2025年营业收入(万元)', 'revenue 2025 万元'],
    ['2025年度营业收入', 'revenue 2025'],
    ['营业收入2025', 'revenue 2025'],
    ['营收 2025年', 'revenue 2025'],
    ['营收2025', 'revenue 2025'],
    ['营业收入_2025_万元', 'revenue 2025 万元'],
    ['营业收入-2025年-万元', 'revenue 2025 万元'],
    ['2025年营业收入万元', 'revenue 2025 万元'],
    ['2025营业收入/亿元', 'revenue 2025 亿元'],
    ['营业收入【2025】【元】', 'revenue 2025 元'],
    ['营业收入（单位：万元）（2025年度）', 'revenue 2025 万元'],
    ['营业收入（2025年，人民币万元）', 'revenue 2025 万元'],
    ['营业收入（2025，万）', 'revenue 2025 万元'],
    ['２０２５年营业收入（万元）', 'revenue 2025 万元'],
    ['2025年全年营业收入', 'revenue 2025'],
    ['2025年的营业收入', 'revenue 2025'],
    ['销售收入（2024年）', 'revenue 2024'],
    ['主营收入（2024年，万元）', 'mainRevenue 2024 万元'],
    ['资产总额（2025年末，万元）', 'assets 2025 万元'],
    ['2025年末总资产', 'assets 2025'],
    ['资产总计（截至2025年12月31日）', 'assets 2025'],
    ['资产总计（2025/12/31）', 'assets 2025'],
    ['2025年12月社保缴纳人数', 'insured 2025'],
    ['全职员工数（2025年末，人）', 'staff 2025 人'],
    ['研发费用占比（2025年，%）', 'rdShare 2025 %'],
    ['专精特新发展评价得分（2026年）', 'platformScore 2026'],
    // 平铺的记录列
    ['专精特新有效期至', 'titles: 专精特新有效期至'],
    ['省级专精特新有效期至', 'titles: 专精特新有效期至'],
    ['创新型中小企业有效期', 'titles: 创新型有效期至'],
    ['科技型到期日', 'titles: 科技型有效期至'],
    ['专精特新“小巨人”企业有效期至', 'titles: 小巨人有效期至'],
    ['高企有效期至（日期或无）', 'titles: 高新技术企业有效期至'],
    ['高企（是/否）', 'titles: 高新技术企业有效期至'],
    ['其他称号（含单项冠军）', 'titles: 其他称号'],
    // 整栏只能写“无”的记录
    ['违法事故记录', 'incidents[]'],
    ['研发机构', 'rdUnits[]'],
    ['科技奖励（无则填无）', 'awards[]'],
    ['序号', '不读'],
  ])('%s → %s', (header, expected) => {
    expect(understood(header)).toBe(expected);
  });

  it.each([
    ['营业收入', 'W411'],
    ['营业收入（万元）', 'W411'],
    ['上年度营业收入', 'W411'],
    ['营业收入（去年）', 'W411'],
    ['营业收入（2024、2025年）', 'W411'],
    ['注册地（2025年）', 'W411'],
    ['专精特新有效期至（2027年）', 'W411'],
    ['营业收入（2025年，人）', 'W413'],
    ['全职员工数（2025年，万元）', 'W413'],
    ['研发费用（2025年，加计扣除口径）', 'W410'],
    ['违法事故记录（近三年）', 'W411'],
    ['25年营业收入', 'W410'],
    ['业务员', 'W410'],
    ['2025', 'W410'],
    ['', 'W410'],
  ])('%s 不猜，报 %s', (header, expected) => {
    expect(understood(header)).toBe(expected);
  });

  it('不认识的表头给出最接近的字段', () => {
    const reading = readHeader('营业收人（2025年）');
    expect(reading).toMatchObject({ code: 'W410' });
    expect('fix' in reading ? reading.fix() : '').toBe('是不是想写“营业收入”？');
  });

  it('缺年份时说明怎么写', () => {
    const reading = readHeader('营业收入（万元）');
    expect(reading).toMatchObject({ problem: '营业收入逐年不同，表头没有写年份，这一列没有读' });
    expect('fix' in reading ? reading.fix() : '').toBe('写成“营业收入（2025年）”的样子');
  });
});
