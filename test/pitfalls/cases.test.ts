import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { TOPICS } from '../../src/pitfalls/index.ts';
import { BASE, changed, codesOf, pitfallsOf } from './support.ts';

const caseSchema = z.strictObject({
  说明: z.string(),
  标准: z.string().optional(),
  评估日: z.string().optional(),
  改: z.record(z.string(), z.unknown()),
  触发: z.array(z.string()).optional(),
  含: z.array(z.string()).optional(),
  不含: z.array(z.string()).optional(),
  缺: z.record(z.string(), z.string()).optional(),
});
const CASES = z
  .record(z.string(), z.array(caseSchema))
  .parse(parse(readFileSync('test/pitfalls/cases.yaml', 'utf8')));

it('the base profile has nothing to report and nothing left unchecked', () => {
  const report = pitfallsOf(BASE);
  expect(report.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(report.unchecked).toEqual([]);
});

describe.each(Object.entries(CASES))('%s', (code, cases) => {
  it.each(cases.map((item) => [item.说明, item] as const))('%s', (_name, item) => {
    const report = pitfallsOf(changed(item.改), item.标准, item.评估日);
    const codes = codesOf(report);
    if (item.触发 !== undefined) expect([...codes].sort()).toEqual([...item.触发].sort());
    expect(codes).toEqual(expect.arrayContaining(item.含 ?? []));
    for (const absent of item.不含 ?? []) expect(codes).not.toContain(absent);
    for (const [topic, label] of Object.entries(item.缺 ?? {})) {
      const missing = report.unchecked.find((open) => open.topic === topic)?.missing ?? [];
      expect(missing.join('、')).toContain(label);
    }
  });

  it('fires in one of the cases, and does not in another', () => {
    const fires = (item: (typeof cases)[number]): boolean =>
      [...(item.触发 ?? []), ...(item.含 ?? [])].includes(code);
    expect(cases.some(fires) || Object.values(CASES).flat().some(fires)).toBe(true);
  });
});

it('every check on the profile has its cases', () => {
  const texts = /^F(?:2[6-9]|3[1-3]|4[1-57]|5[1-9]|6[0-3])\./;
  const codes = TOPICS.flatMap((topic) => topic.checks.map((check) => check.code));
  expect(codes.filter((code) => !texts.test(code)).sort()).toEqual(Object.keys(CASES).sort());
});
