import { type Assessment, assess } from '../../src/assess/index.ts';
import { findPitfalls } from '../../src/pitfalls/index.ts';
import type { InForce } from '../../src/policy/index.ts';
import type { CheckResult } from '../../src/report/index.ts';
import { AS_OF, editionOf } from '../assess/support.ts';
import { read, single } from '../profile/support.ts';

/** A check of one profile against one small edition, named by the user. */
export const checked = (
  conditions: string,
  text: string,
  more: { readonly rest?: string; readonly inForce?: InForce; readonly chosen?: boolean } = {},
): CheckResult => {
  const { profile, diagnostics } = read(text);
  const assessment: Assessment = assess(profile, editionOf(conditions, more.rest), AS_OF);
  const name = single(profile, 'name');
  return {
    profile,
    name: typeof name === 'string' ? name : '（未填企业名称）',
    asOf: AS_OF,
    baseYear: 2025,
    assessments: [{ assessment, inForce: more.inForce ?? 'yes' }],
    chosen: more.chosen ?? true,
    notes: [],
    findings: diagnostics,
    pitfalls: findPitfalls(profile, [assessment], AS_OF),
  };
};
