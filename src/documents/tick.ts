import { bind } from './bind.ts';
import { bindAttribute, remainder } from './bind-list.ts';
import type { Bound } from './bound.ts';
import { blank, plain, type Run, toCheck, wanted } from './run.ts';
import { type Facts, select, valuesOf } from './select.ts';
import type { TickOption, TickSource } from './template.ts';

/** What was chosen, and what is not yet known about it. */
interface Choice {
  readonly values: readonly string[];
  readonly notes: readonly Run[];
}

/** ☑ and □ in the order printed; a box is ticked only for what the profile says. */
export const writeTicks = (
  facts: Facts,
  of: TickSource,
  options: readonly TickOption[],
  label: string,
): readonly Run[] => {
  const choice = of.kind === 'field' ? fieldChoice(facts, of, label) : recordChoice(facts, of, label);
  const named = options.map((option) => choice.values.filter((value) => takes(option, value)));
  const rest = choice.values.filter((value) => !named.some((values) => values.includes(value)));
  const boxes = options.flatMap((option, index) => {
    const ticked = option.by === 'rest' ? rest.length > 0 : (named[index] ?? []).length > 0;
    const gap = index === 0 ? '' : '　';
    return [plain(`${gap}${ticked ? '☑' : '□'}${option.label}`), ...(ticked ? detailOf(facts, option) : [])];
  });
  const stray = options.some((option) => option.by === 'rest') ? [] : rest;
  const strays = stray.map((value) => toCheck(`档案中为“${value}”，表内无此选项`, label));
  return [...boxes, ...[...choice.notes, ...strays].flatMap((note) => [plain('　'), note])];
};

const fieldChoice = (facts: Facts, of: Extract<TickSource, { kind: 'field' }>, label: string): Choice => {
  const value = facts.profile.single.get(of.field.id)?.value;
  if (value === undefined) return { values: [], notes: [blank(label)] };
  const values = valuesOf(value);
  return { values, notes: values.length === 0 ? [plain('无')] : [] };
};

const recordChoice = (facts: Facts, of: Extract<TickSource, { kind: 'records' }>, label: string): Choice => {
  const chosen = select(facts, of.list);
  if (chosen === undefined) return { values: [], notes: [blank(label)] };
  const bound = chosen.items.map((record) => bindAttribute(record, of.attribute, of.attribute.name));
  const values = bound.flatMap((value) => (value.state === 'known' ? [value.text] : []));
  const blanks = bound.length - values.length;
  const notes = [
    ...(blanks === 0
      ? []
      : [wanted(`${blanks}条未填${of.attribute.name}`, `${label}：${blanks}条未填${of.attribute.name}`)]),
    ...remainder(facts, of.list, of.attribute),
  ];
  return { values, notes: values.length === 0 && notes.length === 0 ? [plain('无')] : notes };
};

const takes = (option: TickOption, value: string): boolean => {
  if (option.by === 'rest') return false;
  if ('values' in option.by) return option.by.values.includes(value);
  return option.by.words.some((word) => hasWord(value, word));
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
