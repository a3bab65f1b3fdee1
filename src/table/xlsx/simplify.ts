import { LIMITS } from '../limits.ts';
import { type ByteSource, bytesSource } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { storedEntry, unpackText } from '../zip/unpack.ts';
import { NotRecognised } from './recognise.ts';

/** A part of a package and the bytes it stands in. */
export interface Part {
  readonly source: ByteSource;
  readonly entry: ZipEntry;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The same part without comments and processing instructions, and with CDATA as plain text. exceljs leaves CDATA out
 * without a word, so it is no help here.
 * @throws NotRecognised for a part that is too large to be held, or that declares its own entities
 */
export const simplified = async ({ source, entry }: Part, file: string): Promise<Part> => {
  if (entry.unpacked > LIMITS.general) throw new NotRecognised('markup in a large part');
  const xml = await unpackText(source, entry, file);
  const plain = xml.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g,
    (_, text: string | undefined) => (text === undefined ? '' : escaped(text)),
  );
  if (plain.includes('<!')) throw new NotRecognised('declarations');
  const stored = storedEntry(entry.name, Buffer.from(plain));
  return { source: bytesSource(stored.bytes), entry: stored.entry };
};
