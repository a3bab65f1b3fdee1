import { type Bounds, withoutOverlaps } from '../../base/text.ts';
import source from '../data/占位.yaml';
import { type Note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';

const KINDS = source as ReadonlyArray<{ readonly 名称: string; readonly 式: string }>;
const PATTERNS = KINDS.map((kind) => ({ name: kind.名称, pattern: new RegExp(kind.式, 'gu') }));
const LONGEST = 24;

interface Found extends Bounds {
  readonly name: string;
}

const placeholdersIn = (text: string): readonly Found[] =>
  withoutOverlaps(
    PATTERNS.flatMap(({ name, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        name,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
  );

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** F63: what a template or a sample left behind. */
export const checkPlaceholders = (spans: readonly Span[]): readonly Note[] =>
  spans.flatMap((span) =>
    placeholdersIn(spanText(span)).map(({ name, start, end }) =>
      noteAt('F63.1', `没有替换的占位（${name}）：${short(spanText(span).slice(start, end))}`, {
        paragraph: span.paragraph,
        start: span.start + start,
        end: span.start + end,
      }),
    ),
  );

/** The span with its placeholders blanked out. */
export const withoutPlaceholders = (span: Span): Span => {
  const text = spanText(span);
  const masked = placeholdersIn(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
  return masked === text ? span : { ...span, masked };
};
