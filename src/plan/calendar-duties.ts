import { addMonths, type CivilDate, startOfYear, yearOf } from '../base/date.ts';
import { type Edition, IN_FORCE_WORDS, type InForce, inForce, type Obligation } from '../policy/index.ts';
import { type Calendar, type CalendarEvent, type CalendarInput, dateIn, merged } from './calendar-model.ts';
import { type EventKind, MONTHS_AHEAD } from './calendar-rules.ts';

const certainty = (state: InForce): string => (state === 'yes' ? '' : `（${IN_FORCE_WORDS[state]}）`);

const holds = ({ from, to }: Obligation, day: CivilDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Is the company bound by the edition on that day: does it hold the title it gives, or is it under its plan? */
const isBound = (input: CalendarInput, edition: Edition, day: CivilDate): boolean =>
  input.settlements.some((plan) => plan.edition.id === edition.id && plan.applies === 'met') ||
  (edition.grants !== undefined &&
    (input.profile.records.get('titles')?.items ?? []).some(
      (record) =>
        record.get('name')?.value === edition.grants &&
        (dateIn(record, 'from') ?? '') <= day &&
        (dateIn(record, 'to') ?? '9999') >= day,
    ));

const clauseOf = (edition: Edition, { document, clause, lapse }: Obligation, day: CivilDate): string =>
  `${document} ${clause}${lapse === undefined ? '' : `，逾期${lapse}`}${certainty(inForce(edition, day))}`;

const KIND_OF: Readonly<Record<string, EventKind>> = { 信息更新: '信息更新', 复核: '复核' };

/** 每年 by a fixed day, under the rules that hold on that day. */
export const yearlyDuties = (input: CalendarInput): readonly CalendarEvent[] => {
  const end = addMonths(input.asOf, MONTHS_AHEAD);
  const years = Array.from(
    { length: yearOf(end) - yearOf(input.asOf) + 1 },
    (_, index) => yearOf(input.asOf) + index,
  );
  return years.flatMap((year) => {
    const days = new Set(
      [startOfYear(year), `${year}-06-30`].flatMap((day) =>
        input.editionsOn(day).flatMap((edition) => edition.obligations.flatMap(({ by }) => by ?? [])),
      ),
    );
    return [...days].sort().flatMap((by) => {
      const day = `${year}-${by}`;
      if (day < input.asOf || day > end) return [];
      return input.editionsOn(day).flatMap((edition) =>
        edition.obligations
          .filter((duty) => duty.by === by && holds(duty, day) && isBound(input, edition, day))
          .map((duty) => ({
            day,
            kind: KIND_OF[duty.kind] ?? '数据报送',
            title: duty.what,
            detail: `每年${Number(by.slice(0, 2))}月${Number(by.slice(3))}日前`,
            basis: [clauseOf(edition, duty, day)],
          })),
      );
    });
  });
};

export const standingDuties = (input: CalendarInput): Calendar['standing'] => {
  const { asOf } = input;
  const found = input
    .editionsOn(asOf)
    .filter((edition) => isBound(input, edition, asOf))
    .flatMap((edition) =>
      edition.obligations
        .filter((duty) => duty.by === undefined && holds(duty, asOf) && duty.kind !== '禁止申报')
        .map((duty) => ({
          text: [
            `${duty.kind}：${duty.what}`,
            ...(duty.every === undefined ? [] : [duty.every]),
            ...(duty.within === undefined ? [] : [`${duty.within}内`]),
          ].join('，'),
          basis: [clauseOf(edition, duty, asOf)],
        })),
    );
  return merged(found, ({ text }) => text);
};
