import fc from 'fast-check';
import { add, compare, multiply, ONE, type Ratio, ratio } from '../../../src/base/ratio.ts';
import { sizeLimitsFor } from '../../../src/policy/index.ts';
import { type Field, fieldById } from '../../../src/profile/index.ts';
import { numberText } from './draft.ts';
import { MENTIONS } from './editions.ts';

/** Smallest step of a written figure: 0.01元, 0.01%, 1人. */
const tickOf = (field: Field): Ratio =>
  field.dimension === 'money' ? ratio(1, 100) : field.dimension === 'percent' ? ratio(1, 10_000) : ONE;

/** How a figure comes about: by itself, as a share of another of the same year, or grown from the year before. */
export interface FigureRecipe {
  /** 0 to 9; the figure is given when the profile is dense enough for it */
  readonly roll: number;
  readonly own: Ratio;
  readonly from?: { readonly over: string; readonly share: Ratio } | { readonly growth: Ratio } | undefined;
  /** ticks away from the exact value */
  readonly off: number;
}

/** Codes of every kind of 划型 row, and two that the standard does not cover. */
export const INDUSTRY_CODES = ['3451', 'C34', '65', '5131', '4710', '7010', '7211', '73', '8311', '01', 'x'];

const sizeThresholds = (key: 'staff' | 'revenue' | 'assets', scale: number): Ratio[] =>
  INDUSTRY_CODES.flatMap((code) => sizeLimitsFor(code)?.[key] ?? []).map((limit) => ratio(limit * scale));

const SIZE_BOUNDS: Readonly<Record<string, readonly Ratio[]>> = {
  staff: sizeThresholds('staff', 1),
  revenue: sizeThresholds('revenue', 10_000),
  assets: sizeThresholds('assets', 10_000),
};

const wild = (field: Field): fc.Arbitrary<Ratio> => {
  const low = field.nonNegative ? 0 : -5000;
  switch (field.dimension) {
    case 'money':
      // 万元, some with 分
      return fc.oneof(
        fc.integer({ min: low, max: 60_000 }).map((wan) => ratio(wan * 10_000)),
        fc.integer({ min: low * 100, max: 5_000_000_000 }).map((fen) => ratio(fen, 100)),
      );
    case 'percent':
      return fc.integer({ min: low === 0 ? 0 : -500, max: 10_000 }).map((bp) => ratio(bp, 10_000));
    case 'years':
      return fc.integer({ min: 0, max: 20 }).map((years) => ratio(years));
    case 'rank':
      return fc.integer({ min: 1, max: 8 }).map((rank) => ratio(rank));
    case 'points':
      return fc.integer({ min: 0, max: 100 }).map((points) => ratio(points));
    default:
      return fc.integer({ min: 0, max: 1500 }).map((count) => ratio(count));
  }
};

/** A figure of a field near one of its thresholds, or anywhere. */
export const figureRecipe = (id: string): fc.Arbitrary<FigureRecipe> => {
  const field = fieldById(id);
  const own = [...(MENTIONS.own.get(id) ?? []), ...(SIZE_BOUNDS[id] ?? [])];
  const shares = MENTIONS.shares.get(id) ?? [];
  const growths = (MENTIONS.growths.get(id) ?? []).map((growth) => ({ growth }));
  const relations = [...shares, ...growths];
  return fc.record({
    roll: fc.nat(9),
    own: own.length === 0 ? wild(field) : fc.oneof(fc.constantFrom(...own), wild(field)),
    from:
      relations.length === 0
        ? fc.constant(undefined)
        : fc.option(fc.constantFrom(...relations), { nil: undefined, freq: 3 }),
    off: fc.constantFrom(0, 0, 0, 1, -1, 2000, -2000),
  });
};

const FLOOR = ratio(0);
const rounded = (value: Ratio, tick: Ratio): Ratio => {
  const steps = (value.n * tick.d) / (value.d * tick.n);
  return multiply(ratio(steps), tick);
};

/** Figures of several fields over several years, resolved oldest first; undefined where left out. */
export class Figures {
  readonly #known = new Map<string, Ratio>();
  readonly #density: number;

  constructor(density: number) {
    this.#density = density;
  }

  get(id: string, year: number): Ratio | undefined {
    return this.#known.get(`${id}@${year}`);
  }

  add(id: string, year: number, recipe: FigureRecipe): string | undefined {
    const field = fieldById(id);
    const tick = tickOf(field);
    const base = this.#base(id, year, recipe) ?? recipe.own;
    const moved = add(rounded(base, tick), multiply(tick, ratio(recipe.off)));
    const floor = field.dimension === 'rank' ? ONE : FLOOR;
    const bounded = field.nonNegative || field.dimension === 'rank';
    const value = bounded && compare(moved, floor) < 0 ? floor : moved;
    if (recipe.roll >= this.#density) return undefined;
    this.#known.set(`${id}@${year}`, value);
    return numberText(field, value);
  }

  #base(id: string, year: number, { from }: FigureRecipe): Ratio | undefined {
    if (from === undefined) return undefined;
    if ('growth' in from) {
      const last = this.get(id, year - 1);
      return last === undefined ? undefined : multiply(last, add(ONE, from.growth));
    }
    const over = this.get(from.over, year);
    return over === undefined ? undefined : multiply(over, from.share);
  }
}
