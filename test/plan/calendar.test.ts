import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '../../src/plan/build.ts';
import type { CalendarEvent } from '../../src/plan/calendar-model.ts';
import { calendarFile } from '../../src/plan/ics.ts';
import { type Edition, inForce } from '../../src/policy/index.ts';
import { AS_OF } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';
import { edition, resultOf } from './support.ts';

const TITLE = '{名称: 专精特新中小企业, 认定日: 2024-12-30, 有效期至: 2027-12-29}';
const RULES = [
  'national-zjtx-sme-2022',
  'national-zjtx-sme-2026',
  'national-little-giant-2022',
  'national-little-giant-2026',
  'national-innovative-sme-2022',
] as const;

const calendar = (text: string, asOf = AS_OF, ids: readonly string[] = []) => {
  const profile = profileOf(text);
  const editionsOn = (day: string): readonly Edition[] =>
    RULES.map(edition).filter((rules) => inForce(rules, day) !== 'no');
  return buildPlan({
    result: resultOf(profile, ids, asOf),
    assumptions: [],
    checkOn: () => [],
    editionsOn,
  }).calendar;
};
const days = (events: readonly CalendarEvent[], kind: CalendarEvent['kind']): string[] =>
  events.filter((event) => event.kind === kind).map(({ day }) => day);

describe('titles and certificates', () => {
  it('a title ends on its last day; its review starts three months before', () => {
    const { events } = calendar(`称号: [${TITLE}]`);
    expect(days(events, '称号到期')).toEqual(['2027-12-29']);
    expect(days(events, '复核启动')).toEqual(['2027-09-29']);
  });
  it('a start that has gone by is put on the as-of date and says so', () => {
    const { events } = calendar(`称号: [${TITLE}]`, '2027-11-01');
    expect(days(events, '复核启动')).toEqual(['2027-11-01']);
    expect(events.find(({ kind }) => kind === '复核启动')?.detail).toContain('2027-09-29就该启动');
  });
  it('of a title granted again only the latest end counts', () => {
    const again = '{名称: 专精特新中小企业, 认定日: 2021-12-30, 有效期至: 2026-12-29}';
    expect(days(calendar(`称号: [${again}, ${TITLE}]`).events, '称号到期')).toEqual(['2027-12-29']);
  });
  it('what has ended, and what has no end, is told apart', () => {
    const { past, undated, events } = calendar(
      '管理体系认证: [{名称: ISO9001, 有效期至: 2026-11-20}, {名称: ISO14001, 有效期至: 2026-11-21}, {名称: ISO45001}]',
    );
    expect(past).toEqual(['管理体系认证“ISO9001”已于2026-11-20到期']);
    expect(days(events, '证书到期')).toEqual(['2026-11-21']);
    expect(undated).toEqual(['管理体系认证“ISO45001”没有填有效期至']);
  });
});

describe('the yearly update, under the rules of its day', () => {
  const update = (asOf: string, title = TITLE): string[] =>
    days(calendar(`称号: [${title}]`, asOf).events, '信息更新');
  it('05-31 under 工信部企业〔2026〕2号', () => {
    expect(update('2026-11-21')).toEqual(['2027-05-31']);
  });
  it('04-30 before it, 05-31 from 2026 on', () => {
    expect(update('2025-01-10')).toEqual(['2025-04-30', '2026-05-31']);
  });
  it('on the day itself it is still to be done', () => {
    expect(update('2027-05-31')).toEqual(['2027-05-31']);
    expect(update('2027-06-01')).toEqual([]);
  });
  it('only while the title is held', () => {
    expect(
      update('2026-11-21', '{名称: 专精特新中小企业, 认定日: 2024-05-01, 有效期至: 2027-05-30}'),
    ).toEqual([]);
    expect(days(calendar('称号: 无').events, '信息更新')).toEqual([]);
  });
  it('an edition that lived through the change tells both', () => {
    const title = '{名称: 创新型中小企业, 认定日: 2024-05-01, 有效期至: 2027-04-30}';
    expect(update('2025-01-10', title)).toEqual(['2025-04-30', '2026-05-31']);
  });
  it('two titles, one duty: once, and one citation', () => {
    const two = calendar(
      `称号: [${TITLE}, {名称: 创新型中小企业, 认定日: 2025-05-01, 有效期至: 2028-04-30}]`,
    );
    const found = two.events.filter(({ kind, day }) => kind === '信息更新' && day === '2027-05-31');
    expect(found.map(({ basis }) => basis)).toEqual([['工信部企业〔2026〕2号 第十七条']]);
  });
  it('the change report stands without a day', () => {
    const { standing } = calendar(`称号: [${TITLE}]`);
    expect(standing.map(({ text }) => text)).toEqual([
      '变更报告：更名、合并、重组、跨省迁移等重大变化，3个月内',
    ]);
  });
});

describe('years and windows', () => {
  it('New Year’s Day changes 上年度 and the audit reports of the last three years', () => {
    const [found] = calendar('企业名称: 甲').events;
    expect(found).toMatchObject({ day: '2027-01-01', kind: '年度更替' });
    expect(found?.detail).toContain('2024、2025、2026年；2023年的不再在内');
  });
  it('windows that are still to come or open, and none that is over', () => {
    const at = (asOf: string) => {
      const { events } = calendar('企业名称: 甲', asOf, ['national-little-giant-2026']);
      return [days(events, '受理开始'), days(events, '受理截止')];
    };
    expect(at('2026-04-01')).toEqual([
      ['2026-04-25', '2026-05-25'],
      ['2026-05-25', '2026-06-30'],
    ]);
    expect(at('2026-05-26')).toEqual([[], ['2026-06-30']]);
    expect(at('2026-07-01')).toEqual([[], []]);
  });
});

describe('the .ics file', () => {
  const events: readonly CalendarEvent[] = [
    {
      day: '2027-02-28',
      kind: '称号到期',
      title: '称号“专精特新中小企业”到期；逗号,分号;反斜杠\\',
      detail: '到期前办理复核，'.repeat(20),
      basis: ['工信部企业〔2026〕2号 第十六条'],
    },
    { day: '2027-05-31', kind: '条件满足', title: '甲', detail: '乙', basis: ['丙'] },
  ];
  const text = calendarFile('示例（虚构）有限公司', AS_OF, events);
  const parsed = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((item) => new ICAL.Event(item));

  it('another library reads every event as a whole day with its text', () => {
    expect(parsed.map((item) => [item.startDate.toString(), item.startDate.isDate])).toEqual([
      ['2027-02-28', true],
      ['2027-05-31', true],
    ]);
    expect(parsed[0]?.summary).toBe('【称号到期】称号“专精特新中小企业”到期；逗号,分号;反斜杠\\');
    expect(parsed[0]?.description).toBe(
      `${'到期前办理复核，'.repeat(20)}\n依据：工信部企业〔2026〕2号 第十六条\n预检结果，以主管部门为准。`,
    );
  });

  it('reminds before what has to be prepared, and not of what is only good news', () => {
    const alarms = parsed.map((item) =>
      item.component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    );
    expect(alarms).toEqual([['-P30D'], []]);
  });

  it('keeps RFC 5545: CRLF, at most 75 octets a line, one UID an event', () => {
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(new Set(parsed.map((item) => item.uid)).size).toBe(2);
  });

  it('same input, same bytes; another company, other UIDs', () => {
    expect(calendarFile('示例（虚构）有限公司', AS_OF, events)).toBe(text);
    const other = calendarFile('乙（虚构）有限公司', AS_OF, events);
    for (const { uid } of parsed) expect(other).not.toContain(uid);
  });

  it('a calendar without events is still a calendar', () => {
    const empty = new ICAL.Component(ICAL.parse(calendarFile('甲', AS_OF, [])));
    expect(empty.getAllSubcomponents('vevent')).toEqual([]);
    expect(empty.getFirstPropertyValue('version')).toBe('2.0');
  });
});
