export { casesSchema, expandCases, type PreparedCase, prepareCases, runCase, runCases } from './cases.ts';
export { coveragePage } from './coverage.ts';
export { loadBeside, loadNamed, loadPolicyFolder, type PolicyFile, policyIds } from './folder.ts';
export { policyJsonSchema } from './json-schema.ts';
export { loadPolicy } from './load.ts';
