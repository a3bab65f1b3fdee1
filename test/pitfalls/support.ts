import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assess } from '../../src/assess/index.ts';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import { findPitfalls, type PitfallReport } from '../../src/pitfalls/index.ts';
import { fromPlain, type Profile, readProfile } from '../../src/profile/index.ts';

export const GIANT = 'national-little-giant-2026';
export const DAY = '2026-11-21';

export type Plain = Readonly<Record<string, unknown>>;
const editions = new Map(loadPolicyFolder('policies').map(({ edition }) => [edition.id, edition]));

export const BASE: Plain = parse(readFileSync('test/pitfalls/base.yaml', 'utf8'));

/** The base profile with some fields replaced, or taken away where they are null. */
export const changed = (changes: Plain): Plain =>
  Object.fromEntries(Object.entries({ ...BASE, ...changes }).filter(([, value]) => value !== null));

export const profileFrom = (plain: Plain): Profile => readProfile(fromPlain(plain)).profile;

/** What is found in a profile under one edition. */
export const pitfallsIn = (profile: Profile, edition = GIANT, asOf = DAY): PitfallReport => {
  const rules = editions.get(edition);
  if (rules === undefined) throw new Error(edition);
  return findPitfalls(profile, [assess(profile, rules, asOf)], asOf);
};

export const pitfallsOf = (plain: Plain, edition = GIANT, asOf = DAY): PitfallReport => {
  return pitfallsIn(profileFrom(plain), edition, asOf);
};

export const codesOf = ({ findings }: PitfallReport): readonly string[] => findings.map((item) => item.code);
