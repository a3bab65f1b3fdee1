import type { Assessment } from '../assess/index.ts';
import { startOfYear, yearOf } from '../base/date.ts';
import { editionLabel, sourceText, windowText } from '../report/index.ts';
import { standingDuties, yearlyDuties } from './calendar-duties.ts';
import { type Calendar, type CalendarEvent, type CalendarInput, merged } from './calendar-model.ts';
import { paperEvents, papers, undated } from './calendar-papers.ts';
import { AUDIT_YEARS } from './calendar-rules.ts';

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
