import { writeFileSync } from 'node:fs';
import { policyJsonSchema } from '../src/authoring/index.ts';

writeFileSync('docs/policy.schema.json', policyJsonSchema());
