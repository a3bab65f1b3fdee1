import { writeFileSync } from 'node:fs';
import { coveragePage, loadPolicyFolder } from '../src/authoring/index.ts';

writeFileSync('docs/coverage.md', coveragePage(loadPolicyFolder('policies')));
