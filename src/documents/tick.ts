import { compare, ZERO } from '../base/ratio.ts';
import type { ProfileRecord } from '../profile/index.ts';
import { bind, figureFor } from './bind.ts';
import { bindAttribute, remainder } from './bind-list.ts';
import type { Bound } from './bound.ts';
import type { TickBy, TickOption, TickSource } from './form-model.ts';
import { blank, plain, type Run, toCheck, wanted } from './run.ts';
import { type Facts, select, valuesOf } from './select.ts';
import type { FieldRef } from './template.ts';

/** What was chosen, and what is not yet known about it. */
export interface Choice {
  readonly values: readonly string[];
  /** nothing further can be chosen */
  readonly sure: boolean;
  readonly notes: readonly Run[];
}

/** ☑ and □ in the order printed; a box is ticked only for what the profile says. */
export const writeTicks = (
  facts: Facts,
  of: TickSource,
  options: readonly TickOption[],
  label: string,
  record?: ProfileRecord,
): readonly Run[] => {
  const choice = choiceOf(facts, of, label, record);
  const boxes = options.flatMap((option, index) => {
    const ticked = isTicked(choice, option.by, options);
    const gap = index === 0 ? '' : '　';
    return [plain(`${gap}${boxOf(ticked)}${option.label}`), ...(ticked ? detailOf(facts, option) : [])];
  });
  const none = choice.sure && choice.values.length === 0 && choice.notes.length === 0 ? [plain('无')] : [];
  const notes = [...none, ...choice.notes, ...strays(choice, options, label)];
  return [...boxes, ...notes.flatMap((note) => [plain('　'), note])];
};

export const boxOf = (ticked: boolean): string => (ticked ? '☑' : '□');

interface Box {
  readonly by: TickBy;
}

/** @param boxes all boxes of this source: 其余 is what no other took */
export const isTicked = (choice: Choice, by: TickBy, boxes: readonly Box[]): boolean => {
  if (by === 'rest') return restOf(choice, boxes).length > 0;
  if ('present' in by)
    return by.present ? choice.values.length > 0 : choice.sure && choice.values.length === 0;
  if ('without' in by) return choice.sure && !choice.values.some((value) => by.without.includes(value));
  return choice.values.some((value) => takes(by, value));
};

const restOf = (choice: Choice, boxes: readonly Box[]): readonly string[] =>
  choice.values.filter((value) => !boxes.some((box) => box.by !== 'rest' && takes(box.by, value)));

/** Values of the profile that the form has no box for. */
export const strays = (choice: Choice, boxes: readonly Box[], label: string): readonly Run[] => {
  const open = boxes.some((box) => box.by === 'rest' || 'present' in box.by || 'without' in box.by);
  return (open ? [] : restOf(choice, boxes)).map((value) =>
    toCheck(`档案中为“${value}”，表内无此选项`, label),
  );
};

export const choiceOf = (facts: Facts, of: TickSource, label: string, record?: ProfileRecord): Choice => {
  switch (of.kind) {
    case 'field':
      return valueChoice(facts.profile.single.get(of.field.id)?.value, label);
    case 'own':
      return valueChoice(record?.get(of.attribute.id)?.value, label);
    case 'amount':
      return amountChoice(facts, of.ref, label);
    case 'records':
    case 'presence':
      return recordChoice(facts, of, label);
  }
};

const unknown = (label: string): Choice => ({ values: [], sure: false, notes: [blank(label)] });

const valueChoice = (value: Parameters<typeof valuesOf>[0] | undefined, label: string): Choice =>
  value === undefined ? unknown(label) : { values: valuesOf(value), sure: true, notes: [] };

/** 有 where the number is above zero, 无 where it is zero. */
const amountChoice = (facts: Facts, ref: FieldRef, label: string): Choice => {
  const figure = figureFor(facts, ref);
  if (figure.state === 'missing') return unknown(label);
  if (figure.state === 'undefined')
    return { values: [], sure: false, notes: [toCheck(figure.reason, label)] };
  return { values: compare(figure.value, ZERO) > 0 ? ['有'] : [], sure: true, notes: [] };
};

const recordChoice = (
  facts: Facts,
  of: Extract<TickSource, { kind: 'records' | 'presence' }>,
  label: string,
): Choice => {
  const chosen = select(facts, of.list);
  if (chosen === undefined) return unknown(label);
  const attribute = of.kind === 'records' ? of.attribute : undefined;
  const sure = chosen.complete && chosen.open.length === 0;
  if (of.list.lookup === true && chosen.items.length === 0 && sure) return unknown(label);
  if (attribute === undefined)
    return { values: chosen.items.map(() => '有'), sure, notes: remainder(facts, of.list, undefined) };
  const bound = chosen.items.map((record) => bindAttribute(record, attribute, attribute.name));
  const values = bound.flatMap((value) => (value.state === 'known' ? [value.text] : []));
  const blanks = bound.length - values.length;
  const missing = `${blanks}条未填${attribute.name}`;
  const notes = [
    ...(blanks === 0 ? [] : [wanted(missing, `${label}：${missing}`)]),
    ...remainder(facts, of.list, attribute),
  ];
  return { values, sure: sure && blanks === 0, notes };
};

const takes = (by: Exclude<TickBy, 'rest'>, value: string): boolean => {
  if ('present' in by || 'without' in by) return false;
  if ('values' in by) return by.values.includes(value);
  return by.words.some((word) => hasWord(value, word));
};

/** A Latin word must stand alone: UL is not in RULE. */
const hasWord = (text: string, word: string): boolean => {
  const place = text.normalize('NFKC').toUpperCase();
  const wanted = word.normalize('NFKC').toUpperCase();
  const at = place.indexOf(wanted);
  if (at < 0 || !/^[A-Z]+$/.test(wanted)) return at >= 0;
  return new RegExp(`(?<![A-Z])${wanted}(?![A-Z])`).test(place);
};

const detailOf = (facts: Facts, option: TickOption): readonly Run[] => {
  if (option.detail === undefined) return [];
  const detail = bind(facts, option.detail);
  return [plain('（'), ...detailRuns(detail), plain('）')];
};

const detailRuns = (bound: Bound): readonly Run[] => {
  switch (bound.state) {
    case 'known':
      return [plain(bound.text), ...(bound.after ?? [])];
    case 'none':
      return [plain('无')];
    case 'missing':
      return bound.wants.map((want) => wanted(want.label));
    case 'check':
      return [toCheck(bound.reason, bound.label)];
  }
};
