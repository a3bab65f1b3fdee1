import { createGzip, type Gzip } from 'node:zlib';
import type { ByteSink } from '../model.ts';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_RECORD = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1980-01-01, so that the same content gives the same bytes */
const DATE = 0x21;
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/** Fast packing: a result is written once and read a few times. */
const LEVEL = 2;

/** One part of a package, packed as it is written and held packed until the package is put together. */
export class ZipPart {
  readonly name: string;
  readonly #gzip: Gzip = createGzip({ level: LEVEL, chunkSize: 64 * 1024 });
  readonly #packed: Buffer[] = [];
  readonly #ended: Promise<void>;

  constructor(name: string) {
    this.name = name;
    this.#ended = new Promise((resolve, reject) => {
      this.#gzip.on('data', (chunk: Buffer) => this.#packed.push(chunk));
      this.#gzip.on('end', () => resolve());
      this.#gzip.on('error', reject);
    });
  }

  write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#gzip.write(text, (error) => {
        if (error instanceof Error) reject(error);
        else resolve();
      });
    });
  }

  /** The deflated bytes with their sum and size, which stand at the end of a gzip stream. */
  async finish(): Promise<{ readonly bytes: Buffer; readonly crc: number; readonly size: number }> {
    this.#gzip.end();
    await this.#ended;
    const all = Buffer.concat(this.#packed);
    const trailer = all.length - GZIP_TRAILER;
    return {
      bytes: all.subarray(GZIP_HEADER, trailer),
      crc: all.readUInt32LE(trailer),
      size: all.readUInt32LE(trailer + 4),
    };
  }
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** version, flags, method, time, date, crc, sizes, length of the name */
const sharedFields = (header: Buffer, at: number, { name, crc, packed, size }: Written): void => {
  for (const [index, value] of [VERSION, UTF8_NAMES, DEFLATED, 0, DATE].entries())
    header.writeUInt16LE(value, at + index * 2);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
};

const localHeader = (part: Written): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  sharedFields(header, 4, part);
  return Buffer.concat([header, part.name]);
};

const directoryEntry = (part: Written): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(DIRECTORY_ENTRY, 0);
  header.writeUInt16LE(VERSION, 4);
  sharedFields(header, 6, part);
  header.writeUInt32LE(part.offset, 42);
  return Buffer.concat([header, part.name]);
};

/** Writes parts one after the other and the directory behind them. */
export const writeZip = async (parts: readonly ZipPart[], sink: ByteSink): Promise<void> => {
  const written: Written[] = [];
  let offset = 0;
  const put = async (bytes: Buffer): Promise<void> => {
    await sink.write(bytes);
    offset += bytes.length;
  };
  for (const part of parts) {
    const { bytes, crc, size } = await part.finish();
    const entry = { name: Buffer.from(part.name), crc, packed: bytes.length, size, offset };
    written.push(entry);
    await put(localHeader(entry));
    await put(bytes);
  }
  const start = offset;
  for (const entry of written) await put(directoryEntry(entry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_RECORD, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  await put(end);
};
