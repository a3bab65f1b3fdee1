import { LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { phases } from './phases.ts';

/** A batch also ends when it grows this large, whatever number of rows it has. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** Cuts the rows of a sheet into runs of whole rows, by count and size alone: the same sheet gives the same runs. */
export async function* splitRows(
  source: ByteSource,
  entry: ZipEntry,
  file: string,
  rowsPerBatch: number,
): AsyncGenerator<Buffer> {
  let closing = Buffer.alloc(0);
  let rest: Buffer = Buffer.alloc(0);
  /** from where `rest` was not looked at yet, and how many whole rows were found before */
  let looked = 0;
  let found = 0;
  for await (const part of phases(source, entry, file)) {
    if (part.phase === 'head') closing = Buffer.from(`</${part.prefix}row>`);
    if (part.phase !== 'rows') continue;
    rest = rest.length === 0 ? part.bytes : Buffer.concat([rest, part.bytes]);
    let start = 0;
    for (let at = rest.indexOf(closing, looked); at >= 0; at = rest.indexOf(closing, looked)) {
      looked = at + closing.length;
      found += 1;
      if (found < rowsPerBatch && looked - start < BATCH_BYTES) continue;
      yield rest.subarray(start, looked);
      start = looked;
      found = 0;
    }
    rest = rest.subarray(start);
    looked = Math.max(looked - start, rest.length - closing.length + 1, 0);
    if (rest.length > BATCH_BYTES + LIMITS.ratioFrom)
      throw tooBig(file, `有一行超过 ${megabytes(LIMITS.ratioFrom)}，不像正常的名单`, '删去多余的行列后另存');
  }
  if (rest.length > 0) yield rest;
}
