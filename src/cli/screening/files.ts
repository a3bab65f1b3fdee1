import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { inputError } from '../../base/diagnostic.ts';
import type { Spool } from '../../screen/index.ts';
import type { ByteSink, ByteSource } from '../../table/index.ts';
import { checkInput, codeWord } from '../io.ts';

const readAt = (handle: number, offset: number, length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(handle, bytes, done, length - done, offset + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
};

/** A file to read anywhere in. @throws InputError in Chinese for a file that cannot be read */
export const openSource = (
  path: string,
): ByteSource & { readonly close: () => void; readonly hash: () => string } => {
  checkInput(path);
  const handle = openSync(path, 'r');
  const { size } = fstatSync(handle);
  return {
    size,
    read: async (offset, length) => readAt(handle, offset, Math.max(0, Math.min(length, size - offset))),
    close: () => closeSync(handle),
    hash: () => {
      const hash = createHash('sha256');
      const step = 4 * 1024 * 1024;
      for (let at = 0; at < size; at += step) hash.update(readAt(handle, at, Math.min(step, size - at)));
      return hash.digest('hex');
    },
  };
};

const full = (path: string, error: unknown) =>
  inputError('E151', `写不了 ${path}：${codeWord(error)}`, {
    where: { file: path },
    fix: '检查文件夹权限和磁盘空间',
  });

const writeAll = (handle: number, bytes: Uint8Array, position: number, path: string): void => {
  try {
    for (let done = 0; done < bytes.byteLength; )
      done += writeSync(handle, bytes, done, bytes.byteLength - done, position + done);
  } catch (error) {
    throw full(path, error);
  }
};

/** A file of our own that grows and can be read again. */
export const openSpool = (path: string): Spool & { readonly close: () => void } => {
  let handle: number;
  try {
    mkdirSync(dirname(path), { recursive: true });
    handle = openSync(path, existsSync(path) ? 'r+' : 'w+');
  } catch (error) {
    throw full(path, error);
  }
  let size = fstatSync(handle).size;
  return {
    get size() {
      return size;
    },
    read: (offset, length) => readAt(handle, offset, length),
    append: (bytes) => {
      writeAll(handle, bytes, size, path);
      size += bytes.byteLength;
    },
    truncate: (to) => {
      ftruncateSync(handle, to);
      size = to;
    },
    close: () => closeSync(handle),
  };
};

/** Puts a finished file in its place. @throws InputError where a spreadsheet program holds it */
export const putInPlace = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    throw inputError('E152', `${to} 换不了名（${codeWord(error)}），可能正被 Excel 或 WPS 打开`, {
      where: { file: to },
      fix: `结果已存为 ${from}；关闭占用的程序后改名即可`,
    });
  }
};

/** Writes a file under another name. @returns that name, for `putInPlace` */
export const writeAside = async (path: string, write: (sink: ByteSink) => Promise<void>): Promise<string> => {
  const temporary = `${path}.tmp`;
  let handle: number;
  try {
    handle = openSync(temporary, 'w');
  } catch (error) {
    throw full(path, error);
  }
  let position = 0;
  try {
    await write({
      write: async (bytes) => {
        writeAll(handle, bytes, position, path);
        position += bytes.byteLength;
      },
    });
    closeSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
};
