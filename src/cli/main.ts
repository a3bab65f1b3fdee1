import { InputError } from '../base/diagnostic.ts';

declare const __VERSION__: string;

/** Prints what is wrong with the input and how to mend it. */
const report = async (error: InputError): Promise<void> => {
  const { diagnosticText } = await import('./errors.ts');
  for (const diagnostic of error.diagnostics) process.stderr.write(`${diagnosticText(diagnostic)}\n`);
};

const run = async (args: readonly string[]): Promise<number> => {
  // answered before anything else is loaded
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${__VERSION__}\n`);
    return 0;
  }
  const { parseCommand } = await import('./program.ts');
  const command = parseCommand(args, __VERSION__);
  return command === undefined ? 0 : command();
};

// a reader that stops early (zjtx … | head) is no fault of the user's
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  await report(error);
  process.exitCode = 2;
}
