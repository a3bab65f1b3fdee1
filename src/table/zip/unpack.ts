import { createGunzip, type Gunzip } from 'node:zlib';
import { damaged, LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource } from '../model.ts';
import type { ZipEntry } from './directory.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const READ_SIZE = 256 * 1024;
const CHUNK_SIZE = 256 * 1024;

/** A gzip frame around the packed bytes lets the native code check sum and size, which a bare deflate stream cannot. */
const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const gzipTrailer = ({ crc, unpacked }: ZipEntry): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, crc, true);
  view.setUint32(4, unpacked % 2 ** 32, true);
  return new Uint8Array(view.buffer);
};

const dataStart = async (source: ByteSource, entry: ZipEntry, file: string): Promise<number> => {
  const bytes = await source.read(entry.offset, LOCAL_SIZE);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL_HEADER)
    throw damaged(file, `部件 ${entry.name} 的位置不对`);
  const start = entry.offset + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packed > source.size) throw damaged(file, `部件 ${entry.name} 不完整`);
  return start;
};

async function* packedBytes(source: ByteSource, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const piece = await source.read(start + done, Math.min(READ_SIZE, length - done));
    if (piece.byteLength === 0) return;
    done += piece.byteLength;
    yield piece;
  }
}

const feed = async (source: ByteSource, start: number, entry: ZipEntry, into: Gunzip): Promise<void> => {
  const write = (piece: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      if (into.destroyed) resolve();
      else into.write(piece, () => resolve());
    });
  await write(GZIP_HEADER);
  for await (const piece of packedBytes(source, start, entry.packed)) {
    if (into.destroyed) return;
    await write(piece);
  }
  into.end(gzipTrailer(entry));
};

async function* inflated(
  source: ByteSource,
  start: number,
  entry: ZipEntry,
  file: string,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
  const fed = feed(source, start, entry, gunzip).catch((error: unknown) => {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const piece of gunzip) yield piece;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw damaged(file, `部件 ${entry.name} 解压出错`);
    throw error;
  } finally {
    gunzip.destroy();
  }
  await fed;
}

/**
 * The unpacked bytes of an entry, piece by piece. What comes out is counted, since a directory can declare anything.
 * @throws InputError for damage, an unknown packing, or more bytes than `limit` or than a sane packing gives
 */
export async function* unpack(
  source: ByteSource,
  entry: ZipEntry,
  file: string,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const refuse = (bytes: number) =>
    tooBig(
      file,
      `的部件 ${entry.name} 解压后有 ${megabytes(bytes)}，超过 ${megabytes(limit)} 上限`,
      '确认文件来源；把名单拆成几个文件，或另存为 CSV',
    );
  if (entry.unpacked > limit) throw refuse(entry.unpacked);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw damaged(file, `部件 ${entry.name} 的压缩方法 ${entry.method} 不认识`);
  const start = await dataStart(source, entry, file);
  const pieces =
    entry.method === STORED ? packedBytes(source, start, entry.packed) : inflated(source, start, entry, file);
  let total = 0;
  for await (const piece of pieces) {
    total += piece.byteLength;
    if (total > limit) throw refuse(total);
    if (total > LIMITS.ratioFrom && total > entry.packed * LIMITS.ratio)
      throw tooBig(
        file,
        `的部件 ${entry.name} 压缩得异常紧（像是压缩炸弹），没有读`,
        '确认文件来源；在 Excel 里删去多余的空行空列后另存',
      );
    yield piece;
  }
}

/** Bytes as an entry that is not packed, to be read like any other. */
export const storedEntry = (
  name: string,
  content: Uint8Array,
): { readonly bytes: Uint8Array; readonly entry: ZipEntry } => {
  const bytes = new Uint8Array(LOCAL_SIZE + content.byteLength);
  new DataView(bytes.buffer).setUint32(0, LOCAL_HEADER, true);
  bytes.set(content, LOCAL_SIZE);
  const size = content.byteLength;
  return { bytes, entry: { name, method: STORED, crc: 0, packed: size, unpacked: size, offset: 0 } };
};

/** A whole part as text. @throws InputError as unpack, and for bytes that are no UTF-8 or UTF-16 */
export const unpackText = async (source: ByteSource, entry: ZipEntry, file: string): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(source, entry, file, LIMITS.part)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged(file, `部件 ${entry.name} 不是文本`);
  }
};
