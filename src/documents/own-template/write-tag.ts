import { bind, figureFor } from '../bind.ts';
import type { Bound } from '../bound.ts';
import { blank, plain, type Run, toCheck, wanted } from '../run.ts';
import type { Facts } from '../select.ts';
import { answer, factValue, labelOf, refAt } from './answer.ts';
import { type Format, formatDate, formatNumber, formatValue } from './format.ts';
import type { Level } from './level.ts';
import type { Subject, Tag, ValueSource } from './tag.ts';

/** The text of a tag; what is not known is a placeholder. */
export const writeValue = (
  facts: Facts,
  { source, format }: Extract<Tag, { kind: 'value' }>,
  levels: readonly Level[],
): readonly Run[] => {
  switch (source.kind) {
    case 'field':
    case 'attribute':
      return writeFact(facts, source, format, levels);
    case 'ref':
      return source.ref.kind === 'gap'
        ? [wanted(source.ref.hint)]
        : boundRuns(bind(facts, source.ref), 'list' in source.ref ? source.ref.list.name : '');
    case 'asOf':
      return facts.asOf === undefined ? [blank('评估日')] : [plain(dateOf(facts.asOf, format))];
    case 'serial':
    case 'year':
    case 'item':
      return [plain(turnText(source, levels))];
  }
};

const dateOf = (date: string, format: Format): string =>
  format.date === undefined
    ? date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
    : formatDate(date, format.date);

const turnText = (
  source: Extract<ValueSource, { kind: 'serial' | 'year' | 'item' }>,
  levels: readonly Level[],
): string => {
  const turn = levels[source.level]?.turn;
  if (turn === undefined || turn.kind === 'given' || turn.kind === 'open') return '';
  if (source.kind === 'serial') return String(turn.index + 1);
  return turn.kind === 'year' ? String(turn.year) : turn.kind === 'text' ? turn.text : '';
};

const writeFact = (
  facts: Facts,
  source: Exclude<Subject, { kind: 'records' }>,
  format: Format,
  levels: readonly Level[],
): readonly Run[] => {
  const label = labelOf(facts, source, levels);
  if (source.kind === 'field') {
    const ref = refAt(facts, source, levels);
    const bound = bind(facts, ref);
    if (bound.state !== 'known') return boundRuns(bound, label);
    if (ref.field.kind === 'number') {
      const figure = figureFor(facts, ref);
      if (figure.state === 'known') {
        const computed =
          ref.mean !== undefined || (ref.field.derived !== undefined && figure.reported !== true);
        return [plain(formatNumber(figure.value, ref.field, computed, format))];
      }
    }
    if (format.date === undefined) return boundRuns(bound, label);
  }
  const value = factValue(facts, source, levels);
  const field = source.kind === 'field' ? source.ref.field : source.attribute;
  if (value === undefined) return [blank(label)];
  const text = formatValue(value, field, format);
  return [plain(text === '' ? '无' : text)];
};

const boundRuns = (bound: Bound, label: string): readonly Run[] => {
  switch (bound.state) {
    case 'none':
      return [plain('无')];
    case 'missing':
      return [blank(label === '' ? bound.wants.map((want) => want.label).join('、') : label)];
    case 'check':
      return [toCheck(bound.reason, label)];
    case 'known':
      return [...(bound.text === '' ? [] : [plain(bound.text)]), ...(bound.after ?? [])];
  }
};

/** ☑ only for what the profile says; not known is 【待补充】 and a marked □. */
export const writeTick = (
  facts: Facts,
  { of, values }: Extract<Tag, { kind: 'tick' }>,
  levels: readonly Level[],
): readonly Run[] => {
  const holds = answer(facts, of, values, levels);
  if (holds !== 'unknown') return [plain(holds === 'yes' ? '☑' : '□')];
  const label = labelOf(facts, of, levels);
  return [blank(label), { text: '□', open: label }];
};
