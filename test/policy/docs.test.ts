import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { casesSchema, expandCases, loadPolicy, runCases } from '../../src/authoring/index.ts';

const blocks = [...readFileSync('docs/policy-format.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? '',
);

it('the worked example of docs/policy-format.md loads, and its 用例 hold', () => {
  const [policy = '', cases = ''] = blocks;
  const { edition } = loadPolicy(policy, 'docs/policy-format.md');
  const results = runCases(edition, expandCases(casesSchema.parse(parse(cases))));
  expect(results).toHaveLength(4);
  expect(results.flatMap((result) => result.failures)).toEqual([]);
});
