import { missingJson, missingText } from '../../report/index.ts';
import { checkProfile } from '../check-profile.ts';
import { emit } from '../emit.ts';
import { diagnosticText } from '../errors.ts';
import { checkOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies } from '../policies.ts';
import { terminalStyle } from '../style.ts';

/** zjtx missing PROFILE: which facts would settle what is still open, ranked. */
export const missing = async (path: string, options: GlobalOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  if (options.output !== undefined) checkOutput(options.output, options.force === true);
  const store = await openPolicies(options.policies);
  const { profile, diagnostics } = await loadProfile(path);
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticText(diagnostic)}\n`);
  const result = checkProfile(profile, store, { asOf, province, programmes: options.programme }, []);
  const style = terminalStyle(options.output === undefined);
  emit(
    options.json === true ? `${JSON.stringify(missingJson(result), null, 2)}\n` : missingText(result, style),
    options,
  );
  return 0;
};
