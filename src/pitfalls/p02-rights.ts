import { addYears } from '../base/date.ts';
import { formatQuantity } from '../base/quantity.ts';
import { add, compare, divide, type Ratio, ratio } from '../base/ratio.ts';
import { type Predicate, WORD_LISTS } from '../policy/index.ts';
import { isRatio, type ProfileRecord, type RecordList } from '../profile/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { predicatesOn, readingAny, unmetCriteria } from './criteria.ts';
import { attribute, missing, recordName, recordsIn, seenIn } from './seen.ts';
import { limit } from './words.ts';

const CLASS_ONE = WORD_LISTS.Ⅰ类知识产权 ?? [];
const RELATED_SHARE = limit('相关Ⅰ类占比', 'percent');
/** 于2023年应用于…，良品率提升20%: a year and an effect in figures */
const EFFECT = /\d+(?:\.\d+)?\s*(?:%|％|倍|万元|亿元|元|台|套|件|吨|小时|天|个百分点)/;

interface Right {
  readonly record: ProfileRecord;
  readonly index: number;
}

/** Ⅰ类, as far as the kind is known. */
const classOne = (list: RecordList): readonly Right[] =>
  list.items
    .map((record, index) => ({ record, index }))
    .filter(({ record }) => CLASS_ONE.includes(attribute(record, 'kind') ?? ''));

const is = ({ record }: Right, id: string): boolean | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'boolean' ? value : undefined;
};

const quantity = ({ record }: Right): Ratio => {
  const value = record.get('quantity')?.value;
  return isRatio(value) ? value : ratio(1);
};
const count = (rights: readonly Right[]): Ratio => rights.map(quantity).reduce(add, ratio(0));

const named = (rights: readonly Right[]): string =>
  rights.map(({ record, index }) => `“${recordName(record, index)}”`).join('、');

const told = (
  code: string,
  message: string,
  rights: readonly Right[],
  ids: readonly string[],
  citation?: string,
): Hit => {
  const facts = rights.flatMap(({ record, index }) => seenIn('ip', record, index, ...ids));
  return finding(code, message, {
    facts,
    ...(citation === undefined ? {} : { citation }),
  });
};

/** P02.3: most rights of the first class have nothing to do with the leading product. */
const unrelated = (rights: readonly Right[]): readonly Hit[] => {
  if (rights.length === 0) return [];
  if (rights.some((right) => is(right, 'related') === undefined))
    return [{ missing: 'Ⅰ类知识产权是否与主导产品相关' }];
  const apartFrom = rights.filter((right) => is(right, 'related') === false);
  const total = count(rights);
  const share = divide(count(rights.filter((right) => is(right, 'related') === true)), total);
  if (compare(share, RELATED_SHARE) >= 0) return [];
  return [
    told(
      'P02.3',
      `Ⅰ类知识产权${formatQuantity(total, 'count', '项')}中与主导产品相关的占${formatQuantity(share, 'percent')}，不相关的是${named(apartFrom)}`,
      apartFrom,
      ['related'],
    ),
  ];
};

/** P02.4: how a right is applied must be told with a year and an effect in figures. */
const application = (rights: readonly Right[]): readonly Hit[] => {
  const related = rights.filter((right) => is(right, 'related') === true);
  const blank = related.filter(({ record }) => attribute(record, 'application') === undefined);
  const thin = related.filter(({ record }) => {
    const text = attribute(record, 'application');
    return text !== undefined && !(/(?:19|20)\d{2}年/.test(text) && EFFECT.test(text));
  });
  return [
    ...(blank.length === 0 ? [] : [{ missing: `${named(blank)}的应用说明` }]),
    ...(thin.length === 0
      ? []
      : [told('P02.4', `${named(thin)}的应用说明看不出应用的年份和量化的效果`, thin, ['application'])]),
  ];
};

/** P02.5 */
const young = (rights: readonly Right[], closing: string): readonly Hit[] => {
  const found = rights.filter(({ record }) => {
    const granted = attribute(record, 'grantedOn');
    return granted !== undefined && addYears(granted, 1) > closing;
  });
  return found.length === 0
    ? []
    : [told('P02.5', `${named(found)}到${closing}授权不满一年`, found, ['grantedOn'])];
};

const onProfile = ({ profile, closing }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'ip');
  if (list === undefined) return [missing('ip')];
  const rights = classOne(list).filter((right) => is(right, 'valid') !== false);
  return [...unrelated(rights), ...application(rights), ...young(rights, closing)];
};

const parts = (predicate: Predicate): readonly Predicate[] =>
  'of' in predicate ? [predicate, ...predicate.of.flatMap(parts)] : [predicate];

/** Does the edition leave transferred rights out, whatever their age? */
const refusesTransferred = (predicate: Predicate): boolean =>
  predicate.op === 'all'
    ? predicate.of.some(refusesTransferred)
    : predicate.op === 'oneOf' &&
      predicate.attribute === 'origin' &&
      predicate.negated &&
      predicate.choices.includes('转入');

/** Years that the edition asks a transferred right to have been held. */
const yearsHeld = (predicate: Predicate): number | undefined =>
  parts(predicate).flatMap((part) =>
    part.op === 'forYears' && part.attribute === 'transferredOn' ? [part.years] : [],
  )[0];

const transferred = (input: EditionCase): readonly Hit[] => {
  const list = recordsIn(input.profile, 'ip');
  if (list === undefined) return [];
  const bought = classOne(list).filter(({ record }) => attribute(record, 'origin') === '转入');
  if (bought.length === 0) return [];
  const predicates = predicatesOn(input, 'ip');
  const refusal = predicates.find(({ value }) => refusesTransferred(value));
  if (refusal !== undefined)
    return [
      told('P02.6', `${named(bought)}是转入的，所查标准一律不计`, bought, ['origin'], refusal.citation),
    ];
  const rule = predicates.flatMap(({ value, citation }) => {
    const years = yearsHeld(value);
    return years === undefined ? [] : [{ years, citation }];
  })[0];
  return rule === undefined ? [] : tooRecent(input, bought, rule);
};

const tooRecent = (
  { closing }: EditionCase,
  bought: readonly Right[],
  { years, citation }: { readonly years: number; readonly citation: string },
): readonly Hit[] => {
  const onDay = ({ record }: Right): string | undefined => attribute(record, 'transferredOn');
  const undated = bought.filter((right) => onDay(right) === undefined);
  const early = bought.filter((right) => {
    const on = onDay(right);
    return on !== undefined && addYears(on, years) > closing;
  });
  const message = `${named(early)}转入到${closing}不满${years}年，所查标准不计`;
  return [
    ...(undated.length === 0 ? [] : [{ missing: `${named(undated)}的转让登记日` }]),
    ...(early.length === 0 ? [] : [told('P02.2', message, early, ['transferredOn'], citation)]),
  ];
};

const onEdition = (input: EditionCase): readonly Hit[] => [
  ...unmetCriteria(input, 'P02.1', readingAny('ip', 'classOneTotal')),
  ...transferred(input),
];

/** P02 知识产权与主导产品关联性不足. */
export const rights: Detector = { topic: 'P02', onProfile, onEdition };
