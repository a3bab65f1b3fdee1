import { Chalk } from 'chalk';
import type { Verdict } from '../base/verdict.ts';
import { PLAIN, type Style } from '../report/index.ts';

/** Colours are for a terminal that can show them, unless they are not wanted. */
export const wantsColour = (stream: { readonly isTTY?: boolean } = process.stdout): boolean =>
  stream.isTTY === true &&
  process.env.NO_COLOR === undefined &&
  process.env.TERM !== 'dumb' &&
  !process.argv.includes('--no-color');

/** Colours for a terminal; plain text for pipes, files, NO_COLOR and --no-color. Status is always also a word. */
export const terminalStyle = (
  allowed: boolean,
  stream: { readonly isTTY?: boolean } = process.stdout,
): Style => {
  if (!allowed || !wantsColour(stream)) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  const colours: Readonly<Record<Verdict, (text: string) => string>> = {
    met: chalk.green,
    waived: chalk.green,
    unmet: chalk.red,
    unknown: chalk.yellow,
    manual: chalk.cyan,
    na: chalk.gray,
  };
  return { strong: chalk.bold, verdict: (verdict, text) => colours[verdict](text), faint: chalk.gray };
};
