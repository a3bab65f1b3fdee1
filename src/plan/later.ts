import { assessCriterion, type CriterionResult } from '../assess/index.ts';
import { addYears, type CivilDate, nextDay, startOfYear, yearOf } from '../base/date.ts';
import type { Verdict } from '../base/verdict.ts';
import { type Criterion, type Edition, fieldsOf } from '../policy/index.ts';
import { dateBounds, type Fact, type Profile } from '../profile/index.ts';

/** how many years ahead a day is looked for */
const AHEAD = 10;

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}(-\d{2}-\d{2})?$/.test(value);

/** Numbers of years that a rule counts (满N年, 近N年), and fixed days it names. */
const termsIn = (rule: unknown, years = new Set([0]), days = new Set<CivilDate>()) => {
  if (typeof rule === 'object' && rule !== null)
    for (const [key, item] of Object.entries(rule)) {
      if (key === 'years' && typeof item === 'number') years.add(item);
      else if (key === 'date' && isDate(item)) days.add(item);
      else if (key !== 'source') termsIn(item, years, days);
    }
  return { years, days };
};

const factsIn = (profile: Profile, id: string): readonly Fact[] => [
  ...[profile.single.get(id)].filter((fact) => fact !== undefined),
  ...(profile.records.get(id)?.items ?? []).flatMap((item) => [...item.values()]),
];

/** Days after `asOf` on which the verdict of the criterion can change, in order: with the same facts it holds in between. */
const turningDays = (profile: Profile, criterion: Criterion, asOf: CivilDate): readonly CivilDate[] => {
  const { years, days } = termsIn([criterion.body, criterion.waivers]);
  const fields = fieldsOf([criterion.body, criterion.waivers]);
  // 年限 are counted from dates that stand in fields of their own
  const dates = [...fields, 'segmentSince', 'founded']
    .flatMap((id) => factsIn(profile, id))
    .flatMap(({ value }) => (isDate(value) ? dateBounds(value) : []));
  const moved = dates.flatMap((date) => [...years].map((count) => addYears(date, count)));
  const newYears = Array.from({ length: AHEAD }, (_, index) => startOfYear(yearOf(asOf) + 1 + index));
  const all = new Set([...newYears, ...days, ...moved, ...moved.map(nextDay)]);
  return [...all].filter((day) => day > asOf && day <= addYears(asOf, AHEAD)).sort();
};

/** The first day after `asOf` on which the criterion stands as wanted, nothing but time having passed. */
export const firstDay = (
  profile: Profile,
  edition: Edition,
  asOf: CivilDate,
  criterion: Criterion,
  wanted: (verdict: Verdict) => boolean,
): { readonly day: CivilDate; readonly result: CriterionResult } | undefined => {
  for (const day of turningDays(profile, criterion, asOf)) {
    const result = assessCriterion(profile, edition, day, criterion);
    if (wanted(result.verdict)) return { day, result };
  }
  return undefined;
};
