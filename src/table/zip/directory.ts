import { damaged, LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource } from '../model.ts';

/** One file inside the zip, as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** where its local header stands */
  readonly offset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const UNKNOWN_32 = 0xffffffff;
const ENCRYPTED = 1;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Span {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

const findEnd = async (source: ByteSource, file: string): Promise<Span> => {
  const length = Math.min(source.size, END_SIZE + LONGEST_COMMENT);
  const start = source.size - length;
  const bytes = await source.read(start, length);
  const view = viewOf(bytes);
  let at = bytes.length - END_SIZE;
  while (at >= 0 && view.getUint32(at, true) !== END_RECORD) at -= 1;
  if (at < 0) throw damaged(file, '找不到压缩目录');
  const span = {
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  if (span.offset !== UNKNOWN_32 && span.entries !== 0xffff) return span;
  const locator = at - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_LOCATOR_64) throw damaged(file, '压缩目录不完整');
  const record = viewOf(await source.read(big(view, locator + 8), 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_RECORD_64)
    throw damaged(file, '压缩目录不完整');
  return { entries: big(record, 32), size: big(record, 40), offset: big(record, 48) };
};

/** Sizes of 4 GB and more stand in an extra field. */
const wide = (view: DataView, from: number, length: number, fields: readonly number[]): number[] => {
  const values = [...fields];
  for (let at = from; at + 4 <= from + length; ) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (id === 1) {
      let next = at + 4;
      for (const [index, value] of values.entries()) {
        if (value !== UNKNOWN_32 || next + 8 > at + 4 + size) continue;
        values[index] = big(view, next);
        next += 8;
      }
      return values;
    }
    at += 4 + size;
  }
  return values;
};

/** The entries of a zip. Nothing is unpacked; what the directory declares is checked against the limits. */
export const readDirectory = async (
  source: ByteSource,
  file: string,
): Promise<ReadonlyMap<string, ZipEntry>> => {
  const span = await findEnd(source, file);
  if (span.entries > LIMITS.entries)
    throw tooBig(
      file,
      `里面有 ${span.entries} 个部件，不像正常的工作簿`,
      '确认文件来源；另存为新的 .xlsx 再试',
    );
  if (span.offset + span.size > source.size) throw damaged(file, '压缩目录不完整');
  const bytes = await source.read(span.offset, span.size);
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < span.entries; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged(file, '压缩目录不完整');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(file, '压缩目录不完整');
    // some writers part folders with a backslash or begin names with a slash
    const name = decoder
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw damaged(file, `部件 ${name} 加了密`);
    const [unpacked = 0, packed = 0, offset = 0] = wide(view, at + 46 + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    };
    if (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio) {
      throw tooBig(
        file,
        `的部件 ${name} 由 ${megabytes(packed)} 解压成 ${megabytes(unpacked)}，像是压缩炸弹，没有读`,
        '确认文件来源；在 Excel 里删去多余的空行空列后另存',
      );
    }
    entries.set(name.toLowerCase(), entry);
    at = next;
  }
  return entries;
};
