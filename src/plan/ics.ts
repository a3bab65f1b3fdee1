import { createHash } from 'node:crypto';
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { CivilDate } from '../base/date.ts';
import type { CalendarEvent } from './calendar-model.ts';
import { REMINDER } from './calendar-rules.ts';

/** Midnight UTC: the library writes the day from the UTC parts, so it is the same in every time zone. */
const utcDay = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

const uidOf = (company: string, { day, kind, title }: CalendarEvent): string =>
  `${createHash('sha256').update([company, day, kind, title].join('\n')).digest('hex').slice(0, 32)}@zjtx`;

/**
 * The events as iCalendar (RFC 5545), all-day, with reminders. Same input, same bytes: a file made again replaces its events.
 * @param asOf stands as the time stamp
 */
export const calendarFile = (company: string, asOf: CivilDate, events: readonly CalendarEvent[]): string => {
  const calendar = ical({
    name: `${company}申报日历`,
    prodId: { company: 'zjtx', product: 'plan', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const event of events) {
    const entry = calendar.createEvent({
      id: uidOf(company, event),
      start: utcDay(event.day),
      allDay: true,
      stamp: utcDay(asOf),
      summary: `【${event.kind}】${event.title}`,
      description: [event.detail, `依据：${event.basis.join('；')}`, '预检结果，以主管部门为准。'].join('\n'),
      categories: [{ name: event.kind }],
    });
    const days = REMINDER[event.kind];
    if (days > 0)
      entry.createAlarm({
        type: ICalAlarmType.display,
        trigger: days * 86_400,
        description: `${days}天后：${event.title}`,
      });
  }
  return calendar.toString();
};
