import { describe, expect, it } from 'vitest';
import {
  agreed,
  all,
  any,
  atLeast,
  isOpen,
  not,
  VERDICT_WORDS,
  VERDICTS,
  type Verdict,
} from '../../src/base/verdict.ts';

type Table = Readonly<Record<Verdict, Readonly<Record<Verdict, Verdict>>>>;

const row = (...verdicts: readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]) => {
  const [met, unmet, unknown, manual, na, waived] = verdicts;
  return { met, unmet, unknown, manual, na, waived };
};

// columns: met unmet unknown manual na waived
const ALL: Table = {
  met: row('met', 'unmet', 'unknown', 'manual', 'met', 'met'),
  unmet: row('unmet', 'unmet', 'unmet', 'unmet', 'unmet', 'unmet'),
  unknown: row('unknown', 'unmet', 'unknown', 'unknown', 'unknown', 'unknown'),
  manual: row('manual', 'unmet', 'unknown', 'manual', 'manual', 'manual'),
  na: row('met', 'unmet', 'unknown', 'manual', 'na', 'waived'),
  waived: row('met', 'unmet', 'unknown', 'manual', 'waived', 'waived'),
};

const ANY: Table = {
  met: row('met', 'met', 'met', 'met', 'met', 'met'),
  unmet: row('met', 'unmet', 'unknown', 'manual', 'unmet', 'met'),
  unknown: row('met', 'unknown', 'unknown', 'unknown', 'unknown', 'met'),
  manual: row('met', 'manual', 'unknown', 'manual', 'manual', 'met'),
  na: row('met', 'unmet', 'unknown', 'manual', 'na', 'met'),
  waived: row('met', 'met', 'met', 'met', 'met', 'met'),
};

const pairs = VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const));

describe('全部: 不符合 before 缺资料 before 待核实 before 符合; 不适用 and 免于考察 drop out', () => {
  it.each(pairs)('%s and %s', (a, b) => {
    expect(all([a, b])).toBe(ALL[a][b]);
  });

  it('is 不适用 when empty', () => {
    expect(all([])).toBe('na');
  });
});

describe('任一: 符合 before 缺资料 before 待核实 before 不符合', () => {
  it.each(pairs)('%s or %s', (a, b) => {
    expect(any([a, b])).toBe(ANY[a][b]);
  });

  it('is 不适用 when empty', () => {
    expect(any([])).toBe('na');
  });
});

const LETTERS: Readonly<Record<string, Verdict>> = {
  m: 'met',
  u: 'unmet',
  q: 'unknown',
  j: 'manual',
  n: 'na',
  w: 'waived',
};
const verdictsOf = (word: string): Verdict[] => [...word].map((letter) => LETTERS[letter] ?? 'na');

// m 符合 · u 不符合 · q 缺资料 · j 待核实 · n 不适用 · w 免于考察; every combination of three
const TWO_OF_THREE: Readonly<Record<'met' | 'unmet' | 'unknown' | 'manual', string>> = {
  met: 'mmm mmu mmq mmj mmn mmw mww mwu mwq mwj mwn www wwu wwq wwj wwn',
  unmet: 'uum uuu uuq uuj uun uuw unm unq unj unn unw nnm nnq nnj nnn nnw',
  unknown: 'qqq qqj qjj mqq mqj wqq wqj uqq uqj nqq nqj muq mnq wuq wnq',
  manual: 'jjj mjj wjj ujj njj muj mnj wuj wnj',
};

describe('至少2项 of three: 免于考察 counts as met, 不适用 does not, and N stays', () => {
  const cases = Object.entries(TWO_OF_THREE).flatMap(([verdict, words]) =>
    words.split(' ').map((word) => [word, verdict] as const),
  );

  it('lists every combination once', () => {
    const sorted = cases.map(([word]) => [...word].sort().join(''));
    expect(new Set(sorted).size).toBe(56);
    expect(cases).toHaveLength(56);
  });

  it.each(cases)('%s is %s, in any order', (word, verdict) => {
    const [a, b, c] = verdictsOf(word);
    if (a === undefined || b === undefined || c === undefined) throw new Error(word);
    for (const parts of [
      [a, b, c],
      [c, a, b],
      [b, c, a],
      [c, b, a],
    ])
      expect(atLeast(2, parts)).toBe(verdict);
  });
});

describe('至少1项 and 至少3项 of three', () => {
  it.each<[number, string, Verdict]>([
    [1, 'muu', 'met'],
    [1, 'wuu', 'met'],
    [1, 'uuu', 'unmet'],
    [1, 'nnn', 'unmet'],
    [1, 'uuq', 'unknown'],
    [1, 'uuj', 'manual'],
    [1, 'uqj', 'unknown'],
    [1, 'mqj', 'met'],
    [3, 'mmm', 'met'],
    [3, 'mmw', 'met'],
    [3, 'www', 'met'],
    [3, 'mmn', 'unmet'],
    [3, 'mmu', 'unmet'],
    [3, 'qqu', 'unmet'],
    [3, 'jjn', 'unmet'],
    [3, 'mmq', 'unknown'],
    [3, 'mmj', 'manual'],
    [3, 'mqj', 'unknown'],
    [3, 'wjj', 'manual'],
  ])('%i of %s is %s', (n, word, verdict) => {
    expect(atLeast(n, verdictsOf(word))).toBe(verdict);
  });

  it('of an empty group is 不适用', () => {
    expect(atLeast(2, [])).toBe('na');
  });
});

describe('非', () => {
  it('turns 符合 and 不符合 round and leaves what is open open', () => {
    expect(VERDICTS.map(not)).toEqual(['unmet', 'met', 'unknown', 'manual', 'na', 'waived']);
  });
});

describe('words', () => {
  it('calls each verdict by its one name', () => {
    expect(VERDICT_WORDS).toEqual({
      met: '符合',
      unmet: '不符合',
      unknown: '缺资料',
      manual: '待核实',
      na: '不适用',
      waived: '免于考察',
    });
  });

  it('calls only 缺资料 and 待核实 open', () => {
    expect(VERDICTS.filter(isOpen)).toEqual(['unknown', 'manual']);
  });
});

describe('读法: definite only where all agree', () => {
  it.each([
    ['mm', 'met'],
    ['uu', 'unmet'],
    ['nn', 'na'],
    ['ww', 'waived'],
    ['mw', 'met'],
    ['mu', 'manual'],
    ['mn', 'manual'],
    ['un', 'manual'],
    ['mj', 'manual'],
    ['jj', 'manual'],
    ['mq', 'unknown'],
    ['uq', 'unknown'],
    ['jq', 'unknown'],
    ['mmu', 'manual'],
  ])('%s is %s', (word, verdict) => {
    expect(agreed(verdictsOf(word))).toBe(verdict);
  });
});

describe('至少1至3项 of three: below one 不符合, from three up 符合, between 待核实', () => {
  it.each([
    ['uuu', 'unmet'],
    ['unn', 'unmet'],
    ['muu', 'manual'],
    ['mmu', 'manual'],
    ['mww', 'met'],
    ['mmm', 'met'],
    ['uuq', 'unknown'],
    ['muq', 'manual'],
    ['mmq', 'unknown'],
    ['uuj', 'manual'],
    ['mmj', 'manual'],
    ['qqj', 'unknown'],
    ['', 'na'],
  ])('%s is %s', (word, verdict) => {
    expect(atLeast([1, 3], verdictsOf(word))).toBe(verdict);
  });
});
