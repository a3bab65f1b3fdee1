import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  casesSchema,
  expandCases,
  loadPolicy,
  loadPolicyFolder,
  runCases,
} from '../../src/authoring/index.ts';
import type { Criterion } from '../../src/policy/index.ts';

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

const idsIn = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap(({ id, body, waivers }) => [
    id,
    ...('of' in body ? idsIn(body.of) : []),
    ...('branches' in body ? body.branches.flatMap(({ then }) => ('of' in then ? idsIn(then.of) : [])) : []),
    ...idsIn(waivers),
  ]);

it('every example that docs/policy-format.md points to exists', () => {
  const known = new Set(
    loadPolicyFolder('policies').flatMap(({ edition }) => {
      const all = [
        ...(edition.appliesTo === undefined ? [] : [edition.appliesTo]),
        ...('of' in edition.body ? edition.body.of : []),
      ];
      return idsIn(all).map((id) => `${edition.id}/${id}`);
    }),
  );
  const shown = [...readFileSync('docs/policy-format.md', 'utf8').matchAll(/`([a-z0-9-]+\/[^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((id) => /^[a-z0-9-]+-\d{4}[a-z0-9-]*\//.test(id));
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((id) => !known.has(id))).toEqual([]);
});
