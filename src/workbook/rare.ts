import JSZip from 'jszip';

/*
 * Texts of a zip are cut into pieces of 16K both by jszip when writing and by exceljs when reading, and a rare character
 * (𠮷, emoji: two UTF-16 units) on the cut is destroyed. So none is ever handed to them: it goes as a character reference.
 */

const changeParts = async (bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  let changed = false;
  for (const part of Object.values(zip.files)) {
    if (part.dir || !part.name.endsWith('.xml')) continue;
    const xml = await part.async('string');
    const after = change(xml);
    if (after === xml) continue;
    zip.file(part.name, after);
    changed = true;
  }
  return changed ? zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) : bytes;
};

const reference = (rare: string): string => `&#${rare.codePointAt(0)};`;

const RARE = /[\u{10000}-\u{10ffff}]/gu;
/** Before reading: rare characters as references. */
export const withRareReferenced = (bytes: Uint8Array): Promise<Uint8Array> =>
  changeParts(bytes, (xml) => xml.replace(RARE, reference));

const HALVES = /_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_/g;
/** After writing: the escaped halves (see cellText) as the references that every program understands. */
export const withHalvesJoined = (bytes: Uint8Array): Promise<Uint8Array> =>
  changeParts(bytes, (xml) =>
    xml.replace(HALVES, (_, high: string, low: string) =>
      reference(String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16))),
    ),
  );
