import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, all, any, atLeast, isOpen, not, VERDICTS, type Verdict } from '../../src/base/verdict.ts';
import { holds } from './support/settings.ts';
import { sideOf } from './support/verdicts.ts';

const RUNS = 5000;
const verdict = fc.constantFrom(...VERDICTS);
const definite = fc.constantFrom(...VERDICTS.filter((item) => !isOpen(item)));
const open = fc.constantFrom(...VERDICTS.filter(isOpen));
const list = fc.array(verdict, { maxLength: 7 });
const number = fc.integer({ min: 1, max: 8 });

type Combine = (parts: readonly Verdict[], n: number) => Verdict;
const COMBINATIONS: ReadonlyArray<readonly [string, Combine]> = [
  ['全部', all],
  ['任一', any],
  ['至少N项', (parts, n) => atLeast(n, parts)],
  ['至少1至N项', (parts, n) => atLeast([1, n + 1], parts)],
  ['读法', agreed],
];

describe.each(COMBINATIONS)('%s', (_name, combine) => {
  it('does not depend on the order of its parts', () => {
    const permuted = list.chain((parts) =>
      fc.tuple(
        fc.constant(parts),
        fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }),
      ),
    );
    holds(
      RUNS,
      fc.property(permuted, number, ([parts, shuffled], n) => {
        expect(combine(shuffled, n)).toBe(combine(parts, n));
      }),
    );
  });

  it('keeps a definite result when an open part is settled, whichever way', () => {
    holds(
      RUNS,
      fc.property(list, list, open, definite, number, (left, right, part, settled, n) => {
        const before = combine([...left, part, ...right], n);
        if (isOpen(before)) return;
        expect(sideOf(combine([...left, settled, ...right], n))).toBe(sideOf(before));
      }),
    );
  });

  it('keeps its result or opens when 符合 or 不符合 becomes open', () => {
    const known = fc.constantFrom<Verdict>('met', 'unmet', 'waived');
    holds(
      RUNS,
      fc.property(list, list, known, open, number, (left, right, part, blanked, n) => {
        const before = combine([...left, part, ...right], n);
        const after = combine([...left, blanked, ...right], n);
        expect(isOpen(after) || sideOf(after) === sideOf(before)).toBe(true);
      }),
    );
  });
});

describe('非', () => {
  it('turned twice is what it was, and open stays open', () => {
    holds(
      200,
      fc.property(verdict, (item) => {
        expect(not(not(item))).toBe(item);
        expect(isOpen(not(item))).toBe(isOpen(item));
      }),
    );
  });
});
