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

/** Zips the parts anew in a fixed order and with fixed times, so that equal content is equal bytes. */
export const repack = async (docx: ArrayBuffer, title: string): Promise<Uint8Array> => {
  const source = await JSZip.loadAsync(docx);
  const target = new JSZip();
  const names = Object.values(source.files).flatMap((file) => (file.dir ? [] : [file.name]));
  const first = '[Content_Types].xml';
  const ordered = [first, ...names.filter((name) => name !== first).sort()];
  for (const name of ordered) {
    const content =
      name === 'docProps/core.xml'
        ? coreProperties(title)
        : name === 'word/comments.xml'
          ? withoutDates((await source.file(name)?.async('string')) ?? '')
          : await source.file(name)?.async('uint8array');
    if (content !== undefined) target.file(name, content, { date: NO_TIME, createFolders: false });
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};
