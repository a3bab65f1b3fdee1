import { divide, ONE, type Ratio, ratio } from '../base/ratio.ts';
import {
  type FactRef,
  type Figure,
  factRef,
  fieldById,
  formFigure,
  obstacle,
  type ProfileRecord,
} from '../profile/index.ts';
import { bindAttribute, bindCount, bindItems } from './bind-list.ts';
import type { Bound, Want } from './bound.ts';
import { numberText, sum, valueText } from './fact-text.ts';
import { cleanText } from './run.ts';
import type { Facts } from './select.ts';
import type { FieldRef, Ref } from './template.ts';

/** Looks a reference up in the profile. `record` is the one at hand inside 每条. */
export const bind = (facts: Facts, ref: Ref, record?: ProfileRecord): Bound => {
  switch (ref.kind) {
    case 'baseYear':
      return { state: 'known', text: String(facts.baseYear - ref.offset) };
    case 'gap':
      return { state: 'missing', wants: [{ label: ref.hint }] };
    case 'field':
      return bindField(facts, ref);
    case 'own':
      return bindAttribute(record, ref.attribute, ref.attribute.name);
    case 'items':
      return bindItems(facts, ref.list, ref.attribute);
    case 'count':
      return bindCount(facts, ref.list);
  }
};

const yearOf = (facts: Facts, ref: FieldRef): number | undefined =>
  ref.field.yearly ? facts.baseYear - ref.back : undefined;

const bindField = (facts: Facts, ref: FieldRef): Bound => {
  const { field } = ref;
  if (field.kind === 'number') return bindNumber(facts, ref);
  const year = yearOf(facts, ref);
  const fact =
    year === undefined ? facts.profile.single.get(field.id) : facts.profile.yearly.get(field.id)?.get(year);
  const { label } = factRef(field.id, year);
  if (fact === undefined) return { state: 'missing', wants: [{ label, field }] };
  const text = cleanText(valueText(fact.value, field));
  if (text.trim() === '')
    return Array.isArray(fact.value) ? { state: 'none' } : { state: 'missing', wants: [{ label, field }] };
  return ref.digits === undefined
    ? { state: 'known', text }
    : leadingDigits(text, ref.digits, { label, field });
};

const leadingDigits = (text: string, count: number, want: Want): Bound => {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < count)
    return { state: 'missing', wants: [{ ...want, label: `${want.label}${count}位` }] };
  return { state: 'known', text: digits.slice(0, count) };
};

const bindNumber = (facts: Facts, ref: FieldRef): Bound => {
  const { field } = ref;
  const year = yearOf(facts, ref);
  const figure = figureFor(facts, ref);
  if (figure.state === 'missing') return { state: 'missing', wants: figure.missing.map(wantOf) };
  if (figure.state === 'undefined')
    return { state: 'check', reason: figure.reason, label: factRef(field.id, year).label };
  const computed = ref.mean !== undefined || (field.derived !== undefined && figure.reported !== true);
  return { state: 'known', text: numberText(figure.value, field, computed, ref.unit) };
};

/** The number a reference stands for, before it is text. */
export const figureFor = (facts: Facts, ref: FieldRef): Figure => {
  if (ref.mean !== undefined) return overYears(facts, ref, ref.mean, ratio(ref.mean));
  if (ref.total !== undefined) return overYears(facts, ref, ref.total, ONE);
  return formFigure(facts.profile, ref.field.id, facts.baseYear, yearOf(facts, ref));
};

const wantOf = (fact: FactRef): Want => ({ label: fact.label, field: fieldById(fact.field) });

/** Sum of the yearly values of the last `years` years, divided by `divisor`. */
const overYears = (facts: Facts, ref: FieldRef, years: number, divisor: Ratio): Figure => {
  const figures = Array.from({ length: years }, (_, back) =>
    formFigure(facts.profile, ref.field.id, facts.baseYear, facts.baseYear - back),
  );
  const stop = obstacle(figures);
  if (stop !== undefined)
    return stop.state === 'missing' ? { ...stop, missing: distinct(stop.missing) } : stop;
  const values = figures.flatMap((figure) => (figure.state === 'known' ? [figure.value] : []));
  return { state: 'known', value: divide(sum(values), divisor), facts: [] };
};

const distinct = (refs: readonly FactRef[]): readonly FactRef[] => [
  ...new Map(refs.map((ref) => [ref.label, ref])).values(),
];
