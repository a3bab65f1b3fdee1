export { casesSchema, expandCases, type PreparedCase, prepareCases, runCase, runCases } from './cases.ts';
export { coveragePage } from './coverage.ts';
export { loadPolicyFile, loadPolicyFolder, type PolicyFile } from './folder.ts';
export { policyJsonSchema } from './json-schema.ts';
export { loadPolicy } from './load.ts';
