import { InputError, placeText } from '../src/base/diagnostic.ts';

/** What is wrong in the files, a line each: place, message, next step. */
export const explain = (error: InputError): string =>
  error.diagnostics
    .map(
      (item) =>
        `${placeText(item.where ?? {})} ${item.message}${item.fix === undefined ? '' : `（${item.fix}）`}`,
    )
    .join('\n');

/** Runs a check of policy files; files that cannot be read end it with their faults, not with a stack trace. */
export const reporting = (check: () => void): void => {
  try {
    check();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};
