import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';

/** Every XML part of a document, read by another library than the one that wrote it. @throws on malformed XML */
export const reread = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files)) {
    if (!/\.(xml|rels)$/.test(file.name)) continue;
    const text = await file.async('string');
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${file.name}: ${level}: ${message}`);
      },
    });
    if (parser.parseFromString(text, 'text/xml').documentElement === null) throw new Error(file.name);
    parts.set(file.name, text);
  }
  return parts;
};
