import { loadBeside, type PolicyFile, runCases } from '../../authoring/index.ts';
import { type Diagnostic, InputError, placeText } from '../../base/diagnostic.ts';
import { overlaps, summarize } from '../../policy/index.ts';
import { SCHEMA_VERSION } from '../../report/index.ts';
import { emit } from '../emit.ts';
import { readInput } from '../io.ts';
import type { GlobalOptions } from '../options.ts';
import { builtInSurface, openPolicies } from '../policies.ts';

interface Finding {
  readonly path: string;
  readonly file?: PolicyFile;
  readonly problems: readonly Diagnostic[];
}

const failedCases = (file: PolicyFile): Diagnostic[] =>
  (file.cases === undefined ? [] : runCases(file.edition, file.cases)).flatMap(({ name, failures }) =>
    failures.map(
      (failure): Diagnostic => ({
        code: 'P211',
        severity: 'error',
        message: `用例“${name}”：${failure}`,
        where: { file: file.path },
      }),
    ),
  );

const validate = (path: string): Finding => {
  try {
    readInput(path);
    const file = loadBeside(path, builtInSurface);
    const missing: Diagnostic[] =
      file.cases === undefined
        ? [
            {
              code: 'P212',
              severity: 'warning',
              message: '旁边没有用例文件',
              where: { file: path },
              fix: '每个数字门槛写低于、等于、高于、空白四种情形，见 docs/policy-format.md',
            },
          ]
        : [];
    const unresolved: Diagnostic[] =
      file.cases?.unresolved === undefined
        ? []
        : [
            {
              code: 'P214',
              severity: 'warning',
              message: `沿用用例“${file.cases.unresolved}”不在手边，没有运行`,
              where: { file: path },
            },
          ];
    return { path, file, problems: [...failedCases(file), ...missing, ...unresolved] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { path, problems: error.diagnostics };
  }
};

const describe = ({ path, file, problems }: Finding): string[] => {
  const isBad = problems.some((problem) => problem.severity === 'error');
  const cases = file?.cases?.cases.length ?? 0;
  return [
    `${path}：${isBad ? '有错误' : '可用'}${file === undefined ? '' : `（${file.edition.id}，条件${summarize(file.edition).criteria}项，用例${cases}个）`}`,
    ...problems.map(
      (problem) =>
        `  ${problem.where === undefined ? '' : `${placeText(problem.where)} `}${problem.code}：${problem.message}${problem.fix === undefined ? '' : `（${problem.fix}）`}`,
    ),
  ];
};

/** zjtx policy validate FILE…: grammar, meaning, 用例 and clashes with the built-in editions. Errors end in exit code 2. */
export const validatePolicies = async (paths: readonly string[], options: GlobalOptions): Promise<number> => {
  const findings = paths.map(validate);
  const own = findings.flatMap((finding) =>
    finding.file === undefined ? [] : [summarize(finding.file.edition)],
  );
  const builtIn = (await openPolicies()).summaries.filter((item) => !own.some((mine) => mine.id === item.id));
  const clashes = overlaps([...builtIn, ...own]).map(
    ([a, b]): Diagnostic => ({
      code: 'P213',
      severity: 'error',
      message: `系列“${a.series}”在同一天有两个有效版本：${a.id}、${b.id}`,
    }),
  );
  const isBad =
    clashes.length > 0 ||
    findings.some((finding) => finding.problems.some((problem) => problem.severity === 'error'));
  if (options.json === true) {
    const files = findings.map(({ path, file, problems }) => ({
      path,
      id: file?.edition.id ?? null,
      problems,
    }));
    emit(
      `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, valid: !isBad, files, clashes }, null, 2)}\n`,
      options,
    );
  } else
    emit(
      `${[...findings.flatMap(describe), ...clashes.map((clash) => clash.message)].join('\n')}\n`,
      options,
    );
  return isBad ? 2 : 0;
};
