import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/base/ratio.ts';
import {
  type Figure,
  figureOf,
  formFigure,
  fromPlain,
  latestYear,
  readProfile,
} from '../../src/profile/index.ts';
import { profileOf } from './support.ts';

const shown = (figure: Figure): string =>
  figure.state === 'known'
    ? `${toDecimal(figure.value, 6)}${figure.reported === true ? ' reported' : ''}`
    : figure.state === 'missing'
      ? `missing ${figure.missing.map((ref) => ref.label).join(' ')}`
      : figure.reason;

describe('a ratio of the dictionary', () => {
  it('is computed from its parts, also when it is given ready-made', () => {
    const profile = profileOf('研发费用: {2025: 300}\n营业收入: {2025: 10000}\n研发费用占比: {2025: 5%}\n');
    expect(shown(figureOf(profile, 'rdShare', 2025))).toBe('0.03');
  });

  it('given ready-made stands in for missing parts, marked as reported', () => {
    const profile = profileOf('营业收入: {2025: 10000}\n研发费用占比: {2025: 5%}\n');
    expect(shown(figureOf(profile, 'rdShare', 2025))).toBe('0.05 reported');
  });

  it('lacks exactly the parts that are not there', () => {
    expect(shown(figureOf(profileOf('营业收入: {2025: 1}'), 'rdShare', 2025))).toBe(
      'missing 研发费用（2025年）',
    );
    expect(shown(figureOf(profileOf('企业名称: 甲'), 'debtRatio', 2025))).toBe(
      'missing 负债总额（2025年末） 资产总额（2025年末）',
    );
  });

  it('over 0 cannot be computed, and asks for nothing', () => {
    const profile = profileOf('研发费用: {2025: 300}\n营业收入: {2025: 0}\n');
    expect(shown(figureOf(profile, 'rdShare', 2025))).toBe('营业收入（2025年）为0，比率无法计算');
  });
});

describe('a growth rate', () => {
  it('is (this year − last year) over last year', () => {
    const profile = profileOf('主营业务收入: {2025: 1050, 2024: 1000}');
    expect(shown(figureOf(profile, 'mainRevenueGrowth', 2025))).toBe('0.05');
  });

  it('on a negative base cannot be computed', () => {
    const profile = profileOf('净利润: {2025: 100, 2024: -100}');
    expect(shown(figureOf(profile, 'netProfitGrowth', 2025))).toBe('净利润（2024年）为负，增长率无法计算');
  });
});

describe('从事细分市场年限', () => {
  it('is counted from the start date to the end of the base year', () => {
    const from = (date: string) => profileOf(`从事细分市场起始日: ${date}`);
    expect(shown(formFigure(from('2023-01-01'), 'segmentYears', 2025))).toBe('3');
    expect(shown(formFigure(from('2023-01-02'), 'segmentYears', 2025))).toBe('2');
    expect(shown(formFigure(from('2026-05-01'), 'segmentYears', 2025))).toBe('0');
  });

  it('as written counts where no start date is given', () => {
    expect(shown(formFigure(profileOf('从事细分市场年限: 6年'), 'segmentYears', 2025))).toBe('6');
  });
});

describe('latestYear', () => {
  it('is the last year of any yearly figure up to a given one', () => {
    const profile = profileOf('营业收入: {2023: 1, 2024: 1}\n净利润: {2022: 1}');
    expect(latestYear(profile, 2025)).toBe(2024);
    expect(latestYear(profile, 2024)).toBe(2024);
    expect(latestYear(profile, 2023)).toBe(2023);
    expect(latestYear(profileOf('企业名称: 甲'), 2025)).toBeUndefined();
  });
});

describe('plain data', () => {
  it('is read by the same rules as a file', () => {
    const { profile } = readProfile(
      fromPlain({
        企业名称: '甲',
        营业收入: { 2025: '5000万元' },
        已上市: '否',
        知识产权: [],
        净利润: { 2025: null },
      }),
    );
    expect(profile.single.get('listed')?.value).toBe(false);
    expect(shown(figureOf(profile, 'revenue', 2025))).toBe('50000000');
    expect(profile.records.get('ip')?.items).toEqual([]);
    expect(profile.yearly.has('netProfit')).toBe(false);
  });
});
