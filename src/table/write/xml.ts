// what XML 1.0 cannot hold: control characters, half surrogates, and the two non-characters
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, with what needs escaping
const SPECIAL = /[&<>"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x/;
/** the most characters a cell can hold */
const CELL_LIMIT = 32_767;

/** Text for an element or attribute. */
export const escapeXml = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replace(FORBIDDEN, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text;

/** Text of a cell: no longer than Excel takes, and _x0041_ kept from being read as a character. */
export const cellText = (text: string): string => {
  const clipped = text.length <= CELL_LIMIT ? text : `${text.slice(0, CELL_LIMIT - 1)}…`;
  return SPECIAL.test(clipped)
    ? escapeXml(clipped.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', ''))
    : clipped;
};
