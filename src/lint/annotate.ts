import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import { type Remark, withComments } from './docx/comments.ts';
import type { WordParagraph } from './docx/paragraphs.ts';
import type { Draft } from './draft.ts';
import type { TextResult } from './lint.ts';
import type { Note } from './note.ts';

const linesOf = (note: Note): readonly string[] => [
  `${SEVERITY_WORDS[note.severity]} ${note.code}：${note.message}`,
  `要紧：${note.why}`,
  ...(note.fix === undefined ? [] : [`准备：${note.fix}`]),
  `依据：${note.citation}`,
];

/** A note about the text as a whole hangs on its first characters. */
const remarksOf = (draft: Draft, { text, notes }: TextResult): readonly Remark[] => {
  const words = new Map<number, WordParagraph>(
    draft.text.paragraphs
      .filter(({ number, text }) => text.trim() !== '' && number > 0)
      .map((item) => [item.number, item]),
  );
  const first = text.spans[0];
  const head = first?.paragraph ?? text.title;
  return notes.flatMap((note) => {
    const spot =
      note.spot ??
      (head === undefined ? undefined : { paragraph: head, start: first?.start ?? 0, end: head.text.length });
    const paragraph = spot === undefined ? undefined : words.get(spot.paragraph.number);
    return spot === undefined || paragraph === undefined
      ? []
      : [{ paragraph, start: spot.start, end: spot.end, lines: linesOf(note) }];
  });
};

/** A copy of the draft with every note as a Word comment at its place, in the draft's order. */
export const annotateDraft = (draft: Draft, results: readonly TextResult[]): Promise<Uint8Array> => {
  const remarks = results
    .flatMap((result) => remarksOf(draft, result))
    .sort((a, b) => a.paragraph.number - b.paragraph.number || a.start - b.start);
  return withComments(draft.package, draft.document, remarks);
};
