import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { inputError } from '../base/diagnostic.ts';
import { writeOutput } from './io.ts';

/** What became of a file: written anew, already there as it is, written over, or written beside an edited one. */
export type Fate = 'written' | 'unchanged' | 'replaced' | 'beside';

export interface Delivery {
  /** where the file is now */
  readonly path: string;
  readonly fate: Fate;
}

type Content = string | Uint8Array;

const holds = (path: string, content: Content): boolean => Buffer.from(content).equals(readFileSync(path));

/** 甲.docx, 甲（新）.docx, 甲（新2）.docx … */
const beside = (path: string, count: number): string => {
  const end = extname(path);
  const mark = count === 1 ? '（新）' : `（新${count}）`;
  return `${path.slice(0, path.length - end.length)}${mark}${end}`;
};

/**
 * Writes a file so that nobody's work is lost: the same content is left alone, a file that differs is kept and the new one
 * is written beside it, unless it may be overwritten.
 */
export const deliver = (path: string, content: Content, force: boolean): Delivery => {
  if (!existsSync(path)) {
    writeOutput(path, content, false);
    return { path, fate: 'written' };
  }
  if (statSync(path).isDirectory())
    throw inputError('E150', `${path} 是一个文件夹`, { where: { file: path }, fix: '改名或移走这个文件夹' });
  if (holds(path, content)) return { path, fate: 'unchanged' };
  if (force) {
    writeOutput(path, content, true);
    return { path, fate: 'replaced' };
  }
  for (let count = 1; ; count += 1) {
    const other = beside(path, count);
    if (existsSync(other)) {
      if (!statSync(other).isDirectory() && holds(other, content)) return { path: other, fate: 'beside' };
      continue;
    }
    writeOutput(other, content, false);
    return { path: other, fate: 'beside' };
  }
};
