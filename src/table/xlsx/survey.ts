import { parseRange } from '../address.ts';
import { LIMITS, tooBig } from '../limits.ts';
import type { ByteSource, Merge } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { phases } from './phases.ts';
import { NotRecognised } from './recognise.ts';
import { tags } from './xml.ts';

/** What a first look over a sheet tells. */
export interface Survey {
  /** namespace prefix of its elements: "x:" or "" */
  readonly prefix: string;
  /** rows with cells */
  readonly rows: number;
  /** its rows carry no numbers of their own */
  readonly unnumbered: boolean;
  readonly merges: readonly Merge[];
}

/** How often a text stands in a run of pieces, also across their seams. */
class Counter {
  readonly #wanted: Buffer;
  #seam: Buffer = Buffer.alloc(0);
  count = 0;

  constructor(text: string) {
    this.#wanted = Buffer.from(text);
  }

  take(bytes: Buffer): void {
    const keep = this.#wanted.length - 1;
    const seam = Buffer.concat([this.#seam, bytes.subarray(0, keep)]);
    if (seam.indexOf(this.#wanted) >= 0) this.count += 1;
    for (let at = bytes.indexOf(this.#wanted); at >= 0; at = bytes.indexOf(this.#wanted, at + keep + 1))
      this.count += 1;
    this.#seam =
      bytes.length >= keep
        ? bytes.subarray(bytes.length - keep)
        : Buffer.concat([this.#seam, bytes]).subarray(-keep);
  }
}

const mergesIn = (tail: string, file: string): Merge[] => {
  const merges: Merge[] = [];
  if (!tail.includes('mergeCell')) return merges;
  for (const tag of tags(tail)) {
    const range = tag.name === 'mergeCell' ? parseRange(tag.attributes.get('ref') ?? '') : undefined;
    if (range !== undefined) merges.push(range);
    if (merges.length > LIMITS.merges)
      throw tooBig(file, `合并单元格超过 ${LIMITS.merges} 处`, '取消合并单元格，逐格填写');
  }
  return merges;
};

/**
 * Goes over the whole sheet once without reading its cells, so that whatever the fast reader does not know, and all
 * merged cells, are found before the first row is used.
 * @throws NotRecognised for comments, CDATA and processing instructions among the rows
 */
export const survey = async (source: ByteSource, entry: ZipEntry, file: string): Promise<Survey> => {
  let prefix = '';
  let rows = new Counter('</row>');
  const [odd, instructions] = [new Counter('<!'), new Counter('<?')];
  let firstTag: string | undefined;
  let merges: readonly Merge[] = [];
  for await (const part of phases(source, entry, file)) {
    if (part.phase === 'head') {
      prefix = part.prefix;
      rows = new Counter(`</${prefix}row>`);
    } else if (part.phase === 'rows') {
      firstTag ??= part.bytes.toString('latin1', 0, 400);
      for (const counter of [rows, odd, instructions]) counter.take(part.bytes);
      if (odd.count + instructions.count > 0) throw new NotRecognised('markup among the rows');
    } else merges = mergesIn(part.text, file);
  }
  const tag = /<(?:[\w.-]+:)?row\b[^>]*>/.exec(firstTag ?? '')?.[0];
  return { prefix, rows: rows.count, unnumbered: tag !== undefined && !/\sr\s*=/.test(tag), merges };
};
