import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  FootnoteReferenceRun,
  Paragraph,
  TextRun,
} from 'docx';
import { type Page, type Piece, runsOf } from './page.ts';
import type { Run } from './run.ts';

type Inline = TextRun | FootnoteReferenceRun | CommentRangeStart | CommentRangeEnd;

/** Placeholders stand out in yellow, with a comment where there is more to say; a line end in a text is a line break. */
export const wordRuns = (runs: readonly Run[]): readonly Inline[] =>
  joined(runs).flatMap((run): readonly Inline[] => {
    if (run.note !== undefined) return [new FootnoteReferenceRun(run.note)];
    const texts = run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          ...(index === 0 ? {} : { break: 1 }),
          ...(run.open === undefined ? {} : { highlight: 'yellow' }),
          ...(run.underline === undefined ? {} : { underline: {} }),
        }),
    );
    const id = run.comment?.id;
    return id === undefined
      ? texts
      : [
          new CommentRangeStart(id),
          ...texts,
          new CommentRangeEnd(id),
          new TextRun({ children: [new CommentReference(id)] }),
        ];
  });

/** Neighbouring plain texts as one: easier to edit in Word, and quicker to write. */
const joined = (runs: readonly Run[]): readonly Run[] =>
  runs.reduce<Run[]>((done, run) => {
    const last = done.at(-1);
    if (last === undefined || !isPlain(last) || !isPlain(run)) done.push(run);
    else done[done.length - 1] = { text: last.text + run.text };
    return done;
  }, []);

const isPlain = ({ text, ...marks }: Run): boolean =>
  Object.values(marks).every((mark) => mark === undefined);

/** Gives the comments of a page their numbers, in the order of the text. */
export const numberComments = (page: Page): Page => {
  let next = 0;
  const numbered = (runs: readonly Run[]): readonly Run[] =>
    runs.map((run) => {
      if (run.comment === undefined) return run;
      const comment = { ...run.comment, id: next };
      next += 1;
      return { ...run, comment };
    });
  const pieces = page.pieces.map((piece): Piece => {
    if (piece.kind === 'paragraph' || piece.kind === 'cover') return { ...piece, runs: numbered(piece.runs) };
    if (piece.kind !== 'table') return piece;
    const rows = piece.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, runs: numbered(cell.runs) })),
    }));
    return { ...piece, rows };
  });
  return { ...page, pieces };
};

/** The comments of a numbered page; the date that docx asks for is dropped again when the parts are packed. */
export const wordComments = (page: Page) =>
  page.pieces.flatMap(runsOf).flatMap(({ comment }) =>
    comment?.id === undefined
      ? []
      : [
          {
            id: comment.id,
            author: 'zjtx',
            initials: 'zjtx',
            date: NO_TIME,
            children: comment.lines.map((line) => new Paragraph({ style: 'CommentNote', text: line })),
          },
        ],
  );

const NO_TIME = new Date(Date.UTC(1980, 0, 1));
