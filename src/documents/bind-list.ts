import { toDecimal } from '../base/ratio.ts';
import { type Field, isRatio, type ProfileRecord } from '../profile/index.ts';
import type { Bound } from './bound.ts';
import { sum, valueText } from './fact-text.ts';
import { cleanText, incomplete, type Run, toCheck, wanted } from './run.ts';
import { countOf, type Facts, select } from './select.ts';
import type { ListSpec } from './template.ts';

/** One attribute of one record. */
export const bindAttribute = (record: ProfileRecord | undefined, attribute: Field, label: string): Bound => {
  const fact = record?.get(attribute.id);
  const text = fact === undefined ? '' : cleanText(valueText(fact.value, attribute));
  return text.trim() === ''
    ? { state: 'missing', wants: [{ label, field: attribute }] }
    : { state: 'known', text };
};

/** The attribute of every record of a 清单, in one text. */
export const bindItems = (facts: Facts, list: ListSpec, attribute: Field): Bound => {
  const chosen = select(facts, list);
  if (chosen === undefined)
    return { state: 'missing', wants: [{ label: list.field.name, field: list.field }] };
  if (list.lookup === true && chosen.items.length === 0 && chosen.open.length === 0)
    return { state: 'missing', wants: [{ label: `${list.name}${attribute.name}`, field: attribute }] };
  const texts = chosen.items.map((record) => bindAttribute(record, attribute, attribute.name));
  const known = texts.flatMap((text) => (text.state === 'known' ? [text.text] : []));
  const after = remainder(facts, list, attribute);
  const blanks = texts.length - known.length;
  const gaps = blanks === 0 ? after : [wanted(`${list.name}有${blanks}条未填${attribute.name}`), ...after];
  if (known.length > 0) return { state: 'known', text: [...new Set(known)].join('、'), after: gaps };
  return gaps.length > 0 ? { state: 'known', text: '', after: gaps } : { state: 'none' };
};

/** What keeps a list from being final: records that may or may not belong, and 未列全. */
export const remainder = (facts: Facts, list: ListSpec, attribute: Field | undefined): readonly Run[] => {
  const chosen = select(facts, list);
  if (chosen === undefined) return [];
  const doubts = chosen.open.map(({ record, reasons }) => {
    const name = attribute === undefined ? undefined : bindAttribute(record, attribute, '');
    const which = name?.state === 'known' ? `“${name.text}”` : '一条记录';
    return toCheck(`${which}${reasons.join('、')}，未列入`, list.name);
  });
  return chosen.complete ? doubts : [...doubts, incomplete(list.name)];
};

/** Number of items; with open records or 未列全 it is a lower bound and says so. */
export const bindCount = (facts: Facts, list: ListSpec): Bound => {
  const chosen = select(facts, list);
  if (chosen === undefined) return declaredCount(facts, list);
  const count = toDecimal(sum(countOf(list, chosen.items)), 6);
  const certain = chosen.complete && chosen.open.length === 0;
  if (certain) return { state: 'known', text: count };
  const reasons = [
    ...new Set(chosen.open.flatMap(({ reasons }) => reasons)),
    ...(chosen.complete ? [] : ['未列全']),
  ];
  return { state: 'known', text: '', after: [wanted(`已知至少${count}，${list.name}${reasons.join('、')}`)] };
};

/** A total without records is taken as reported, and marked so. */
const declaredCount = (facts: Facts, list: ListSpec): Bound => {
  const value = list.declared === undefined ? undefined : facts.profile.single.get(list.declared.id)?.value;
  if (!isRatio(value)) return { state: 'missing', wants: [{ label: list.field.name, field: list.field }] };
  return {
    state: 'known',
    text: toDecimal(value, 6),
    after: [toCheck('自报总数，无逐项清单', list.name)],
  };
};
