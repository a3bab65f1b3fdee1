import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/index.ts';
import { asList, asRecord, DAY, json, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

const GIANT = 'national-little-giant-2026';
const plan = (...args: string[]) => zjtx(['plan', ...args]);

describe('zjtx plan', () => {
  it('tells the closed year, the next round and the facts it looks at', () => {
    const run = plan(SAMPLES.research, ...DAY, '-p', GIANT);
    expect(run.code).toBe(0);
    expect(run.out).toContain('本轮够不着（已结账年度，不可补）');
    expect(run.out).toContain('日期 2027-01-01起看新的年度，要看研发费用（2026年）、营业收入（2026年）');
    expect(run.out).not.toContain('试算（假设）');
  });

  it('tries assumed figures at the next year, marked on every line, and leaves the profile as it is', () => {
    const before = readFileSync(SAMPLES.research, 'utf8');
    const assumptions = ['--set', '研发费用.2026=750万元', '--set', '营业收入.2026=2.5亿元'];
    const run = plan(SAMPLES.research, ...DAY, '-p', GIANT, ...assumptions);
    expect(run.code).toBe(0);
    expect(run.out).toContain('假设 研发费用（2026年）=750万元');
    expect(run.out).toContain('按2027-01-01评估（上年度2026年）');
    expect(run.out).toContain('- 研发占比　缺资料 → 符合（假设）：2025年 4%；2026年 3%');
    const changes = run.out.split('\n').filter((line) => line.includes(' → '));
    expect(changes.length).toBeGreaterThan(2);
    expect(changes.filter((line) => !line.includes('（假设）'))).toEqual([]);
    expect(readFileSync(SAMPLES.research, 'utf8')).toBe(before);
  });

  it('one 万元 less fails', () => {
    const run = plan(
      SAMPLES.research,
      ...DAY,
      '-p',
      GIANT,
      '--set',
      '研发费用.2026=749万元',
      '--set',
      '营业收入.2026=2.5亿元',
      '--json',
    );
    const [trial] = asList(json(run).trials);
    expect(trial).toMatchObject({ assumed: true, asOf: '2027-01-01', baseYear: 2026 });
    const [programme] = asList(trial?.programmes);
    const change = asList(programme?.changes).find(({ id }) => id === '研发占比');
    expect(change).toMatchObject({
      before: 'unknown',
      after: 'unmet',
      assumed: true,
      gaps: ['研发费用（2026年）还差1万元'],
    });
  });

  it('a figure of the running year that counts now is tried now', () => {
    const run = plan(
      SAMPLES.guangxi,
      ...DAY,
      '-p',
      GIANT,
      '--set',
      '专精特新发展评价得分.2026=60分',
      '--json',
    );
    const [trial] = asList(json(run).trials);
    expect(trial?.asOf).toBe('2026-11-21');
    const [programme] = asList(trial?.programmes);
    expect(asList(programme?.changes).map(({ id, before, after }) => [id, before, after])).toEqual([
      ['评价得分', 'unmet', 'met'],
    ]);
  });

  it.each([
    ['研发费用.2025=960万元', 'E183', '已结账年度的数以审计报告为准'],
    ['研发费用=960万元', 'E182', '写成 --set 研发费用.2026=650万元'],
    ['营业收人.2026=1亿元', 'E180', '是不是想写“营业收入”'],
  ])('--set %s is refused', (text, code, fix) => {
    const run = plan(SAMPLES.research, ...DAY, '--set', text);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toContain(code);
    expect(run.err).toContain(fix);
    expect(run.err).not.toMatch(STACK);
  });

  it('shows plan, settlement, money and calendar of a 广西 company', () => {
    const run = plan(SAMPLES.guangxi, ...DAY);
    expect(run.code).toBe(0);
    for (const text of [
      '推进计划完成情况和清算',
      '投资 计划2000万元，已完成600万元，完成30%',
      '待核实，各种读法或还没有的数会得出不同结果',
      '- 广西提质进阶进阶奖励300万元（已含桂政办发〔2024〕10号“小巨人”认定奖励100万',
      '合计1000万元',
      '年度配额20万元',
      '2027-05-31 信息更新：在培育平台更新企业信息',
      '2027-12-29 称号到期',
      '不得借助第三方机构申请',
    ])
      expect(run.out).toContain(text);
    expect(run.out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('never advises to change a figure, an industry or a date', () => {
    for (const path of Object.values(SAMPLES))
      expect(plan(path, ...DAY).out).not.toMatch(/建议(改|调|填)|改为|调整为|可将|改成/);
  });

  it('--json has the same, exact and without words to cut', () => {
    const data = json(plan(SAMPLES.guangxi, ...DAY, '--json'));
    expect(data).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-11-21',
      baseYear: 2025,
      trials: [],
      assumptions: [],
    });
    const giant = asList(data.programmes).find(({ id }) => id === GIANT);
    expect(asList(giant?.criteria).map(({ id, kind, nextRoundFrom }) => [id, kind, nextRoundFrom])).toEqual([
      ['Ⅰ类知识产权', 'work', null],
      ['评价得分', 'work', null],
      ['研发合计', 'closed', '2027-01-01'],
    ]);
    expect(asRecord(data.money).sum).toBe('1000万元');
    const [settlement] = asList(data.settlements);
    expect(settlement).toMatchObject({ applies: 'unknown', over: false, definite: false, end: '2027-12-31' });
  });

  it('--ics is read by another library, day by day as in the text', () => {
    const folder = tempFolder();
    const path = join(folder, '日历.ics');
    const run = plan(SAMPLES.research, ...DAY, '--ics', path, '--json');
    expect(run.code).toBe(0);
    expect(run.err).toContain('已写入');
    const events = asList(asRecord(json(run).calendar).events);
    const parsed = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8'))).getAllSubcomponents('vevent');
    expect(parsed.map((item) => new ICAL.Event(item).startDate.toString())).toEqual(
      events.map(({ day }) => day),
    );
    expect(parsed.length).toBe(7);
    const again = plan(SAMPLES.research, ...DAY, '--ics', path);
    expect(again.code).toBe(2);
    expect(again.err).toContain('E150');
    expect(plan(SAMPLES.research, ...DAY, '--ics', path, '--force').code).toBe(0);
  });

  it('the same days in any time zone', () => {
    const folder = tempFolder();
    const bytes = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone, index) => {
      const path = join(folder, `${index}.ics`);
      expect(
        zjtx(['plan', SAMPLES.research, ...DAY, '--ics', path], { env: { ...process.env, TZ: zone } }).code,
      ).toBe(0);
      return readFileSync(path, 'utf8');
    });
    expect(bytes[1]).toBe(bytes[0]);
    expect(bytes[2]).toBe(bytes[0]);
  });

  it('years in the segment are cured by time, and the calendar has the day', () => {
    const path = join(tempFolder(), '档案.yaml');
    writeFileSync(path, '企业名称: 示例（虚构）有限公司\n从事细分市场起始日: 2024-06-01\n');
    const run = plan(path, ...DAY, '-p', GIANT);
    expect(run.out).toContain('等时间就能满足（其他事实不变）');
    expect(run.out).toContain('日期 2028-01-01起符合');
    expect(run.out).toContain('2028-01-01 条件满足：专精特新“小巨人”企业“细分市场年限”满足');
  });

  it('an almost empty profile is no empty success', () => {
    const path = join(tempFolder(), '档案.yaml');
    writeFileSync(path, '企业名称: 示例（虚构）有限公司\n');
    const run = plan(path, ...DAY);
    expect(run.code).toBe(0);
    expect(run.out).toContain('还缺');
    expect(run.out).not.toContain('推进计划完成情况和清算');
  });

  it.each([
    [['没有的.yaml'], 'E101'],
    [[SAMPLES.exact, '-p', 'x'], 'E010'],
    [[SAMPLES.exact, '--as-of', '2026-13-01'], 'E011'],
    [['--no-input'], 'E'],
  ])('%s is refused', (args, code) => {
    const run = plan(...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(code);
    expect(run.err).not.toMatch(STACK);
  });
});
