import type { Place } from '../base/diagnostic.ts';
import { type Fact, type ProfileRecord, type RecordList, readValue } from '../profile/index.ts';
import { FLAT_COLUMNS, type FlatColumn, saysNone, saysSome } from './columns.ts';

/** What one cell says about a list of records. */
export type ListPart =
  | { readonly says: 'none'; readonly at: Place }
  | { readonly says: 'records'; readonly records: readonly ProfileRecord[]; readonly at: Place }
  | { readonly says: 'unreadable'; readonly reason: string; readonly fix: string; readonly at: Place };

const recordWith = (column: FlatColumn, at: Place, filled?: Fact): ProfileRecord => {
  const record = new Map<string, Fact>([...column.fixed].map(([id, value]) => [id, { value, at }]));
  return filled === undefined ? record : record.set(column.attribute.id, filled);
};

const WORD_BREAKS = /[、；;,，\n]/;

/** Reads a cell of a flat column: a date, 有, 无, or (for a column that lists several) their names. */
export const readFlatCell = (column: FlatColumn, text: string, at: Place): ListPart => {
  if (saysNone(text)) return { says: 'none', at };
  if (!column.each && saysSome(text)) return { says: 'records', records: [recordWith(column, at)], at };
  const words = column.each
    ? text
        .split(WORD_BREAKS)
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : [text];
  const records: ProfileRecord[] = [];
  for (const word of words) {
    const read = readValue(column.attribute, word);
    if ('problem' in read) {
      return {
        says: 'unreadable',
        reason: read.problem,
        fix: `${read.fix ?? ''}；没有就写“无”，不知道就留空`,
        at,
      };
    }
    records.push(recordWith(column, at, { value: read.value, at }));
  }
  return { says: 'records', records, at };
};

/** A column named after a whole list can only say that there is none. */
export const readListCell = (name: string, text: string, at: Place): ListPart =>
  saysNone(text)
    ? { says: 'none', at }
    : {
        says: 'unreadable',
        reason: `名单里写不下${name}的明细，“${text}”没有读入`,
        fix: `没有就写“无”；有的话请为这家企业另建企业档案，逐条写${name}`,
        at,
      };

/** The cells of one row about one list: those of flat columns by column name, and the one that speaks for the whole list. */
export interface ListCells {
  readonly flat: ReadonlyMap<string, ListPart>;
  readonly whole?: ListPart;
}

export const contradicts = (cells: ListCells): boolean =>
  cells.whole?.says === 'none' && [...cells.flat.values()].some((part) => part.says === 'records');

/**
 * Puts the cells about one list together. The list is complete only when the whole is said to be none, or when
 * every flat column of that list is there and says 无 or gives its records: what was not asked stays unknown.
 */
export const recordList = (listId: string, cells: ListCells): RecordList | undefined => {
  if (contradicts(cells)) return undefined;
  if (cells.whole?.says === 'none') return { items: [], complete: true, at: cells.whole.at };
  const parts = [...cells.flat.values()];
  const [first] = parts;
  if (first === undefined) return undefined;
  const items = parts.flatMap((part) => (part.says === 'records' ? part.records : []));
  const complete = FLAT_COLUMNS.filter((column) => column.list.id === listId).every((column) => {
    const part = cells.flat.get(column.name);
    return part !== undefined && part.says !== 'unreadable';
  });
  return items.length === 0 && !complete ? undefined : { items, complete, at: first.at };
};
