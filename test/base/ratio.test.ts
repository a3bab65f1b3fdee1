import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  floor,
  max,
  min,
  multiply,
  negate,
  parseDecimal,
  power,
  type Ratio,
  ratio,
  sign,
  subtract,
  toDecimal,
  toNumber,
} from '../../src/base/ratio.ts';

const decimal = (text: string): Ratio => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
};

describe('exactness', () => {
  it('adds 0.1 and 0.2 to exactly 0.3', () => {
    expect(compare(add(decimal('0.1'), decimal('0.2')), decimal('0.3'))).toBe(0);
  });

  it('takes 70% of 3000 as exactly 2100', () => {
    expect(compare(multiply(decimal('0.7'), ratio(3000)), ratio(2100))).toBe(0);
  });

  it('adds a third three times to exactly 1', () => {
    const third = divide(ratio(1), ratio(3));
    expect(compare(add(add(third, third), third), ratio(1))).toBe(0);
  });

  it('takes 1.05 to the power 2 as exactly 1.1025', () => {
    expect(compare(power(decimal('1.05'), 2), decimal('1.1025'))).toBe(0);
  });

  it('tells apart numbers that differ in the thirtieth digit', () => {
    const a = decimal('0.700000000000000000000000000001');
    expect(compare(a, decimal('0.7'))).toBe(1);
    expect(compare(decimal('0.7'), a)).toBe(-1);
  });

  it('subtracts past zero', () => {
    expect(toDecimal(subtract(decimal('1.5'), decimal('2')), 2)).toBe('-0.5');
  });
});

describe('signs', () => {
  it('keeps the denominator positive, so that comparing by cross-multiplication holds', () => {
    const half = ratio(1, -2);
    expect(half).toEqual({ n: -1n, d: 2n });
    expect(compare(half, ratio(0))).toBe(-1);
    expect(compare(divide(ratio(-3), ratio(-4)), decimal('0.75'))).toBe(0);
  });

  it('knows the sign of negative, zero and positive numbers', () => {
    expect([sign(ratio(-1)), sign(ratio(0, 7)), sign(ratio(2))]).toEqual([-1, 0, 1]);
    expect(negate(ratio(3)).n).toBe(-3n);
  });

  it('refuses a denominator of 0 and a division by 0', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
  });

  it('finds the smaller and the larger', () => {
    expect(min(ratio(1, 3), ratio(1, 2))).toEqual({ n: 1n, d: 3n });
    expect(max(ratio(1, 3), ratio(1, 2))).toEqual({ n: 1n, d: 2n });
  });
});

describe('floor', () => {
  it.each([
    ['2.9', 2n],
    ['3', 3n],
    ['0', 0n],
    ['-0.5', -1n],
    ['-2', -2n],
    ['-2.1', -3n],
  ])('of %s is the largest whole number not above it', (text, expected) => {
    expect(floor(decimal(text))).toEqual({ n: expected, d: 1n });
  });
});

describe('parseDecimal', () => {
  it.each([
    ['-12.50', -1250n, 100n],
    ['+3', 3n, 1n],
    ['007', 7n, 1n],
  ])('reads %s', (text, n, d) => {
    expect(parseDecimal(text)).toEqual({ n, d });
  });

  it.each(['', '.5', '1e3', '1.2.3', '0x10', 'NaN', 'Infinity', '1 000', '--1', '１'])(
    'refuses “%s”',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );
});

describe('toDecimal', () => {
  it.each([
    [ratio(1, 3), 2, '0.33'],
    [ratio(2, 3), 2, '0.67'],
    [ratio(5, 1000), 2, '0.01'],
    [ratio(-5, 1000), 2, '-0.01'],
    [ratio(-4, 1000), 2, '0'],
    [ratio(1250, 100), 4, '12.5'],
    [ratio(99_999, 100), 1, '1000'],
    [ratio(7, 2), 0, '4'],
    [ratio(-7, 2), 0, '-4'],
  ])('rounds half away from zero and drops trailing zeros (%#)', (value, places, expected) => {
    expect(toDecimal(value, places)).toBe(expected);
  });
});

describe('toNumber', () => {
  it('is close enough for ranking, also for large and negative numbers', () => {
    expect(toNumber(ratio(5, 4))).toBe(1.25);
    expect(toNumber(ratio(-5, 4))).toBe(-1.25);
    expect(toNumber(ratio(120_000_000))).toBe(120_000_000);
  });
});
