import { loadPolicyFolder } from '../../../src/authoring/index.ts';
import { Mentions } from './rules.ts';

export const POLICY_FILES = loadPolicyFolder('policies');
export const EDITIONS = POLICY_FILES.map((file) => file.edition);
export const MENTIONS = new Mentions(EDITIONS);
