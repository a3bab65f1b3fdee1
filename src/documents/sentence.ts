import type { Field, ProfileRecord } from '../profile/index.ts';
import { mentions } from '../profile/index.ts';
import { bind } from './bind.ts';
import { remainder } from './bind-list.ts';
import type { Bound, Want } from './bound.ts';
import { plain, type Run, spelledOut, textOfRuns, toCheck, wanted } from './run.ts';
import { type Facts, select, valuesOf } from './select.ts';
import type { Sentence, SentenceSpec } from './template.ts';

/** How a text is written. */
export interface Manner {
  /** must not occur in a fact */
  readonly names: readonly string[];
  /** placeholders carry 口径 and 佐证, each field's once: the fields already told; undefined for no hints */
  readonly told?: Set<string>;
}

const NAMED = '此处含企业名称或简称';

/** The sentences of a paragraph, one after another; what has no fact is a placeholder. */
export const writeSentences = (
  facts: Facts,
  specs: readonly SentenceSpec[],
  manner: Manner,
): readonly Run[] => {
  const asked = new Set<string>();
  return specs.flatMap((spec) => {
    const runs = writeSentence(facts, spec, manner);
    const [only] = runs;
    if (runs.length !== 1 || only?.open === undefined) return runs;
    // the same fact need not be asked for twice in a row of sentences
    const repeated = asked.has(only.open);
    asked.add(only.open);
    return repeated ? [] : runs;
  });
};

const writeSentence = (facts: Facts, spec: SentenceSpec, manner: Manner): readonly Run[] => {
  for (const { field, values } of spec.when) {
    const value = facts.profile.single.get(field.id)?.value;
    if (value === undefined) return [wantedRun([{ label: field.name, field }], manner)];
    if (!valuesOf(value).some((word) => values.includes(word))) return [];
  }
  if (spec.each === undefined) return write(facts, spec.sentence, manner);
  const list = spec.each;
  const chosen = select(facts, list);
  if (chosen === undefined) return [wantedRun([{ label: list.field.name, field: list.field }], manner)];
  const [first] = list.field.attributes;
  const doubts = remainder(facts, list, first).map((run) => noted(run, list.name, manner));
  return [...chosen.items.flatMap((record) => write(facts, spec.sentence, manner, record)), ...doubts];
};

/** All facts missing: one placeholder. Nothing to tell (无): nothing. Else the sentence, with its gaps marked in it. */
const write = (facts: Facts, sentence: Sentence, manner: Manner, record?: ProfileRecord): readonly Run[] => {
  const bound = sentence.map((part) => (typeof part === 'string' ? part : bind(facts, part, record)));
  const pointers = bound.filter((_, index) => isPointer(sentence[index]));
  const parts = pointers.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  if (parts.length > 0 && parts.every((part) => part.state === 'none')) return [];
  const wants = parts.flatMap((part) => (part.state === 'missing' ? part.wants : []));
  if (parts.length > 0 && parts.every((part) => part.state === 'missing')) return [wantedRun(wants, manner)];
  const runs = fillIn(sentence, bound, manner);
  return crossesName(runs, manner) ? [toCheck(NAMED)] : runs;
};

const isPointer = (part: Sentence[number] | undefined): boolean =>
  part !== undefined && typeof part !== 'string' && part.kind !== 'baseYear';

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
      labelOf(sentence[index]),
    );
  });

const labelOf = (part: Sentence[number] | undefined): string =>
  part === undefined || typeof part === 'string'
    ? ''
    : part.kind === 'field'
      ? part.field.name
      : 'list' in part
        ? part.list.name
        : '';

const runsOf = (bound: Bound, manner: Manner, closes: boolean, label: string): readonly Run[] => {
  switch (bound.state) {
    case 'none':
      return [plain('无')];
    case 'missing':
      return [wantedRun(bound.wants, manner)];
    case 'check':
      return [toCheck(bound.reason)];
    case 'known': {
      const after = (bound.after ?? []).map((run) => noted(run, label, manner));
      if (mentions(bound.text, manner.names))
        return [{ ...toCheck(NAMED), open: `${label}：${NAMED}` }, ...after];
      const text = bound.text.replace(/\s*\n\s*/g, ' ').trim();
      return [plain(closes ? text.replace(/[，。；、：\s]+$/u, '') : text), ...after];
    }
  }
};

/** A note behind a fact: no name in it, and clear on its own where the text has no label beside it. */
const noted = (run: Run, label: string, manner: Manner): Run => {
  if (mentions(run.text, manner.names)) return { ...toCheck(NAMED), open: `${label}：${NAMED}` };
  return manner.told === undefined ? run : spelledOut(run);
};

/** A name put together from neighbouring pieces. */
const crossesName = (runs: readonly Run[], manner: Manner): boolean =>
  mentions(textOfRuns(runs), manner.names) && !runs.some((run) => mentions(run.text, manner.names));

/** 【待补充：字段名（口径…；佐证…）】 */
const wantedRun = (wants: readonly Want[], manner: Manner): Run => {
  const labels = [...new Set(wants.map((want) => want.label))];
  const texts = labels.map(
    (label) => `${label}${hintOf(wants.find((want) => want.label === label)?.field, manner.told)}`,
  );
  return wanted(texts.join('、'), labels.join('、'));
};

const hintOf = (field: Field | undefined, told: Set<string> | undefined): string => {
  if (field === undefined || told === undefined || told.has(field.id)) return '';
  told.add(field.id);
  const hints = [
    ...(field.basis === undefined ? [] : [`口径：${field.basis}`]),
    ...(field.evidence === undefined || field.evidence === '无' ? [] : [`佐证：${field.evidence}`]),
  ];
  return hints.length === 0 ? '' : `（${hints.join('；')}）`;
};
