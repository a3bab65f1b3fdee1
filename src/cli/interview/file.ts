import { existsSync, readFileSync } from 'node:fs';
import { inputError } from '../../base/diagnostic.ts';
import { decodeText } from '../../profile/index.ts';
import { writeOutput } from '../io.ts';

/** The profile on disk, written anew after each answer. */
export interface ProfileFile {
  readonly path: string;
  save(text: string): void;
}

/**
 * @param known what stands in the file now; undefined where it is still to be made
 * @throws InputError from save, where somebody else changed the file meanwhile
 */
export const openProfileFile = (path: string, known: string | undefined): ProfileFile => {
  let last = known;
  return {
    path,
    save: (text) => {
      if (text === last) return;
      const now = existsSync(path) ? decodeText(readFileSync(path), path) : undefined;
      if (now !== last)
        throw inputError('E019', `${path} 在别处改过，没有覆盖；刚才这一条没有记下`, {
          where: { file: path },
          fix: `关掉别的编辑窗口，再用 zjtx init --from ${path} 接着填`,
        });
      writeOutput(path, text, true);
      last = text;
    },
  };
};
