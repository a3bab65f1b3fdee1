export { type CasesFile, overlay, type PolicyCase, runCase, runCases } from './cases.ts';
export { loadPolicyFile, loadPolicyFolder, type PolicyFile, policyPaths } from './folder.ts';
export { type LoadedPolicy, loadPolicy } from './load.ts';
