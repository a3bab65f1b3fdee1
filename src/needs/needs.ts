import { type Field, fieldById } from '../profile/index.ts';

/** What is asked of one field. */
export interface FieldNeed {
  readonly field: Field;
  /** without it some programme stays undecided */
  readonly required: boolean;
  /** of yearly fields: the years asked, and whether each is required */
  readonly years: ReadonlyMap<number, boolean>;
  /** of lists: attribute ids */
  readonly attributes: ReadonlySet<string>;
}

/** By field id. */
export type Needs = ReadonlyMap<string, FieldNeed>;

interface Entry extends FieldNeed {
  required: boolean;
  readonly years: Map<number, boolean>;
  readonly attributes: Set<string>;
}

/** Gathers what is asked; a field asked twice is asked once, required when any asks so. */
export class NeedList {
  readonly #entries = new Map<string, Entry>();

  get needs(): Needs {
    return this.#entries;
  }

  #entry(id: string): Entry {
    const known = this.#entries.get(id);
    if (known !== undefined) return known;
    const entry: Entry = { field: fieldById(id), required: false, years: new Map(), attributes: new Set() };
    this.#entries.set(id, entry);
    return entry;
  }

  /** The field as it stands in the profile. */
  plain(id: string, required: boolean, years: readonly number[] = []): void {
    const entry = this.#entry(id);
    if (required) entry.required = true;
    if (entry.field.yearly)
      for (const year of years) entry.years.set(year, required || entry.years.get(year) === true);
  }

  /** A figure: a ratio or growth rate is asked by its parts, a number of years by the day it is counted from. */
  figure(id: string, required: boolean, years: readonly number[] = []): void {
    const { derived, countsFrom } = fieldById(id);
    if (derived !== undefined && 'growthOf' in derived) {
      this.figure(derived.growthOf, required, withYearBefore(years));
    } else if (derived !== undefined) {
      this.figure(derived.numerator, required, years);
      this.figure(derived.denominator, required, years);
    } else if (countsFrom !== undefined) {
      this.plain(countsFrom, required);
      this.plain(id, false);
    } else this.plain(id, required, years);
  }

  /** Records, of which these attributes are read; what a record is called and how many it stands for always. */
  records(id: string, required: boolean, attributes: Iterable<string>): void {
    const entry = this.#entry(id);
    if (required) entry.required = true;
    const [first] = entry.field.attributes;
    if (first !== undefined) entry.attributes.add(first.id);
    if (entry.field.attributes.some((attribute) => attribute.id === 'quantity'))
      entry.attributes.add('quantity');
    for (const attribute of attributes) entry.attributes.add(attribute);
  }
}

const withYearBefore = (years: readonly number[]): number[] => [
  ...new Set(years.flatMap((year) => [year - 1, year])),
];
