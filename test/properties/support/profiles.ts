import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addYears, type CivilDate, yearOf } from '../../../src/base/date.ts';
import { FIELDS, type Field, fromPlain, readProfile, readYaml } from '../../../src/profile/index.ts';
import { consistent } from './consistent.ts';
import { type Draft, draftOf, numberText, type Text } from './draft.ts';
import { MENTIONS, POLICY_FILES } from './editions.ts';
import { type FigureRecipe, Figures, figureRecipe, INDUSTRY_CODES } from './figures.ts';
import {
  attestations,
  dateRecipe,
  type ListRecipe,
  listRecipe,
  resolveDate,
  resolveList,
} from './records.ts';

/** An enterprise on a day. */
export interface Situation {
  readonly draft: Draft;
  readonly asOf: CivilDate;
}

const INDIRECT = ['filledOn', 'segmentSince', 'attestations', 'industryCode'];
/** Fields that some rule reads, and those from which others are computed. */
const USED = new Set([
  ...MENTIONS.fields,
  ...INDIRECT,
  ...FIELDS.filter(({ derived }) => derived !== undefined).map((field) => field.id),
]);
const fieldsOf = (match: (field: Field) => boolean): readonly Field[] =>
  FIELDS.filter((field) => USED.has(field.id) && match(field));

const YEARLY = fieldsOf((field) => field.yearly && field.kind === 'number');
const SINGLE = fieldsOf((field) => !field.yearly && field.kind !== 'records');
const LISTS = fieldsOf((field) => field.kind === 'records' && field.id !== 'attestations');
/** as seen from the base year; 1 is the running year */
const YEARS = [-2, -1, 0, 1] as const;

interface Recipe {
  /** 10: everything is given; 5: half of it */
  readonly density: number;
  readonly single: Readonly<
    Record<string, { readonly roll: number; readonly value: (asOf: CivilDate) => Text }>
  >;
  readonly yearly: Readonly<Record<string, readonly FigureRecipe[]>>;
  readonly lists: Readonly<Record<string, ListRecipe>>;
}

const PLACES = ['广西壮族自治区柳州市', '广东省深圳市', '福建省厦门市', '海外', ...MENTIONS.places];

const constantly = (value: Text) => (): Text => value;

const singleValue = (field: Field): fc.Arbitrary<(asOf: CivilDate) => Text> => {
  if (field.id === 'industryCode') return fc.constantFrom(...INDUSTRY_CODES).map(constantly);
  if (field.id === 'place') return fc.constantFrom(...PLACES).map(constantly);
  const hints = MENTIONS.lists.get(field.id)?.get(field.id);
  switch (field.kind) {
    case 'boolean':
      return fc.constantFrom('是', '否').map(constantly);
    case 'choice':
      return fc.constantFrom(...field.choices).map(constantly);
    case 'multi':
      return fc.subarray([...field.choices], { maxLength: 3 }).map(constantly);
    case 'date':
      return dateRecipe([2, 3, 4, 10, ...(hints?.years ?? [])], false, hints?.days).map(
        (recipe) => (asOf) => resolveDate(asOf, recipe),
      );
    case 'number':
      return figureRecipe(field.id).map((recipe) => constantly(numberText(field, recipe.own) ?? '0'));
    default:
      return fc.constantFrom('甲', '乙').map(constantly);
  }
};

const recordOf = <Value>(
  fields: readonly Field[],
  arbitrary: (field: Field) => fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.id, arbitrary(field)])));

const recipes: fc.Arbitrary<Recipe> = fc.record({
  density: fc.constantFrom(10, 10, 9, 5),
  single: recordOf(SINGLE, (field) => fc.record({ roll: fc.nat(9), value: singleValue(field) })),
  yearly: recordOf(YEARLY, (field) =>
    fc.array(figureRecipe(field.id), { minLength: YEARS.length, maxLength: YEARS.length }),
  ),
  lists: fc
    .tuple(
      recordOf(LISTS, (field) => listRecipe(field.id)),
      attestations,
    )
    .map(([lists, attested]) => ({ ...lists, attestations: attested })),
});

const resolveYearly = (recipe: Recipe, asOf: CivilDate): Draft['yearly'] => {
  const figures = new Figures(recipe.density);
  const yearly: Record<string, Record<number, string>> = {};
  const isPart = (id: string): number => (MENTIONS.shares.has(id) ? 1 : 0);
  const ids = Object.keys(recipe.yearly).sort((a, b) => isPart(a) - isPart(b));
  YEARS.forEach((offset, index) => {
    const year = yearOf(asOf) - 1 + offset;
    for (const id of ids) {
      const figure = recipe.yearly[id]?.[index];
      const text = figure === undefined ? undefined : figures.add(id, year, figure);
      if (text !== undefined) yearly[id] = { ...yearly[id], [year]: text };
    }
  });
  return yearly;
};

const given = <Value extends { readonly roll: number }>(
  values: Readonly<Record<string, Value>>,
  density: number,
): ReadonlyArray<readonly [string, Value]> =>
  Object.entries(values).filter(([, value]) => value.roll < density);

const resolve = (recipe: Recipe, asOf: CivilDate): Draft => ({
  single: Object.fromEntries(
    given(recipe.single, recipe.density).map(([id, { value }]) => [id, value(asOf)]),
  ),
  yearly: resolveYearly(recipe, asOf),
  lists: Object.fromEntries(
    given(recipe.lists, recipe.density).map(([id, list]) => [id, resolveList(list, asOf)]),
  ),
});

/** Days from 2023 to 2027, the turns of years and of editions among them. */
const asOfDates: fc.Arbitrary<CivilDate> = fc
  .tuple(
    fc.integer({ min: 2023, max: 2027 }),
    fc.constantFrom('01-01', '02-28', '03-31', '04-01', '06-30', '11-21', '12-31'),
  )
  .map(([year, day]) => `${year}-${day}`);

const sampleProfiles = (): Situation[] =>
  readdirSync('profiles')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const path = join('profiles', name);
      return {
        draft: draftOf(readProfile(readYaml(readFileSync(path, 'utf8'), path)).profile, USED),
        asOf: '2026-11-21',
      };
    });

const caseProfiles = (): Situation[] =>
  POLICY_FILES.flatMap(({ cases }) =>
    cases === undefined
      ? []
      : [{ draft: draftOf(readProfile(fromPlain(cases.base.data)).profile, USED), asOf: cases.base.asOf }],
  );

/** Just large enough to be 大型 (工业: 1000人 and 4亿元), which few enterprises made up at random are. */
const grownLarge = ({ draft, asOf }: Situation): Situation => {
  const year = yearOf(asOf) - 1;
  const { staff, revenue } = draft.yearly;
  const yearly = {
    ...draft.yearly,
    staff: { ...staff, [year]: '1000' },
    revenue: { ...revenue, [year]: '400000000元' },
  };
  return { draft: { ...draft, yearly }, asOf };
};

const SAMPLES = sampleProfiles();
/** Written by hand, most of them near 符合: where a wrong turn of a verdict would show. */
const HAND_WRITTEN: readonly Situation[] = [
  ...SAMPLES,
  ...SAMPLES.slice(0, 2).map(grownLarge),
  ...caseProfiles(),
];

const keysOf = (draft: Draft): string[] => [
  ...Object.keys(draft.single),
  ...Object.keys(draft.yearly),
  ...Object.keys(draft.lists),
];

const graft = (base: Draft, other: Draft, keys: ReadonlySet<string>): Draft => {
  const pick = <Value>(from: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(from).filter(([id]) => keys.has(id)));
  return {
    single: { ...base.single, ...pick(other.single) },
    yearly: { ...base.yearly, ...pick(other.yearly) },
    lists: { ...base.lists, ...pick(other.lists) },
  };
};

const generated = fc
  .tuple(recipes, asOfDates)
  .map(([recipe, asOf]): Situation => ({ draft: consistent(resolve(recipe, asOf), asOf), asOf }));

const altered = fc
  .tuple(fc.constantFrom(...HAND_WRITTEN), recipes, fc.array(fc.nat(999), { maxLength: 6 }), fc.nat(9))
  .map(([base, recipe, picks, shift]): Situation => {
    // sometimes the same figures are looked at a year or two later
    const asOf = shift > 1 ? base.asOf : addYears(base.asOf, shift + 1);
    const other = resolve(recipe, asOf);
    const keys = keysOf(other);
    const chosen = new Set(picks.map((pick) => keys[pick % keys.length] ?? ''));
    return { draft: consistent(graft(base.draft, other, chosen), asOf), asOf };
  });

/** Enterprises of all kinds: made up from the field dictionary, and hand-written ones with a few fields changed. */
export const situations: fc.Arbitrary<Situation> = fc.oneof(generated, altered, altered);
