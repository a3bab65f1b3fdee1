import { InputError } from '../../base/diagnostic.ts';
import { type CheckResult, checkJson, markdownReport, textReport } from '../../report/index.ts';
import { checkProfile } from '../check-profile.ts';
import { checkOutput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, formatOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies } from '../policies.ts';
import { terminalStyle } from '../style.ts';

const render = (
  results: readonly CheckResult[],
  format: ReturnType<typeof formatOption>,
  coloured: boolean,
  checklist: boolean,
): string => {
  if (format === 'json')
    return `${JSON.stringify(results.length === 1 ? checkJson(results[0] as CheckResult) : results.map(checkJson), null, 2)}\n`;
  const style = terminalStyle(coloured);
  const texts = results.map((result) =>
    format === 'markdown' ? markdownReport(result) : textReport(result, style, checklist),
  );
  return texts.join(format === 'markdown' ? '\n---\n\n' : `\n${'='.repeat(78)}\n\n`);
};

/** zjtx check PROFILE… — exit code 1 when a programme that was named is 不符合. */
export const check = async (paths: readonly string[], options: GlobalOptions): Promise<number> => {
  const format = formatOption(options);
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  if (options.output !== undefined) checkOutput(options.output, options.force === true);
  const store = await openPolicies(options.policies);
  const failures: InputError[] = [];
  const results: CheckResult[] = [];
  for (const path of paths) {
    try {
      const { profile, diagnostics } = await loadProfile(path);
      results.push(
        checkProfile(profile, store, { asOf, province, programmes: options.programme }, diagnostics),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error);
    }
  }
  if (results.length > 0) {
    const toFile = options.output !== undefined;
    const text = render(results, format, !toFile, options.checklist === true);
    if (options.output === undefined) process.stdout.write(text);
    else {
      writeOutput(options.output, text, options.force === true);
      process.stderr.write(`已写入 ${options.output}\n`);
    }
  }
  if (failures.length > 0) throw new InputError(failures.flatMap((failure) => failure.diagnostics));
  const named = results.some(
    (result) => result.chosen && result.assessments.some(({ assessment }) => assessment.verdict === 'unmet'),
  );
  return named ? 1 : 0;
};
