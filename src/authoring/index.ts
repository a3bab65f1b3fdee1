export { type CasesFile, casesSchema, type PreparedCase, prepareCases, runCase, runCases } from './cases.ts';
export { loadPolicyFile, loadPolicyFolder, type PolicyFile, policyPaths } from './folder.ts';
export { type LoadedPolicy, loadPolicy } from './load.ts';
export { policyJsonSchema } from './json-schema.ts';
