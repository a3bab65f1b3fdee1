import { around, type Document, type Element, elementsOf } from './xml.ts';

/** Braces found in a part of the document, in its order. */
export interface Found {
  /** wide: full-width braces on both sides; mixed: on one side */
  readonly kind: 'tag' | 'unclosed' | 'unopened' | 'wide' | 'mixed';
  /** between the braces; for a lone brace the text beside it */
  readonly source: string;
  /** 第12段（表2第3行第2格） */
  readonly place: string;
  readonly table: Element | undefined;
}

/** Tags of text that the reader of templates looks into. */
const TEXT_TAGS = new Set(['w:t', 'a:t', 'm:t']);
const EXCERPT = 12;

/** Every tag and every brace that makes none, over runs split anywhere; a tag ends within its paragraph. */
export const scanBraces = (document: Document): readonly Found[] => {
  const pieces = textPieces(document);
  const places = new Places(document);
  const found: Found[] = [];
  let open: { text: string; owner: Element | undefined; wide: boolean } | undefined;
  const note = (kind: Found['kind'], source: string, owner: Element | undefined): void => {
    found.push({
      kind,
      source,
      place: owner === undefined ? '' : places.of(owner),
      table: owner === undefined ? undefined : around(owner, 'w:tbl'),
    });
  };
  const giveUp = (): void => {
    if (open !== undefined && !open.wide)
      note('unclosed', [...open.text].slice(0, EXCERPT).join(''), open.owner);
    open = undefined;
  };
  for (const { text, owner } of pieces) {
    if (open !== undefined && open.owner !== owner) giveUp();
    for (const sign of text) {
      if (sign === '{' || sign === '｛') {
        giveUp();
        open = { text: '', owner, wide: sign === '｛' };
      } else if (sign === '}' || sign === '｝') {
        if (open !== undefined) note(kindOf(open.wide, sign === '｝'), open.text, owner);
        else if (sign === '}') note('unopened', before(pieces, owner), owner);
        open = undefined;
      } else if (open !== undefined) open.text += sign;
    }
  }
  giveUp();
  return found;
};

const kindOf = (left: boolean, right: boolean): Found['kind'] =>
  left === right ? (left ? 'wide' : 'tag') : 'mixed';

interface Piece {
  readonly text: string;
  readonly owner: Element | undefined;
}

const textPieces = (document: Document): readonly Piece[] =>
  elementsOf(document, '*')
    .filter((element) => TEXT_TAGS.has(element.tagName))
    .map((element) => ({ text: element.textContent ?? '', owner: around(element, 'w:p') }));

const before = (pieces: readonly Piece[], owner: Element | undefined): string => {
  const text = pieces
    .filter((piece) => piece.owner === owner)
    .map((piece) => piece.text)
    .join('');
  return [...text.slice(0, text.indexOf('}'))].slice(-EXCERPT).join('');
};

/** Says where a paragraph is, as a person counts. */
class Places {
  readonly #paragraphs: ReadonlyMap<Element, number>;
  readonly #tables: ReadonlyMap<Element, number>;
  constructor(document: Document) {
    const numbered = (name: string) =>
      new Map(elementsOf(document, name).map((element, index) => [element, index + 1]));
    this.#paragraphs = numbered('w:p');
    this.#tables = numbered('w:tbl');
  }

  of(paragraph: Element): string {
    const cell = around(paragraph, 'w:tc');
    const row = around(paragraph, 'w:tr');
    const table = around(paragraph, 'w:tbl');
    const number = `第${this.#paragraphs.get(paragraph) ?? 0}段`;
    if (cell === undefined || row === undefined || table === undefined) return number;
    const nth = (inside: Element, name: string, one: Element): number =>
      elementsOf(inside, name)
        .filter((element) => around(element, inside.tagName) === inside)
        .indexOf(one) + 1;
    const rowNumber = nth(table, 'w:tr', row);
    const cellNumber = nth(row, 'w:tc', cell);
    return `${number}（表${this.#tables.get(table) ?? 0}第${rowNumber}行第${cellNumber}格）`;
  }
}
