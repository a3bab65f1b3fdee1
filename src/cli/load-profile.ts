import { extname } from 'node:path';
import { decodeText, type ReadResult, readProfile, readYaml } from '../profile/index.ts';
import { readInput } from './io.ts';

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls', '.et']);

/** By its first bytes (a zip, or the container of old and of encrypted workbooks), else by its name. */
const isWorkbook = (bytes: Uint8Array, path: string): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) ||
  (bytes[0] === 0xd0 && bytes[1] === 0xcf) ||
  WORKBOOKS.has(extname(path).toLowerCase());

/** A profile and the form it was written in. */
interface Loaded extends ReadResult {
  readonly format: 'yaml' | 'workbook';
}

/**
 * Reads a profile: YAML, or a filled questionnaire.
 * @throws InputError for anything wrong with the file
 */
export const loadProfile = async (path: string): Promise<Loaded> => {
  const bytes = readInput(path);
  if (!isWorkbook(bytes, path))
    return { ...readProfile(readYaml(decodeText(bytes, path), path), path), format: 'yaml' };
  const { readQuestionnaire } = await import('../workbook/index.ts');
  return { ...(await readQuestionnaire(bytes, path)), format: 'workbook' };
};
