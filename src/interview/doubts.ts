import type { CivilDate } from '../base/date.ts';
import { type Finding, findPitfalls } from '../pitfalls/index.ts';
import type { Profile } from '../profile/index.ts';
import { CHECKED_AT_ONCE } from './words.ts';

const found = (profile: Profile, asOf: CivilDate): readonly Finding[] =>
  findPitfalls(profile, [], asOf).findings.filter(
    ({ code, severity }) => code.startsWith(CHECKED_AT_ONCE) && severity !== 'hint',
  );

/** What the profile contradicts in itself since the last answer: told at once, while the papers are at hand. */
export const newDoubts = (before: Profile, after: Profile, asOf: CivilDate): readonly Finding[] => {
  const known = new Set(found(before, asOf).map(({ code, message }) => `${code} ${message}`));
  return found(after, asOf).filter(({ code, message }) => !known.has(`${code} ${message}`));
};
