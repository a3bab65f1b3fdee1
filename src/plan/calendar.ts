import type { Assessment } from '../assess/index.ts';
import { addMonths, type CivilDate, startOfYear, yearOf } from '../base/date.ts';
import { type Edition, IN_FORCE_WORDS, type InForce, inForce, type Obligation } from '../policy/index.ts';
import { FIELDS, type Field, type Profile, type ProfileRecord } from '../profile/index.ts';
import { type CheckedProgramme, editionLabel, sourceText, windowText } from '../report/index.ts';
import { AUDIT_YEARS, type EventKind, MONTHS_AHEAD, REVIEW_LEAD } from './calendar-rules.ts';
import type { ProgrammePlan } from './distance.ts';
import type { SettlementPlan } from './settle.ts';

/** A day to keep in mind, and what it rests on. */
export interface CalendarEvent {
  readonly day: CivilDate;
  readonly kind: EventKind;
  readonly title: string;
  readonly detail: string;
  readonly basis: readonly string[];
}

/** A duty without a day of its own: it runs from something that happens. */
export interface Standing {
  readonly text: string;
  readonly basis: readonly string[];
}

export interface Calendar {
  readonly events: readonly CalendarEvent[];
  readonly standing: readonly Standing[];
  /** titles and papers that ran out before the as-of date */
  readonly past: readonly string[];
  /** titles and certificates whose last day the profile does not give */
  readonly undated: readonly string[];
  /** where applications are taken, in words */
  readonly windows: readonly string[];
}

export interface CalendarInput {
  readonly profile: Profile;
  readonly asOf: CivilDate;
  readonly programmes: readonly CheckedProgramme[];
  readonly plans: readonly ProgrammePlan[];
  readonly settlements: readonly SettlementPlan[];
  /** the editions that hold for the company's place on a day */
  readonly editionsOn: (day: CivilDate) => readonly Edition[];
}

const dateIn = (record: ProfileRecord, id: string): CivilDate | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'string' && value.length === 10 ? value : undefined;
};

const nameIn = (field: Field, record: ProfileRecord): string => {
  const [name, kind] = ['name', 'kind'].map((id) => record.get(id)?.value);
  return typeof name === 'string' ? name : typeof kind === 'string' ? kind : field.name;
};

const DATED = FIELDS.flatMap((field) =>
  field.validity === undefined ? [] : [{ field, until: field.validity.to }],
);

/** Titles, certificates and papers that end: each with its day; of one title only the latest grant counts. */
const papers = ({ profile }: CalendarInput) =>
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
const undated = ({ profile }: CalendarInput): readonly string[] =>
  DATED.filter(({ field }) => field.id !== 'evidence').flatMap(({ field, until }) =>
    (profile.records.get(field.id)?.items ?? [])
      .filter((record) => record.size > 0 && !record.has(until))
      .map((record) => `${field.name}“${nameIn(field, record)}”没有填有效期至`),
  );

const paperEvents = (input: CalendarInput): readonly CalendarEvent[] =>
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
const yearlyDuties = (input: CalendarInput): readonly CalendarEvent[] => {
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

const standingDuties = (input: CalendarInput): readonly Standing[] => {
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

/** The same duty under several editions is one entry that cites them all. */
const merged = <Item extends { readonly basis: readonly string[] }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] => {
  const found = new Map<string, Item>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    const basis = [...new Set([...(known?.basis ?? []), ...item.basis])];
    found.set(keyOf(item), { ...(known ?? item), basis });
  }
  return [...found.values()];
};

/** Programmes that can still be applied for: not held, meant for the company. */
const applicable = ({ programmes }: CalendarInput): readonly Assessment[] =>
  programmes
    .map(({ assessment }) => assessment)
    .filter(({ held, verdict }) => held?.valid !== true && verdict !== 'na');

const windowEvents = (input: CalendarInput): readonly CalendarEvent[] =>
  applicable(input).flatMap(({ edition }) =>
    edition.windows.flatMap((window): CalendarEvent[] => {
      const shared = {
        title: `${edition.name}：${window.name}`,
        basis: [`${sourceText(edition)}（可信度${window.confidence}）`],
      };
      return [
        ...(window.from >= input.asOf
          ? [
              {
                ...shared,
                day: window.from,
                kind: '受理开始' as const,
                detail: `${window.from}至${window.to}`,
              },
            ]
          : []),
        ...(window.to >= input.asOf
          ? [{ ...shared, day: window.to, kind: '受理截止' as const, detail: `${window.to}截止` }]
          : []),
      ];
    }),
  );

const curedEvents = ({ plans }: CalendarInput): readonly CalendarEvent[] =>
  plans.flatMap(({ checked, ways }) =>
    ways.flatMap((way): CalendarEvent[] =>
      way.kind !== 'time' || way.day === undefined
        ? []
        : [
            {
              day: way.day,
              kind: '条件满足',
              title: `${checked.assessment.edition.name}“${way.result.criterion.id}”满足`,
              detail: `${way.result.criterion.text}：其他不变，从这天起符合`,
              basis: [`${sourceText(checked.assessment.edition)} ${way.result.criterion.clause}`],
            },
          ],
    ),
  );

/** On New Year's Day another year becomes 上年度: the oldest audit report falls out, a new one is needed. */
const yearChange = ({ asOf }: CalendarInput): readonly CalendarEvent[] => {
  const base = yearOf(asOf);
  const years = Array.from({ length: AUDIT_YEARS }, (_, index) => base - AUDIT_YEARS + 1 + index);
  return [
    {
      day: startOfYear(base + 1),
      kind: '年度更替',
      title: `上年度变为${base}年`,
      detail: `近${AUDIT_YEARS}年审计报告从这天起指${years.join('、')}年；${base - AUDIT_YEARS}年的不再在内，${base}年的要等审计报告出具`,
      basis: ['上年度按评估日推算'],
    },
  ];
};

const planEnds = ({ settlements, asOf }: CalendarInput): readonly CalendarEvent[] =>
  settlements.flatMap(({ edition, end, applies }): CalendarEvent[] =>
    end === undefined || end < asOf || applies !== 'met'
      ? []
      : [
          {
            day: end,
            kind: '计划期满',
            title: '推进计划期满，准备期末评价',
            detail: '按指标和投资核对完成情况，备好佐证',
            basis: [`${edition.name}：${sourceText(edition)}`],
          },
        ],
  );

/** All that has a date, in order; duties without one beside it. */
export const calendarOf = (input: CalendarInput): Calendar => {
  const events = [
    ...paperEvents(input),
    ...yearlyDuties(input),
    ...windowEvents(input),
    ...curedEvents(input),
    ...yearChange(input),
    ...planEnds(input),
  ];
  return {
    events: [...merged(events, ({ day, kind, title, detail }) => [day, kind, title, detail].join())].sort(
      (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0),
    ),
    standing: standingDuties(input),
    past: papers(input)
      .filter(({ day }) => day < input.asOf)
      .map(({ field, name, day }) => `${field.name}“${name}”已于${day}到期`),
    undated: [...new Set(undated(input))],
    windows: input.programmes
      .filter(({ assessment, inForce: state }) => state === 'yes' && applicable(input).includes(assessment))
      .map(
        ({ assessment, inForce: state }) =>
          `${editionLabel(assessment.edition)}：${windowText(assessment.edition, state, assessment.asOf)}`,
      ),
  };
};
