/** A table cell, all counted from 1; a merged cell counts as many columns as it spans. */
export interface CellSpot {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** One paragraph of a draft, as plain text. */
export interface Paragraph {
  readonly text: string;
  /** 1-based among the paragraphs that hold text */
  readonly number: number;
  readonly cell?: CellSpot;
}

/** What belongs to a text: a paragraph from some unit on, as where a label and its text share a line. */
export interface Span {
  readonly paragraph: Paragraph;
  readonly start: number;
  /** its text with placeholders blanked out, unit for unit; what is still to be filled in says nothing */
  readonly masked?: string;
}

/** Some units of a paragraph, in UTF-16. */
export interface Spot {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

export const spanText = ({ paragraph, start, masked }: Span): string => masked ?? paragraph.text.slice(start);
