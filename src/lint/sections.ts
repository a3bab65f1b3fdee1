import { fold } from '../base/text.ts';
import type { Span } from './paragraph.ts';
import { spanText } from './paragraph.ts';
import type { SectionKind } from './texts.ts';

/** A heading that was found and the paragraphs down to the next one, the heading's own among them. */
export interface Section {
  readonly kind: SectionKind;
  readonly heading: Span;
  readonly spans: readonly Span[];
}

const NUMBERING = /^\s*[（(⑴-⒇①-⑳]?[\d一二三四五六七八九十]*[）)、.．]?\s*/;
const LONGEST_HEADING = 34;

/** The words that may be a heading: a short paragraph, or its first clause where the text runs on. */
const headingText = (text: string): string | undefined => {
  const clause = text.split(/[。：:；\n]/)[0] ?? '';
  const plain = clause.replace(NUMBERING, '');
  return plain.length <= LONGEST_HEADING ? fold(plain) : undefined;
};

const headingKind = (text: string, outline: readonly SectionKind[]): SectionKind | undefined => {
  const heading = headingText(text);
  if (heading === undefined) return undefined;
  return outline.find((kind) => kind.words.some((word) => heading.includes(fold(word))));
};

export const findSections = (spans: readonly Span[], outline: readonly SectionKind[]): readonly Section[] => {
  const sections: Array<{ kind: SectionKind; heading: Span; spans: Span[] }> = [];
  for (const span of spans) {
    const kind = headingKind(spanText(span), outline);
    const isNew = kind !== undefined && !sections.some((section) => section.kind === kind);
    if (kind !== undefined && isNew) sections.push({ kind, heading: span, spans: [span] });
    else sections.at(-1)?.spans.push(span);
  }
  return sections;
};
