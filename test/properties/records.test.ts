import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, type DraftList, read } from './support/draft.ts';
import { situations } from './support/profiles.ts';
import { holds } from './support/settings.ts';
import { differences, judgeAll, reversals } from './support/verdicts.ts';

const eachList = (draft: Draft, change: (list: DraftList) => DraftList): Draft => ({
  ...draft,
  lists: Object.fromEntries(Object.entries(draft.lists).map(([id, list]) => [id, change(list)])),
});

/** The items in the order of some keys drawn for them. */
const reordered = <Item>(items: readonly Item[], keys: readonly number[]): Item[] =>
  items
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const keys = fc.uniqueArray(fc.nat(99), { minLength: 8, maxLength: 8 });

describe('records', () => {
  it('give the same verdicts in any order', () => {
    holds(
      300,
      fc.property(situations, keys, ({ draft, asOf }, order) => {
        const shuffled = eachList(draft, (list) => ({ ...list, items: reordered(list.items, order) }));
        expect(differences(judgeAll(read(draft), asOf), judgeAll(read(shuffled), asOf))).toEqual([]);
      }),
    );
  });

  it('never turn a definite verdict to its opposite by one more that says nothing', () => {
    holds(
      300,
      fc.property(situations, ({ draft, asOf }) => {
        const longer = eachList(draft, (list) => ({ ...list, items: [...list.items, {}] }));
        expect(reversals(judgeAll(read(draft), asOf), judgeAll(read(longer), asOf))).toEqual([]);
      }),
    );
  });
});
