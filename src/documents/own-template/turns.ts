import { remainder } from '../bind-list.ts';
import { type Run, wanted } from '../run.ts';
import { type Facts, select } from '../select.ts';
import type { ListSpec } from '../template.ts';
import { answer, factValue, labelOf } from './answer.ts';
import { Level, type Turn } from './level.ts';
import type { Section } from './tag.ts';

/** How often a section is written, and with what; nothing at all is an empty list. */
export const turnsOf = (
  facts: Facts,
  section: Section,
  negative: boolean,
  levels: readonly Level[],
): readonly Level[] => {
  const turns = negative ? unlessTurns(facts, section, levels) : turnsFor(facts, section, levels);
  return turns.map((turn) => new Level(section, turn));
};

const open = (note: Run | undefined): Turn => ({ kind: 'open', note });

const turnsFor = (facts: Facts, section: Section, levels: readonly Level[]): readonly Turn[] => {
  switch (section.kind) {
    case 'years':
      return Array.from({ length: section.count }, (_, index) => ({
        kind: 'year',
        year: facts.baseYear - section.count + 1 + index,
        index,
      }));
    case 'records':
      return recordTurns(facts, section.list);
    case 'texts': {
      const texts = textsOf(facts, section, levels);
      return texts === undefined
        ? [open(wanted(section.ref.field.name))]
        : texts.map((text, index) => ({ kind: 'text', text, index }));
    }
    case 'condition': {
      const holds = answer(facts, section.of, section.values, levels);
      if (holds === 'unknown') return [open(wanted(labelOf(facts, section.of, levels)))];
      return holds === 'yes' ? [{ kind: 'given' }] : [];
    }
  }
};

/** ^ holds where it is known that there is none, or that it is not so. */
const unlessTurns = (facts: Facts, section: Section, levels: readonly Level[]): readonly Turn[] => {
  const turns = turnsFor(facts, section, levels);
  if (turns.length === 0) return [{ kind: 'given' }];
  const [first] = turns;
  return first?.kind === 'open' ? [first] : [];
};

/** Records that may belong, and 未列全, are told after those that do. */
const recordTurns = (facts: Facts, list: ListSpec): readonly Turn[] => {
  const chosen = select(facts, list);
  if (chosen === undefined) return [open(wanted(list.name))];
  const records = chosen.items.map((record, index): Turn => ({ kind: 'record', record, index }));
  return [...records, ...remainder(facts, list, list.field.attributes[0]).map(open)];
};

const textsOf = (
  facts: Facts,
  { ref }: Extract<Section, { kind: 'texts' }>,
  levels: readonly Level[],
): readonly string[] | undefined => {
  const value = factValue(facts, { kind: 'field', ref }, levels);
  return Array.isArray(value) ? value : undefined;
};
