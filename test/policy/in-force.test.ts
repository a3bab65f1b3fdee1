import { describe, expect, it } from 'vitest';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import {
  type EditionSummary,
  editionsFor,
  findRegion,
  historyFor,
  inForce,
  overlaps,
  type Region,
  summarize,
  windowState,
} from '../../src/policy/index.ts';
import { editionOf } from '../assess/support.ts';

const files = loadPolicyFolder('policies');
const summaries = files.map((file) => summarize(file.edition));
const on = (id: string, day: string): string => {
  const found = summaries.find((item) => item.id === id);
  if (found === undefined) throw new Error(id);
  return inForce(found, day);
};

describe('2022 and 2026 standards on the days of the change', () => {
  it.each([
    ['national-zjtx-sme-2022', '2022-07-31', 'no'],
    ['national-zjtx-sme-2022', '2022-08-01', 'yes'],
    ['national-zjtx-sme-2022', '2026-03-31', 'yes'],
    ['national-zjtx-sme-2022', '2026-04-01', 'no'],
    ['national-zjtx-sme-2026', '2026-03-31', 'no'],
    ['national-zjtx-sme-2026', '2026-04-01', 'yes'],
    ['national-zjtx-sme-2026', '2026-11-21', 'yes'],
    ['national-little-giant-2022', '2026-03-31', 'yes'],
    ['national-little-giant-2022', '2026-04-01', 'no'],
    ['national-little-giant-2026', '2026-03-31', 'no'],
    ['national-little-giant-2026', '2026-04-01', 'yes'],
    ['national-innovative-sme-2022', '2026-11-21', 'yes'],
    ['national-tech-sme-2017', '2026-11-21', 'yes'],
    ['gx-tizhi-peiyu-2025', '2025-04-22', 'no'],
    ['gx-tizhi-peiyu-2025', '2025-04-23', 'yes'],
    ['gx-tizhi-peiyu-2025', '2027-12-31', 'yes'],
    ['gx-tizhi-peiyu-2025', '2028-01-01', 'no'],
  ])('%s on %s: %s', (id, day, expected) => {
    expect(on(id, day)).toBe(expected);
  });

  it('no two editions of a series are in force on one day', () => {
    expect(overlaps(summaries)).toEqual([]);
  });

  it('every edition has an id of its own', () => {
    expect(new Set(summaries.map((item) => item.id)).size).toBe(summaries.length);
  });
});

describe('a date known to the year or month only', () => {
  const partial = (from: string, to?: string) => ({ from, ...(to === undefined ? {} : { to }) });
  it.each([
    ['2017', undefined, '2016-12-31', 'no'],
    ['2017', undefined, '2017-06-01', 'unverified'],
    ['2017', undefined, '2018-01-01', 'yes'],
    ['2017-05', undefined, '2017-04-30', 'no'],
    ['2017-05', undefined, '2017-05-15', 'unverified'],
    ['2017-05', undefined, '2017-06-01', 'yes'],
    ['2017-01-01', '2025', '2024-12-31', 'yes'],
    ['2017-01-01', '2025', '2025-06-01', 'unverified'],
    ['2017-01-01', '2025', '2026-01-01', 'no'],
  ])('%s to %s on %s: %s', (from, to, day, expected) => {
    expect(inForce(partial(from, to), day)).toBe(expected);
  });

  it('a replacement that is not sure leaves the edition unverified from that day', () => {
    const replaced = (confidence: 'A' | 'C') => ({
      from: '2020-01-01',
      replaced: { on: '2026-04-01', by: '新办法', confidence },
    });
    expect(inForce(replaced('A'), '2026-03-31')).toBe('yes');
    expect(inForce(replaced('A'), '2026-04-01')).toBe('no');
    expect(inForce(replaced('C'), '2026-03-31')).toBe('yes');
    expect(inForce(replaced('C'), '2026-04-01')).toBe('unverified');
  });

  it('未核实 leaves the whole edition unverified', () => {
    expect(inForce({ from: '2020-01-01', unverified: '未见后续文件' }, '2026-11-21')).toBe('unverified');
  });
});

describe('in force is not open', () => {
  const little = files.find((file) => file.edition.id === 'national-little-giant-2026')?.edition;
  it('on 2026-11-21 the standard holds while the eighth batch is over and none follows', () => {
    if (little === undefined) throw new Error('no edition');
    const state = windowState(little, '2026-11-21');
    expect(state.open).toBeUndefined();
    expect(state.next).toBeUndefined();
    expect(state.last?.to).toBe('2026-06-30');
  });

  it('on the last day of a window it is open, on the next it is not', () => {
    if (little === undefined) throw new Error('no edition');
    expect(windowState(little, '2026-04-24').next?.from).toBe('2026-04-25');
    expect(windowState(little, '2026-04-25').open?.name).toBe('第八批企业填报');
    expect(windowState(little, '2026-06-30').open?.to).toBe('2026-06-30');
    expect(windowState(little, '2026-07-01').open).toBeUndefined();
  });
});

const edition = (id: string, when: string): EditionSummary => ({
  ...summarize(editionOf('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {判断: 好？}}', when)),
  id,
});
const dated = (id: string, from: string, rest: Partial<EditionSummary> = {}): EditionSummary => ({
  ...edition(id, ''),
  from,
  ...rest,
});

describe('two editions of one series in force on one day', () => {
  const clash = (...items: EditionSummary[]): string[] => overlaps(items).map(([a, b]) => `${a.id} ${b.id}`);

  it('are found', () => {
    expect(clash(dated('a', '2022-01-01'), dated('b', '2026-01-01'))).toEqual(['a b']);
    expect(clash(dated('a', '2022-01-01', { to: '2026-01-01' }), dated('b', '2026-01-01'))).toEqual(['a b']);
    expect(clash(dated('b', '2026-01-01'), dated('a', '2022-01-01', { to: '2026-06-30' }))).toEqual(['b a']);
  });

  it('are not there when one ends the day before', () => {
    expect(clash(dated('a', '2022-01-01', { to: '2025-12-31' }), dated('b', '2026-01-01'))).toEqual([]);
  });

  it('are not there when one is replaced on the day the other begins', () => {
    const replaced = { replaced: { on: '2026-04-01', by: '新办法', confidence: 'A' as const } };
    expect(inForce(dated('a', '2022-01-01', replaced), '2026-04-01')).toBe('no');
    expect(clash(dated('a', '2022-01-01', replaced), dated('b', '2026-04-01'))).toEqual([]);
  });

  it('are found when the replacement comes a day too late', () => {
    const replaced = { replaced: { on: '2026-04-02', by: '新办法', confidence: 'A' as const } };
    expect(clash(dated('a', '2022-01-01', replaced), dated('b', '2026-04-01'))).toEqual(['a b']);
  });

  it('do not matter in different series', () => {
    expect(clash(dated('a', '2022-01-01'), dated('b', '2022-01-01', { series: '别的' }))).toEqual([]);
  });
});

describe('which programmes a check takes', () => {
  const ids = (day: string, ...regions: Region[]): string[] =>
    editionsFor(summaries, regions, day).map((item) => item.id);
  const region = (name: string): Region => {
    const found = findRegion(name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  it('on 2026-11-21 in 广西: up the ladder, then the province', () => {
    expect(ids('2026-11-21', region('广西'))).toEqual([
      'national-tech-sme-2017',
      'national-innovative-sme-2022',
      'national-zjtx-sme-2026',
      'national-zjtx-sme-review-2026',
      'national-little-giant-2026',
      'national-key-little-giant-2024',
      'gx-tizhi-fuhe-2025',
      'gx-tizhi-jinjie-2025',
      'gx-tizhi-peiyu-2025',
      'gx-voucher-general-2025',
      'gx-voucher-special-2025',
    ]);
  });

  it('elsewhere no programme of 广西', () => {
    expect(ids('2026-11-21', region('浙江'))).not.toContain('gx-tizhi-peiyu-2025');
  });

  it('on 2026-03-31 the 2022 editions, on 2026-04-01 the 2026 ones', () => {
    const before = ids('2026-03-31');
    expect(before).toContain('national-zjtx-sme-2022');
    expect(before).toContain('national-little-giant-2022');
    expect(before.filter((id) => /^national-(zjtx-sme|little-giant)-2026$/.test(id))).toEqual([]);
    const after = ids('2026-04-01');
    expect(after).toContain('national-zjtx-sme-2026');
    expect(after).toContain('national-little-giant-2026');
    expect(after.filter((id) => /^national-(zjtx-sme|little-giant)-2022$/.test(id))).toEqual([]);
  });

  it('takes no edition that another document replaced, however sure; history has it, and what ended', () => {
    const local = { jurisdiction: '北京市', series: '北京/专精特新' };
    const replaced = { on: '2022-08-01', by: '63号', confidence: 'R' as const };
    const list = [
      dated('取代', '2021-03-31', { ...local, replaced }),
      dated('到期', '2021-03-31', { ...local, to: '2021-12-31' }),
      dated('未核实', '2021-03-31', { ...local, unverified: '没有写止期' }),
      dated('以后', '2027-01-01', local),
      dated('外地', '2021-03-31', { ...local, jurisdiction: '天津市', to: '2021-12-31' }),
    ];
    const pick = (choose: typeof editionsFor, day: string): string[] =>
      choose(list, [region('北京')], day).map((item) => item.id);
    expect(pick(editionsFor, '2022-07-31')).toEqual(['取代', '未核实']);
    expect(pick(editionsFor, '2022-08-01')).toEqual(['未核实']);
    expect(pick(historyFor, '2022-07-31')).toEqual(['到期']);
    expect(pick(historyFor, '2022-08-01').sort()).toEqual(['到期', '取代'].sort());
  });
});
