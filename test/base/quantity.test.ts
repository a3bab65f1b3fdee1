import { describe, expect, it } from 'vitest';
import { type Dimension, formatQuantity, parseQuantity } from '../../src/base/quantity.ts';
import { compare, type Ratio, ratio } from '../../src/base/ratio.ts';

const DEFAULTS: Readonly<Record<Dimension, string>> = {
  money: '万元',
  percent: '%',
  count: '项',
  years: '年',
  points: '分',
  rank: '名',
};

const read = (text: string, dimension: Dimension): Ratio => {
  const found = parseQuantity(text, dimension, DEFAULTS[dimension]);
  if ('failure' in found) throw new Error(`${text}: ${found.failure}`);
  return found.value;
};
const failure = (text: string, dimension: Dimension): string | undefined => {
  const found = parseQuantity(text, dimension, DEFAULTS[dimension]);
  return 'failure' in found ? found.failure : undefined;
};

describe('money is held in 元', () => {
  it.each([
    ['1.2亿元', 120_000_000],
    ['12000万元', 120_000_000],
    ['120000000元', 120_000_000],
    ['3,500万元', 35_000_000],
    ['3500', 35_000_000],
    ['1.2亿', 120_000_000],
    ['850万', 8_500_000],
    ['2千万', 20_000_000],
    ['2千万元', 20_000_000],
    ['3百万', 3_000_000],
    ['5千元', 5_000],
    ['１，２００万元', 12_000_000],
    ['¥500元', 500],
    ['￥500元', 500],
    [' 1 200 万元 ', 12_000_000],
    ['-60万元', -600_000],
    ['－60万元', -600_000],
    ['0', 0],
  ])('%s', (text, yuan) => {
    expect(compare(read(text, 'money'), ratio(yuan))).toBe(0);
  });

  it('is exact to the 元 for decimal 亿元', () => {
    expect(compare(read('0.12345678亿元', 'money'), ratio(12_345_678))).toBe(0);
  });
});

describe('percents are held as fractions and never guessed', () => {
  it.each([
    ['５.２％', 52, 1000],
    ['5.2%', 52, 1000],
    ['5.2', 52, 1000],
    ['0.8', 8, 1000],
    ['70%', 7, 10],
    ['-3%', -3, 100],
  ])('%s', (text, n, d) => {
    expect(compare(read(text, 'percent'), ratio(n, d))).toBe(0);
  });
});

describe('other units', () => {
  it.each<[string, Dimension, number]>([
    ['3年', 'years', 3],
    ['60分', 'points', 60],
    ['3名', 'rank', 3],
    ['3位', 'rank', 3],
    ['95', 'count', 95],
    ['95人', 'count', 95],
    ['2家', 'count', 2],
  ])('%s as %s', (text, dimension, expected) => {
    expect(compare(read(text, dimension), ratio(expected))).toBe(0);
  });
});

describe('what cannot be read is a failure, never a guess', () => {
  it.each<[string, Dimension, string]>([
    ['3,50', 'money', 'bad-grouping'],
    ['12,3456万元', 'money', 'bad-grouping'],
    ['1,2345', 'money', 'bad-grouping'],
    [',500', 'money', 'bad-grouping'],
    ['12万美元', 'money', 'wrong-unit'],
    ['12吨', 'count', 'unknown-unit'],
    ['1e3', 'money', 'unknown-unit'],
    ['5000项', 'money', 'wrong-unit'],
    ['70%', 'money', 'wrong-unit'],
    ['3万元', 'percent', 'wrong-unit'],
    ['3年', 'count', 'wrong-unit'],
    ['约1200万元', 'money', 'not-a-number'],
    ['一千万元', 'money', 'not-a-number'],
    ['1.2.3万元', 'money', 'not-a-number'],
    ['万元', 'money', 'not-a-number'],
    ['NaN', 'money', 'not-a-number'],
    ['前三', 'rank', 'not-a-number'],
    ['第3位', 'rank', 'not-a-number'],
    ['5万', 'count', 'unknown-unit'],
  ])('“%s” as %s: %s', (text, dimension, expected) => {
    expect(failure(text, dimension)).toBe(expected);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('a unit called %s is none', (word) => {
    expect(failure(`5${word}`, 'money')).toMatch(/unit$/);
    expect(failure(`5${word}`, 'count')).toMatch(/unit$/);
  });

  it('wants a unit where none is given and none is the default', () => {
    expect(parseQuantity('5000', 'money', undefined)).toEqual({ failure: 'unknown-unit', unit: '' });
  });
});

describe('formatQuantity', () => {
  it('writes money in 万元', () => {
    expect(formatQuantity(ratio(120_000_000), 'money')).toBe('12000万元');
    expect(formatQuantity(ratio(432_000), 'money')).toBe('43.2万元');
    expect(formatQuantity(ratio(120_000_000), 'money', '亿元')).toBe('12000万元');
  });

  it('writes percents with at most two digits where nothing is near', () => {
    expect(formatQuantity(ratio(1, 3), 'percent')).toBe('33.33%');
    expect(formatQuantity(ratio(7, 10), 'percent')).toBe('70%');
  });

  it('shows 69.9999% as such beside a threshold of 70%', () => {
    expect(formatQuantity(ratio(699_999, 1_000_000), 'percent', '%', ratio(7, 10))).toBe('69.9999%');
  });

  it('shows 70% as 70% when it is exactly 70%', () => {
    expect(formatQuantity(ratio(2100, 3000), 'percent', '%', ratio(7, 10))).toBe('70%');
  });

  it('shows a value just above the threshold as different from it', () => {
    expect(formatQuantity(ratio(50_000_001), 'money', '万元', ratio(50_000_000))).toBe('5000.0001万元');
  });

  it('never lets the smallest difference two sums in 元 can make look equal', () => {
    const total = 10n ** 12n;
    const text = formatQuantity(ratio((total * 7n) / 10n - 1n, total), 'percent', '%', ratio(7, 10));
    expect(text).toBe('69.9999999999%');
  });

  it('never writes a gap of a few 元 as 0', () => {
    expect(formatQuantity(ratio(1), 'money', '万元', ratio(0))).toBe('0.0001万元');
  });
});
