import { assess } from '../../src/assess/index.ts';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import type { Assumption } from '../../src/plan/assume.ts';
import { type ProgrammePlan, programmePlan, type Way } from '../../src/plan/distance.ts';
import { type Edition, inForce } from '../../src/policy/index.ts';
import type { Profile } from '../../src/profile/index.ts';
import type { CheckedProgramme, CheckResult } from '../../src/report/index.ts';
import { AS_OF, editionOf } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';

export const EDITIONS: ReadonlyMap<string, Edition> = new Map(
  loadPolicyFolder('policies').map(({ edition }) => [edition.id, edition]),
);

export const edition = (id: string): Edition => {
  const found = EDITIONS.get(id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
};

export const checkedIn = (profile: Profile, rules: Edition, asOf = AS_OF): CheckedProgramme => ({
  assessment: assess(profile, rules, asOf),
  inForce: inForce(rules, asOf),
});

/** What plan says of one 判定. */
export const wayOf = (test: string, profile: string, asOf = AS_OF): Way => {
  const { ways } = plannedOf(`- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${test}}`, profile, asOf);
  const [only] = ways;
  if (only === undefined || ways.length > 1) throw new Error(`${ways.length} ways`);
  return only;
};

export const plannedOf = (conditions: string, profile: string, asOf = AS_OF): ProgrammePlan => {
  const known = profileOf(profile);
  return programmePlan(known, checkedIn(known, editionOf(conditions), asOf));
};

export const resultOf = (profile: Profile, ids: readonly string[], asOf = AS_OF): CheckResult => ({
  profile,
  name: '示例（虚构）有限公司',
  asOf,
  baseYear: Number(asOf.slice(0, 4)) - 1,
  assessments: ids.map((id) => checkedIn(profile, edition(id), asOf)),
  chosen: true,
  notes: [],
  findings: [],
  pitfalls: { findings: [], unchecked: [] },
});

export const NONE: readonly Assumption[] = [];
