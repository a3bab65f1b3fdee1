import { LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { unpack } from '../zip/unpack.ts';
import { NotRecognised } from './recognise.ts';

/** A sheet's XML in three phases: all before its rows, its rows, all behind them. */
export type Phase =
  | { readonly phase: 'head'; readonly prefix: string }
  | { readonly phase: 'rows'; readonly bytes: Buffer }
  | { readonly phase: 'tail'; readonly text: string };

const HEAD_LIMIT = 4 * 1024 * 1024;

/** @throws NotRecognised where no <sheetData> is found */
export async function* phases(source: ByteSource, entry: ZipEntry, file: string): AsyncGenerator<Phase> {
  let state: 'head' | 'rows' | 'tail' = 'head';
  let rest: Buffer = Buffer.alloc(0);
  let closing = '';
  const tail: Buffer[] = [];
  let tailSize = 0;
  for await (const piece of unpack(source, entry, file, LIMITS.sheet)) {
    if (state === 'tail') {
      tailSize += piece.byteLength;
      if (tailSize > LIMITS.part)
        throw tooBig(
          file,
          `的工作表附属内容超过 ${megabytes(LIMITS.part)}`,
          '删去条件格式、合并单元格后另存',
        );
      tail.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
      continue;
    }
    rest =
      rest.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
        : Buffer.concat([rest, piece]);
    if (state === 'head') {
      const found = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*)?(\/?)>/.exec(rest.toString('latin1'));
      if (found === null) {
        if (rest.length > HEAD_LIMIT) throw new NotRecognised('no sheetData');
        continue;
      }
      const [whole, prefix = '', empty] = found;
      yield { phase: 'head', prefix };
      rest = rest.subarray(found.index + whole.length);
      closing = `</${prefix}sheetData>`;
      if (empty === '/') {
        state = 'tail';
        tail.push(rest);
        continue;
      }
      state = 'rows';
    }
    const end = rest.indexOf(closing);
    if (end >= 0) {
      if (end > 0) yield { phase: 'rows', bytes: rest.subarray(0, end) };
      tail.push(rest.subarray(end + closing.length));
      state = 'tail';
      continue;
    }
    const safe = rest.length - closing.length;
    if (safe > 0) {
      yield { phase: 'rows', bytes: rest.subarray(0, safe) };
      rest = rest.subarray(safe);
    }
  }
  if (state !== 'tail') throw new NotRecognised('no end of sheetData');
  yield { phase: 'tail', text: Buffer.concat(tail).toString('utf8') };
}
