import type { TableRow } from '../model.ts';
import { parseCsv } from './parse.ts';
import { splitRecords } from './split.ts';

const ROWS = 500;

async function* buffers(pieces: Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
}

/** Rows of comma-separated UTF-8 without mark. */
export async function* csvRows(pieces: Iterable<Uint8Array>, file: string): AsyncGenerator<TableRow> {
  for await (const { bytes, firstRow } of splitRecords(buffers(pieces), ',', file, ROWS))
    yield* parseCsv(bytes.toString('utf8'), ',', firstRow);
}
