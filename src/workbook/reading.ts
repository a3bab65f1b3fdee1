import type { Diagnostic, Place, Severity } from '../base/diagnostic.ts';
import type { Field, MapEntry, SourceNode } from '../profile/index.ts';
import { dateOfSerial } from '../table/index.ts';
import { listItems } from './cell-value.ts';
import { type Grid, type GridCell, sheetPlace, trimmed } from './grid.ts';
import { codeLengthsOf } from './words.ts';

/** What a value rests on, as told on the sheet 来源与佐证. */
export type Extras = ReadonlyArray<readonly [key: '来源' | '佐证' | '备注', cell: GridCell]>;

/** Gathers what the sheets say, as a source tree for the profile reader, and what is wrong with them. */
export class Reading {
  readonly entries: MapEntry[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #extras: Map<string, Extras>;

  constructor(extras: Map<string, Extras>) {
    this.#extras = extras;
  }

  report(code: string, severity: Severity, message: string, where: Place, fix?: string): void {
    this.diagnostics.push({ code, severity, message, where, ...(fix === undefined ? {} : { fix }) });
  }

  error(code: string, message: string, where: Place, fix: string): void {
    this.report(code, 'error', message, where, fix);
  }

  /** 来源, 佐证, 备注 of a value: each is used once. */
  takeExtras(key: string): Extras {
    const found = this.#extras.get(key) ?? [];
    this.#extras.delete(key);
    return found;
  }

  /** Sources of values that are not there. */
  leftExtras(): readonly Extras[] {
    return [...this.#extras.values()];
  }

  /** A value cell as a node of the source tree; undefined for a blank, or for a cell that cannot be read (reported). */
  node(
    cell: GridCell | undefined,
    field: Field | undefined,
    unit?: string,
    key?: string,
  ): SourceNode | undefined {
    if (cell === undefined) return undefined;
    const name = field?.name ?? '';
    if ('problem' in cell) {
      this.error('E465', `${name}：${cell.problem}`, cell.at, cell.fix);
      return undefined;
    }
    const text = field === undefined ? cell.text : this.#text(cell, field, unit);
    if (text === undefined || text.trim() === '') return undefined;
    const value = valueNode(text, field, cell.at);
    const extras = key === undefined ? [] : this.takeExtras(key);
    if (extras.length === 0) return value;
    const told = extras.map(([word, told]) => ({
      key: word,
      keyAt: told.at,
      node: { kind: 'scalar' as const, text: told.text, at: told.at },
    }));
    return { kind: 'map', entries: [{ key: '值', node: value }, ...told], at: cell.at };
  }

  #text(cell: GridCell, field: Field, unit: string | undefined): string | undefined {
    const { text } = cell;
    const numeric = 'numeric' in cell && cell.numeric;
    const year = 'day' in cell ? yearInDateCell(text) : undefined;
    if (field.kind === 'date' && year !== undefined) {
      const fix = field.yearOnly
        ? '把单元格格式设为“文本”，再填年份'
        : '写成 2026-01-31 的样子，年月日都要有';
      this.error('E465', `${field.name}：${text} 像是只填了年份 ${year}`, cell.at, fix);
      return undefined;
    }
    if (field.kind === 'date' && numeric === true && isLikelySerial(text)) {
      const date = dateOfSerial(Number(text));
      this.report('H477', 'hint', `${field.name}：${text} 是日期序号，按 ${date} 理解`, cell.at);
      return date;
    }
    const lengths = codeLengthsOf(field);
    if (numeric === true && lengths !== undefined && !lengths.includes(text.length)) {
      this.error(
        'E465',
        `${field.name}：“${text}”按数字存放，位数不对，开头的0可能已丢失`,
        cell.at,
        '把单元格格式设为“文本”，再按原件重新填写',
      );
      return undefined;
    }
    return withUnit(text, field, unit);
  }
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** 2013 typed into a date cell is stored as day 2013 of the calendar, in 1905: the year that was typed. */
const yearInDateCell = (date: string): number | undefined => {
  const serial = (Date.parse(date) - EPOCH) / DAY;
  return serial >= 1900 && serial <= 2100 ? serial : undefined;
};

/** 1940 to 2099 in the 1900 calendar; years themselves are far smaller. */
const isLikelySerial = (text: string): boolean =>
  /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 14_611 && Number(text) < 73_051;

const BARE_NUMBER = /^[+-]?[\d.,]+$/;

/** A bare number takes the unit in its label; a number with its own unit keeps it. */
const withUnit = (text: string, field: Field, unit: string | undefined): string =>
  unit !== undefined && unit !== field.unit && BARE_NUMBER.test(text.normalize('NFKC').trim())
    ? `${text}${unit}`
    : text;

const valueNode = (text: string, field: Field | undefined, at: Place): SourceNode => {
  const items = field?.list === true || field?.kind === 'multi' ? listItems(text.trim()) : undefined;
  return items === undefined
    ? { kind: 'scalar', text, at }
    : { kind: 'list', items: items.map((item) => ({ kind: 'scalar', text: item, at })), at };
};

/** Says once for a sheet that its hidden keys are gone. */
export const noteLabelsOnly = (reading: Reading, grid: Grid): void =>
  reading.report(
    'H473',
    'hint',
    `工作表“${grid.name}”没有隐藏的键，按标签识别`,
    sheetPlace(grid),
    '核对一下标签有没有改过',
  );

/** Columns with content whose header is not understood: told once each. */
export const noteUnreadColumns = (
  reading: Reading,
  grid: Grid,
  headerRow: number,
  unread: ReadonlyMap<number, GridCell | undefined>,
  suggest: (header: string) => string | undefined,
): void => {
  for (const [column, header] of unread) {
    const first = [...grid.rows]
      .find(([row, cells]) => row > headerRow && cells.has(column))?.[1]
      .get(column);
    if (first === undefined) continue;
    const text = trimmed(header);
    const message = text === '' ? '这一列没有表头，没有读' : `不认识表头“${text}”，这一列没有读`;
    const fix = suggest(text) ?? '不需要这一列就不用管；需要的话把表头改回原来的字';
    reading.report('W472', 'warning', message, header?.at ?? first.at, fix);
  }
};
