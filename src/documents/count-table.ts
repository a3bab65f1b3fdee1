import { headCell, type Piece, shareWidth, type TableCell } from './page.ts';
import { plain, type Run, toCheck } from './run.ts';
import type { NarrativeTemplate } from './template.ts';

/** A part of a text with its 字符数. */
export interface Counted {
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** headings and signs count, white space and placeholders do not */
  readonly characters: number;
  /** placeholders in it */
  readonly open: number;
  readonly limit?: number;
  readonly share?: number;
}

const cell = (...runs: readonly Run[]): TableCell => ({ look: 'text', runs });
const numberCell = (value: number | undefined, ...more: readonly Run[]): TableCell => ({
  look: 'number',
  runs: [plain(value === undefined ? '—' : String(value)), ...more],
});

const excess = (characters: number, limit: number | undefined, name: string): readonly Run[] =>
  limit === undefined || characters <= limit ? [] : [toCheck(`超出${characters - limit}字`, name)];

/** The running 字符数 against the limit, outside the text proper; nothing where no limit is set. */
export const countPieces = (template: NarrativeTemplate, parts: readonly Counted[]): readonly Piece[] => {
  const { limit } = template;
  if (limit === undefined && parts.every((part) => part.limit === undefined)) return [];
  const total = parts.reduce((sum, part) => sum + part.characters, 0);
  const shares = parts.reduce((sum, part) => sum + (part.share ?? 0), 0);
  const columns = ['部分', '字符数', '累计', ...(shares === 0 ? [] : ['建议（自定）']), '上限', '待补和核对'];
  let running = 0;
  const rows = parts.map((part) => {
    running += part.characters;
    return {
      cells: [
        cell(plain(part.name)),
        numberCell(part.characters, ...excess(part.characters, part.limit, part.name)),
        numberCell(running),
        ...(shares === 0 ? [] : [numberCell(part.share)]),
        numberCell(part.limit),
        numberCell(part.open),
      ],
    };
  });
  const sums = {
    cells: [
      cell(plain('合计')),
      numberCell(total, ...excess(total, limit, '字符数')),
      numberCell(total),
      ...(shares === 0 ? [] : [numberCell(shares)]),
      numberCell(limit),
      numberCell(parts.reduce((sum, part) => sum + part.open, 0)),
    ],
  };
  const widths = shareWidth(columns.map((_, index) => (index === 0 ? 5 : 1.6)));
  return [
    { kind: 'paragraph', style: 'caption', runs: [plain('字符数统计（不属于正文，定稿时删去）')] },
    {
      kind: 'paragraph',
      style: 'note',
      runs: [
        plain(
          `字符数：${total}${limit === undefined ? '' : `／${limit}`}（计小标题和标点，不计空白和占位）。${shares === 0 ? '' : '各部分的建议字数是本工具自定的分配，不是规定。'}`,
        ),
      ],
    },
    { kind: 'table', widths, headerRows: 1, rows: [{ cells: columns.map(headCell) }, ...rows, sums] },
  ];
};
