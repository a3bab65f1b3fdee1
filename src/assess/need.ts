import type { FactRef } from '../profile/index.ts';
import type { Need } from './model.ts';

export const needFacts = (refs: readonly FactRef[]): Need | undefined =>
  needAll(refs.map((ref) => ({ kind: 'fact', ref })));

const group = (kind: 'all' | 'any', needs: ReadonlyArray<Need | undefined>): Need | undefined => {
  const of = needs.filter((need) => need !== undefined);
  return of.length <= 1 ? of[0] : { kind, of };
};

/** All of them would have to be known. */
export const needAll = (needs: ReadonlyArray<Need | undefined>): Need | undefined => group('all', needs);
/** Any one of them could settle it. */
export const needAny = (needs: ReadonlyArray<Need | undefined>): Need | undefined => group('any', needs);

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

/** Adds to `chosen` a smallest set of facts that meets the need, taking what is chosen already into account. */
export const settle = (need: Need, chosen: ReadonlyMap<string, FactRef>): ReadonlyMap<string, FactRef> => {
  if (need.kind === 'fact') return new Map(chosen).set(factKey(need.ref), need.ref);
  if (need.kind === 'all')
    return need.of.reduce<ReadonlyMap<string, FactRef>>((sum, part) => settle(part, sum), chosen);
  const options = need.of.map((part) => settle(part, chosen));
  return options.reduce((best, option) => (option.size < best.size ? option : best));
};
