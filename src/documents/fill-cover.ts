import { bind } from './bind.ts';
import type { Cover } from './form-model.ts';
import type { Piece } from './page.ts';
import { blank, plain, type Run } from './run.ts';
import type { Facts } from './select.ts';

/** Width of a line to write on, in full-width spaces. */
const LINE = 16;

/** The first page: title, lines to fill, who made the form; the form itself starts on the next. */
export const coverPieces = (facts: Facts, cover: Cover): readonly Piece[] => [
  ...(cover.mark === undefined ? [] : [paragraph('mark', [plain(cover.mark)])]),
  ...space(5),
  ...cover.titles.map((title) => paragraph('coverTitle', [plain(title)])),
  ...space(6),
  ...cover.lines.map(({ label, ref }) => {
    const bound = ref === undefined ? undefined : bind(facts, ref);
    const value =
      bound === undefined ? plain('') : bound.state === 'known' ? plain(bound.text) : blank(label);
    const rest = '　'.repeat(Math.max(2, LINE - [...value.text].length));
    return paragraph('coverLine', [
      plain(`${label}　`),
      { ...value, underline: true },
      { ...plain(rest), underline: true },
    ]);
  }),
  ...space(6),
  ...cover.foot.map((line) => paragraph('coverFoot', [plain(line)])),
  { kind: 'break' },
];

type Style = Extract<Piece, { kind: 'paragraph' }>['style'];

const paragraph = (style: Style, runs: readonly Run[]): Piece => ({ kind: 'paragraph', style, runs });

const space = (lines: number): readonly Piece[] =>
  Array.from({ length: lines }, () => paragraph('coverFoot', []));
