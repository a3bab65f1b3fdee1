import { addYears, type CivilDate, startOfYear, yearOf } from '../../base/date.ts';
import { formatQuantity } from '../../base/quantity.ts';
import { all, any, type Verdict } from '../../base/verdict.ts';
import type { Predicate } from '../../policy/index.ts';
import { dateBounds, type Field, isRatio, type ProfileRecord } from '../../profile/index.ts';
import { satisfies } from '../measure.ts';

/** Whether one record counts, and which attribute says so or is lacking. */
export interface RecordStatus {
  readonly verdict: Verdict;
  /** attribute ids without which it stays open */
  readonly lacking: readonly string[];
  /** why it does not count, or why a person must look; not told of a record that is another kind of thing altogether */
  readonly reason?: string;
}

/** Attributes that say what a record is; a title of another name was never a candidate. */
const IDENTITY = new Set(['name']);

const MET: RecordStatus = { verdict: 'met', lacking: [] };
const decided = (isMet: boolean, reason: string): RecordStatus =>
  isMet ? MET : { verdict: 'unmet', lacking: [], reason };
const lacking = (attribute: string): RecordStatus => ({ verdict: 'unknown', lacking: [attribute] });

interface Scope {
  readonly field: Field;
  readonly record: ProfileRecord;
  readonly asOf: CivilDate;
  /** the profile was filled in by the as-of date, so whatever it lists existed by then */
  readonly settled: boolean;
}

const nameIn = (scope: Scope, id: string): string =>
  scope.field.attributes.find((attribute) => attribute.id === id)?.name ?? id;

/** Readings of “the date lies within …” that may differ; open when a year-only date leaves them undecided. */
const byReadings = (
  readings: ReadonlyArray<boolean | undefined>,
  attribute: string,
  reason: string,
  doubt: string,
): RecordStatus => {
  if (readings.every((reading) => reading === true)) return MET;
  if (readings.every((reading) => reading === false)) return { verdict: 'unmet', lacking: [], reason };
  if (readings.includes(undefined)) return lacking(attribute);
  return { verdict: 'manual', lacking: [], reason: doubt };
};

/** Does a date known to lie in [earliest, latest] fall in (after, upTo]? Undefined when it could be either. */
const within = (
  [earliest, latest]: readonly [CivilDate, CivilDate],
  from: CivilDate,
  upTo: CivilDate,
): boolean | undefined => {
  if (earliest >= from && latest <= upTo) return true;
  return latest < from || earliest > upTo ? false : undefined;
};

/** 近N年: calendar years (with the current one) and N years back from the as-of date; only where both agree is it definite. */
const withinYears = (
  scope: Scope,
  attribute: string,
  value: string,
  years: number,
  until: CivilDate | undefined,
): RecordStatus => {
  const { asOf } = scope;
  const [earliest, latest] = dateBounds(value);
  // a date given as the current year is taken to lie before today
  const bounds = [earliest, earliest <= asOf && latest > asOf && value.length === 4 ? asOf : latest] as const;
  const calendar = within(bounds, startOfYear(yearOf(asOf) - years), asOf);
  const back = within(bounds, addYears(asOf, -years), asOf);
  const text = `${nameIn(scope, attribute)} ${value}`;
  if (until !== undefined) {
    const reading = within(dateBounds(value), addYears(until, -years), until);
    return byReadings([reading], attribute, `${text}，不在${until}前${years}年内`, '');
  }
  return byReadings(
    [calendar, back],
    attribute,
    `${text}，不在近${years}年内`,
    `${text}：按自然年算在近${years}年内，按往前推${years}年算不在`,
  );
};

type Elapsed = 'forYears' | 'underYears' | 'overYears';
const ELAPSED_FAILURES: Readonly<Record<Elapsed, string>> = {
  forYears: '不满',
  underYears: '已满',
  overYears: '没有超过',
};

/** 满N年 includes the day on which N years are full; 超过N年 does not; 不满N年 is before it. */
const elapsed = (
  scope: Scope,
  op: Elapsed,
  attribute: string,
  value: string,
  years: number,
): RecordStatus => {
  const holds = (from: CivilDate): boolean => {
    const full = addYears(from, years);
    return op === 'forYears'
      ? full <= scope.asOf
      : op === 'overYears'
        ? full < scope.asOf
        : from <= scope.asOf && full > scope.asOf;
  };
  const [earliest, latest] = dateBounds(value);
  const reading = holds(earliest) === holds(latest) ? holds(latest) : undefined;
  const reason = `${nameIn(scope, attribute)} ${value}，${ELAPSED_FAILURES[op]}${years}年`;
  return byReadings([reading], attribute, reason, '');
};

/** 自然年: N is the current calendar year and the N before it (上一年及当年 is 1). */
const inCalendarYears = (scope: Scope, attribute: string, value: string, years: number): RecordStatus => {
  const { asOf } = scope;
  const year = yearOf(value);
  const within = year >= yearOf(asOf) - years && (value.length === 4 ? year <= yearOf(asOf) : value <= asOf);
  return decided(
    within,
    `${nameIn(scope, attribute)} ${value}，不在${yearOf(asOf) - years}至${yearOf(asOf)}年`,
  );
};

const inForce = (scope: Scope, predicate: Extract<Predicate, { op: 'inForce' }>): RecordStatus => {
  const date = (id: string): string | undefined => {
    const value = scope.record.get(id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const [from, to] = [date(predicate.from), date(predicate.to)];
  if (from !== undefined && from > scope.asOf)
    return { verdict: 'unmet', lacking: [], reason: `${from}才取得` };
  if (to !== undefined && to < scope.asOf) return { verdict: 'unmet', lacking: [], reason: `已于${to}到期` };
  const open = [
    ...(to === undefined ? [predicate.to] : []),
    ...(from === undefined && !scope.settled ? [predicate.from] : []),
  ];
  return open.length === 0 ? MET : { verdict: 'unknown', lacking: open };
};

const attributeStatus = (
  scope: Scope,
  predicate: Exclude<Predicate, { op: 'all' | 'any' | 'inForce' }>,
): RecordStatus => {
  const { attribute } = predicate;
  const value = scope.record.get(attribute)?.value;
  if (value === undefined) return lacking(attribute);
  const name = nameIn(scope, attribute);
  switch (predicate.op) {
    case 'is':
      return decided(value === predicate.value, `${name}：${value === true ? '是' : '否'}`);
    case 'oneOf': {
      const isMet = predicate.choices.includes(String(value)) !== predicate.negated;
      return !isMet && IDENTITY.has(attribute)
        ? { verdict: 'unmet', lacking: [] }
        : decided(isMet, `${name}：${String(value)}`);
    }
    case 'compare':
      if (!isRatio(value)) return lacking(attribute);
      return decided(
        satisfies(value, predicate.bound),
        `${name} ${formatQuantity(value, predicate.bound.dimension, predicate.bound.unit)}`,
      );
    case 'withinYears':
      return withinYears(scope, attribute, String(value), predicate.years, predicate.until);
    case 'forYears':
    case 'underYears':
    case 'overYears':
      return elapsed(scope, predicate.op, attribute, String(value), predicate.years);
    case 'calendarYears':
      return inCalendarYears(scope, attribute, String(value), predicate.years);
  }
};

/** Three-valued: a record whose deciding attribute is blank may count or not. */
export const recordStatus = (scope: Scope, predicate: Predicate): RecordStatus => {
  if (predicate.op === 'inForce') return inForce(scope, predicate);
  if (!('of' in predicate)) return attributeStatus(scope, predicate);
  // a record that says nothing at all may be no record
  if (predicate.of.length === 0)
    return scope.record.size > 0 ? MET : lacking(scope.field.attributes[0]?.id ?? '');
  const parts = predicate.of.map((part) => recordStatus(scope, part));
  const verdict = (predicate.op === 'all' ? all : any)(parts.map((part) => part.verdict));
  const reason = parts.find((part) => part.verdict === verdict && part.reason !== undefined)?.reason;
  const open = verdict === 'unknown' ? parts.flatMap((part) => part.lacking) : [];
  return { verdict, lacking: open, ...(reason === undefined || verdict === 'met' ? {} : { reason }) };
};
