export { checkConsistency } from './consistency.ts';
