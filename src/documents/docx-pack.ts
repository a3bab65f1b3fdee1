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
 * Orders the parts and fixes their times, so that equal content is equal bytes. Parts that are not mended keep their
 * compressed form as it is: packing them again would cost more than writing the document.
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
    if (change === undefined) {
      file.date = NO_TIME;
      target.files[file.name] = file;
    } else {
      target.file(file.name, change(await file.async('string')), { date: NO_TIME, createFolders: false });
    }
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
};

export const repack = (docx: ArrayBuffer, title: string): Promise<Uint8Array> =>
  repackZip(docx, {
    'docProps/core.xml': () => coreProperties(title),
    'word/comments.xml': withoutDates,
  });
