import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { repack } from './docx-pack.ts';
import { numberComments, wordComments, wordRuns } from './docx-runs.ts';
import { STYLES } from './docx-style.ts';
import { wordTable } from './docx-table.ts';
import type { Page, Piece } from './page.ts';

const PARAGRAPH_STYLES = {
  body: 'NarrativeText',
  caption: 'TableCaption',
  note: 'NoteText',
  mark: 'FormMark',
  coverTitle: 'FormCoverTitle',
  coverLine: 'FormCoverLine',
  coverFoot: 'FormCoverFoot',
} as const;
const COVER_STYLES = {
  title: 'CoverTitle',
  subtitle: 'CoverSubtitle',
  line: 'CoverLine',
  sign: 'SignLine',
} as const;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;

/** Writes a page model as DOCX; the same model gives the same bytes. */
export const renderDocx = async (source: Page): Promise<Uint8Array> => {
  const page = numberComments(source);
  const comments = wordComments(page);
  const document = new Document({
    title: page.title,
    styles: STYLES,
    footnotes: Object.fromEntries(
      (page.footnotes ?? []).map((text, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FormFootnote', text })] },
      ]),
    ),
    ...(comments.length === 0 ? {} : { comments: { children: comments } }),
    sections: [
      {
        properties: {
          page: {
            // docx turns width and height round itself
            size: page.landscape === true ? { ...A4, orientation: PageOrientation.LANDSCAPE } : A4,
            margin: { top: 1304, bottom: 1134, left: MARGIN, right: MARGIN, header: 680, footer: 567 },
          },
        },
        headers: { default: new Header({ children: [mark([page.header])] }) },
        footers: {
          default: new Footer({
            children: [mark(['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'])],
          }),
        },
        children: page.pieces.flatMap((piece, index) => render(piece, page.pieces[index + 1])),
      },
    ],
  });
  return repack(await Packer.toArrayBuffer(document), page.title);
};

const mark = (children: readonly string[]): Paragraph =>
  new Paragraph({ style: 'PageMark', children: [new TextRun({ children: [...children] })] });

const render = (piece: Piece, next: Piece | undefined) => {
  switch (piece.kind) {
    case 'title':
      return [
        new Paragraph({
          text: piece.text,
          heading: HeadingLevel.TITLE,
          pageBreakBefore: piece.newPage === true,
        }),
      ];
    case 'cover':
      return [new Paragraph({ style: COVER_STYLES[piece.look], children: [...wordRuns(piece.runs)] })];
    case 'heading':
      return [new Paragraph({ text: piece.text, heading: HEADINGS[piece.level] })];
    case 'paragraph':
      return [
        new Paragraph({
          style: PARAGRAPH_STYLES[piece.style],
          children: [...wordRuns(piece.runs)],
          ...(piece.align === undefined ? {} : { alignment: piece.align }),
        }),
      ];
    case 'break':
      return [new Paragraph({ style: 'TableGap', children: [new PageBreak()] })];
    case 'table':
      // two tables in a row would grow together, and a document may not end with a table
      return next === undefined || next.kind === 'table'
        ? [wordTable(piece), new Paragraph({ style: 'TableGap', text: '' })]
        : [wordTable(piece)];
  }
};
