import { spawn } from '@lydell/node-pty';
import { onTestFailed, onTestFinished } from 'vitest';
import { BIN } from './support.ts';

/** Keys as a terminal sends them. */
export const KEY = { enter: '\r', stop: '\u0003', down: '\u001b[B', up: '\u001b[A', space: ' ' } as const;

// cursor movement and colours (ECMA-48 control sequences)
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');

export interface Terminal {
  /** Waits until the text was printed after the last key pressed; what was printed up to then. */
  sees(text: string): Promise<string>;
  /** Presses keys, or types a text and presses Enter. */
  press(keys: string): void;
  answer(text: string): void;
  /** Waits for the end; everything printed, without control signs, and the exit code. */
  end(): Promise<{ readonly text: string; readonly raw: string; readonly code: number }>;
}

/** The built program on a real pseudo-terminal of 80 columns: it sees a terminal on all its streams. */
export const terminal = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Terminal => {
  const child = spawn(process.execPath, [BIN, ...args], {
    name: env.TERM ?? 'xterm-256color',
    cols: 80,
    rows: 40,
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, LANG: 'C.UTF-8', ...env },
  });
  let raw = '';
  let mark = 0;
  let exit: number | undefined;
  let wake = (): void => {};
  child.onData((data) => {
    raw += data;
    wake();
  });
  child.onExit(({ exitCode }) => {
    exit = exitCode;
    wake();
  });
  onTestFinished(() => {
    if (exit === undefined) child.kill();
  });
  onTestFailed(() => {
    process.stderr.write(`the terminal showed:\n${raw.replaceAll(CONTROL, '')}\n`);
  });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const since = (): string => raw.slice(mark).replaceAll(CONTROL, '');
  const press = (keys: string): void => {
    mark = raw.length;
    child.write(keys);
  };
  return {
    sees: async (text) => {
      while (!since().includes(text)) {
        if (exit !== undefined) throw new Error(`ended with ${exit} before “${text}”:\n${since()}`);
        await next();
      }
      return since();
    },
    press,
    answer: (text) => press(`${text}${KEY.enter}`),
    end: async () => {
      while (exit === undefined) await next();
      return { text: raw.replaceAll(CONTROL, '').replaceAll('\r', ''), raw, code: exit };
    },
  };
};
