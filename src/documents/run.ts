import { countText } from '../base/text.ts';

/** A stretch of text in a generated document. */
export interface Run {
  readonly text: string;
  /** a footnote's number; the text is empty */
  readonly note?: number;
  readonly underline?: true;
  /** set on a placeholder: what is missing or to be checked, for the list of blanks */
  readonly open?: string;
  /** a Word comment on it, a paragraph a line; numbered when the document is written */
  readonly comment?: { readonly lines: readonly string[]; readonly id?: number };
}

/** Not allowed in XML 1.0, or able to reorder the text around them (bidirectional controls). */
const FORBIDDEN =
  /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu;

/** Text that any XML 1.0 reader accepts; line ends become \n, tabs become spaces. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(FORBIDDEN, '');

export const plain = (text: string): Run => ({ text: cleanText(text) });

/** 【待补充】 with the missing fact's label kept for the list of blanks. */
export const blank = (label: string): Run => ({ text: '【待补充】', open: cleanText(label) });

/** 【待补充：…】 */
export const wanted = (what: string, label: string = what): Run => ({
  text: `【待补充：${cleanText(what)}】`,
  open: cleanText(label),
});

/** 【核对：…】: something is there, but a person must look at it. */
export const toCheck = (reason: string, label = ''): Run => ({
  text: `【核对：${cleanText(reason)}】`,
  open: cleanText(label === '' ? reason : `${label}：${reason}`),
});

/** 【待补充：未列全】; in running text it must say which list. */
export const incomplete = (list: string): Run => wanted('未列全', `${list}未列全`);
export const spelledOut = (run: Run): Run =>
  run.open !== undefined && run.text === incomplete('').text ? wanted(run.open) : run;

export const textOfRuns = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The same over runs; placeholders do not count. */
export const countRuns = (runs: readonly Run[]): number =>
  runs.reduce((total, run) => total + (run.open === undefined ? countText(run.text) : 0), 0);
