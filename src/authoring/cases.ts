import { z } from 'zod';
import { type Assessment, assess, type CriterionResult } from '../assess/index.ts';
import { InputError } from '../base/diagnostic.ts';
import { VERDICT_WORDS, type Verdict } from '../base/verdict.ts';
import type { Edition } from '../policy/index.ts';
import { fromPlain, type Profile, readProfile } from '../profile/index.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = Object.values(VERDICT_WORDS) as [string, ...string[]];
const plain = z.record(z.string(), z.unknown());
const score = z.union([z.number(), z.tuple([z.number(), z.number()])]);

/**
 * 用例 file: a base profile, and cases that change it and say what must follow (docs/policy-format.md).
 * 沿用用例 takes over the cases of the edition whose rules are taken over, on its own base profile with 补充档案 laid over it.
 */
export const casesSchema = z.strictObject({
  编号: z.string(),
  评估日: date,
  基础档案: plain,
  沿用用例: z.strictObject({ 编号: z.string(), 补充档案: plain.optional() }).optional(),
  用例: z
    .array(
      z.strictObject({
        说明: z.string().min(1),
        评估日: date.optional(),
        档案: plain.optional(),
        期望: z.record(z.string(), z.enum(words)).optional(),
        得分: z.record(z.string(), score).optional(),
        缺: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});
type CasesFile = z.infer<typeof casesSchema>;

/** One case ready to be read: its whole profile as plain data, the day, and what must follow. */
export interface PolicyCase {
  readonly name: string;
  readonly asOf: string;
  readonly data: unknown;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly scores: Readonly<Record<string, number | readonly [number, number]>>;
  readonly missing: readonly string[];
}

export interface CaseSet {
  readonly id: string;
  /** the profile and day that all cases start from */
  readonly base: { readonly data: unknown; readonly asOf: string };
  readonly cases: readonly PolicyCase[];
  /** 沿用用例 names an edition whose cases are not at hand: they were not run */
  readonly unresolved?: string;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lays a case's changes over the base profile: maps merge, everything else replaces, null blanks. */
const overlay = (base: unknown, change: unknown): unknown => {
  if (!isMap(base) || !isMap(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change))
    merged[key] = key in base ? overlay(base[key], value) : value;
  return merged;
};

/** The cases of a file, each with its changes laid over the base profile. */
export const expandCases = (file: CasesFile): CaseSet => ({
  id: file.编号,
  base: { data: file.基础档案, asOf: file.评估日 },
  cases: file.用例.map((item) => ({
    name: item.说明,
    asOf: item.评估日 ?? file.评估日,
    data: overlay(file.基础档案, item.档案 ?? {}),
    verdicts: item.期望 ?? {},
    scores: item.得分 ?? {},
    missing: item.缺 ?? [],
  })),
});

/**
 * Cases of another edition, for one that takes over its rules: expectations of criteria that were left out, of groups
 * that lost a part and of the whole are dropped; recorded answers (人工核验) are addressed to the new edition.
 * @param kept ids of the criteria and groups that were taken over unchanged
 */
export const inheritCases = (
  base: CaseSet,
  id: string,
  added: unknown,
  kept: ReadonlySet<string>,
): PolicyCase[] =>
  base.cases.flatMap((item) => {
    const verdicts = Object.fromEntries(Object.entries(item.verdicts).filter(([key]) => kept.has(key)));
    if (Object.keys(verdicts).length + Object.keys(item.scores).length === 0) return [];
    const data: unknown = JSON.parse(JSON.stringify(item.data).replaceAll(`"${base.id}/`, `"${id}/`));
    return [{ ...item, name: `沿用：${item.name}`, data: overlay(data, added), verdicts, missing: [] }];
  });

/** Verdicts by criterion id, groups, waivers and 总评 included. */
const verdictsOf = (assessment: Assessment): ReadonlyMap<string, Verdict> => {
  const verdicts = new Map<string, Verdict>();
  const visit = (result: CriterionResult): void => {
    verdicts.set(result.criterion.id, result.factor ?? result.verdict);
    for (const part of [...result.parts, ...result.waivers]) visit(part);
  };
  visit(assessment.root);
  if (assessment.appliesTo !== undefined) visit(assessment.appliesTo);
  return verdicts.set('总评', assessment.verdict);
};

const scoresOf = (assessment: Assessment): ReadonlyMap<string, readonly [number, number]> => {
  const { score } = assessment;
  if (score === undefined) return new Map();
  return new Map([
    ['总分', [score.low, score.high] as const],
    ...score.parts.map((part) => [part.name, [part.low, part.high] as const] as const),
    ...score.items.map((item) => [item.id, [item.low, item.high] as const] as const),
  ]);
};

/** A case with its profile read once, ready to be held against any edition. */
export interface PreparedCase extends PolicyCase {
  readonly profile?: Profile;
  /** why the profile could not be read */
  readonly unreadable: readonly string[];
}

export const prepareCases = (set: CaseSet): readonly PreparedCase[] =>
  set.cases.map((item) => {
    try {
      return { ...item, profile: readProfile(fromPlain(item.data)).profile, unreadable: [] };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return {
        ...item,
        unreadable: error.diagnostics.map((diagnostic) => `档案读不了：${diagnostic.message}`),
      };
    }
  });

/** Holds a case against an edition; the texts say what came out otherwise than expected. Empty means it holds. */
export const runCase = (edition: Edition, prepared: PreparedCase): readonly string[] => {
  if (prepared.profile === undefined) return prepared.unreadable;
  const assessment = assess(prepared.profile, edition, prepared.asOf);
  const failures: string[] = [];
  const verdicts = verdictsOf(assessment);
  for (const [id, expected] of Object.entries(prepared.verdicts)) {
    const verdict = verdicts.get(id);
    const actual = verdict === undefined ? '没有这个条件' : VERDICT_WORDS[verdict];
    if (actual !== expected) failures.push(`${id}：期望${expected}，得到${actual}`);
  }
  const scores = scoresOf(assessment);
  for (const [id, expected] of Object.entries(prepared.scores)) {
    const [low, high] = typeof expected === 'number' ? [expected, expected] : expected;
    const actual = scores.get(id);
    if (actual?.[0] !== low || actual[1] !== high) {
      failures.push(`${id}：期望得分${low}至${high}，得到${actual?.join('至') ?? '无'}`);
    }
  }
  const missing = assessment.missing.map((ref) => ref.label);
  for (const label of prepared.missing) {
    if (!missing.includes(label)) failures.push(`期望缺“${label}”，得到缺：${missing.join('、') || '无'}`);
  }
  return failures;
};

export const runCases = (
  edition: Edition,
  set: CaseSet,
): ReadonlyArray<{ readonly name: string; readonly failures: readonly string[] }> =>
  prepareCases(set).map((prepared) => ({ name: prepared.name, failures: runCase(edition, prepared) }));
