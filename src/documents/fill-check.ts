import { add, compare, type Ratio, ratio, subtract, ZERO } from '../base/ratio.ts';
import { type Field, isRatio } from '../profile/index.ts';
import { figureFor } from './bind.ts';
import { bindAttribute } from './bind-list.ts';
import { numberText } from './fact-text.ts';
import type { Check } from './form-model.ts';
import { headCell, labelCell, shareWidth, type Table } from './page.ts';
import { blank, plain, type Run, toCheck } from './run.ts';
import { type Facts, select } from './select.ts';
import type { ListSpec } from './template.ts';

/** What must agree, line by line; a mismatch is shown with its figures and left to the enterprise. */
export const checkTable = (facts: Facts, checks: readonly Check[], available: number): Table => ({
  kind: 'table',
  widths: shareWidth([42, 58], available),
  headerRows: 1,
  rows: [
    { cells: [headCell('核对内容'), headCell('结果')] },
    ...checks.map((check) => {
      const label = labelOf(check);
      return { cells: [labelCell(label), { look: 'text' as const, runs: resultOf(facts, check, label) }] };
    }),
  ],
});

const labelOf = (check: Check): string => {
  switch (check.kind) {
    case 'sum':
      return `${check.list.name}的${check.attribute.name}合计与${check.total.field.name}一致`;
    case 'match':
      return `${check.list.name}的每项${check.attribute.name}在${check.other.name}的${check.otherAttribute.name}中有对应`;
    case 'number':
      return `${check.list.name}的${check.attribute === undefined ? '' : check.attribute.name}项数${rangeText(check.from, check.to)}`;
    case 'years':
      return `${check.list.name}的${check.attribute.name}不超过${check.years.field.name}`;
  }
};

const rangeText = (from: number | undefined, to: number | undefined): string =>
  from === undefined ? `不超过${to ?? ''}` : to === undefined ? `不少于${from}` : `在${from}至${to}之间`;

const resultOf = (facts: Facts, check: Check, label: string): readonly Run[] => {
  switch (check.kind) {
    case 'sum':
      return sumResult(facts, check, label);
    case 'match':
      return matchResult(facts, check, label);
    case 'number':
      return withWords(facts, check.list, check.attribute, label, (words) => {
        const count = words.length;
        const wrong =
          (check.from !== undefined && count < check.from) || (check.to !== undefined && count > check.to);
        return wrong ? [toCheck(`现${count}项`, label)] : [plain(`${count}项`)];
      });
    case 'years':
      return yearsResult(facts, check, label);
  }
};

const sumResult = (facts: Facts, check: Extract<Check, { kind: 'sum' }>, label: string): readonly Run[] => {
  const chosen = select(facts, check.list);
  const total = figureFor(facts, check.total);
  if (chosen === undefined || total.state !== 'known') return [blank(label)];
  const values = chosen.items.flatMap((record) => {
    const value = record.get(check.attribute.id)?.value;
    return isRatio(value) ? [value] : [];
  });
  const open = chosen.items.length - values.length + chosen.open.length;
  const sum = values.reduce(add, ZERO);
  const text = (value: Ratio) => numberText(value, check.attribute, false);
  if (open > 0 || !chosen.complete)
    return [toCheck(`已填的合计${text(sum)}，明细未填全，不能与${text(total.value)}比对`, label)];
  const gap = compare(sum, total.value);
  if (gap === 0) return [plain(`一致：${text(sum)}`)];
  const difference = gap > 0 ? subtract(sum, total.value) : subtract(total.value, sum);
  return [
    toCheck(
      `明细合计${text(sum)}，${check.total.field.name}${text(total.value)}，相差${text(difference)}`,
      label,
    ),
  ];
};

const matchResult = (facts: Facts, check: Extract<Check, { kind: 'match' }>, label: string): readonly Run[] =>
  withWords(facts, check.list, check.attribute, label, (words) =>
    withWords(facts, check.other, check.otherAttribute, label, (others) => {
      const there = new Set(others.flatMap(split));
      const alone = words.flatMap(split).filter((word) => !there.has(word));
      return alone.length === 0
        ? [plain('一一对应')]
        : [toCheck(`无对应：${[...new Set(alone)].join('、')}`, label)];
    }),
  );

/** One text may name several, parted by 、 or ；. */
const split = (text: string): readonly string[] =>
  text
    .split(/[、；;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const yearsResult = (
  facts: Facts,
  check: Extract<Check, { kind: 'years' }>,
  label: string,
): readonly Run[] => {
  const years = figureFor(facts, check.years);
  if (years.state !== 'known') return [blank(label)];
  return withWords(facts, check.list, check.attribute, label, (words) => {
    const limit = numberText(years.value, check.years.field, false);
    const spread = [...words].sort();
    const count = Number(spread.at(-1)) - Number(spread[0]) + 1;
    const text = `${spread.join('、')}年，跨${count}年`;
    return words.length > 0 && compare(years.value, ratio(count)) < 0
      ? [toCheck(`${text}，超过${limit}`, label)]
      : [plain(words.length === 0 ? '无' : text)];
  });
};

/** The distinct words of a list; what is not filled in keeps the check open. */
const withWords = (
  facts: Facts,
  list: ListSpec,
  attribute: Field | undefined,
  label: string,
  then: (words: readonly string[]) => readonly Run[],
): readonly Run[] => {
  const chosen = select(facts, list);
  const key = attribute ?? list.field.attributes[0];
  if (chosen === undefined || key === undefined) return [blank(label)];
  const words = chosen.items.flatMap((record) => {
    const bound = bindAttribute(record, key, key.name);
    return bound.state === 'known' ? [bound.text.replace(/年$/, '')] : [];
  });
  const open = chosen.items.length - words.length;
  const result = then([...new Set(words)]);
  return open === 0 ? result : [...result, toCheck(`${list.name}有${open}条未填${key.name}`, label)];
};
