import { writeOutput } from './io.ts';
import type { GlobalOptions } from './options.ts';

/** Data goes to standard output, or to the file that --output names. */
export const emit = (text: string, options: Pick<GlobalOptions, 'output' | 'force'>): void => {
  if (options.output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeOutput(options.output, text, options.force === true);
  process.stderr.write(`已写入 ${options.output}\n`);
};
