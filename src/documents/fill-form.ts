import { fillRef, fillSource } from './fill-cell.ts';
import { checkTable } from './fill-check.ts';
import { coverPieces } from './fill-cover.ts';
import { gridTable } from './fill-grid.ts';
import { pivotTable } from './fill-pivot.ts';
import { recordTable } from './fill-records.ts';
import { fillText } from './fill-text.ts';
import type { Block, FormCell, FormTemplate, LongTextBlock, YearsBlock } from './form-model.ts';
import { withLimit } from './limit.ts';
import {
  headCell,
  LANDSCAPE_WIDTH,
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

/** Fills a form: the same parts, labels and boxes for every enterprise, only the values differ. */
export const fillForm = (facts: Facts, form: FormTemplate): Page => ({
  file: form.file,
  title: form.title,
  header: form.header,
  ...(form.landscape ? { landscape: true as const } : {}),
  ...(form.footnotes.length === 0 ? {} : { footnotes: form.footnotes }),
  pieces: [
    ...headOf(facts, form),
    ...form.remarks.map((remark): Piece => ({ kind: 'paragraph', style: 'note', runs: [plain(remark)] })),
    ...form.parts.flatMap((part): Piece[] => [
      ...(part.newPage ? [{ kind: 'break' as const }] : []),
      ...(part.title === undefined
        ? []
        : [{ kind: 'heading' as const, level: 1 as const, text: part.title }]),
      ...part.blocks.flatMap((block) =>
        fillBlock(facts, block, form.landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH),
      ),
    ]),
  ],
});

const headOf = (facts: Facts, form: FormTemplate): readonly Piece[] =>
  form.cover !== undefined
    ? coverPieces(facts, form.cover)
    : [
        ...(form.mark === undefined
          ? []
          : [{ kind: 'paragraph' as const, style: 'mark' as const, runs: [plain(form.mark)] }]),
        { kind: 'title', text: form.title },
      ];

const fillBlock = (facts: Facts, block: Block, width: number): readonly Piece[] => {
  switch (block.kind) {
    case 'cells':
      return [
        ...captionOf(block),
        block.perRow === 1 ? oneEach(facts, block.cells, width) : twoEach(facts, block.cells, width),
      ];
    case 'years':
      return [...captionOf(block), yearTable(facts, block, width)];
    case 'records':
      return [...captionOf(block), recordTable(facts, block, width)];
    case 'grid':
      return [...captionOf(block), gridTable(facts, block, width)];
    case 'pivot':
      return [...captionOf(block), pivotTable(facts, block, width)];
    case 'checks':
      return [...captionOf(block), checkTable(facts, block.checks, width)];
    case 'longText':
      return [longText(facts, block, width)];
    case 'signature':
      return [signature(block.lines, width)];
    case 'remark':
      return [
        {
          kind: 'paragraph',
          style: 'note',
          runs: fillText(facts, block.text, { label: '' }),
          ...(block.align === 'left' ? {} : { align: block.align }),
        },
      ];
  }
};

const captionOf = ({ caption }: { readonly caption?: string }): readonly Piece[] =>
  caption === undefined ? [] : [{ kind: 'paragraph', style: 'caption', runs: [plain(caption)] }];

const valueCell = (facts: Facts, cell: FormCell): TableCell => ({
  look: 'text',
  runs: withLimit(fillSource(facts, cell.source, { label: cell.label }), cell.limit, cell.label),
});

const oneEach = (facts: Facts, cells: readonly FormCell[], width: number): Table => ({
  kind: 'table',
  widths: shareWidth([34, 66], width),
  headerRows: 0,
  rows: cells.map((cell) => ({ cells: [labelCell(cell.label), valueCell(facts, cell)] })),
});

/** Two label-value pairs a row; a wide cell, and one left over before it, takes a row alone. */
const twoEach = (facts: Facts, cells: readonly FormCell[], width: number): Table => {
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
  return { kind: 'table', widths: shareWidth([20, 30, 20, 30], width), headerRows: 0, rows };
};

const yearTable = (facts: Facts, block: YearsBlock, width: number): Table => {
  const backs = Array.from({ length: block.years }, (_, index) => block.years - 1 - index);
  const years = backs.map((back) => facts.baseYear - back);
  return {
    kind: 'table',
    widths: shareWidth([40, ...years.map(() => 60 / years.length)], width),
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

const longText = (facts: Facts, block: LongTextBlock, width: number): Table => {
  const runs = fillSource(facts, block.source, { label: block.label });
  const length = countRuns(runs);
  const { limit, least } = block;
  const range = limit === undefined ? '' : least === undefined ? `${limit}字以内；` : `${least}—${limit}字；`;
  const problem =
    limit !== undefined && length > limit
      ? [toCheck(`超出${length - limit}字`, block.label)]
      : least !== undefined && length < least
        ? [toCheck(`还差${least - length}字`, block.label)]
        : [];
  const hint = block.hint === undefined ? [] : [plain(`\n${block.hint}`)];
  return {
    kind: 'table',
    widths: [width],
    headerRows: 1,
    rows: [
      {
        cells: [
          {
            look: 'label',
            runs: [plain(`${block.label}（${range}已有${length}字，不计空白和占位）`), ...problem, ...hint],
          },
        ],
      },
      { cells: [{ look: 'long', runs }], height: 1400 },
    ],
  };
};

const signature = (lines: readonly string[], width: number): Table => ({
  kind: 'table',
  widths: [width],
  headerRows: 0,
  rows: [{ cells: [{ look: 'signature', runs: [plain(lines.join('\n'))] }], height: 2200 }],
});
