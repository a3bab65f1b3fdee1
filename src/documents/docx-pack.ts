import JSZip from 'jszip';

/** Zip times have no meaning here: the earliest a zip can hold. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Title only: no author, no clock. */
const coreProperties = (title: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;

/** A comment needs no date, and the program has no clock. */
const withoutDates = (comments: string): string => comments.replace(/ w:date="[^"]*"/g, '');

type Mend = (content: string) => string;

/**
 * Zips the parts anew in a fixed order and with fixed times, so that equal content is equal bytes.
 * @param mend parts that are rewritten on the way, by name
 */
export const repackZip = async (
  archive: ArrayBuffer | Uint8Array,
  mend: Readonly<Record<string, Mend>>,
): Promise<Uint8Array> => {
  const source = await JSZip.loadAsync(archive);
  const target = new JSZip();
  const files = Object.values(source.files).filter((file) => !file.dir);
  const first = '[Content_Types].xml';
  const ordered = files.sort((a, b) =>
    a.name === first ? -1 : b.name === first ? 1 : a.name < b.name ? -1 : 1,
  );
  for (const file of ordered) {
    const change = mend[file.name];
    const content =
      change === undefined ? await file.async('uint8array') : change(await file.async('string'));
    target.file(file.name, content, { date: NO_TIME, createFolders: false });
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};

export const repack = (docx: ArrayBuffer, title: string): Promise<Uint8Array> =>
  repackZip(docx, {
    'docProps/core.xml': () => coreProperties(title),
    'word/comments.xml': withoutDates,
  });
