import type { DatePredicate, Test } from '../../policy/index.ts';
import { factRef, fieldById } from '../../profile/index.ts';
import type { Case } from '../case.ts';
import type { Outcome } from '../model.ts';
import { needFacts } from '../need.ts';
import { outcome } from '../outcome.ts';
import { dateStatus } from './date-status.ts';

const untilText = (until: string | undefined): string =>
  until === undefined ? '' : until === 'yearEnd' ? '截至上年末' : `截至${until}`;

/** 满2年, 不晚于2019-12-31: what is asked of a date, in words. */
const dateThreshold = (where: DatePredicate): string => {
  switch (where.op) {
    case 'between':
      return [
        ...(where.from === undefined ? [] : [`不早于${where.from}`]),
        ...(where.to === undefined ? [] : [`不晚于${where.to}`]),
      ].join('，');
    case 'calendarYears':
      return `在当年及之前${where.years}年内`;
    case 'withinYears':
      return `${untilText(where.until)}近${where.years}年内`;
    case 'forYears':
      return `${untilText(where.until)}满${where.years}年`;
    case 'underYears':
      return `${untilText(where.until)}不满${where.years}年`;
    case 'overYears':
      return `${untilText(where.until)}超过${where.years}年`;
  }
};

/** 字段 满年/不早于 …: a date field against years counted to a day, or against fixed days. */
export const evaluateDate = (input: Case, test: Extract<Test, { op: 'date' }>): Outcome => {
  const field = fieldById(test.field);
  const fact = input.profile.single.get(test.field);
  const threshold = dateThreshold(test.where);
  const ref = factRef(test.field, undefined, fact?.at);
  const need = needFacts([ref]);
  const unknown = outcome('unknown', { threshold, ...(need === undefined ? {} : { need }) });
  if (typeof fact?.value !== 'string') return unknown;
  const { value } = fact;
  const status = dateStatus({ name: field.name, asOf: input.asOf }, test.where, value);
  if (status.verdict === 'unknown') return { ...unknown, actual: value };
  return outcome(status.verdict, {
    threshold,
    actual: value,
    facts: [ref],
    remarks: status.verdict === 'met' || status.reason === undefined ? [] : [status.reason],
  });
};
