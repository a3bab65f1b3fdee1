import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coveragePage, loadPolicyFolder } from '../../src/authoring/index.ts';

it('docs/coverage.md is what the policy files say (npm run coverage:policies)', () => {
  expect(readFileSync('docs/coverage.md', 'utf8')).toBe(coveragePage(loadPolicyFolder('policies')));
});
