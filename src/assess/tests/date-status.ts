import { addYears, type CivilDate, endOfYear, startOfYear, yearOf } from '../../base/date.ts';
import type { Verdict } from '../../base/verdict.ts';
import type { DatePredicate } from '../../policy/index.ts';
import { dateBounds } from '../../profile/index.ts';
import { baseYearOf } from '../case.ts';

/** Whether one record counts, and which attribute says so or is lacking. */
export interface RecordStatus {
  readonly verdict: Verdict;
  /** attribute ids without which it stays open */
  readonly lacking: readonly string[];
  /** why it does not count, or why a person must look; not told of a record that is another kind of thing altogether */
  readonly reason?: string;
}

export const MET: RecordStatus = { verdict: 'met', lacking: [] };
export const decided = (isMet: boolean, reason: string): RecordStatus =>
  isMet ? MET : { verdict: 'unmet', lacking: [], reason };
export const lacking = (attribute: string): RecordStatus => ({ verdict: 'unknown', lacking: [attribute] });

/** The date's name, and the day on which it is looked at. */
interface DateScope {
  readonly name: string;
  readonly asOf: CivilDate;
}
type Counted = { readonly attribute: string; readonly years: number };

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

/** 近N年 up to a day: that day and the N years before it. Without a day, two readings from the as-of date. */
const withinYears = (
  scope: DateScope,
  { attribute, years }: Counted,
  value: string,
  until: CivilDate | undefined,
): RecordStatus => {
  const { asOf } = scope;
  const text = `${scope.name} ${value}`;
  if (until !== undefined) {
    const reading = within(dateBounds(value), addYears(until, -years), until);
    return byReadings([reading], attribute, `${text}，不在${until}前${years}年内`, '');
  }
  const [earliest, latest] = dateBounds(value);
  // a date given as the current year is taken to lie before today
  const bounds = [earliest, earliest <= asOf && latest > asOf && value.length === 4 ? asOf : latest] as const;
  const calendar = within(bounds, startOfYear(yearOf(asOf) - years), asOf);
  const back = within(bounds, addYears(asOf, -years), asOf);
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
  scope: DateScope,
  op: Elapsed,
  { attribute, years }: Counted,
  value: string,
  until: CivilDate,
): RecordStatus => {
  const holds = (from: CivilDate): boolean => {
    const full = addYears(from, years);
    return op === 'forYears'
      ? full <= until
      : op === 'overYears'
        ? full < until
        : from <= until && full > until;
  };
  const [earliest, latest] = dateBounds(value);
  const reading = holds(earliest) === holds(latest) ? holds(latest) : undefined;
  const reason = `${scope.name} ${value}，到${until}${ELAPSED_FAILURES[op]}${years}年`;
  return byReadings([reading], attribute, reason, '');
};

/** Fixed days, both included. */
const between = (
  scope: DateScope,
  { attribute, from, to }: Extract<DatePredicate, { op: 'between' }>,
  value: string,
): RecordStatus => {
  const reading = within(dateBounds(value), from ?? '0000-01-01', to ?? '9999-12-31');
  const words = [from === undefined ? [] : [`早于${from}`], to === undefined ? [] : [`晚于${to}`]].flat();
  return byReadings([reading], attribute, `${scope.name} ${value}，${words.join('或')}`, '');
};

/** 自然年: N is the current calendar year and the N before it (上一年及当年 is 1). */
const inCalendarYears = (scope: DateScope, years: number, value: string): RecordStatus => {
  const { asOf } = scope;
  const year = yearOf(value);
  const within = year >= yearOf(asOf) - years && (value.length === 4 ? year <= yearOf(asOf) : value <= asOf);
  return decided(within, `${scope.name} ${value}，不在${yearOf(asOf) - years}至${yearOf(asOf)}年`);
};

/** Does a date, known to the day or to the year, show what is asked? Three-valued. */
export const dateStatus = (scope: DateScope, predicate: DatePredicate, value: string): RecordStatus => {
  if (predicate.op === 'between') return between(scope, predicate, value);
  if (predicate.op === 'calendarYears') return inCalendarYears(scope, predicate.years, value);
  const { asOf } = scope;
  const until = predicate.until === 'yearEnd' ? endOfYear(baseYearOf(asOf)) : predicate.until;
  return predicate.op === 'withinYears'
    ? withinYears(scope, predicate, value, until)
    : elapsed(scope, predicate.op, predicate, value, until ?? asOf);
};
