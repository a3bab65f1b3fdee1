import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asList, asRecord, DAY, json, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

describe('zjtx missing', () => {
  it('tells all-of and any-of apart, programme by programme, the nearest to a verdict first', () => {
    const run = zjtx(['missing', SAMPLES.blanks, ...DAY]);
    expect(run.code).toBe(0);
    expect(run.err).toBe('');
    const [, science = ''] = /\n(科技型中小企业（2017年办法）[\s\S]*?)\n\n/.exec(run.out) ?? [];
    expect(science).toBe(`科技型中小企业（2017年办法）  最少再知道3项
  这些都要知道
    - 产品属于禁止限制淘汰类  → 产品合规
    - 违法事故记录  → 重大风险
  以下5组任选1组
    a. 科技人员数（2025年末）
    b. 称号
    c. 科技奖励
    d. 研发机构
    e. 标准`);
    const sizes = [...run.out.matchAll(/最少再知道(\d+)项/g)].map((match) => Number(match[1]));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes).toHaveLength(6);
  });

  it('says of each fact what it settles, what counts and what proves it', () => {
    const { out } = zjtx(['missing', SAMPLES.blanks, ...DAY]);
    expect(out).toContain(`  1. 研发费用（2024年），单位万元
     关系到 专精特新：研发金额、研发占比；专精特新复核：研发金额、研发占比；小巨
            人：研发合计、研发占比
     口径 审计报告利润表“研发费用”（财务会计口径，只含费用化部分，不是加计扣除
          口径）
     佐证 审计报告，必要时研发费用专项审计报告`);
    expect(out).toMatch(/研发机构（任选之一）/);
  });

  it('a verdict that stands lacks nothing, whatever is blank', () => {
    const { out, code } = zjtx(['missing', SAMPLES.research, '-p', 'national-little-giant-2026', ...DAY]);
    expect(code).toBe(0);
    expect(out).toContain('没有因为缺资料而定不了结论的项目。');
    expect(out).toMatch(/专精特新“小巨人”企业（2026年标准）：不符合/);
  });

  it('as JSON: the same sets, for programs', () => {
    const data = json(zjtx(['missing', SAMPLES.blanks, '--json', ...DAY]));
    expect(data).toMatchObject({ schemaVersion: 1, asOf: '2026-11-21', baseYear: 2025 });
    const [first] = asList(data.programmes);
    expect(first).toMatchObject({ id: 'national-tech-sme-2017', verdict: 'unknown', smallest: 3 });
    const wanted = asRecord(first?.wanted);
    expect(asList(wanted.all).map(({ label }) => label)).toEqual(['产品属于禁止限制淘汰类', '违法事故记录']);
    const [choice] = asList(wanted.choices);
    expect(choice?.n).toBe(1);
    expect(asList(choice?.of)).toHaveLength(5);
    expect(asList(data.facts)[0]).toMatchObject({
      label: '研发费用（2024年）',
      facts: [{ field: 'rd', year: 2024, label: '研发费用（2024年）' }],
      alternative: false,
      unit: '万元',
      evidence: '审计报告，必要时研发费用专项审计报告',
    });
  });

  it('every line fits 80 columns', async () => {
    const { widthOf } = await import('../../src/report/index.ts');
    const { out } = zjtx(['missing', SAMPLES.blanks, ...DAY]);
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('bad input ends with place and next step', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '甲.yaml'), '营业收人: 1\n');
    const wrong = zjtx(['missing', '甲.yaml', ...DAY], { cwd: folder });
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('甲.yaml:1:1 错误 E121');
    expect(wrong.err).not.toMatch(STACK);
    const unnamed = zjtx(['missing', '--no-input'], { cwd: folder });
    expect(unnamed.code).toBe(2);
    expect(zjtx(['missing', SAMPLES.blanks, '-p', 'national-little-giant-2062', ...DAY]).err).toContain(
      '是不是想写',
    );
  });
});
