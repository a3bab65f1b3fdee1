import { inputError } from '../../base/diagnostic.ts';
import type { Batch, ByteSource, RowFormat, Table, TableFile } from '../model.ts';
import { type Encoding, findEncoding, looksBinary } from './encoding.ts';
import { splitRecords } from './split.ts';

const READ_SIZE = 1024 * 1024;
const DELIMITERS = [',', '\t', ';', '|'] as const;
const SNIFFED = 64 * 1024;

async function* rawPieces(source: ByteSource, from: number): AsyncGenerator<Buffer> {
  for (let at = from; at < source.size; at += READ_SIZE) {
    const piece = await source.read(at, Math.min(READ_SIZE, source.size - at));
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** UTF-16 is turned into UTF-8, so that records can be cut by bytes. */
async function* textPieces(source: ByteSource, from: number, encoding: Encoding): AsyncGenerator<Buffer> {
  if (!encoding.name.startsWith('utf-16')) {
    yield* rawPieces(source, from);
    return;
  }
  const decoder = new TextDecoder(encoding.name);
  for await (const piece of rawPieces(source, from))
    yield Buffer.from(decoder.decode(piece, { stream: true }));
}

interface Start {
  readonly delimiter: string;
  /** bytes to leave out: the mark, and the line sep=; that Excel takes as a hint */
  readonly skip: number;
}

/** The delimiter that stands most often outside quotes in the first lines. */
const findStart = async (source: ByteSource, encoding: Encoding): Promise<Start> => {
  const bytes = await source.read(encoding.mark, Math.min(SNIFFED, source.size - encoding.mark));
  const text = new TextDecoder(encoding.name).decode(bytes);
  const hint = /^sep=([\t!-~])\r?\n/i.exec(text);
  if (hint?.[1] !== undefined) {
    const width = encoding.name.startsWith('utf-16') ? 2 : 1;
    return { delimiter: hint[1], skip: encoding.mark + hint[0].length * width };
  }
  const bare = text
    .split(/\r\n?|\n/)
    .slice(0, 20)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return { delimiter: DELIMITERS[counts.indexOf(most)] ?? ',', skip: encoding.mark };
};

const countRows = async (source: ByteSource, from: number, encoding: Encoding): Promise<number> => {
  let rows = 0;
  for await (const piece of textPieces(source, from, encoding))
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows += 1;
  return rows + 1;
};

async function* csvBatches(
  source: ByteSource,
  start: Start,
  encoding: Encoding,
  file: string,
  rowsPerBatch: number,
): AsyncGenerator<Batch> {
  const pieces = textPieces(source, start.skip, encoding);
  for await (const { bytes, firstRow } of splitRecords(pieces, start.delimiter, file, rowsPerBatch)) {
    // its own memory, so that it can be handed to a worker
    const own = new Uint8Array(bytes.byteLength);
    own.set(bytes);
    yield { kind: 'csv', bytes: own, firstRow };
  }
}

/**
 * Opens a text table: comma, tab, semicolon or bar; UTF-8 with or without mark, GB18030, or UTF-16 with mark.
 * @throws InputError for binary content and unknown encodings
 */
export const openCsv = async (source: ByteSource, file: string): Promise<TableFile> => {
  if (looksBinary(await source.read(0, Math.min(4096, source.size)))) {
    throw inputError('E402', `${file} 不是 .xlsx 工作簿，也不是 CSV 文本`, {
      where: { file },
      fix: '客户名单用 .xlsx 或 .csv；其他格式请在 Excel 或 WPS 里另存为 .xlsx',
    });
  }
  const encoding = await findEncoding(source, file);
  const start = await findStart(source, encoding);
  const format: RowFormat = {
    kind: 'csv',
    encoding: encoding.name.startsWith('utf-16') ? 'utf-8' : encoding.name,
    delimiter: start.delimiter,
  };
  const table: Table = {
    sheet: '',
    format,
    merges: [],
    rowsExpected: await countRows(source, start.skip, encoding),
    batches: (rowsPerBatch) => csvBatches(source, start, encoding, file, rowsPerBatch),
  };
  return { tables: [table], hidden: [] };
};
