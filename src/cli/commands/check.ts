import { InputError } from '../../base/diagnostic.ts';
import {
  type CheckResult,
  checkJson,
  clientMarkdown,
  markdownReport,
  textReport,
} from '../../report/index.ts';
import { checkProfile } from '../check-profile.ts';
import { checkClientOutput, type FileFormat, writeClientReports } from '../client-files.ts';
import { emit } from '../emit.ts';
import { checkOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type Format, formatOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies } from '../policies.ts';
import { terminalStyle } from '../style.ts';

const isFileFormat = (format: Format): format is FileFormat =>
  format === 'html' || format === 'docx' || format === 'xlsx';

const render = async (
  results: readonly CheckResult[],
  format: Exclude<Format, FileFormat>,
  coloured: boolean,
  checklist: boolean,
): Promise<string> => {
  if (format === 'json')
    return `${JSON.stringify(results.length === 1 ? checkJson(results[0] as CheckResult) : results.map(checkJson), null, 2)}\n`;
  if (format === 'md') return (await Promise.all(results.map(clientMarkdown))).join('\n---\n\n');
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
  if (isFileFormat(format)) checkClientOutput(paths.length, format, options);
  else if (options.output !== undefined) checkOutput(options.output, options.force === true);
  const store = await openPolicies(options.policies);
  const failures: InputError[] = [];
  const results: CheckResult[] = [];
  for (const path of paths) {
    try {
      const { profile, diagnostics } = await loadProfile(path);
      results.push(
        checkProfile(
          profile,
          store,
          { asOf, province, programmes: options.programme, history: options.history },
          diagnostics,
        ),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error);
    }
  }
  if (results.length > 0 && isFileFormat(format))
    await writeClientReports(results, format, options, paths.length);
  else if (results.length > 0 && !isFileFormat(format))
    emit(await render(results, format, options.output === undefined, options.checklist === true), options);
  if (failures.length > 0) throw new InputError(failures.flatMap((failure) => failure.diagnostics));
  const named = results.some(
    (result) => result.chosen && result.assessments.some(({ assessment }) => assessment.verdict === 'unmet'),
  );
  return named ? 1 : 0;
};
