import type { ProfileRecord } from '../profile/index.ts';
import { bind } from './bind.ts';
import { bindAttribute } from './bind-list.ts';
import type { Bound } from './bound.ts';
import { withoutPrintedUnit } from './fact-text.ts';
import { blank, countRuns, plain, type Run, toCheck, wanted } from './run.ts';
import { type Facts, valuesOf } from './select.ts';
import { fillIn, type Manner, writeSentences } from './sentence.ts';
import type { Column, Ref, Source } from './template.ts';
import { writeTicks } from './tick.ts';

/** In a form the enterprise's name may stand, and the label beside the cell tells what is wanted. */
const IN_CELL: Manner = { names: [], explain: false };

/** The runs of one cell of a form. */
export const fillSource = (facts: Facts, source: Source, label: string): readonly Run[] => {
  switch (source.kind) {
    case 'ref':
      return fillRef(facts, source.ref, label);
    case 'text': {
      const bound = source.sentence.map((part) => (typeof part === 'string' ? part : bind(facts, part)));
      return fillIn(source.sentence, bound, IN_CELL);
    }
    case 'sentences':
      return writeSentences(facts, source.sentences, { names: [], explain: true });
    case 'ticks':
      return writeTicks(facts, source.of, source.options, label);
  }
};

/** A reference alone in its cell. */
export const fillRef = (facts: Facts, ref: Ref, label: string): readonly Run[] => {
  if (ref.kind === 'gap') return [wanted(ref.hint, `${label}：${ref.hint}`)];
  const runs = boundRuns(bind(facts, ref), label);
  return ref.kind === 'field'
    ? runs.map((run) => ({ ...run, text: withoutPrintedUnit(run.text, label, ref.field) }))
    : runs;
};

/** A record's attribute in its column. */
export const fillColumn = (record: ProfileRecord, column: Column, label: string): readonly Run[] => {
  if (isPointless(record, column)) return [plain('—')];
  const runs = boundRuns(bindAttribute(record, column.attribute, label), label).map((run) => ({
    ...run,
    text: withoutPrintedUnit(run.text, column.label, column.attribute),
  }));
  return withLimit(runs, column.limit, label);
};

const isPointless = (record: ProfileRecord, { onlyIf }: Column): boolean => {
  const value = onlyIf === undefined ? undefined : record.get(onlyIf.attribute.id)?.value;
  return (
    value !== undefined &&
    onlyIf !== undefined &&
    !valuesOf(value).some((word) => onlyIf.values.includes(word))
  );
};

const boundRuns = (bound: Bound, label: string): readonly Run[] => {
  switch (bound.state) {
    case 'none':
      return [plain('无')];
    case 'missing':
      return [blank(label)];
    case 'check':
      return [toCheck(bound.reason, label)];
    case 'known':
      return [...(bound.text === '' ? [] : [plain(bound.text)]), ...(bound.after ?? [])];
  }
};

/** Says so where a text is longer than the form allows; nothing is cut. */
export const withLimit = (runs: readonly Run[], limit: number | undefined, label: string): readonly Run[] => {
  const length = countRuns(runs);
  return limit === undefined || length <= limit
    ? runs
    : [...runs, toCheck(`限${limit}字，现${length}字`, label)];
};
