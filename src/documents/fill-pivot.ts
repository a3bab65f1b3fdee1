import { type Field, isRatio, type ProfileRecord } from '../profile/index.ts';
import { bindAttribute, remainder } from './bind-list.ts';
import { numberText, sum, withoutPrintedUnit } from './fact-text.ts';
import type { PivotBlock } from './form-model.ts';
import { headCell, labelCell, shareWidth, type Table, type TableCell, type TableRow } from './page.ts';
import { blank, plain, type Run, toCheck } from './run.ts';
import { type Facts, select } from './select.ts';

/** One row an item, one column a year; two records of one item and year are shown both, to be checked. */
export const pivotTable = (facts: Facts, block: PivotBlock, available: number): Table => {
  const chosen = select(facts, block.list);
  const records = chosen?.items ?? [];
  const years = [...new Set(records.flatMap((record) => wordOf(record, block.year)))].sort();
  const columns = years.length === 0 ? ['　年'] : years.map((year) => `${year}年`);
  const items = [...new Set(records.map((record) => wordOf(record, block.item)[0] ?? ''))];
  const width = block.leading.length + columns.length + 1 + (block.total ? 1 : 0);
  const across = (runs: readonly Run[]): TableRow => ({ cells: [{ look: 'text', runs, span: width }] });
  const notes = remainder(facts, block.list, block.item);
  const body =
    chosen === undefined
      ? [across([blank(block.list.name)])]
      : [
          ...items.map((item) => itemRow(item)),
          ...(block.total && items.length > 0 ? [totalRow()] : []),
          ...notes.map((note) => across([note])),
        ];
  return {
    kind: 'table',
    widths: shareWidth(
      [
        3,
        ...block.leading.map((column) => column.weight),
        ...columns.map(() => 1.4),
        ...(block.total ? [1.4] : []),
      ],
      available,
    ),
    headerRows: 1,
    rows: [
      {
        cells: [
          block.itemLabel,
          ...block.leading.map((column) => column.label),
          ...columns,
          ...(block.total ? ['合计'] : []),
        ].map(headCell),
      },
      ...(body.length === 0 ? [across([plain('无')])] : body),
    ],
  };

  function itemRow(item: string): TableRow {
    const own = records.filter((record) => (wordOf(record, block.item)[0] ?? '') === item);
    const name: TableCell = item === '' ? { look: 'label', runs: [blank(block.itemLabel)] } : labelCell(item);
    return {
      cells: [
        name,
        ...block.leading.map(
          ({ label, attribute }): TableCell => ({
            look: 'text',
            runs: same(own, attribute, `${item}：${label}`),
          }),
        ),
        ...(years.length === 0 ? [undefined] : years).map(
          (year): TableCell => ({ look: 'number', runs: inYear(own, year, item) }),
        ),
        ...(block.total ? [totalCell(own, item)] : []),
      ],
    };
  }

  function inYear(own: readonly ProfileRecord[], year: string | undefined, item: string): readonly Run[] {
    const here = own.filter((record) => wordOf(record, block.year)[0] === year);
    const label = `${item}：${block.value.name}${year === undefined ? '' : `（${year}年）`}`;
    if (here.length === 0) return block.total ? [plain('—')] : [blank(label)];
    const runs = here.flatMap((record, index) => [
      ...(index === 0 ? [] : [plain('、')]),
      ...valueRuns(record, block.value, label),
    ]);
    return here.length > 1 && !block.total
      ? [...runs, toCheck(`${year ?? ''}年有${here.length}个值`, label)]
      : runs;
  }

  function totalRow(): TableRow {
    const cells = years.map((year) =>
      totalCell(
        records.filter((record) => wordOf(record, block.year)[0] === year),
        `${year}年`,
      ),
    );
    const lead = block.leading.map((): TableCell => ({ look: 'text', runs: [plain('—')] }));
    return {
      cells: [
        labelCell('合计'),
        ...lead,
        ...(years.length === 0 ? [totalCell(records, '')] : cells),
        totalCell(records, '总'),
      ],
    };
  }

  function totalCell(own: readonly ProfileRecord[], item: string): TableCell {
    const values = own.flatMap((record) => {
      const value = record.get(block.value.id)?.value;
      return isRatio(value) ? [value] : [];
    });
    const text = withoutPrintedUnit(
      numberText(sum(values), block.value, false),
      block.caption ?? '',
      block.value,
    );
    const open = own.length - values.length;
    const label = `${item}合计`;
    return {
      look: 'number',
      runs: open === 0 ? [plain(text)] : [toCheck(`已填的合计${text}，${open}条未填`, label)],
    };
  }

  function valueRuns(record: ProfileRecord, attribute: Field, label: string): readonly Run[] {
    const bound = bindAttribute(record, attribute, label);
    if (bound.state !== 'known') return [blank(label)];
    return [plain(withoutPrintedUnit(bound.text, block.caption ?? '', attribute))];
  }

  /** An attribute that all records of an item should share. */
  function same(own: readonly ProfileRecord[], attribute: Field, label: string): readonly Run[] {
    const words = [...new Set(own.flatMap((record) => wordOf(record, attribute)))];
    if (words.length === 0) return [blank(label)];
    const text = plain(words.join('、'));
    return words.length === 1 || attribute.kind === 'multi' ? [text] : [text, toCheck('各年写法不一', label)];
  }
};

const wordOf = (record: ProfileRecord, attribute: Field): readonly string[] => {
  const bound = bindAttribute(record, attribute, '');
  return bound.state === 'known' ? [bound.text.replace(/年$/, '')] : [];
};
