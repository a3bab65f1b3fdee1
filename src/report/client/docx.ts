import type { Verdict } from '../../base/verdict.ts';
import {
  cleanRun,
  noticeBox,
  type Page,
  type Piece,
  renderDocx,
  shareWidth,
  type Table,
} from '../../documents/index.ts';
import { type Block, type Cell, reportBlocks, type TableBlock } from './blocks.ts';
import { VERDICT_FILLS } from './fills.ts';
import type { ClientReport } from './model.ts';

const runs = (text: string) => [cleanRun(text)];
const fillOf = (verdict: Verdict): { fill: string } => ({ fill: VERDICT_FILLS[verdict] });

const wordCell = (cell: Cell): Table['rows'][number]['cells'][number] =>
  typeof cell === 'string'
    ? { look: 'long', runs: runs(cell) }
    : { look: 'long', runs: runs(cell.text), ...fillOf(cell.tone) };

const wordTable = ({ columns, rows }: TableBlock): Table => ({
  kind: 'table',
  widths: shareWidth(columns.map(({ weight }) => weight)),
  headerRows: 1,
  rows: [
    { cells: columns.map(({ title }) => ({ look: 'head' as const, runs: runs(title) })) },
    ...rows.map((row) => ({ cells: row.map(wordCell) })),
  ],
});

const note = (text: string): Piece => ({ kind: 'paragraph', style: 'note', runs: runs(text) });

const piecesOf = (block: Block): readonly Piece[] => {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: cleanRun(block.text).text }];
    case 'notice':
      return noticeBox(['先读', ...block.texts]);
    case 'text':
      return [note(block.text)];
    case 'list':
      return block.items.map((item) => note(item.startsWith('☐') ? item : `· ${item}`));
    case 'table':
      return [wordTable(block)];
  }
};

/** The client report as Word. */
export const clientDocument = (report: ClientReport): Promise<Uint8Array> => {
  const name = cleanRun(report.name).text;
  const page: Page = {
    file: name,
    title: `${name}：专精特新申报预检`,
    header: '专精特新申报预检（仅供准备申报材料参考，认定以主管部门为准）',
    pieces: [{ kind: 'title', text: name }, ...reportBlocks(report).flatMap(piecesOf)],
  };
  return renderDocx(page);
};
