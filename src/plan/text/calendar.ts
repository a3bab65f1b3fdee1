import { bullet, labelled, paragraph } from '../../report/index.ts';
import type { Calendar, CalendarEvent } from '../calendar-model.ts';

const eventLines = ({ day, kind, title, detail, basis }: CalendarEvent): string[] => [
  ...paragraph(`${day} ${kind}：${title}`, 0),
  ...paragraph(detail, 4),
  ...labelled('依据', basis.join('；'), 4),
];

export const calendarLines = ({ events, standing, past, undated, windows }: Calendar): string[] => [
  ...events.flatMap(eventLines),
  ...(past.length === 0 ? [] : ['', '已经到期', ...past.flatMap((text) => bullet(text, 2))]),
  ...(undated.length === 0
    ? []
    : ['', '没有有效期、没排进日历的', ...undated.flatMap((text) => bullet(text, 2))]),
  ...(standing.length === 0
    ? []
    : [
        '',
        '没有固定日期、随时要做的',
        ...standing.flatMap(({ text, basis }) => [
          ...bullet(text, 2),
          ...labelled('依据', basis.join('；'), 4),
        ]),
      ]),
  ...(windows.length === 0 ? [] : ['', '受理时间', ...windows.flatMap((text) => bullet(text, 2))]),
];
