import { type Field, mentions, type ProfileRecord } from '../profile/index.ts';
import { bind } from './bind.ts';
import { remainder } from './bind-list.ts';
import type { Bound, Want } from './bound.ts';
import { fieldComment, wantComment } from './comment.ts';
import { plain, type Run, spelledOut, textOfRuns, toCheck, wanted } from './run.ts';
import { type Facts, select, valuesOf } from './select.ts';
import { checkShare } from './share-check.ts';
import type { ListSpec, Sentence, SentenceSpec } from './template.ts';

/** How a text is written. */
export interface Manner {
  /** must not occur in a fact */
  readonly names: readonly string[];
  /** placeholders carry a comment with 口径 and 佐证, and say what they are about */
  readonly explain: boolean;
}

/** The record a sentence is about, and how to call it without its own name. */
export interface Item {
  readonly record: ProfileRecord;
  readonly label: string;
}

const NAMED = '此处含企业名称或简称';

/** The sentences of a paragraph, one after another; what has no fact is a placeholder. */
export const writeSentences = (
  facts: Facts,
  specs: readonly SentenceSpec[],
  manner: Manner,
  item?: Item,
): readonly Run[] => {
  const asked = new Set<string>();
  return specs.flatMap((spec) => {
    const runs = writeSentence(facts, spec, manner, item);
    const [only] = runs;
    if (runs.length !== 1 || only?.open === undefined) return runs;
    // the same fact need not be asked for twice in a row of sentences
    const repeated = asked.has(only.open);
    asked.add(only.open);
    return repeated ? [] : runs;
  });
};

const writeSentence = (facts: Facts, spec: SentenceSpec, manner: Manner, item?: Item): readonly Run[] => {
  for (const { field, values } of spec.when) {
    const value = facts.profile.single.get(field.id)?.value;
    if (value === undefined) return [wantedRun([{ label: field.name, field }], manner)];
    if (!valuesOf(value).some((word) => values.includes(word))) return [];
  }
  if (spec.each === undefined) return write(facts, spec, manner, item);
  const list = spec.each;
  const chosen = select(facts, list);
  if (chosen === undefined) return [wantedRun([{ label: list.field.name, field: list.field }], manner)];
  const items = itemsOf(list, chosen.items);
  return [...items.flatMap((each) => write(facts, spec, manner, each)), ...notesOf(facts, list, manner)];
};

export const itemsOf = (list: ListSpec, records: readonly ProfileRecord[]): readonly Item[] =>
  records.map((record, index) => ({ record, label: `${list.name}第${index + 1}项` }));

/** All facts missing: one placeholder. Nothing to tell (无): nothing. Else the sentence, with its gaps marked in it. */
const write = (facts: Facts, spec: SentenceSpec, manner: Manner, item?: Item): readonly Run[] => {
  const { sentence } = spec;
  const bound = sentence.map((part) =>
    typeof part === 'string'
      ? part
      : ofItem(part.kind === 'own', bind(facts, part, item?.record), item, manner),
  );
  const pointers = bound.filter((_, index) => isPointer(sentence[index]));
  const parts = pointers.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  if (parts.length > 0 && parts.every((part) => part.state === 'none')) return [];
  const wants = parts.flatMap((part) => (part.state === 'missing' ? part.wants : []));
  if (parts.length > 0 && parts.every((part) => part.state === 'missing')) return [wantedRun(wants, manner)];
  const runs = fillIn(sentence, bound, manner);
  if (crossesName(runs, manner)) return [toCheck(NAMED)];
  const doubt = spec.check === undefined ? undefined : checkShare(facts, spec.check);
  return doubt === undefined ? runs : [...runs, doubt];
};

const isPointer = (part: Sentence[number] | undefined): boolean =>
  part !== undefined && typeof part !== 'string' && part.kind !== 'baseYear';

/** A missing attribute says which record it belongs to. */
const ofItem = (own: boolean, bound: Bound, item: Item | undefined, manner: Manner): Bound =>
  own && manner.explain && item !== undefined && bound.state === 'missing'
    ? { ...bound, wants: bound.wants.map((want) => ({ ...want, label: `${item.label}的${want.label}` })) }
    : bound;

/** Literal text and facts in turn, blanks marked in place. */
export const fillIn = (
  sentence: Sentence,
  bound: readonly (string | Bound)[],
  manner: Manner,
): readonly Run[] =>
  bound.flatMap((part, index) => {
    if (typeof part === 'string') return [plain(part)];
    const next = sentence[index + 1];
    return runsOf(
      part,
      manner,
      typeof next === 'string' && /^[，。；、：！？]/.test(next),
      subjectOf(sentence[index]),
    );
  });

/** What a part of a sentence is about. */
interface Subject {
  readonly label: string;
  readonly field?: Field;
}

const subjectOf = (part: Sentence[number] | undefined): Subject => {
  if (part === undefined || typeof part === 'string') return { label: '' };
  if (part.kind === 'field') return { label: part.field.name, field: part.field };
  if ('list' in part) return { label: part.list.name, field: part.list.field };
  return { label: '' };
};

const runsOf = (bound: Bound, manner: Manner, closes: boolean, about: Subject): readonly Run[] => {
  switch (bound.state) {
    case 'none':
      return [plain('无')];
    case 'missing':
      return [wantedRun(bound.wants, manner)];
    case 'check':
      return [toCheck(bound.reason)];
    case 'known': {
      const after = (bound.after ?? []).map((run) => noted(run, about, manner));
      if (mentions(bound.text, manner.names))
        return [{ ...toCheck(NAMED), open: `${about.label}：${NAMED}` }, ...after];
      const text = bound.text.replace(/\s*\n\s*/g, ' ').trim();
      return [plain(closes ? text.replace(/[，。；、：\s]+$/u, '') : text), ...after];
    }
  }
};

/** A note behind a fact: no name in it, and clear on its own where the text has no label beside it. */
const noted = (run: Run, about: Subject, manner: Manner): Run => {
  if (mentions(run.text, manner.names)) return { ...toCheck(NAMED), open: `${about.label}：${NAMED}` };
  if (!manner.explain) return run;
  const clear = spelledOut(run);
  return about.field === undefined || !isWanted(clear)
    ? clear
    : { ...clear, comment: fieldComment(clear.open ?? about.label, about.field) };
};

const isWanted = (run: Run): boolean => run.text.startsWith('【待补充');

/** The notes of a list whose records a text is written from. */
export const notesOf = (facts: Facts, list: ListSpec, manner: Manner): readonly Run[] => {
  const [first] = list.field.attributes;
  return remainder(facts, list, first).map((run) =>
    noted(run, { label: list.name, field: list.field }, manner),
  );
};

/** 【待补充：字段名】, with 口径 and 佐证 in the comment. */
export const wantedRun = (wants: readonly Want[], manner: Manner): Run => {
  const labels = [...new Set(wants.map((want) => want.label))];
  const distinct = labels.flatMap((label) => wants.find((want) => want.label === label) ?? []);
  const run = wanted(labels.join('、'));
  return manner.explain ? { ...run, comment: wantComment(distinct) } : run;
};

/** A name put together from neighbouring pieces. */
const crossesName = (runs: readonly Run[], manner: Manner): boolean =>
  mentions(textOfRuns(runs), manner.names) && !runs.some((run) => mentions(run.text, manner.names));
