/**
 * Exact rational numbers. Thresholds are decided by cross-multiplication, so 70% of 3000 is exactly 2100
 * and no rounded quotient ever decides a verdict.
 */
export interface Ratio {
  /** numerator */
  readonly n: bigint;
  /** denominator, always > 0 */
  readonly d: bigint;
}

export const ratio = (n: bigint | number, d: bigint | number = 1n): Ratio => {
  const den = BigInt(d);
  if (den === 0n) throw new RangeError('ratio with denominator 0');
  return den < 0n ? { n: -BigInt(n), d: -den } : { n: BigInt(n), d: den };
};

export const ZERO = ratio(0);
export const ONE = ratio(1);

/** Reads plain decimal notation (`-12.50`); undefined when the text is anything else. */
export const parseDecimal = (text: string): Ratio | undefined => {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const n = BigInt(whole + fraction);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(fraction.length) };
};

export const add = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const negate = (a: Ratio): Ratio => ({ n: -a.n, d: a.d });
export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, negate(b));
export const multiply = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });
/** @throws RangeError when b is 0; callers decide what an impossible division means. */
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const power = (a: Ratio, exponent: number): Ratio => ({
  n: a.n ** BigInt(exponent),
  d: a.d ** BigInt(exponent),
});

/** -1, 0 or 1 as a is below, at or above b. */
export const compare = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

export const sign = (a: Ratio): -1 | 0 | 1 => (a.n === 0n ? 0 : a.n < 0n ? -1 : 1);
export const min = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const max = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b);
/** Largest whole number not above a. */
export const floor = (a: Ratio): Ratio => {
  const quotient = a.n / a.d;
  return { n: a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, d: 1n };
};
/** For display and ranking only, never for a verdict. */
export const toNumber = (a: Ratio): number => {
  if (a.d === 1n) return Number(a.n);
  const whole = a.n / a.d;
  return Number(whole) + Number(((a.n - whole * a.d) * 1_000_000_000_000n) / a.d) / 1e12;
};

/** Decimal text rounded half away from zero to at most `places` digits, trailing zeros dropped. */
export const toDecimal = (a: Ratio, places: number): string => {
  const scale = 10n ** BigInt(places);
  const magnitude = a.n < 0n ? -a.n : a.n;
  const scaled = (magnitude * scale * 2n + a.d) / (a.d * 2n);
  const whole = scaled / scale;
  const fraction = (scaled % scale).toString().padStart(places, '0').replace(/0+$/, '');
  const digits = fraction === '' ? whole.toString() : `${whole}.${fraction}`;
  return a.n < 0n && scaled !== 0n ? `-${digits}` : digits;
};

const MOST_PLACES = 60;
/** The finite decimal that is exactly the value; undefined where there is none (1/3). */
export const exactDecimal = (a: Ratio): string | undefined => {
  for (let places = 0, scale = 1n; places <= MOST_PLACES; places += 1, scale *= 10n)
    if ((a.n * scale) % a.d === 0n) return toDecimal(a, places);
  return undefined;
};
