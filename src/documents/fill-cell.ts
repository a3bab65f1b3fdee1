import type { ProfileRecord } from '../profile/index.ts';
import { bind } from './bind.ts';
import { bindAttribute } from './bind-list.ts';
import type { Bound } from './bound.ts';
import { withoutPrintedUnit } from './fact-text.ts';
import { fillText, type Place } from './fill-text.ts';
import type { Column, Source } from './form-model.ts';
import { withLimit } from './limit.ts';
import { blank, plain, type Run, toCheck, wanted } from './run.ts';
import { type Facts, valuesOf } from './select.ts';
import { writeSentences } from './sentence.ts';
import type { Ref } from './template.ts';
import { writeTicks } from './tick.ts';

/** The runs of one cell of a form. */
export const fillSource = (facts: Facts, source: Source, place: Place): readonly Run[] => {
  switch (source.kind) {
    case 'ref':
      return source.ref.kind === 'gap'
        ? fillRef(facts, source.ref, place.label)
        : fillText(facts, [{ kind: 'value', ref: source.ref }], place).map((run) =>
            nameBlank(run, place.label),
          );
    case 'text':
      return fillText(facts, source.text, place);
    case 'sentences':
      return writeSentences(facts, source.sentences, { names: [], explain: true });
    case 'ticks':
      return writeTicks(facts, source.of, source.options, place.label, place.record);
  }
};

/** A cell with one fact is known by the label beside it. */
const nameBlank = (run: Run, label: string): Run =>
  run.text === '【待补充】' && label !== '' ? { ...run, open: blank(label).open ?? label } : run;

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
