import type { Element } from '@xmldom/xmldom';
import type { Piece, WordParagraph } from './paragraphs.ts';
import { childNamed, childrenOf, copyOf } from './xml.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

const keepSpaces = (element: Element): void => element.setAttributeNS(XML, 'xml:space', 'preserve');

/** Cuts a w:t in two; the second half follows the first in the same run. */
const cutText = (node: Element, at: number): Element => {
  const text = node.textContent ?? '';
  const tail = copyOf(node, false);
  node.textContent = text.slice(0, at);
  tail.textContent = text.slice(at);
  keepSpaces(node);
  keepSpaces(tail);
  node.parentNode?.insertBefore(tail, node.nextSibling);
  return tail;
};

/** Moves a node and all after it into a new run with the same properties. */
const cutRun = (run: Element, from: Element): Element => {
  const tail = copyOf(run, false);
  const properties = childNamed(run, 'rPr');
  if (properties !== undefined) tail.appendChild(copyOf(properties, true));
  const children = childrenOf(run);
  for (const child of children.slice(children.indexOf(from))) tail.appendChild(child);
  run.parentNode?.insertBefore(tail, run.nextSibling);
  return tail;
};

const isFirstInRun = ({ node, run }: Piece): boolean =>
  childrenOf(run).find((child) => child.localName !== 'rPr') === node;

/** Pieces of a paragraph, cut so that every wanted place is where a run begins. */
export class Runs {
  #pieces: Piece[];

  constructor(paragraph: WordParagraph) {
    this.#pieces = [...paragraph.pieces];
  }

  /** Makes a run begin at a place and returns it; the run that holds the place where it cannot be cut. */
  beginAt(place: number): Element | undefined {
    const index = this.#pieces.findIndex(({ start, text }) => place < start + text.length);
    const piece = this.#pieces[index];
    if (piece === undefined) return undefined;
    if (piece.node === piece.run) return piece.run;
    const inside = place - piece.start;
    if (inside > 0 && piece.node.localName !== 't') return piece.run;
    const isUncut = inside <= 0 && isFirstInRun(piece);
    if (isUncut) return piece.run;
    const node = inside > 0 ? cutText(piece.node, inside) : piece.node;
    const run = cutRun(piece.run, node);
    this.#follow(index, Math.max(0, inside), node, run);
    return run;
  }

  /** The run that ends at a place, cut there. */
  endAt(place: number): Element | undefined {
    this.beginAt(place);
    return this.#pieces.filter(({ start }) => start < place).at(-1)?.run;
  }

  /** Keeps the pieces true after a cut: those of the old run from the cut on now lie in the new one. */
  #follow(index: number, inside: number, node: Element, run: Element): void {
    const old = this.#pieces[index];
    if (old === undefined) return;
    const head = inside > 0 ? [{ ...old, text: old.text.slice(0, inside) }] : [];
    const tail = { text: old.text.slice(inside), start: old.start + inside, node, run };
    const rest = this.#pieces
      .slice(index + 1)
      .map((piece) => (piece.run === old.run ? { ...piece, run } : piece));
    this.#pieces = [...this.#pieces.slice(0, index), ...head, tail, ...rest];
  }
}
