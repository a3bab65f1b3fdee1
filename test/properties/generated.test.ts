import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from './support/draft.ts';
import { MENTIONS } from './support/editions.ts';
import { situations } from './support/profiles.ts';
import { judgeAll, sideOf } from './support/verdicts.ts';

const SAMPLE = { numRuns: 500, seed: 20261121 };

it('the made-up enterprises lie on both sides of nearly every criterion, so that the properties are put to the test', () => {
  const seen = new Map<string, Set<string>>();
  for (const { draft, asOf } of fc.sample(situations, SAMPLE)) {
    for (const { edition, verdicts } of judgeAll(read(draft), asOf)) {
      for (const [id, verdict] of verdicts) {
        const key = `${edition.id}/${id}`;
        seen.set(key, (seen.get(key) ?? new Set()).add(sideOf(verdict)));
      }
    }
  }
  const judged = new Set(MENTIONS.judged);
  const computable = [...seen].filter(([key]) => !judged.has(key));
  const oneSided = computable
    .filter(([, sides]) => !['met', 'unmet', 'open'].every((side) => sides.has(side)))
    .map(([key]) => key);
  expect(oneSided.length / computable.length, oneSided.join('、')).toBeLessThan(0.05);
});
