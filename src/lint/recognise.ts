import { countText } from '../base/text.ts';
import { inlineTitle, titleOf } from './label.ts';
import type { CellSpot, Paragraph, Span } from './paragraph.ts';
import { spanText } from './paragraph.ts';
import { ENDS_AT, LEFT_OUT, TEXT_KINDS, type TextKind } from './texts.ts';

/** How a text was recognised. */
type Recognised = '标题' | '表格栏目' | '指定' | '文件名' | '用词';

export interface FoundText {
  readonly kind?: TextKind;
  readonly by?: Recognised;
  readonly spans: readonly Span[];
  /** the title or label, where the text has one: comments on a blank text hang there */
  readonly title?: Paragraph;
}

const whole = (paragraph: Paragraph): Span => ({ paragraph, start: 0 });
const holdsText = (span: Span): boolean => spanText(span).trim() !== '';

const cellKey = ({ table, row, column }: CellSpot): string => `${table}/${row}/${column}`;

/** The cells of the draft's tables in order, each with its paragraphs. */
const cellsOf = (paragraphs: readonly Paragraph[]): ReadonlyMap<string, readonly Paragraph[]> => {
  const cells = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs) {
    if (paragraph.cell === undefined) continue;
    const key = cellKey(paragraph.cell);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [paragraph]);
    else cell.push(paragraph);
  }
  return cells;
};

type Cells = ReadonlyMap<string, readonly Paragraph[]>;

const isTitleCell = (cell: readonly Paragraph[]): boolean =>
  titleOf(cell.map(({ text }) => text).join('')) !== undefined;

/** Beside the label in its row, else below it. */
const besideOrBelow = (cells: Cells, at: CellSpot): readonly Paragraph[] => {
  const sameRow = [...cells.values()].filter((cell) => {
    const spot = cell[0]?.cell;
    return spot !== undefined && spot.table === at.table && spot.row === at.row && spot.column > at.column;
  });
  const beside = sameRow[0];
  if (beside !== undefined && !isTitleCell(beside)) return beside;
  const below = cells.get(cellKey({ ...at, row: at.row + 1 }));
  return below === undefined || isTitleCell(below) ? [] : below;
};

/** One cell that is a label, or begins with one. */
const fromCell = (cells: Cells, cell: readonly Paragraph[]): FoundText | undefined => {
  const [first, ...rest] = cell;
  if (first?.cell === undefined) return undefined;
  const asWhole = titleOf(cell.map(({ text }) => text).join(''));
  if (asWhole !== undefined) {
    const spans = besideOrBelow(cells, first.cell).map(whole).filter(holdsText);
    return { kind: asWhole, by: '表格栏目', title: first, spans };
  }
  const above = titleOf(first.text);
  if (above !== undefined)
    return { kind: above, by: '表格栏目', title: first, spans: rest.map(whole).filter(holdsText) };
  const inline = inlineTitle(first.text);
  if (inline === undefined) return undefined;
  const spans = [{ paragraph: first, start: inline.start }, ...rest.map(whole)].filter(holdsText);
  return { kind: inline.kind, by: '表格栏目', title: first, spans };
};

/** The text under a title that stands by itself runs to the next title or to what does not belong to it. */
const fromBody = (paragraphs: readonly Paragraph[]): readonly FoundText[] => {
  const found: Array<FoundText & { spans: Span[] }> = [];
  let open: (FoundText & { spans: Span[] }) | undefined;
  for (const paragraph of paragraphs) {
    const inline = inlineTitle(paragraph.text);
    const kind = titleOf(paragraph.text) ?? inline?.kind;
    if (kind !== undefined) {
      open = { kind, by: '标题', title: paragraph, spans: [] };
      found.push(open);
      if (inline !== undefined) open.spans.push({ paragraph, start: inline.start });
    } else if (ENDS_AT.some((end) => paragraph.text.startsWith(end))) open = undefined;
    else if (open !== undefined) open.spans.push(whole(paragraph));
  }
  return found.map((text) => ({ ...text, spans: text.spans.filter(holdsText) }));
};

const isLeftOut = ({ text }: Paragraph): boolean => LEFT_OUT.some((start) => text.startsWith(start));

const byFileName = (file: string): TextKind | undefined => {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const kinds = TEXT_KINDS.filter((kind) => kind.fileWords.some((word) => name.includes(word)));
  return kinds.length === 1 ? kinds[0] : undefined;
};

const byWords = (spans: readonly Span[]): TextKind | undefined => {
  const text = spans.map(spanText).join('\n');
  return TEXT_KINDS.find(
    (kind) => kind.marks.filter((mark) => text.includes(mark)).length >= kind.marksNeeded,
  );
};

/** All of the draft as one text: its body, or its tables where it has nothing else. */
const asOne = (paragraphs: readonly Paragraph[]): readonly Span[] => {
  const body = paragraphs.filter((paragraph) => paragraph.cell === undefined);
  const end = body.findIndex(({ text }) => ENDS_AT.some((mark) => text.startsWith(mark)));
  const spans = (end < 0 ? body : body.slice(0, end)).map(whole).filter(holdsText);
  return spans.length > 0 ? spans : paragraphs.map(whole).filter(holdsText);
};

/** A title is no more than a heading where the form repeats it above its own cell. */
const preferFilled = (texts: readonly FoundText[]): readonly FoundText[] =>
  texts.filter(
    (text) =>
      text.spans.length > 0 || !texts.some((other) => other.kind === text.kind && other.spans.length > 0),
  );

/**
 * The texts of a draft: those under their titles or beside their labels; without any, the whole draft as one text,
 * recognised by its file name or its words. A text that cannot be recognised has no kind.
 */
export const recognise = (
  all: readonly Paragraph[],
  file: string,
  wanted: TextKind | undefined,
): readonly FoundText[] => {
  const paragraphs = all.filter((paragraph) => !isLeftOut(paragraph));
  const cells = cellsOf(paragraphs);
  const labelled = preferFilled([
    ...fromBody(paragraphs.filter((paragraph) => paragraph.cell === undefined)),
    ...[...cells.values()].flatMap((cell) => fromCell(cells, cell) ?? []),
  ]);
  const chosen = wanted === undefined ? labelled : labelled.filter((text) => text.kind === wanted);
  if (chosen.length > 0) return chosen;
  const spans = asOne(paragraphs);
  if (wanted !== undefined) return [{ kind: wanted, by: '指定', spans }];
  const named = byFileName(file);
  if (named !== undefined) return [{ kind: named, by: '文件名', spans }];
  const guessed = byWords(spans);
  return [guessed === undefined ? { spans } : { kind: guessed, by: '用词', spans }];
};

export const charactersOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + countText(spanText(span)), 0);
