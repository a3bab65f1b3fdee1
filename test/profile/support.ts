import { type Diagnostic, InputError } from '../../src/base/diagnostic.ts';
import { toDecimal } from '../../src/base/ratio.ts';
import {
  decodeText,
  isRatio,
  type Profile,
  type ReadResult,
  readProfile,
  readYaml,
  type Value,
} from '../../src/profile/index.ts';

export const FILE = '档案.yaml';

export const read = (text: string): ReadResult => readProfile(readYaml(text, FILE), FILE);
export const profileOf = (text: string): Profile => read(text).profile;
export const readBytes = (bytes: Uint8Array): Profile =>
  readProfile(readYaml(decodeText(bytes, FILE), FILE), FILE).profile;

/** The diagnostics of input that must be refused; any other exception fails the test. */
export const refused = (work: () => unknown): readonly Diagnostic[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
};

export const errorsOf = (text: string): readonly Diagnostic[] =>
  refused(() => read(text)).filter((item) => item.severity === 'error');

/** A value as plain data: numbers as decimal text in base units. */
const plain = (value: Value | undefined): unknown =>
  isRatio(value) ? toDecimal(value, 12) : value === undefined ? undefined : value;

export const single = (profile: Profile, id: string): unknown => plain(profile.single.get(id)?.value);
export const yearly = (profile: Profile, id: string, year: number): unknown =>
  plain(profile.yearly.get(id)?.get(year)?.value);
