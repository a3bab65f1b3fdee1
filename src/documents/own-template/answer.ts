import type { Value } from '../../profile/index.ts';
import { factRef } from '../../profile/index.ts';
import { figureFor } from '../bind.ts';
import { cleanText } from '../run.ts';
import { type Facts, select, valuesOf } from '../select.ts';
import type { FieldRef } from '../template.ts';
import type { Level } from './level.ts';
import type { Subject } from './tag.ts';

/** Whether something holds; unknown is neither. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A field reference with the year of the loop it stands in. */
export const refAt = (
  facts: Facts,
  { ref, level }: Extract<Subject, { kind: 'field' }>,
  levels: readonly Level[],
): FieldRef => {
  const turn = level === undefined ? undefined : levels[level]?.turn;
  return turn?.kind === 'year' ? { ...ref, back: facts.baseYear - turn.year } : ref;
};

/** 营业收入（2024年） · 知识产权第2项：授权日 */
export const labelOf = (facts: Facts, subject: Subject, levels: readonly Level[]): string => {
  switch (subject.kind) {
    case 'field': {
      const ref = refAt(facts, subject, levels);
      return factRef(ref.field.id, ref.field.yearly ? facts.baseYear - ref.back : undefined).label;
    }
    case 'records':
      return `${subject.list.name}的${subject.attribute.name}`;
    case 'attribute': {
      const level = levels[subject.level];
      const name = level?.section.kind === 'records' ? level.section.list.name : '';
      const nth = level?.turn.kind === 'record' ? `第${level.turn.index + 1}项` : '';
      return `${name}${nth}：${subject.attribute.name}`;
    }
  }
};

/** The value as the profile has it; a blank text is none. */
export const factValue = (
  facts: Facts,
  subject: Exclude<Subject, { kind: 'records' }>,
  levels: readonly Level[],
): Value | undefined => {
  const value = rawValue(facts, subject, levels);
  return typeof value === 'string' && cleanText(value).trim() === '' ? undefined : value;
};

const rawValue = (
  facts: Facts,
  subject: Exclude<Subject, { kind: 'records' }>,
  levels: readonly Level[],
): Value | undefined => {
  if (subject.kind === 'attribute') {
    const turn = levels[subject.level]?.turn;
    return turn?.kind === 'record' ? turn.record.get(subject.attribute.id)?.value : undefined;
  }
  const ref = refAt(facts, subject, levels);
  return ref.field.yearly
    ? facts.profile.yearly.get(ref.field.id)?.get(facts.baseYear - ref.back)?.value
    : facts.profile.single.get(ref.field.id)?.value;
};

/** Is it one of the values; without values: is it filled in at all. */
export const answer = (
  facts: Facts,
  subject: Subject,
  values: readonly string[] | undefined,
  levels: readonly Level[],
): Answer => {
  if (subject.kind === 'records') return amongRecords(facts, subject, values ?? []);
  if (values === undefined) return isFilled(facts, subject, levels) ? 'yes' : 'unknown';
  const value = factValue(facts, subject, levels);
  if (value === undefined) return 'unknown';
  return valuesOf(value).some((word) => values.includes(word)) ? 'yes' : 'no';
};

const isFilled = (
  facts: Facts,
  subject: Exclude<Subject, { kind: 'records' }>,
  levels: readonly Level[],
): boolean =>
  subject.kind === 'field' && subject.ref.field.kind === 'number'
    ? figureFor(facts, refAt(facts, subject, levels)).state === 'known'
    : factValue(facts, subject, levels) !== undefined;

const amongRecords = (
  facts: Facts,
  { list, attribute }: Extract<Subject, { kind: 'records' }>,
  values: readonly string[],
): Answer => {
  const chosen = select(facts, {
    ...list,
    filters: [...list.filters, { kind: 'values', attribute, values }],
  });
  if (chosen === undefined) return 'unknown';
  if (chosen.items.length > 0) return 'yes';
  return chosen.complete && chosen.open.length === 0 ? 'no' : 'unknown';
};
