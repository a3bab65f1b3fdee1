import type { Field, ProfileRecord } from '../profile/index.ts';
import { bind } from './bind.ts';
import { bindAttribute, remainder } from './bind-list.ts';
import type { Bound } from './bound.ts';
import { unitOf } from './fact-text.ts';
import type { Condition, FormText, Inline, Nth, TickSource } from './form-model.ts';
import { withLimit } from './limit.ts';
import { blank, plain, type Run, toCheck, wanted } from './run.ts';
import { type Facts, select } from './select.ts';
import type { Ref } from './template.ts';
import { boxOf, choiceOf, isTicked, strays } from './tick.ts';

/** Where a text stands. */
export interface Place {
  /** what the cell is called in the list of blanks */
  readonly label: string;
  /** units printed for the whole table */
  readonly units?: readonly string[];
  /** inside 每条 */
  readonly record?: ProfileRecord;
  readonly serial?: number;
}

/** Printed text with its facts, boxes and marks filled in. */
export const fillText = (facts: Facts, text: FormText, place: Place): readonly Run[] => {
  const runs: Run[] = [];
  let notes: readonly Run[] = [];
  text.forEach((part, index) => {
    if (typeof part !== 'string') {
      runs.push(...fillInline(facts, part, text, index, place));
      notes = [...notes, ...notesAfter(facts, text, index, place)];
      return;
    }
    // what is open about a row of boxes stands at the end of its line
    const end = notes.length === 0 ? -1 : part.indexOf('\n');
    if (end < 0) runs.push(plain(part));
    else {
      runs.push(...(end === 0 ? [] : [plain(part.slice(0, end))]), ...notes, plain(part.slice(end)));
      notes = [];
    }
  });
  return [...runs, ...notes];
};

const fillInline = (
  facts: Facts,
  part: Inline,
  text: FormText,
  index: number,
  place: Place,
): readonly Run[] => {
  switch (part.kind) {
    case 'note':
      return [{ text: '', note: part.number }];
    case 'serial':
      return place.serial === undefined ? [] : [plain(String(place.serial))];
    case 'nth':
      return fillNth(facts, part, place);
    case 'tick':
      return [plain(boxOf(isTickedIn(facts, part.tick, text, place)))];
    case 'value': {
      const state = part.guard === undefined ? 'yes' : holds(facts, part.guard, place);
      if (state === 'no') return [];
      const next = text[index + 1];
      const bound = bind(facts, part.ref, place.record);
      if (state === 'open' && bound.state !== 'known') return [];
      const runs = valueRuns(bound, part.ref, place, typeof next === 'string' ? next : '');
      return withLimit(runs, part.limit, place.label);
    }
  }
};

const holds = (facts: Facts, guard: Condition, place: Place): 'yes' | 'no' | 'open' => {
  const choice = choiceOf(facts, guard.of, place.label, place.record);
  if (isTicked(choice, guard.by, [guard])) return 'yes';
  return choice.sure ? 'no' : 'open';
};

const valueRuns = (bound: Bound, ref: Ref, place: Place, next: string): readonly Run[] => {
  switch (bound.state) {
    case 'none':
      return [plain('无')];
    case 'check':
      return [toCheck(bound.reason, bound.label)];
    case 'missing':
      return ref.kind === 'gap'
        ? [wanted(ref.hint, place.label === '' ? ref.hint : `${place.label}：${ref.hint}`)]
        : [blank([...new Set(bound.wants.map((want) => want.label))].join('、'))];
    case 'known':
      return [
        ...(bound.text === '' ? [] : [plain(withoutUnit(bound.text, ref, place, next))]),
        ...(bound.after ?? []),
      ];
  }
};

/** Drops the unit that is printed behind the place, in the label or for the whole table. */
const withoutUnit = (text: string, ref: Ref, place: Place, next: string): string => {
  const unit = unitOfRef(ref);
  if (unit === '' || !text.endsWith(unit)) return text;
  const printed =
    next.trimStart().startsWith(unit) ||
    (place.units ?? []).includes(unit) ||
    new RegExp(`[（(][^）)]*${unit}`).test(place.label);
  return printed ? text.slice(0, -unit.length) : text;
};

const unitOfRef = (ref: Ref): string => {
  const field = fieldOf(ref);
  if (field === undefined || field.kind !== 'number') return '';
  return ref.kind === 'field' && ref.unit !== undefined ? ref.unit : unitOf(field);
};

const fieldOf = (ref: Ref): Field | undefined => {
  if (ref.kind === 'field') return ref.field;
  return ref.kind === 'own' || ref.kind === 'items' ? ref.attribute : undefined;
};

/** The n-th of a list; what does not fit the places printed is told behind the last. */
const fillNth = (facts: Facts, part: Nth, place: Place): readonly Run[] => {
  const listed = listOf(facts, part);
  if (listed === undefined) return part.index === 1 ? [blank(place.label)] : [];
  if (part.index === 1 && listed.texts.length === 0 && listed.notes.length === 0) return [plain('无')];
  const text = listed.texts[part.index - 1];
  const more = listed.texts.length - part.index;
  return [
    ...(text === undefined ? [] : [text]),
    ...(part.last && more > 0 ? [toCheck(`限${part.index}项，现${listed.texts.length}项`, place.label)] : []),
    ...(part.last ? listed.notes : []),
  ];
};

const listOf = (
  facts: Facts,
  { of }: Nth,
): { readonly texts: readonly Run[]; readonly notes: readonly Run[] } | undefined => {
  if ('field' in of) {
    const value = facts.profile.single.get(of.field.id)?.value;
    return Array.isArray(value) ? { texts: value.map((item) => plain(String(item))), notes: [] } : undefined;
  }
  const chosen = select(facts, of.list);
  if (chosen === undefined) return undefined;
  const bound = chosen.items.map((record) => bindAttribute(record, of.attribute, of.attribute.name));
  const texts = bound.map((item) => (item.state === 'known' ? plain(item.text) : blank(of.attribute.name)));
  return { texts, notes: remainder(facts, of.list, of.attribute) };
};

/** All boxes of one source in a text belong together. */
const boxesOf = (text: FormText, of: TickSource): readonly Condition[] =>
  text.flatMap((part) =>
    typeof part !== 'string' && part.kind === 'tick' && keyOf(part.tick.of) === keyOf(of) ? [part.tick] : [],
  );

const isTickedIn = (facts: Facts, tick: Condition, text: FormText, place: Place): boolean =>
  isTicked(choiceOf(facts, tick.of, place.label, place.record), tick.by, boxesOf(text, tick.of));

/** Behind the last box of a source: what is not known about it. */
const notesAfter = (facts: Facts, text: FormText, index: number, place: Place): readonly Run[] => {
  const part = text[index];
  if (part === undefined || typeof part === 'string' || part.kind !== 'tick') return [];
  const key = keyOf(part.tick.of);
  const later = text
    .slice(index + 1)
    .some((other) => typeof other !== 'string' && other.kind === 'tick' && keyOf(other.tick.of) === key);
  if (later) return [];
  if (part.guard !== undefined && holds(facts, part.guard, place) !== 'yes') return [];
  const choice = choiceOf(facts, part.tick.of, place.label, place.record);
  const boxes = boxesOf(text, part.tick.of);
  // one box, or boxes for a list of records, are often printed for some values only: what has no box is no mistake
  const partial = part.tick.of.kind === 'records' || boxes.length === 1;
  const left = partial ? [] : strays(choice, boxes, place.label);
  return [...choice.notes, ...left];
};

const keyOf = (of: TickSource): string => {
  switch (of.kind) {
    case 'field':
      return `field ${of.field.id}`;
    case 'own':
      return `own ${of.attribute.id}`;
    case 'amount':
      return `amount ${of.ref.field.id} ${of.ref.back} ${of.ref.total ?? ''}`;
    case 'presence':
      return `presence ${of.list.name}`;
    case 'records':
      return `records ${of.list.name} ${of.attribute.id}`;
  }
};
