import { fold } from '../base/text.ts';
import { TEXT_KINDS, type TextKind } from './texts.ts';

const NUMBERING = /^(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]|[★*●■◆\s])+/;
const REMARK = /[（(【][^（）()【】]*[）)】]/g;

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}]/gu, '');

const TITLES = TEXT_KINDS.flatMap((kind) => kind.titles.map((title) => ({ kind, title: bare(title) }))).sort(
  (a, b) => b.title.length - a.title.length,
);

/** A paragraph or cell that is nothing but the title of a text, remarks in brackets apart. */
export const titleOf = (text: string): TextKind | undefined => {
  const plain = text.trim().replace(NUMBERING, '');
  const title = bare(plain.replace(REMARK, ''));
  return TITLES.find(
    (item) => title === item.title || title === `${item.title}说明` || title === `${item.title}情况`,
  )?.kind;
};

export interface InlineTitle {
  readonly kind: TextKind;
  /** where the text after the title begins, in UTF-16 */
  readonly start: number;
}

/** 补短板说明（300字）：…… — the title and its text in one paragraph. */
export const inlineTitle = (text: string): InlineTitle | undefined => {
  const match = /^[^：:]{4,60}[：:]/.exec(text);
  const kind = match === null ? undefined : titleOf(match[0].slice(0, -1));
  if (match === null || kind === undefined) return undefined;
  return { kind, start: match[0].length };
};
