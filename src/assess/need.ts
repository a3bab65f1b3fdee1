import { atLeast, type Count, isOpen, type Verdict } from '../base/verdict.ts';
import type { FactRef } from '../profile/index.ts';
import type { Need } from './model.ts';

export const needFacts = (refs: readonly FactRef[]): Need | undefined =>
  needAll(refs.map((ref) => ({ kind: 'fact', ref })));

const group = (kind: 'all' | 'any', needs: ReadonlyArray<Need | undefined>): Need | undefined => {
  if (needs.length === 0) return undefined;
  const of = needs.filter((need) => need !== undefined);
  return of.length <= 1 ? of[0] : { kind, of };
};

/** All of them would have to be known. */
export const needAll = (needs: ReadonlyArray<Need | undefined>): Need | undefined => group('all', needs);
/** Any one of them could settle it. */
export const needAny = (needs: ReadonlyArray<Need | undefined>): Need | undefined => group('any', needs);

/** At least n of them are needed. */
const needSome = (n: number, needs: ReadonlyArray<Need | undefined>): Need | undefined => {
  const of = needs.filter((need) => need !== undefined);
  if (n <= 1) return needAny(of);
  return n >= of.length ? needAll(of) : { kind: 'some', n, of };
};

/** What 至少N项 still needs of its open parts; where n is unclear, for the highest n that is not out of reach. */
export const needCount = (
  n: Count,
  verdicts: readonly Verdict[],
  needs: ReadonlyArray<Need | undefined>,
): Need | undefined => {
  const met = verdicts.filter((verdict) => verdict === 'met' || verdict === 'waived').length;
  const wanted = typeof n === 'number' ? n : [...n].reverse().find((each) => isOpen(atLeast(each, verdicts)));
  return wanted === undefined ? undefined : needSome(wanted - met, needs);
};

export const factKey = (ref: FactRef): string =>
  `${ref.field}@${ref.year ?? ''}#${ref.record ?? ''}.${ref.attribute ?? ''}`;

/** Every fact a need names, each once. */
export const factsOf = (need: Need | undefined): readonly FactRef[] => {
  const found = new Map<string, FactRef>();
  const visit = (part: Need): void => {
    if (part.kind === 'fact') found.set(factKey(part.ref), part.ref);
    else for (const item of part.of) visit(item);
  };
  if (need !== undefined) visit(need);
  return [...found.values()];
};

type Chosen = ReadonlyMap<string, FactRef>;

/** Facts that are wanted anyway come first, choices after them, so that a choice can use what is asked already. */
const ORDER: Readonly<Record<Need['kind'], number>> = { fact: 0, all: 1, some: 2, any: 3 };

const cheapest = (options: readonly Need[], chosen: Chosen): { rest: readonly Need[]; chosen: Chosen } => {
  const settled = options.map((option) => ({ option, result: settle(option, chosen) }));
  const best = settled.reduce((a, b) => (b.result.size < a.result.size ? b : a));
  return { rest: options.filter((option) => option !== best.option), chosen: best.result };
};

/** Adds to `chosen` a smallest set of facts that meets the need, taking what is chosen already into account. */
export const settle = (need: Need, chosen: Chosen): Chosen => {
  switch (need.kind) {
    case 'fact':
      return new Map(chosen).set(factKey(need.ref), need.ref);
    case 'all':
      return [...need.of]
        .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
        .reduce((sum, part) => settle(part, sum), chosen);
    case 'any':
      return cheapest(need.of, chosen).chosen;
    case 'some': {
      let state = { rest: need.of, chosen };
      for (let left = need.n; left > 0 && state.rest.length > 0; left -= 1)
        state = cheapest(state.rest, state.chosen);
      return state.chosen;
    }
  }
};

/** What is left of a need, and whether it can still be met in full. */
interface Rest {
  readonly need: Need | undefined;
  readonly whole: boolean;
}

const restOf = (need: Need, isSkipped: (key: string) => boolean): Rest => {
  if (need.kind === 'fact')
    return isSkipped(factKey(need.ref)) ? { need: undefined, whole: false } : { need, whole: true };
  const parts = need.of.map((part) => restOf(part, isSkipped));
  if (need.kind === 'all')
    return { need: needAll(parts.map((part) => part.need)), whole: parts.every((part) => part.whole) };
  const n = need.kind === 'some' ? need.n : 1;
  const whole = parts.filter((part) => part.whole);
  // an option that lacks a skipped fact is asked for only where no other is left: it can still fail
  const options = whole.length >= n ? whole : parts;
  return {
    need: needSome(
      n,
      options.map((part) => part.need),
    ),
    whole: whole.length >= n,
  };
};

/** The need without the facts that the user does not know: other ways take their place where there are any. */
export const withoutSkipped = (need: Need, isSkipped: (key: string) => boolean): Need | undefined =>
  restOf(need, isSkipped).need;
