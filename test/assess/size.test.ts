import { describe, expect, it } from 'vitest';
import { computeSize } from '../../src/assess/index.ts';
import { profileOf } from '../profile/support.ts';
import { judge, missingOf, verdictOf } from './support.ts';

const possible = (profile: string): string => computeSize(profileOf(profile), 2025).possible.join(' ');
const industry = (staff: number | string, revenue: number | string): string =>
  possible(`行业代码: "3451"\n全职员工数: {2025: ${staff}}\n营业收入: {2025: ${revenue}}`);

describe('划型 of 工业 (工信部联企业〔2011〕300号): all lower limits of a class at once, else the class below', () => {
  it.each([
    [1000, 40000, '大型'],
    [999, 40000, '中型'],
    [1000, 39999, '中型'],
    [5000, 100, '微型'],
    [300, 2000, '中型'],
    [299, 2000, '小型'],
    [300, 1999, '小型'],
    [20, 300, '小型'],
    [19, 300, '微型'],
    [20, 299, '微型'],
    [0, 0, '微型'],
  ])('%i staff and %i万元 is %s', (staff, revenue, size) => {
    expect(industry(staff, revenue)).toBe(size);
  });

  it('knows the 40000万元 bound to the 元', () => {
    expect(industry(1000, '39999.9999')).toBe('中型');
    expect(industry(1000, '4亿元')).toBe('大型');
  });

  it('with one figure unknown leaves the classes that are still possible', () => {
    expect(industry(120, '')).toBe('小型 微型');
    expect(industry(299, '')).toBe('小型 微型');
    expect(industry(999, '')).toBe('中型 小型 微型');
    expect(industry(1000, '')).toBe('大型 中型 小型 微型');
    expect(industry('', 299)).toBe('微型');
    expect(industry('', 39999)).toBe('中型 小型 微型');
  });
});

describe('other industries', () => {
  it.each([
    ['软件 6513', '行业代码: "6513"\n全职员工数: {2025: 300}\n营业收入: {2025: 10000}', '大型'],
    ['软件 6513', '行业代码: "6513"\n全职员工数: {2025: 299}\n营业收入: {2025: 10000}', '中型'],
    ['软件 I6513', '行业代码: I6513\n全职员工数: {2025: 99}\n营业收入: {2025: 1000}', '小型'],
    ['批发 5172', '行业代码: "5172"\n全职员工数: {2025: 200}\n营业收入: {2025: 40000}', '大型'],
    ['零售 5211', '行业代码: "5211"\n全职员工数: {2025: 200}\n营业收入: {2025: 40000}', '中型'],
    ['建筑 4710', '行业代码: "4710"\n营业收入: {2025: 80000}\n资产总额: {2025: 80000}', '大型'],
    ['建筑 4710', '行业代码: "4710"\n营业收入: {2025: 80000}\n资产总额: {2025: 79999}', '中型'],
    ['农业 0111', '行业代码: "0111"\n营业收入: {2025: 20000}', '大型'],
    ['科研 7320', '行业代码: "7320"\n全职员工数: {2025: 300}', '大型'],
    ['商务服务 7291', '行业代码: "7291"\n全职员工数: {2025: 300}\n资产总额: {2025: 119999}', '中型'],
  ])('%s', (_name, profile, size) => {
    expect(possible(profile)).toBe(size);
  });

  it.each(['6610', '9999', '01x', 'abc', '8311'])('%s is not covered', (code) => {
    expect(computeSize(profileOf(`行业代码: "${code}"`), 2025).uncovered).toContain(code);
  });
});

describe('{划型: [中型, 小型, 微型]}', () => {
  const test = '{划型: [中型, 小型, 微型]}';
  const factory = '行业代码: "3451"\n';

  it.each([
    ['large', `${factory}全职员工数: {2025: 1000}\n营业收入: {2025: 40000}`, 'unmet'],
    ['just not large', `${factory}全职员工数: {2025: 999}\n营业收入: {2025: 40000}`, 'met'],
    ['staff alone decides', `${factory}全职员工数: {2025: 999}`, 'met'],
    ['revenue alone decides', `${factory}营业收入: {2025: 39999}`, 'met'],
    ['staff alone does not decide', `${factory}全职员工数: {2025: 1000}`, 'unknown'],
    ['nothing known', factory, 'unknown'],
    ['no industry', '全职员工数: {2025: 10}', 'unknown'],
    ['uncovered industry', '行业代码: "6610"\n全职员工数: {2025: 10}', 'manual'],
  ])('%s', (_name, profile, verdict) => {
    expect(verdictOf(test, profile)).toBe(verdict);
  });

  it('a declared size stands in only where the figures do not decide, and is marked', () => {
    const result = judge(test, `${factory}企业规模: 小型`);
    expect(result.verdict).toBe('met');
    expect(result.outcome?.actual).toBe('小型（自报）');
    expect(verdictOf(test, `${factory}企业规模: 大型`)).toBe('unmet');
  });

  it('a declared size never overrules the figures', () => {
    const large = `${factory}全职员工数: {2025: 1000}\n营业收入: {2025: 40000}\n企业规模: 小型`;
    expect(verdictOf(test, large)).toBe('unmet');
    const medium = `${factory}全职员工数: {2025: 999}\n企业规模: 大型`;
    expect(verdictOf(test, medium)).toBe('met');
  });

  it('asks for the figures or the declared size', () => {
    const result = judge(test, `${factory}全职员工数: {2025: 1000}`);
    expect(missingOf(result)).toEqual(['营业收入（2025年）', '企业规模']);
    expect(result.need?.kind).toBe('any');
  });

  it('uses the base year, not a later or earlier one', () => {
    const profile = `${factory}全职员工数: {2026: 2000, 2025: 999, 2024: 2000}\n营业收入: {2026: 90000, 2025: 39999, 2024: 90000}`;
    expect(verdictOf(test, profile)).toBe('met');
  });
});
