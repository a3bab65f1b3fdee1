import { fillRef, fillSource, withLimit } from './fill-cell.ts';
import { recordTable } from './fill-records.ts';
import {
  headCell,
  labelCell,
  type Page,
  type Piece,
  shareWidth,
  type Table,
  type TableCell,
  type TableRow,
  TEXT_WIDTH,
} from './page.ts';
import { countRuns, plain, type Run, toCheck } from './run.ts';
import type { Facts } from './select.ts';
import type { Block, FormCell, FormTemplate } from './template.ts';

/** Fills a form: the same parts, labels and boxes for every enterprise, only the values differ. */
export const fillForm = (facts: Facts, form: FormTemplate): Page => ({
  file: form.file,
  title: form.title,
  header: form.header,
  pieces: [
    { kind: 'title', text: form.title },
    ...form.remarks.map((remark): Piece => ({ kind: 'paragraph', style: 'note', runs: [plain(remark)] })),
    ...form.parts.flatMap((part): Piece[] => [
      { kind: 'heading', level: 1, text: part.title },
      ...part.blocks.flatMap((block) => fillBlock(facts, block)),
    ]),
  ],
});

const fillBlock = (facts: Facts, block: Block): readonly Piece[] => {
  switch (block.kind) {
    case 'cells':
      return [
        ...captionOf(block),
        block.perRow === 1 ? oneEach(facts, block.cells) : twoEach(facts, block.cells),
      ];
    case 'years':
      return [...captionOf(block), yearTable(facts, block)];
    case 'records':
      return [...captionOf(block), recordTable(facts, block)];
    case 'longText':
      return [longText(facts, block)];
    case 'signature':
      return [signature(block.lines)];
    case 'remark':
      return [{ kind: 'paragraph', style: 'note', runs: [plain(block.text)] }];
  }
};

const captionOf = ({ caption }: { readonly caption?: string }): readonly Piece[] =>
  caption === undefined ? [] : [{ kind: 'paragraph', style: 'caption', runs: [plain(caption)] }];

const valueCell = (facts: Facts, cell: FormCell): TableCell => ({
  look: 'text',
  runs: withLimit(fillSource(facts, cell.source, cell.label), cell.limit, cell.label),
});

const oneEach = (facts: Facts, cells: readonly FormCell[]): Table => ({
  kind: 'table',
  widths: shareWidth([34, 66]),
  headerRows: 0,
  rows: cells.map((cell) => ({ cells: [labelCell(cell.label), valueCell(facts, cell)] })),
});

/** Two label-value pairs a row; a wide cell, and one left over before it, takes a row alone. */
const twoEach = (facts: Facts, cells: readonly FormCell[]): Table => {
  const rows: TableRow[] = [];
  let waiting: FormCell | undefined;
  const alone = (cell: FormCell): TableRow => ({
    cells: [labelCell(cell.label), { ...valueCell(facts, cell), span: 3 }],
  });
  for (const cell of cells) {
    if (cell.wide) {
      if (waiting !== undefined) rows.push(alone(waiting));
      rows.push(alone(cell));
      waiting = undefined;
    } else if (waiting === undefined) waiting = cell;
    else {
      rows.push({
        cells: [
          labelCell(waiting.label),
          valueCell(facts, waiting),
          labelCell(cell.label),
          valueCell(facts, cell),
        ],
      });
      waiting = undefined;
    }
  }
  if (waiting !== undefined) rows.push(alone(waiting));
  return { kind: 'table', widths: shareWidth([20, 30, 20, 30]), headerRows: 0, rows };
};

const yearTable = (facts: Facts, block: Extract<Block, { kind: 'years' }>): Table => {
  const backs = Array.from({ length: block.years }, (_, index) => block.years - 1 - index);
  const years = backs.map((back) => facts.baseYear - back);
  return {
    kind: 'table',
    widths: shareWidth([40, ...years.map(() => 60 / years.length)]),
    headerRows: 1,
    rows: [
      { cells: [headCell('指标'), ...years.map((year) => headCell(`${year}年`))] },
      ...block.rows.map(({ label: name, ref }) => ({
        cells: [
          labelCell(name),
          ...backs.map(
            (back): TableCell => ({
              look: ref.field.kind === 'number' ? 'number' : 'text',
              // the label carries the unit, the year tells two blanks apart
              runs: named(
                fillRef(facts, { ...ref, back: ref.back + back }, name),
                `${name.replace(/（[^）]*）$/, '')}（${facts.baseYear - back}年）`,
              ),
            }),
          ),
        ],
      })),
    ],
  };
};

const named = (runs: readonly Run[], name: string): readonly Run[] =>
  runs.map((run) => (run.open === undefined ? run : { ...run, open: name }));

const longText = (facts: Facts, block: Extract<Block, { kind: 'longText' }>): Table => {
  const runs = fillSource(facts, block.source, block.label);
  const length = countRuns(runs);
  const over = length > block.limit ? toCheck(`超出${length - block.limit}字`, block.label) : undefined;
  return {
    kind: 'table',
    widths: [TEXT_WIDTH],
    headerRows: 1,
    rows: [
      {
        cells: [
          {
            look: 'label',
            runs: [
              plain(`${block.label}（${block.limit}字以内；已有${length}字，不计空白和占位）`),
              ...(over === undefined ? [] : [over]),
            ],
          },
        ],
      },
      { cells: [{ look: 'long', runs }], height: 1400 },
    ],
  };
};

const signature = (lines: readonly string[]): Table => ({
  kind: 'table',
  widths: [TEXT_WIDTH],
  headerRows: 0,
  rows: [{ cells: [{ look: 'signature', runs: [plain(lines.join('\n'))] }], height: 2200 }],
});
