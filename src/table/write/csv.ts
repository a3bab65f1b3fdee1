const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const FORMULA_LIKE = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d[\d.,]*%?$/;

/** Byte order mark: without it Excel takes UTF-8 for the system's own encoding. */
export const CSV_MARK = '\uFEFF';

/**
 * One field. A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays a text; plain
 * numbers are left alone.
 */
export const csvField = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA_LIKE.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvRow = (values: ReadonlyArray<string | number>): string =>
  `${values.map(csvField).join(',')}\r\n`;
