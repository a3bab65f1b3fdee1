import { LIMITS, megabytes, tooBig } from '../limits.ts';
import type { ByteSource, SharedTexts } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { unpack } from '../zip/unpack.ts';
import { NotRecognised } from './recognise.ts';
import { normalizeBreaks, unescapeCell, unescapeXml } from './xml.ts';

const isNameEnd = (code: number): boolean => code === 62 || code === 47 || code <= 32;

/**
 * The text inside a shared or inline string: its <t> elements in a row, without the reading aids (rPh) of East Asian
 * texts.
 * @param prefix such as "x:" or ""
 */
export const plainText = (xml: string, prefix: string): string => {
  const body = xml.includes('rPh')
    ? xml.replace(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, 'g'), '')
    : xml;
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  let text = '';
  for (let at = body.indexOf(open); at >= 0; at = body.indexOf(open, at + open.length)) {
    if (!isNameEnd(body.charCodeAt(at + open.length))) continue;
    const start = body.indexOf('>', at) + 1;
    if (start === 0) break;
    if (body.charCodeAt(start - 2) === 47) continue;
    const end = body.indexOf(close, start);
    if (end < 0) break;
    text += body.slice(start, end);
    at = end;
  }
  return unescapeCell(unescapeXml(normalizeBreaks(text)));
};

export const NO_TEXTS: SharedTexts = { bytes: new Uint8Array(), ends: new Uint32Array() };

/** Gathers texts in one block that threads can share. */
class TextBlock {
  #bytes = Buffer.alloc(1 << 16);
  #ends = new Uint32Array(1 << 12);
  #used = 0;
  #count = 0;

  add(text: string): void {
    const room = text.length * 3;
    if (this.#used + room > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#used + room));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#used += this.#bytes.write(text, this.#used);
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  finish(): SharedTexts {
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#used));
    bytes.set(this.#bytes.subarray(0, this.#used));
    const ends = new Uint32Array(new SharedArrayBuffer(this.#count * 4));
    ends.set(this.#ends.subarray(0, this.#count));
    return { bytes, ends };
  }
}

/** Reads sharedStrings.xml piece by piece. @throws NotRecognised for comments and CDATA, InputError beyond the limits */
export const readSharedTexts = async (
  source: ByteSource,
  entry: ZipEntry,
  file: string,
): Promise<SharedTexts> => {
  const block = new TextBlock();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let prefix: string | undefined;
  const take = (text: string): void => {
    rest += text;
    if (rest.includes('<!')) throw new NotRecognised('markup in shared strings');
    if (prefix === undefined) {
      const root = /<((?:[\w.-]+:)?)sst[\s/>]/.exec(rest);
      if (root === null) return;
      prefix = root[1] ?? '';
    }
    const [open, close, empty] = [`<${prefix}si`, `</${prefix}si>`, '/'];
    let at = 0;
    for (let start = rest.indexOf(open, at); start >= 0; start = rest.indexOf(open, at)) {
      const body = rest.indexOf('>', start) + 1;
      if (body === 0) break;
      if (rest[body - 2] === empty) {
        block.add('');
        at = body;
        continue;
      }
      const end = rest.indexOf(close, body);
      if (end < 0) break;
      block.add(plainText(rest.slice(body, end), prefix));
      at = end + close.length;
    }
    rest = rest.slice(at);
    if (rest.length > LIMITS.row)
      throw tooBig(file, `里有一段文字超过 ${megabytes(LIMITS.row)}`, '删去这段文字再试');
  };
  try {
    for await (const piece of unpack(source, entry, file, LIMITS.part))
      take(decoder.decode(piece, { stream: true }));
  } catch (error) {
    if (error instanceof TypeError) throw new NotRecognised('shared strings are no UTF-8');
    throw error;
  }
  return block.finish();
};

/** Looks texts up by their number; the first ones, which tables repeat, are kept ready. */
export const textLookup = ({ bytes, ends }: SharedTexts): ((index: number) => string | undefined) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: string[] = [];
  return (index) => {
    const ready = kept[index];
    if (ready !== undefined) return ready;
    const end = ends[index];
    if (end === undefined) return undefined;
    const text = buffer.toString('utf8', index === 0 ? 0 : (ends[index - 1] ?? 0), end);
    if (index < 8192) kept[index] = text;
    return text;
  };
};
