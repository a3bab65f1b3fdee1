import { describe, expect, it } from 'vitest';
import { distancesOf } from '../../src/assess/index.ts';
import {
  barOf,
  figureText,
  shareNumber,
  shareText,
  signBar,
  THRESHOLD_AT,
} from '../../src/report/chart/bar.ts';
import { assessOf, partOf } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';

const REVENUE = '{指标: 营业收入, 期间: 上年度, 不低于: 5000万元}';
const DEBT = '{指标: 负债总额, 占: 资产总额, 期间: 上年末, 不高于: 75%}';
const GROWTH = '{指标: 营业收入, 期间: 上年度增长率, 超过: 0%}';
const AWARDS = '{记录: 科技奖励, 满足: {级别: 国家级}, 不少于: 2项}';

const distances = (test: string, text: string) => {
  const conditions = `- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${test}}`;
  const assessment = assessOf(conditions, `企业名称: 甲\n${text}`);
  return distancesOf(profileOf(`企业名称: 甲\n${text}`), assessment, partOf(assessment, '甲').criterion);
};
const only = (test: string, text: string) => {
  const [distance, ...more] = distances(test, text);
  if (distance === undefined || more.length > 0) throw new Error('not one distance');
  return distance;
};
const revenue = (amount: string) => only(REVENUE, `营业收入: {2025: ${amount}}\n`);

describe('a floor', () => {
  it('has the threshold in the middle of the scale', () => {
    expect(THRESHOLD_AT).toBe(50);
  });

  it('draws a figure below it short of the middle', () => {
    expect(barOf(revenue('4956.8'))).toEqual({
      solid: 49.568,
      beyond: false,
      negative: false,
      good: 'right',
    });
    expect(revenue('4956.8').stand).toMatchObject({ state: 'known', met: false });
  });

  it('draws a figure at it to the middle, and it is met', () => {
    expect(barOf(revenue('5000'))?.solid).toBe(50);
    expect(revenue('5000').stand).toMatchObject({ met: true });
  });

  it('draws a figure above it past the middle, up to twice the threshold', () => {
    expect(barOf(revenue('7500'))).toMatchObject({ solid: 75, beyond: false });
    expect(barOf(revenue('10000'))).toMatchObject({ solid: 100, beyond: false });
    expect(barOf(revenue('10001'))).toMatchObject({ solid: 100, beyond: true });
  });

  it('draws nothing for a blank, and says that it is missing', () => {
    const blank = only(REVENUE, '');
    expect(blank.stand).toEqual({ state: 'missing' });
    expect(barOf(blank)).toBeUndefined();
    expect([figureText(blank), shareText(blank), signBar(blank), shareNumber(blank)]).toEqual([
      '缺资料',
      '',
      '',
      undefined,
    ]);
  });

  it('draws 0 as an empty bar, which is no blank', () => {
    expect(barOf(revenue('0'))?.solid).toBe(0);
    expect(signBar(revenue('0'))).toBe('□□□□□□□□□□');
  });

  it('never shows a miss as 100%', () => {
    expect(shareText(revenue('4999.9999'))).toBe('99.999998%');
    expect(signBar(revenue('4999.9999'))).toBe('■■■■■■■■■□');
    expect(shareText(revenue('5000'))).toBe('100%');
    expect(signBar(revenue('5000'))).toBe('■■■■■■■■■■');
  });
});

describe('a ceiling', () => {
  const debt = (amount: string) => only(DEBT, `负债总额: {2025: ${amount}}\n资产总额: {2025: 100}\n`);

  it('is met on the left of the middle', () => {
    expect(barOf(debt('60'))).toMatchObject({ solid: 40, good: 'left' });
    expect(debt('75').stand).toMatchObject({ met: true });
    expect(debt('76').stand).toMatchObject({ met: false });
    expect(barOf(debt('90'))?.solid).toBe(60);
  });

  it('gives the reason where the base cannot divide', () => {
    const impossible = only(DEBT, '负债总额: {2025: 10}\n资产总额: {2025: 0}\n');
    expect(impossible.stand.state).toBe('undefined');
    expect(barOf(impossible)).toBeUndefined();
    expect(figureText(impossible)).toBe('资产总额（2025年末）为0，比率无法计算');
  });
});

describe('a bound of 0', () => {
  it('gives no scale', () => {
    const growth = only(GROWTH, '营业收入: {2025: 110, 2024: 100}\n');
    expect(growth.stand).toMatchObject({ state: 'known', met: true });
    expect(barOf(growth)).toBeUndefined();
    expect(shareText(growth)).toBe('');
  });
});

describe('a negative figure', () => {
  it('is marked and has no length', () => {
    const growth = only(GROWTH.replace('超过: 0%', '不低于: 5%'), '营业收入: {2025: 90, 2024: 100}\n');
    expect(barOf(growth)).toEqual({ solid: 0, beyond: false, negative: true, good: 'right' });
  });
});

describe('a count', () => {
  it('is an interval where a record lacks what decides', () => {
    const open = only(AWARDS, '科技奖励: [{级别: 国家级}, {名称: 乙}]\n');
    expect(barOf(open)).toMatchObject({ solid: 25, open: { from: 25, to: 50 } });
    expect(open.stand).not.toHaveProperty('met');
    expect(figureText(open)).toBe('1项至2项');
    expect(shareNumber(open)).toBeUndefined();
  });

  it('is none for an empty list, which is no blank', () => {
    const none = only(AWARDS, '科技奖励: []\n');
    expect(none.stand).toMatchObject({ state: 'known', met: false });
    expect(barOf(none)?.solid).toBe(0);
    expect(only(AWARDS, '').stand).toEqual({ state: 'missing' });
  });
});

it('every year of 每年 has its own bar', () => {
  const found = distances(
    '{指标: 研发费用, 占: 营业收入, 期间: 近两年每年, 不低于: 3%}',
    '营业收入: {2025: 100, 2024: 100}\n研发费用: {2025: 4}\n',
  );
  expect(found.map(({ label, stand }) => [label, stand.state])).toEqual([
    ['2024年', 'missing'],
    ['2025年', 'known'],
  ]);
});
