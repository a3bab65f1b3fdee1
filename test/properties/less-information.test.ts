import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeBlanks,
  type Blank,
  dayBlanks,
  fieldBlanks,
  figureBlanks,
  incompleteMarks,
  listBlanks,
  partialLists,
} from './support/blanks.ts';
import { type Draft, read } from './support/draft.ts';
import { situations } from './support/profiles.ts';
import { holds } from './support/settings.ts';
import { contradictions, judgeAll } from './support/verdicts.ts';

const RUNS = 200;
/** pieces taken away, one at a time, from each enterprise */
const TRIES = 6;

const KINDS: ReadonlyArray<readonly [string, (draft: Draft, asOf: string) => readonly Blank[]]> = [
  ['a field', fieldBlanks],
  ['the figure of a year', figureBlanks],
  ['an attribute of a record', attributeBlanks],
  ['the day of a date', dayBlanks],
  ['a list', listBlanks],
  ['the claim that a list is complete', incompleteMarks],
  ['a record of a list that says so', partialLists],
];

const tries = fc.array(fc.nat(9999), { minLength: 1, maxLength: TRIES });

describe('knowing less leaves every verdict and score as it was, or open', () => {
  it.each(KINDS)('without %s', (_name, blanksOf) => {
    holds(
      RUNS,
      fc.property(situations, tries, ({ draft, asOf }, picks) => {
        const before = judgeAll(read(draft), asOf);
        const blanks = blanksOf(draft, asOf);
        for (const pick of blanks.length === 0 ? [] : picks) {
          const blank = blanks[pick % blanks.length];
          if (blank === undefined) continue;
          const after = judgeAll(read(blank.draft), asOf);
          expect(contradictions(before, after), `without ${blank.what} on ${asOf}`).toEqual([]);
        }
      }),
    );
  });
});
