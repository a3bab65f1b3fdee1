import { inputError } from '../../base/diagnostic.ts';
import type { ByteSource } from '../model.ts';

export interface Encoding {
  /** label for TextDecoder */
  readonly name: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  /** bytes of the byte order mark */
  readonly mark: number;
}

const READ_SIZE = 1024 * 1024;

/** Does the whole file decode? Nothing is kept. */
const decodes = async (source: ByteSource, { name, mark }: Encoding): Promise<boolean> => {
  const decoder = new TextDecoder(name, { fatal: true });
  try {
    for (let at = mark; at < source.size; at += READ_SIZE)
      decoder.decode(await source.read(at, Math.min(READ_SIZE, source.size - at)), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
};

const marked = (start: Uint8Array): Encoding | undefined => {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: 2 };
  return undefined;
};

/**
 * The encoding of a text file: by its mark, else UTF-8 where every byte fits, else GB18030 (which GBK and GB2312 are
 * parts of).
 * @throws InputError when neither fits
 */
export const findEncoding = async (source: ByteSource, file: string): Promise<Encoding> => {
  const mark = marked(await source.read(0, Math.min(3, source.size)));
  const candidates: readonly Encoding[] =
    mark === undefined
      ? [
          { name: 'utf-8', mark: 0 },
          { name: 'gb18030', mark: 0 },
        ]
      : [mark];
  for (const candidate of candidates) if (await decodes(source, candidate)) return candidate;
  throw inputError('E410', `${file} 不是 UTF-8，也不是 GB18030（GBK）编码，或已损坏`, {
    where: { file },
    fix: '在 Excel 或 WPS 里打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再试',
  });
};

/** Does the file hold bytes that no text has? A NUL stands in almost every binary file and in no list. */
export const looksBinary = (start: Uint8Array): boolean =>
  marked(start) === undefined && start.subarray(0, 4096).includes(0);
