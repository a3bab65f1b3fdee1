import { join } from 'node:path';
import { inputError } from '../base/diagnostic.ts';
import { type CheckResult, clientDocx, clientHtml, clientXlsx } from '../report/index.ts';
import { checkOutput, writeOutput } from './io.ts';
import type { GlobalOptions } from './options.ts';

const MAKERS: Readonly<
  Record<'html' | 'docx' | 'xlsx', (result: CheckResult) => Promise<string | Uint8Array>>
> = {
  html: clientHtml,
  docx: clientDocx,
  xlsx: clientXlsx,
};
export type FileFormat = keyof typeof MAKERS;

/** One company goes to the file that -o names; several go into the folder that it names, a file each. */
const targetsOf = async (
  results: readonly CheckResult[],
  format: FileFormat,
  output: string,
  asked: number,
): Promise<readonly string[]> => {
  if (asked === 1) return [output];
  const { distinctNames, safeName } = await import('../documents/index.ts');
  return distinctNames(results.map(({ name }) => safeName(name))).map((name) =>
    join(output, `${name}.${format}`),
  );
};

/** Refuses before any work is done what could not be put out in the end. */
export const checkClientOutput = (count: number, format: FileFormat, options: GlobalOptions): void => {
  if (options.output === undefined && (count > 1 || format !== 'html')) {
    const fix = count > 1 ? '加 -o 文件夹，每家写一个文件' : `加 -o 报告.${format}`;
    const why = count > 1 ? '几家的报告不能写在一个输出里' : '这种文件不能写到标准输出';
    throw inputError('E014', `--format ${format} 要指定输出：${why}`, { fix });
  }
  if (options.output !== undefined && count === 1) checkOutput(options.output, options.force === true);
};

/**
 * Writes the client report of every company.
 * @param asked how many profiles were named, read or not
 */
export const writeClientReports = async (
  results: readonly CheckResult[],
  format: FileFormat,
  options: GlobalOptions,
  asked: number,
): Promise<void> => {
  const { output } = options;
  if (output === undefined) {
    for (const result of results) process.stdout.write(await MAKERS[format](result));
    return;
  }
  const force = options.force === true;
  const targets = await targetsOf(results, format, output, asked);
  for (const target of targets) checkOutput(target, force);
  for (const [index, result] of results.entries()) {
    const target = targets[index];
    if (target === undefined) continue;
    writeOutput(target, await MAKERS[format](result), force);
    process.stderr.write(`已写入 ${target}\n`);
  }
};
