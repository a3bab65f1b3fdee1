import { createHash } from 'node:crypto';
import { inputError } from '../base/diagnostic.ts';
import type { BatchResult, CompanyIndex } from './screener.ts';

/** A file that grows at its end and can be read anywhere. */
export interface Spool {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  append(bytes: Uint8Array): void;
  /** cuts the file back to this size */
  truncate(size: number): void;
}

/** A company and where its summary stands in the journal. */
export interface CompanyRecord extends CompanyIndex {
  readonly offset: number;
}

type Facts = Omit<BatchResult, 'companies' | 'summaries' | 'details'>;
interface Header extends Facts {
  readonly companies: readonly CompanyIndex[];
  readonly summaryBytes: number;
  /** size of the 明细 file once this batch is in it */
  readonly detailEnd: number;
}

const LENGTHS = 8;
const HASH = 16;
const START = LENGTHS + HASH;

const hashOf = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, HASH);
};

/** header length, body length, sum over both, header, body */
const frame = (header: Uint8Array, body: Uint8Array): Buffer => {
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32LE(header.byteLength, 0);
  lengths.writeUInt32LE(body.byteLength, 4);
  return Buffer.concat([lengths, hashOf(header, body), header, body]);
};

interface Frame {
  readonly header: Buffer;
  readonly bodyOffset: number;
  readonly end: number;
}

/** The frame at an offset; undefined where it is not whole, as after a kill in the middle of writing. */
const frameAt = (spool: Spool, offset: number): Frame | undefined => {
  if (offset + START > spool.size) return undefined;
  const start = Buffer.from(spool.read(offset, START));
  const headerLength = start.readUInt32LE(0);
  const bodyLength = start.readUInt32LE(4);
  const end = offset + START + headerLength + bodyLength;
  if (end > spool.size) return undefined;
  const header = Buffer.from(spool.read(offset + START, headerLength));
  const bodyOffset = offset + START + headerLength;
  const body = spool.read(bodyOffset, bodyLength);
  return hashOf(header, body).equals(start.subarray(LENGTHS)) ? { header, bodyOffset, end } : undefined;
};

const EMPTY = new Uint8Array();

/**
 * 续跑记录: everything a run has found so far, batch after batch, in a file that survives a kill. It is also where the
 * outputs read the summaries from, so that memory stays small.
 */
export class Journal {
  readonly #spool: Spool;
  readonly #details: Spool;
  /** in the order of the list */
  readonly companies: CompanyRecord[] = [];
  readonly batches: Facts[] = [];

  /**
   * Starts a new journal, or goes on with one.
   * @param fingerprint of all that the result depends on
   * @throws InputError when the journal belongs to another list, day or set of rules
   */
  constructor(spool: Spool, details: Spool, fingerprint: string, resume: boolean) {
    this.#spool = spool;
    this.#details = details;
    const first = resume ? frameAt(spool, 0) : undefined;
    if (first === undefined) {
      spool.truncate(0);
      details.truncate(0);
      spool.append(frame(Buffer.from(fingerprint), EMPTY));
      return;
    }
    if (first.header.toString('utf8') !== fingerprint) {
      throw inputError('E451', '续跑记录与这次的名单、评估日、选项或规则对不上，不能接着跑', {
        fix: '去掉 --resume 从头跑；或用与上次完全相同的名单和选项',
      });
    }
    this.#recover(first.end);
  }

  #recover(from: number): void {
    let end = from;
    let detailEnd = 0;
    for (let found = frameAt(this.#spool, end); found !== undefined; found = frameAt(this.#spool, end)) {
      const header: Header = JSON.parse(found.header.toString('utf8'));
      if (header.detailEnd > this.#details.size) break;
      this.#keep(header, found.bodyOffset);
      detailEnd = header.detailEnd;
      end = found.end;
    }
    this.#spool.truncate(end);
    this.#details.truncate(detailEnd);
  }

  #keep({ companies, summaryBytes: _bytes, detailEnd: _end, ...facts }: Header, bodyOffset: number): void {
    let offset = bodyOffset;
    for (const company of companies) {
      this.companies.push({ ...company, offset });
      offset += company.bytes;
    }
    this.batches.push(facts);
  }

  /** Takes in the next batch, details before summaries, so that a batch in the journal is there in full. */
  append({ companies, summaries, details, ...facts }: BatchResult): void {
    this.#details.append(details);
    const header: Header = {
      ...facts,
      companies,
      summaryBytes: summaries.byteLength,
      detailEnd: this.#details.size,
    };
    const bytes = Buffer.from(JSON.stringify(header));
    const bodyOffset = this.#spool.size + START + bytes.byteLength;
    this.#spool.append(frame(bytes, summaries));
    this.#keep(header, bodyOffset);
  }

  /** The JSON of a company's summary. */
  summaryText({ offset, bytes }: CompanyRecord): string {
    const read = this.#spool.read(offset, bytes);
    return Buffer.from(read.buffer, read.byteOffset, read.byteLength).toString('utf8').trimEnd();
  }

  detailBytes(offset: number, length: number): Uint8Array {
    return this.#details.read(offset, length);
  }

  get detailSize(): number {
    return this.#details.size;
  }
}
