import type { Document, Element } from '@xmldom/xmldom';
import type { CellSpot, Paragraph } from '../paragraph.ts';
import { attributeOf, childNamed, childrenOf } from './xml.ts';

/** A stretch of a paragraph's text and the node that holds it. */
export interface Piece {
  readonly text: string;
  /** of the first unit in the paragraph's text */
  readonly start: number;
  readonly node: Element;
  /** the run, or for a formula the whole formula, that lies among the paragraph's runs */
  readonly run: Element;
}

export interface WordParagraph extends Paragraph {
  readonly element: Element;
  readonly pieces: readonly Piece[];
  /** the paragraph of the main text that a text box hangs on: Word takes no comment inside the box */
  readonly host?: Element;
}

export interface WordText {
  readonly paragraphs: readonly WordParagraph[];
  /** characters of hidden text, left out */
  readonly hidden: number;
  /** whether tracked deletions were left out */
  readonly deletions: boolean;
  /** whether there are footnotes or endnotes, which are left out */
  readonly notes: boolean;
}

/** Deleted or moved away, the second rendering of a drawing, field codes, properties, the reading above a character. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'rPr',
  'pPr',
  'sectPr',
  'rt',
]);

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  sym: '□',
};

const isHidden = (run: Element): boolean => {
  const properties = childNamed(run, 'rPr');
  const vanish = properties === undefined ? undefined : childNamed(properties, 'vanish');
  if (vanish === undefined) return false;
  return !['0', 'false', 'off'].includes(attributeOf(vanish, 'val') ?? 'true');
};

interface Open {
  readonly element: Element;
  readonly pieces: Piece[];
  length: number;
}

interface Where {
  readonly paragraph?: Open;
  readonly run?: Element;
  readonly cell?: CellSpot;
  readonly host?: Element;
}

class Walker {
  readonly found: Array<{ open: Open; where: Where }> = [];
  hidden = 0;
  deletions = false;
  notes = false;
  #tables = 0;

  walk(node: Element | Document, where: Where): void {
    for (const child of childrenOf(node)) this.#visit(child, where);
  }

  #visit(element: Element, where: Where): void {
    const name = element.localName ?? '';
    if (name === 'del' || name === 'moveFrom') this.deletions = true;
    if (name === 'footnoteReference' || name === 'endnoteReference') this.notes = true;
    if (SKIPPED.has(name)) return;
    if (name === 'p') this.#paragraph(element, where);
    else if (name === 'tbl') this.#table(element, where);
    else if (name === 'oMath' || name === 'oMathPara')
      this.#piece(element.textContent ?? '', element, element, where);
    else if (name === 'r') {
      if (isHidden(element)) this.hidden += (element.textContent ?? '').length;
      else this.walk(element, { ...where, run: element });
    } else if (name === 't') this.#piece(element.textContent ?? '', element, where.run, where);
    else if (where.run !== undefined && SIGNS[name] !== undefined)
      this.#piece(SIGNS[name], element, where.run, where);
    else this.walk(element, where);
  }

  #paragraph(element: Element, where: Where): void {
    const open: Open = { element, pieces: [], length: 0 };
    const inBox = where.paragraph !== undefined;
    const host = inBox ? (where.host ?? where.paragraph?.element) : where.host;
    const inside: Where = { paragraph: open, ...(where.cell === undefined ? {} : { cell: where.cell }) };
    this.found.push({ open, where: host === undefined ? where : { ...where, host } });
    this.walk(element, host === undefined ? inside : { ...inside, host });
  }

  #table(element: Element, where: Where): void {
    this.#tables += 1;
    const table = this.#tables;
    let row = 0;
    const rows = (node: Element): void => {
      for (const child of childrenOf(node)) {
        if (child.localName === 'tr') {
          row += 1;
          this.#row(child, { table, row }, where);
        } else if (!SKIPPED.has(child.localName ?? '')) rows(child);
      }
    };
    rows(element);
  }

  #row(element: Element, at: Omit<CellSpot, 'column'>, where: Where): void {
    let column = 1;
    const cells = (node: Element): void => {
      for (const child of childrenOf(node)) {
        if (child.localName === 'tc') {
          this.walk(child, { ...where, cell: { ...at, column } });
          const properties = childNamed(child, 'tcPr');
          const span = properties === undefined ? undefined : childNamed(properties, 'gridSpan');
          column += Math.max(1, Number(span === undefined ? 1 : (attributeOf(span, 'val') ?? 1)) || 1);
        } else if (!SKIPPED.has(child.localName ?? '')) cells(child);
      }
    };
    cells(element);
  }

  #piece(text: string, node: Element, run: Element | undefined, where: Where): void {
    const open = where.paragraph;
    if (open === undefined || run === undefined || text === '') return;
    open.pieces.push({ text, start: open.length, node, run });
    open.length += text.length;
  }
}

/** All paragraphs of the main text in document order, those of table cells and text boxes included. */
export const readParagraphs = (document: Document): WordText => {
  const walker = new Walker();
  walker.walk(document, {});
  let number = 0;
  const paragraphs = walker.found.map(({ open, where }): WordParagraph => {
    const text = open.pieces.map((piece) => piece.text).join('');
    if (text.trim() !== '') number += 1;
    return {
      element: open.element,
      pieces: open.pieces,
      text,
      number,
      ...(where.cell === undefined ? {} : { cell: where.cell }),
      ...(where.host === undefined ? {} : { host: where.host }),
    };
  });
  return { paragraphs, hidden: walker.hidden, deletions: walker.deletions, notes: walker.notes };
};
