import { computeSize } from '../../../src/assess/index.ts';
import { addYears, type CivilDate, endOfYear, yearOf } from '../../../src/base/date.ts';
import { add, compare, type Ratio, ratio } from '../../../src/base/ratio.ts';
import { WORD_LISTS } from '../../../src/policy/index.ts';
import {
  FIELDS,
  fieldById,
  figureOf,
  isRatio,
  type Profile,
  type ProfileRecord,
} from '../../../src/profile/index.ts';
import { type Draft, numberText, read, type Text } from './draft.ts';

/**
 * Ready-made ratios and totals beside what they are made of are kept only where both say the same:
 * a profile that contradicts itself is a finding (P08), and no rule says which side then counts.
 */
const DERIVED = FIELDS.filter((field) => field.derived !== undefined);

type Yearly = Record<string, Record<number, string>>;

const withoutDeclared = (draft: Draft): Draft => {
  const {
    declaredSize: _size,
    segmentYears: _years,
    foundedYears: _founded,
    classOneTotal: _one,
    classTwoTotal: _two,
    ...single
  } = draft.single;
  const yearly: Yearly = {};
  for (const [id, years] of Object.entries(draft.yearly))
    if (fieldById(id).derived === undefined) yearly[id] = { ...years };
  return { ...draft, single, yearly };
};

/** What the profile itself says of a ready-made ratio: its exact text, 'free' where nothing speaks against any, or none. */
const ratioText = (bare: Profile, id: string, year: number, wanted: string): string | undefined => {
  const found = figureOf(bare, id, year);
  if (found.state === 'missing') return wanted;
  return found.state === 'known' ? numberText(fieldById(id), found.value) : undefined;
};

const consistentRatios = (draft: Draft, bare: Profile): Yearly => {
  const kept: Yearly = {};
  for (const { id } of DERIVED) {
    for (const [year, wanted] of Object.entries(draft.yearly[id] ?? {})) {
      const text = ratioText(bare, id, Number(year), wanted);
      if (text !== undefined) kept[id] = { ...kept[id], [year]: text };
    }
  }
  return kept;
};

const consistentSize = (bare: Profile, asOf: CivilDate, wanted: Text): Text | undefined => {
  const { possible, uncovered } = computeSize(bare, yearOf(asOf) - 1);
  if (uncovered !== undefined) return undefined;
  return possible.some((name) => name === wanted) ? wanted : possible[0];
};

/** Years in declared form, where the day they are counted from is known too. */
const consistentYears = (
  bare: Profile,
  asOf: CivilDate,
  { years, since }: { readonly years: string; readonly since: string },
  wanted: Text,
): Text | undefined => {
  if (!bare.single.has(since)) return wanted;
  const found = figureOf(bare, years, undefined, endOfYear(yearOf(asOf) - 1));
  return found.state === 'known' ? numberText(fieldById(years), found.value) : undefined;
};
const COUNTED = [
  { years: 'segmentYears', since: 'segmentSince' },
  { years: 'foundedYears', since: 'founded' },
];

const CLASS_ONE = WORD_LISTS.Ⅰ类知识产权 ?? [];
const GRANTED = ['实用新型专利', '外观设计专利'];

/** Does the record count? Undefined where an attribute that would tell is blank. */
const counts = (parts: ReadonlyArray<boolean | undefined>): boolean | undefined =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;

const inClassOne = (record: ProfileRecord): boolean | undefined => {
  const value = (id: string) => record.get(id)?.value;
  const yes = (id: string) => value(id) as boolean | undefined;
  const [kind, origin, rank] = [value('kind'), value('origin'), value('ownerRank')];
  return counts([
    kind === undefined ? undefined : CLASS_ONE.includes(String(kind)),
    yes('valid'),
    yes('related'),
    yes('applied'),
    origin === undefined ? undefined : origin !== '转入',
    isRatio(rank) ? compare(rank, ratio(3)) <= 0 : undefined,
  ]);
};

/** Transferred rights make the total ambiguous (the 口径 does not ask how they were acquired): then no total is declared. */
const inClassTwo = (record: ProfileRecord, asOf: CivilDate): boolean | undefined => {
  const value = (id: string) => record.get(id)?.value;
  const yes = (id: string) => value(id) as boolean | undefined;
  const [kind, origin, granted] = [value('kind'), value('origin'), value('grantedOn')];
  const old = granted === undefined ? undefined : addYears(String(granted), 2) <= asOf;
  return counts([
    kind === undefined ? undefined : kind === '软件著作权' || GRANTED.includes(String(kind)),
    yes('valid'),
    yes('related'),
    GRANTED.includes(String(kind)) ? old : true,
    origin === '自主研发' ? true : undefined,
  ]);
};

const consistentTotal = (
  bare: Profile,
  wanted: Text,
  belongs: (record: ProfileRecord) => boolean | undefined,
): Text | undefined => {
  const list = bare.records.get('ip');
  if (list === undefined) return wanted;
  const statuses = list.items.map(belongs);
  if (!list.complete || statuses.includes(undefined)) return undefined;
  const total = list.items.reduce<Ratio>((sum, item, index) => {
    const quantity = item.get('quantity')?.value;
    return statuses[index] === true ? add(sum, isRatio(quantity) ? quantity : ratio(1)) : sum;
  }, ratio(0));
  return numberText(fieldById('classOneTotal'), total);
};

/** A title listed by the day the profile was filled in was held by then. */
const consistentFilling = (draft: Draft): Draft => {
  const { filledOn, ...single } = draft.single;
  if (typeof filledOn !== 'string') return draft;
  const later = Object.values(draft.lists).some((list) =>
    list.items.some((item) => (item.from ?? '') > filledOn),
  );
  return later ? { ...draft, single } : draft;
};

/** The draft with its declared figures made to agree with what they stand for. */
export const consistent = (raw: Draft, asOf: CivilDate): Draft => {
  const draft = consistentFilling(raw);
  const plain = withoutDeclared(draft);
  const bare = read(plain);
  const declared: Record<string, Text> = {};
  const keep = (id: string, agree: (wanted: Text) => Text | undefined): void => {
    const wanted = draft.single[id];
    const text = wanted === undefined ? undefined : agree(wanted);
    if (text !== undefined) declared[id] = text;
  };
  keep('declaredSize', (wanted) => consistentSize(bare, asOf, wanted));
  for (const counted of COUNTED)
    keep(counted.years, (wanted) => consistentYears(bare, asOf, counted, wanted));
  keep('classOneTotal', (wanted) => consistentTotal(bare, wanted, inClassOne));
  keep('classTwoTotal', (wanted) => consistentTotal(bare, wanted, (record) => inClassTwo(record, asOf)));
  return {
    ...plain,
    single: { ...plain.single, ...declared },
    yearly: { ...plain.yearly, ...consistentRatios(draft, bare) },
  };
};
