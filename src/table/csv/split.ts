import { inputError } from '../../base/diagnostic.ts';
import { LIMITS, megabytes, tooBig } from '../limits.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export interface Run {
  readonly bytes: Buffer;
  readonly firstRow: number;
}

/**
 * Cuts text bytes into runs of whole records. Works on bytes: in UTF-8 and GB18030 no byte of a longer character is a
 * quote or a line break. A lone CR ends a record too.
 * @throws InputError for a quote that is never closed
 */
export async function* splitRecords(
  pieces: AsyncIterable<Buffer>,
  delimiter: string,
  file: string,
  rowsPerBatch: number,
): AsyncGenerator<Run> {
  const parting = delimiter.charCodeAt(0);
  let rest: Buffer = Buffer.alloc(0);
  let looked = 0;
  let firstRow = 1;
  let records = 0;
  let inQuotes = false;
  let atStart = true;
  let openedAt = 0;
  const scan = function* (final: boolean): Generator<Run> {
    let start = 0;
    let at = looked;
    // the byte behind a CR or a closing quote must be in sight
    const end = final ? rest.length : rest.length - 1;
    while (at < end) {
      const byte = rest[at];
      if (inQuotes) {
        const close = rest.indexOf(QUOTE, at);
        if (close < 0 || close >= end) {
          at = end;
          break;
        }
        if (rest[close + 1] === QUOTE) at = close + 2;
        else {
          inQuotes = false;
          at = close + 1;
        }
        continue;
      }
      if (byte === QUOTE && atStart) {
        inQuotes = true;
        openedAt = firstRow + records;
        atStart = false;
      } else if (byte === LF || byte === CR) {
        if (byte === CR && rest[at + 1] === LF) at += 1;
        atStart = true;
        records += 1;
        if (records === rowsPerBatch) {
          yield { bytes: rest.subarray(start, at + 1), firstRow };
          start = at + 1;
          firstRow += records;
          records = 0;
        }
      } else atStart = byte === parting;
      at += 1;
    }
    rest = rest.subarray(start);
    looked = at - start;
  };
  for await (const piece of pieces) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    if (rest.length > LIMITS.ratioFrom && records === 0) {
      throw inQuotes
        ? unclosed(file, openedAt)
        : tooBig(file, `有一行超过 ${megabytes(LIMITS.ratioFrom)}，不像正常的名单`, '检查换行和分隔符');
    }
    yield* scan(false);
  }
  yield* scan(true);
  if (inQuotes) throw unclosed(file, openedAt);
  if (rest.length > 0) yield { bytes: rest, firstRow };
}

const unclosed = (file: string, row: number) =>
  inputError('E411', `${file} 第 ${row} 行的双引号没有成对，后面的内容分不清行`, {
    where: { file, line: row },
    fix: '补上或删去多余的双引号；或用 Excel 打开后另存为 .xlsx',
  });
