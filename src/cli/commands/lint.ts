import { realpathSync } from 'node:fs';
import { baseYearOf } from '../../assess/index.ts';
import { inputError } from '../../base/diagnostic.ts';
import { suggestion } from '../../base/text.ts';
import type { LintRequest } from '../../lint/index.ts';
import type { PolicyStore } from '../../policy/index.ts';
import { SCHEMA_VERSION } from '../../report/index.ts';
import { checkProfile } from '../check-profile.ts';
import { emit } from '../emit.ts';
import { diagnosticText } from '../errors.ts';
import { checkOutput, readInput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions } from '../options.ts';
import { openPolicies, requireEdition } from '../policies.ts';

export interface LintOptions extends Omit<GlobalOptions, 'programme'> {
  readonly profile?: string;
  readonly kind?: string;
  readonly programme?: string;
}

const FORMATS = ['text', 'json', 'docx'] as const;
type LintFormat = (typeof FORMATS)[number];

const lintFormat = (options: LintOptions): LintFormat => {
  if (options.json === true) return 'json';
  const wanted = options.format ?? 'text';
  const format = FORMATS.find((item) => item === wanted);
  if (format === undefined) {
    throw inputError('E013', `不认识的格式“${wanted}”`, {
      fix: `${suggestion(wanted, FORMATS) ?? ''}可写 ${FORMATS.join('、')}`,
    });
  }
  return format;
};

const sameFile = (a: string, b: string): boolean => {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false; // one of them does not exist yet
  }
};

/** Refuses before any work is done when the result has no place to go or would replace the draft or the profile. */
const checkTarget = (draft: string, format: LintFormat, options: LintOptions): void => {
  const { output } = options;
  if (output === undefined) {
    if (format !== 'docx') return;
    throw inputError('E510', '批注稿要写到文件', { fix: '加 -o 批注稿.docx' });
  }
  const inputs = [draft, ...(options.profile === undefined ? [] : [options.profile])];
  if (inputs.some((input) => sameFile(input, output)))
    throw inputError('E511', `${output} 就是要检查的文件，不能覆盖原稿`, { fix: '换一个文件名' });
  checkOutput(output, options.force === true);
};

/** The profile, and what check finds in it under the programme named, else under the next step of the ladder. */
const heldAgainst = async (
  store: PolicyStore,
  asOf: string,
  { profile: path, programme }: LintOptions,
): Promise<Pick<LintRequest, 'profile' | 'pitfalls'>> => {
  if (path === undefined) return {};
  const { profile, diagnostics } = await loadProfile(path);
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticText(diagnostic)}\n`);
  const programmes = programme === undefined ? undefined : [programme];
  return { profile, pitfalls: checkProfile(profile, store, { asOf, programmes }, []).pitfalls.findings };
};

/** zjtx lint DRAFT.docx — exit code 1 when an error was found. */
export const lint = async (path: string, options: LintOptions): Promise<number> => {
  const format = lintFormat(options);
  const asOf = asOfOption(options.asOf);
  checkTarget(path, format, options);
  const store = await openPolicies(options.policies);
  if (options.programme !== undefined) requireEdition(store, options.programme);
  const { annotateDraft, findTextKind, formEditionFor, lintJson, lintReport, readDraft, TEXT_KINDS } =
    await import('../../lint/index.ts');
  const kind = options.kind === undefined ? undefined : findTextKind(options.kind);
  if (options.kind !== undefined && kind === undefined) {
    const ids = TEXT_KINDS.map((item) => item.id);
    throw inputError('E512', `不认识的文稿“${options.kind}”`, {
      fix: `${suggestion(options.kind, ids) ?? ''}可写 ${ids.join('、')}`,
    });
  }
  const draft = await readDraft(readInput(path), path);
  const report = lintReport(draft, {
    asOf,
    baseYear: baseYearOf(asOf),
    edition: formEditionFor(asOf, options.programme),
    ...(await heldAgainst(store, asOf, options)),
    ...(kind === undefined ? {} : { kind }),
  });
  const { lintText } = await import('../lint-text.ts');
  if (format === 'docx' && options.output !== undefined) {
    writeOutput(options.output, await annotateDraft(draft, report.results), options.force === true);
    process.stdout.write(lintText(report));
    process.stderr.write(`批注稿已写入 ${options.output}，原稿没有改动\n`);
  } else if (format === 'json')
    emit(`${JSON.stringify(lintJson(report, SCHEMA_VERSION), null, 2)}\n`, options);
  else emit(lintText(report), options);
  const found = report.results.flatMap((result) => result.notes);
  return found.some(({ severity }) => severity === 'veto' || severity === 'error') ? 1 : 0;
};
