import { table as tableLines, cell as textCell } from '../markdown.ts';
import { type Block, type Cell, reportBlocks } from './blocks.ts';
import type { ClientReport } from './model.ts';

const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
/** A line end inside a cell would end the row. */
const oneLine = (text: string): string => text.split('\n').join('；');

const linesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${textCell(block.text)}`];
    case 'notice':
      return ['> **先读**', '>', ...block.texts.map((text) => `> - ${textCell(text)}`)];
    case 'text':
      return [textCell(block.text)];
    case 'list':
      return block.items.map((item) => `- ${textCell(item)}`);
    case 'table':
      return tableLines(
        block.columns.map(({ title }) => title),
        block.rows.map((row) => row.map((cell) => oneLine(cellText(cell)))),
      );
  }
};

/** The client report as Markdown. */
export const clientMarkdownText = (report: ClientReport): string =>
  [
    `# ${textCell(report.name)}：专精特新申报预检`,
    ...reportBlocks(report).flatMap((block) => ['', ...linesOf(block)]),
    '',
  ].join('\n');
