import { addMonths } from '../base/date.ts';
import { FIELDS, type Field, type ProfileRecord } from '../profile/index.ts';
import { type CalendarEvent, type CalendarInput, dateIn } from './calendar-model.ts';
import { REVIEW_LEAD } from './calendar-rules.ts';

const nameIn = (field: Field, record: ProfileRecord): string => {
  const [name, kind] = ['name', 'kind'].map((id) => record.get(id)?.value);
  return typeof name === 'string' ? name : typeof kind === 'string' ? kind : field.name;
};

const DATED = FIELDS.flatMap((field) =>
  field.validity === undefined ? [] : [{ field, until: field.validity.to }],
);

/** Titles, certificates and papers that end: each with its day; of one title only the latest grant counts. */
export const papers = ({ profile }: CalendarInput) =>
  DATED.flatMap(({ field, until }) => {
    const ends = (profile.records.get(field.id)?.items ?? []).flatMap((record) => {
      const day = dateIn(record, until);
      return day === undefined ? [] : [{ field, name: nameIn(field, record), day }];
    });
    return field.id !== 'titles'
      ? ends
      : ends.filter(({ name, day }) => ends.every((other) => other.name !== name || other.day <= day));
  });

/** A paper of the evidence list may have no end; a title or certificate has one that is not written. */
export const undated = ({ profile }: CalendarInput): readonly string[] =>
  DATED.filter(({ field }) => field.id !== 'evidence').flatMap(({ field, until }) =>
    (profile.records.get(field.id)?.items ?? [])
      .filter((record) => record.size > 0 && !record.has(until))
      .map((record) => `${field.name}“${nameIn(field, record)}”没有填有效期至`),
  );

export const paperEvents = (input: CalendarInput): readonly CalendarEvent[] =>
  papers(input)
    .filter(({ day }) => day >= input.asOf)
    .flatMap(({ field, name, day }): CalendarEvent[] => {
      if (field.id !== 'titles') {
        const detail = `${field.name}“${name}”有效期至${day}；过期后不能再作佐证`;
        return [{ day, kind: '证书到期', title: `${name}到期`, detail, basis: [`企业档案 ${field.name}`] }];
      }
      const start = addMonths(day, -REVIEW_LEAD.months);
      return [
        {
          day,
          kind: '称号到期',
          title: `称号“${name}”到期`,
          detail: '到期前办理复核；复核按认定部门当年通知',
          basis: ['企业档案 称号'],
        },
        {
          day: start < input.asOf ? input.asOf : start,
          kind: '复核启动',
          title: `准备“${name}”复核`,
          detail: `称号${day}到期，提前${REVIEW_LEAD.months}个月启动${start < input.asOf ? `（${start}就该启动）` : ''}`,
          basis: [REVIEW_LEAD.basis],
        },
      ];
    });
