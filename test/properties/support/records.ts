import fc from 'fast-check';
import { addYears, type CivilDate } from '../../../src/base/date.ts';
import { multiply, ratio } from '../../../src/base/ratio.ts';
import { type Field, fieldById } from '../../../src/profile/index.ts';
import { type DraftList, type DraftRecord, numberText } from './draft.ts';
import { MENTIONS } from './editions.ts';
import { type AttributeHints, noHints } from './rules.ts';

/** A date as seen from the as-of date. */
interface DateRecipe {
  readonly years: number;
  readonly days: number;
  readonly yearOnly: boolean;
  /** a fixed day to start from, instead of the as-of date */
  readonly fixed?: string | undefined;
}

type Recipe = { readonly text: string } | { readonly date: DateRecipe };
type RecordRecipe = Readonly<Record<string, Recipe | undefined>>;

export interface ListRecipe {
  /** 0 to 9 */
  readonly roll: number;
  readonly items: readonly RecordRecipe[];
  readonly complete: boolean;
}

const shiftDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day `years` before (after, when negative) the as-of date, some days off. */
export const resolveDate = (asOf: CivilDate, { years, days, yearOnly, fixed }: DateRecipe): string => {
  const date = shiftDays(fixed ?? addYears(asOf, -years), days);
  return yearOnly ? date.slice(0, 4) : date;
};

export const dateRecipe = (
  years: Iterable<number>,
  yearOnly: boolean,
  fixed: Iterable<string> = [],
): fc.Arbitrary<DateRecipe> =>
  fc.record({
    fixed: fc.constantFrom(undefined, ...fixed),
    years: fc.constantFrom(0, 1, -1, 5, ...years, ...years),
    days: fc.constantFrom(0, 0, 1, -1, 30, -30, -200),
    yearOnly: yearOnly ? fc.boolean() : fc.constant(false),
  });

const text = (value: string): Recipe => ({ text: value });

/** Two times in three what a rule asks for. */
const choiceRecipe = (choices: readonly string[], wanted: ReadonlySet<string>): fc.Arbitrary<Recipe> => {
  const any = fc.constantFrom(...choices).map(text);
  return wanted.size === 0 ? any : fc.oneof(any, fc.constantFrom(...wanted).map(text));
};

const attributeRecipe = (attribute: Field, hints: AttributeHints): fc.Arbitrary<Recipe> => {
  switch (attribute.kind) {
    case 'boolean':
      return fc.constantFrom('是', '是', '是', '否').map(text);
    case 'choice':
      return choiceRecipe(attribute.choices, hints.choices);
    case 'date':
      return dateRecipe(hints.years, attribute.yearOnly, hints.days).map((date) => ({ date }));
    case 'number': {
      const near = fc.integer({ min: 1, max: 6 }).map((value) => ratio(value));
      const isMoney = attribute.dimension === 'money';
      const telling = hints.values.flatMap((value) => [
        value,
        ...(isMoney ? [multiply(value, ratio(1, 2))] : []),
      ]);
      const values = telling.length === 0 ? near : fc.oneof(near, fc.constantFrom(...telling));
      return values.map((value) => text(numberText(attribute, value) ?? ''));
    }
    default:
      return fc.constantFrom('甲', '乙').map(text);
  }
};

const NO_HINTS = noHints();

const recordRecipe = (
  list: Field,
  hints: ReadonlyMap<string, AttributeHints>,
): fc.Arbitrary<RecordRecipe> => {
  const asked = list.attributes.filter((item) => hints.has(item.id) || item.id === 'quantity');
  const used = asked.length === 0 ? list.attributes.slice(0, 1) : asked;
  return fc.record(
    Object.fromEntries(
      used.map((attribute) => [
        attribute.id,
        fc.oneof(
          {
            weight: attribute.id === 'quantity' ? 1 : 12,
            arbitrary: attributeRecipe(attribute, hints.get(attribute.id) ?? NO_HINTS),
          },
          { weight: attribute.id === 'quantity' ? 6 : 1, arbitrary: fc.constant(undefined) },
        ),
      ]),
    ),
  );
};

export const listRecipe = (id: string): fc.Arbitrary<ListRecipe> =>
  fc.record({
    roll: fc.nat(9),
    items: fc.array(recordRecipe(fieldById(id), MENTIONS.lists.get(id) ?? new Map()), { maxLength: 5 }),
    complete: fc.constantFrom(true, true, true, false),
  });

/** What a person attested: each judged criterion at most once. */
export const attestations: fc.Arbitrary<ListRecipe> = fc.record({
  roll: fc.nat(9),
  items: fc.subarray(MENTIONS.judged).chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.constantFrom('符合', '符合', '不符合').map((verdict) => ({
          criterion: text(key),
          verdict: text(verdict),
        })),
      ),
    ),
  ),
  complete: fc.constant(true),
});

const resolveRecord = (recipe: RecordRecipe, asOf: CivilDate): DraftRecord => {
  const texts: Record<string, string> = {};
  for (const [id, value] of Object.entries(recipe)) {
    if (value !== undefined) texts[id] = 'text' in value ? value.text : resolveDate(asOf, value.date);
  }
  return texts;
};

export const resolveList = (recipe: ListRecipe, asOf: CivilDate): DraftList => ({
  items: recipe.items.map((item) => resolveRecord(item, asOf)),
  complete: recipe.complete,
});
