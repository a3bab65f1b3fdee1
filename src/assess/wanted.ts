import type { FactRef } from '../profile/index.ts';
import type { Need } from './model.ts';
import { factKey, settle } from './need.ts';

/** What would settle a verdict, each fact told once: `facts` are wanted all together, and of every choice some options. */
export interface Wanted {
  readonly facts: readonly FactRef[];
  readonly choices: readonly Choice[];
}

/** `n` of the options are enough, the smallest first. */
export interface Choice {
  readonly n: number;
  readonly of: readonly Wanted[];
}

type Facts = ReadonlyMap<string, FactRef>;
interface Draft {
  readonly facts: Map<string, FactRef>;
  readonly choices: Array<{ readonly n: number; readonly of: readonly Need[] }>;
}

/** Takes 全部 inside 全部 apart. */
const gather = (need: Need, draft: Draft): void => {
  if (need.kind === 'fact') draft.facts.set(factKey(need.ref), need.ref);
  else if (need.kind === 'all') for (const part of need.of) gather(part, draft);
  else draft.choices.push({ n: need.kind === 'some' ? need.n : 1, of: need.of });
};

const sizeOf = ({ facts, choices }: Wanted): number =>
  facts.length +
  choices.reduce(
    (sum, { n, of }) => sum + of.slice(0, n).reduce((part, option) => part + sizeOf(option), 0),
    0,
  );
const keysOf = ({ facts }: Wanted): ReadonlySet<string> => new Set(facts.map(factKey));
const isEmpty = ({ facts, choices }: Wanted): boolean => facts.length === 0 && choices.length === 0;
/** Whatever answers `large` answers `small` too. */
const covers = (large: Wanted, small: Wanted): boolean => {
  const keys = keysOf(large);
  return small.choices.length === 0 && small.facts.every((fact) => keys.has(factKey(fact)));
};

const withoutLarger = (options: readonly Wanted[]): readonly Wanted[] =>
  options.filter(
    (option, index) =>
      !options.some(
        (other, place) =>
          place !== index && covers(option, other) && (place < index || !covers(other, option)),
      ),
  );

type Reduced =
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'all'; readonly needs: readonly Need[] };

/** An option that is itself “any one of” is as many options. */
const spread = (option: Wanted): readonly Wanted[] => {
  const [only, ...more] = option.choices;
  const isChoice = option.facts.length === 0 && more.length === 0 && only?.n === 1;
  return isChoice ? only.of : [option];
};

const needOf = ({ facts, choices }: Wanted): Need => ({
  kind: 'all',
  of: [
    ...facts.map((ref): Need => ({ kind: 'fact', ref })),
    ...choices.map(({ n, of }): Need => ({ kind: 'some', n, of: of.map(needOf) })),
  ],
});

/** One choice, given what is asked for anyway; undefined where that answers it. */
const reduce = (n: number, needs: readonly Need[], had: Facts): Reduced | undefined => {
  const options = needs.map((need) => ({ need, wanted: simplify(need, had) }));
  const open = options.filter(({ wanted }) => !isEmpty(wanted));
  const left = n - (options.length - open.length);
  if (left <= 0) return undefined;
  if (left >= open.length) return { kind: 'all', needs: open.map(({ need }) => need) };
  const offered = open.flatMap(({ wanted }) => (left === 1 ? spread(wanted) : [wanted]));
  const sorted = [...offered].sort((a, b) => sizeOf(a) - sizeOf(b));
  const of = left === 1 ? withoutLarger(sorted) : sorted;
  const [only] = of;
  if (of.length === 1 && only !== undefined) return { kind: 'all', needs: [needOf(only)] };
  return { kind: 'choice', choice: { n: left, of } };
};

const simplify = (need: Need, had: Facts): Wanted => {
  const draft: Draft = { facts: new Map(), choices: [] };
  gather(need, draft);
  for (;;) {
    const all: Facts = new Map([...had, ...draft.facts]);
    const reduced = draft.choices.map(({ n, of }) => reduce(n, of, all));
    const forced = reduced.flatMap((item) => (item?.kind === 'all' ? item.needs : []));
    const choices = reduced.flatMap((item) => (item?.kind === 'choice' ? item.choice : []));
    if (forced.length === 0)
      return { facts: [...draft.facts].flatMap(([key, ref]) => (had.has(key) ? [] : [ref])), choices };
    draft.choices.splice(
      0,
      draft.choices.length,
      ...draft.choices.filter((_, index) => reduced[index]?.kind === 'choice'),
    );
    for (const part of forced) gather(part, draft);
  }
};

/** The facts that would settle a need: either-or kept apart from all-of, nothing told twice. */
export const wantedOf = (need: Need | undefined): Wanted =>
  need === undefined ? { facts: [], choices: [] } : simplify(need, new Map());

/** How many facts the smallest set that could settle it has. */
export const smallestSize = (need: Need | undefined): number =>
  need === undefined ? 0 : settle(need, new Map()).size;
