import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/base/quantity.ts';
import { divide, ratio } from '../../src/base/ratio.ts';
import { fieldById } from '../../src/profile/index.ts';
import { type Draft, exactDecimal, read } from './support/draft.ts';
import { situations } from './support/profiles.ts';
import { holds } from './support/settings.ts';
import { differences, judgeAll } from './support/verdicts.ts';

const grouped = (digits: string): string => {
  const [whole = '', ...fraction] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
};
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const asWritten = (text: string): string => text;

const UNITS = [
  { factor: 1, word: '元' },
  { factor: 1000, word: '千元' },
  { factor: 10_000, word: '万元' },
  { factor: 10_000, word: '万' },
  { factor: 10_000, word: '' },
  { factor: 1_000_000, word: '百万元' },
  { factor: 100_000_000, word: '亿元' },
  { factor: 100_000_000, word: ' 亿元 ' },
] as const;
const HANDS = [asWritten, grouped, fullWidth, (text: string) => fullWidth(grouped(text))] as const;
const STYLES = UNITS.flatMap((unit) => HANDS.map((hand) => ({ ...unit, hand })));
type Style = (typeof STYLES)[number];

const rewritten = (text: string, { factor, word, hand }: Style): string => {
  const quantity = parseQuantity(text, 'money', '元');
  if ('failure' in quantity) throw new Error(text);
  const digits = exactDecimal(divide(quantity.value, ratio(factor)));
  return digits === undefined ? text : `${hand(digits)}${word}`;
};

/** The same profile with each amount of money in another hand. */
const inOtherUnits = (draft: Draft, styles: readonly Style[]): Draft => {
  let turn = 0;
  const next = (text: string): string => {
    turn += 1;
    const style = styles[turn % styles.length];
    return style === undefined ? text : rewritten(text, style);
  };
  const isMoney = (id: string): boolean => fieldById(id).dimension === 'money';
  return {
    ...draft,
    single: Object.fromEntries(
      Object.entries(draft.single).map(([id, value]) => [
        id,
        isMoney(id) && typeof value === 'string' ? next(value) : value,
      ]),
    ),
    yearly: Object.fromEntries(
      Object.entries(draft.yearly).map(([id, years]) => [
        id,
        isMoney(id)
          ? Object.fromEntries(Object.entries(years).map(([year, text]) => [year, next(text)]))
          : years,
      ]),
    ),
  };
};

const styles = fc.array(fc.constantFrom(...STYLES), { minLength: 1, maxLength: 7 });

describe('money written in another unit', () => {
  it('reads as the same amount', () => {
    const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    holds(
      2000,
      fc.property(amounts, fc.constantFrom(...STYLES), (fen, style) => {
        const written = rewritten(`${exactDecimal(ratio(fen, 100))}元`, style);
        const quantity = parseQuantity(written, 'money', '万元');
        if ('failure' in quantity) throw new Error(`${written}: ${quantity.failure}`);
        expect(quantity.value.n * 100n, written).toBe(fen * quantity.value.d);
      }),
    );
  });

  it('never changes a verdict or a score', () => {
    holds(
      300,
      fc.property(situations, styles, ({ draft, asOf }, hands) => {
        const before = judgeAll(read(draft), asOf);
        const after = judgeAll(read(inOtherUnits(draft, hands)), asOf);
        expect(differences(before, after)).toEqual([]);
      }),
    );
  });
});
