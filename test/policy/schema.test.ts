import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyJsonSchema } from '../../src/authoring/index.ts';

it('docs/policy.schema.json is what the grammar says (npm run schema)', () => {
  expect(readFileSync('docs/policy.schema.json', 'utf8')).toBe(policyJsonSchema());
});
