import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inputError } from '../base/diagnostic.ts';

const CODES: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  ENOTDIR: '路径中间有一段不是文件夹',
  ENAMETOOLONG: '路径太长',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有权限',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What an error of the file system means, else its code. */
export const codeWord = (error: unknown): string => CODES[codeOf(error)] ?? codeOf(error);

const reading = <Read>(path: string, read: () => Read): Read => {
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return read();
  } catch (error) {
    const reason = CODES[codeOf(error)];
    if (reason === undefined) throw error;
    throw inputError('E101', `读不了 ${path}：${reason}`, { where: { file: path }, fix: '检查路径和文件名' });
  }
};

/** @throws InputError in Chinese for a file that cannot be read */
export const readInput = (path: string): Uint8Array => reading(path, () => readFileSync(path));

/** @throws InputError in Chinese for a file that cannot be read */
export const checkInput = (path: string): void => reading(path, () => accessSync(path, constants.R_OK));

/** Refuses before any work is done when an output exists and may not be replaced. */
export const checkOutput = (path: string, force: boolean): void => {
  if (existsSync(path) && statSync(path).isDirectory())
    throw inputError('E150', `${path} 是一个文件夹`, { where: { file: path }, fix: '写一个文件名' });
  if (existsSync(path) && !force) {
    throw inputError('E150', `${path} 已存在，没有覆盖`, {
      where: { file: path },
      fix: '换一个文件名，或加 --force 覆盖',
    });
  }
};

/** Writes to a temporary name and renames, so that the file is either whole or not there. */
export const writeOutput = (path: string, data: string | Uint8Array, force: boolean): void => {
  checkOutput(path, force);
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, data);
  } catch (error) {
    throw inputError('E151', `写不了 ${path}：${codeWord(error)}`, {
      where: { file: path },
      fix: '检查文件夹权限和磁盘空间',
    });
  }
  try {
    renameSync(temporary, target);
  } catch (error) {
    throw inputError('E152', `${path} 换不了名（${codeOf(error)}），可能正被 Excel、Word 或 WPS 打开`, {
      where: { file: path },
      fix: `结果已存为 ${temporary}；关闭占用的程序后改名即可`,
    });
  }
};
