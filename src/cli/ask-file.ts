import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../base/diagnostic.ts';

const FOLDERS = ['.', 'profiles'];

const filesWith = (extension: string): string[] =>
  FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
        .sort()
        .map((name) => (folder === '.' ? name : join(folder, name)));
    } catch {
      return []; // no such folder here: nothing to offer from it
    }
  });

/**
 * The file the user picks on a terminal from the working folder and profiles/.
 * @throws InputError without a terminal, with --no-input, or where there is nothing to pick
 */
export const askFile = async (what: string, extension: string, mayAsk: boolean): Promise<string> => {
  const choices =
    mayAsk && process.stdin.isTTY === true && process.stderr.isTTY === true ? filesWith(extension) : [];
  if (choices.length === 0)
    throw inputError('E000', `缺少参数：${what}`, { fix: '在命令后面写文件名；用法见 zjtx --help' });
  const { default: inquirer } = await import('inquirer');
  // asked on standard error, so that standard output stays data
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const theme = { style: { keysHelpTip: () => '上下键移动，回车选定，Ctrl-C 取消' } };
  try {
    const { file } = await prompt([
      { type: 'select', name: 'file', message: `选择${what}`, choices, loop: false, theme },
    ]);
    return String(file);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    throw inputError('E007', '没有选择文件，已取消');
  }
};
