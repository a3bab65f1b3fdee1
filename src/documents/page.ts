import { plain, type Run } from './run.ts';

/** A document before it is Word: headings, paragraphs and tables with their runs. Widths are DXA (1/20 pt). */
export interface Page {
  readonly file: string;
  readonly title: string;
  readonly header: string;
  /** A4 on its side, for wide tables */
  readonly landscape?: true;
  /** footnotes by number, from 1 */
  readonly footnotes?: readonly string[];
  readonly pieces: readonly Piece[];
}

export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'title'; readonly text: string; readonly newPage?: true }
  | {
      readonly kind: 'cover';
      readonly look: 'title' | 'subtitle' | 'line' | 'sign';
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'paragraph';
      readonly style: 'body' | 'caption' | 'note' | 'mark' | 'coverTitle' | 'coverLine' | 'coverFoot';
      readonly runs: readonly Run[];
      readonly align?: 'left' | 'center' | 'right';
    }
  | { readonly kind: 'break' }
  | Table;

export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[];
  /** rows at the top that repeat on every page */
  readonly headerRows: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** least height */
  readonly height?: number;
  /** true: never broken over two pages; not said: where it is short */
  readonly whole?: boolean;
  /** on the same page as the next row */
  readonly withNext?: boolean;
}

export interface TableCell {
  readonly runs: readonly Run[];
  readonly look: 'label' | 'head' | 'text' | 'long' | 'number' | 'notice' | 'signature' | 'printed';
  /** columns */
  readonly span?: number;
  /** rows; the rows below leave its columns out */
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** RRGGBB behind the text, in place of the look's own shade */
  readonly fill?: string;
}

export const labelCell = (text: string): TableCell => ({ look: 'label', runs: [plain(text)] });
export const headCell = (text: string): TableCell => ({ look: 'head', runs: [plain(text)] });

/** A4 with margins of 2 cm: 11906 − 2 × 1134. */
export const TEXT_WIDTH = 9638;
/** The same on its side: 16838 − 2 × 1134. */
export const LANDSCAPE_WIDTH = 14570;

/** Shares a width out by weight, to the last DXA. */
export const shareWidth = (weights: readonly number[], available = TEXT_WIDTH): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((available * weight) / total));
  const left = available - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width));
};

export const runsOf = (piece: Piece): readonly Run[] =>
  piece.kind === 'paragraph' || piece.kind === 'cover'
    ? piece.runs
    : piece.kind === 'table'
      ? piece.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs))
      : [];

/** Every placeholder of a document, in order, once. */
export const blanksOf = (pieces: readonly Piece[]): readonly string[] => [
  ...new Set(pieces.flatMap(runsOf).flatMap((run) => (run.open === undefined ? [] : [run.open]))),
];

/** Of those, what is there but must be looked at by a person. */
export const checksOf = (pieces: readonly Piece[]): readonly string[] => [
  ...new Set(
    pieces
      .flatMap(runsOf)
      .flatMap((run) => (run.open !== undefined && run.text.startsWith('【核对') ? [run.open] : [])),
  ),
];

/** What must be read first. */
export const noticeBox = (notices: readonly string[], width = TEXT_WIDTH): readonly Piece[] =>
  notices.length === 0
    ? []
    : [
        {
          kind: 'table',
          widths: [width],
          headerRows: 0,
          rows: [{ cells: [{ look: 'notice', runs: [plain(notices.join('\n'))] }] }],
        },
      ];
