import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Criterion } from '../../src/policy/index.ts';
import { read } from './support/draft.ts';
import { EDITIONS } from './support/editions.ts';
import { situations } from './support/profiles.ts';
import { judgeAll, sideOf } from './support/verdicts.ts';

const SAMPLE = { numRuns: 500, seed: 20261121 };

/** Anything that a person, a missing document, two readings or discretion may leave open whatever the figures are. */
const isSoft = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if ('op' in value && ['judge', 'notListed', 'readings'].includes(String(value.op))) return true;
  if ('leniency' in value || ('factor' in value && value.factor === true)) return true;
  return Object.entries(value).some(([key, item]) => key !== 'source' && isSoft(item));
};

const firmIds = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap((criterion) => [
    ...(isSoft(criterion) ? [] : [criterion.id]),
    ...('of' in criterion.body ? firmIds(criterion.body.of) : []),
  ]);

/** Criteria that figures, records and answers alone decide, as edition/criterion. */
const FIRM = new Set(
  EDITIONS.flatMap((edition) =>
    firmIds('of' in edition.body ? edition.body.of : []).map((id) => `${edition.id}/${id}`),
  ),
);

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
  const computable = [...seen].filter(([key]) => FIRM.has(key));
  const oneSided = computable
    .filter(([, sides]) => !['met', 'unmet', 'open'].every((side) => sides.has(side)))
    .map(([key]) => key);
  expect(oneSided.length / computable.length, oneSided.join('、')).toBeLessThan(0.05);
});
