import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import { read } from './support/draft.ts';
import { EDITIONS } from './support/editions.ts';
import { situations } from './support/profiles.ts';
import { holds } from './support/settings.ts';

describe('an assessment', () => {
  it('is the same every time and leaves profile and edition as they were', () => {
    const untouched = structuredClone(EDITIONS);
    holds(
      200,
      fc.property(situations, ({ draft, asOf }) => {
        const profile = read(draft);
        const copy = structuredClone(profile);
        for (const edition of EDITIONS) {
          const first = assess(profile, edition, asOf);
          expect(isDeepStrictEqual(assess(profile, edition, asOf), first), edition.id).toBe(true);
        }
        expect(isDeepStrictEqual(profile, copy), 'profile').toBe(true);
      }),
    );
    expect(isDeepStrictEqual(EDITIONS, untouched), 'editions').toBe(true);
  });

  it('depends on what the profile says, not on which copy of it is read', () => {
    holds(
      200,
      fc.property(situations, ({ draft, asOf }) => {
        const [one, two] = [read(draft), read(structuredClone(draft))];
        for (const edition of EDITIONS)
          expect(isDeepStrictEqual(assess(one, edition, asOf), assess(two, edition, asOf))).toBe(true);
      }),
    );
  });
});
