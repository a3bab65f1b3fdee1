import { fieldById } from '../../../src/profile/index.ts';
import type { Draft, DraftList } from './draft.ts';

/** One piece of knowledge taken away. */
export interface Blank {
  readonly what: string;
  readonly draft: Draft;
}

type Replace<Value> = (value: Value) => Value;
const withKey = <Value>(
  from: Readonly<Record<string, Value>>,
  key: string,
  change: Replace<Value>,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(from).map(([id, value]) => [id, id === key ? change(value) : value]));

const withList = (draft: Draft, id: string, change: Replace<DraftList>): Draft => ({
  ...draft,
  lists: withKey(draft.lists, id, change),
});

export const fieldBlanks = (draft: Draft): Blank[] =>
  Object.keys(draft.single).map((id) => ({
    what: id,
    draft: { ...draft, single: withKey(draft.single, id, () => '') },
  }));

export const figureBlanks = (draft: Draft): Blank[] =>
  Object.entries(draft.yearly).flatMap(([id, years]) =>
    Object.keys(years).map((year) => ({
      what: `${id}@${year}`,
      draft: {
        ...draft,
        yearly: withKey(draft.yearly, id, (kept) => ({ ...kept, [year]: '' })),
      },
    })),
  );

/** One attribute of one record changed. */
const withAttribute = (draft: Draft, id: string, index: number, attribute: string, text: string): Draft =>
  withList(draft, id, (kept) => ({
    ...kept,
    items: kept.items.map((item, at) => (at === index ? { ...item, [attribute]: text } : item)),
  }));

/** 数量 is left alone: without it a record is one item, so that taking it away says something. */
export const attributeBlanks = (draft: Draft): Blank[] =>
  Object.entries(draft.lists).flatMap(([id, list]) =>
    list.items.flatMap((record, index) =>
      Object.keys(record)
        .filter((attribute) => attribute !== 'quantity')
        .map((attribute) => ({
          what: `${id}[${index}].${attribute}`,
          draft: withAttribute(draft, id, index, attribute, ''),
        })),
    ),
  );

/**
 * A date of which only the year is still known, where the dictionary allows that. Not for days to come: a date given
 * as the current year is taken to lie before today.
 */
export const dayBlanks = (draft: Draft, asOf: string): Blank[] =>
  Object.entries(draft.lists).flatMap(([id, list]) => {
    const vague = fieldById(id).attributes.filter((attribute) => attribute.yearOnly);
    return list.items.flatMap((record, index) =>
      vague.flatMap((attribute) => {
        const date = record[attribute.id];
        if (date === undefined || date.length !== 10 || date > asOf) return [];
        const what = `${id}[${index}].${attribute.id}: the day`;
        return [{ what, draft: withAttribute(draft, id, index, attribute.id, date.slice(0, 4)) }];
      }),
    );
  });

export const listBlanks = (draft: Draft): Blank[] =>
  Object.keys(draft.lists).map((id) => {
    const { [id]: _gone, ...lists } = draft.lists;
    return { what: id, draft: { ...draft, lists } };
  });

export const incompleteMarks = (draft: Draft): Blank[] =>
  Object.entries(draft.lists)
    .filter(([, list]) => list.complete)
    .map(([id]) => ({
      what: `${id} 未列全`,
      draft: withList(draft, id, (kept) => ({ ...kept, complete: false })),
    }));

/** A record left out, and the list said to be incomplete. */
export const partialLists = (draft: Draft): Blank[] =>
  Object.entries(draft.lists).flatMap(([id, list]) =>
    list.items.map((_, index) => ({
      what: `${id}[${index}]，未列全`,
      draft: withList(draft, id, (kept) => ({
        items: kept.items.filter((_item, at) => at !== index),
        complete: false,
      })),
    })),
  );
