import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/base/ratio.ts';
import { assumed, readAssumptions } from '../../src/plan/assume.ts';
import type { Interval } from '../../src/plan/interval.ts';
import { possibleRules, type SettlementPlan, settlementPlan } from '../../src/plan/settle.ts';
import { profileOf } from '../profile/support.ts';
import { edition, NONE } from './support.ts';

const GUANGXI = '财政培育库档: 培育档\n';
const KEY = '称号: [{名称: 重点“小巨人”企业, 认定日: 2024-09-01, 有效期至: 2027-08-31}]\n';
const AFTER = '2028-01-15';

const settle = (id: string, text: string, asOf = AFTER): SettlementPlan => {
  const plan = settlementPlan({ profile: profileOf(text), asOf, assumptions: NONE }, edition(id));
  if (plan === undefined) throw new Error('no settlement');
  return plan;
};
const guangxi = (text: string, asOf = AFTER) => settle('gx-tizhi-peiyu-2025', `${GUANGXI}${text}`, asOf);
const key = (text: string, asOf = '2027-07-31') =>
  settle('national-key-little-giant-2024', `${KEY}${text}`, asOf);

const wan = ({ low, high }: Interval): string[] =>
  [low, high].map((value) =>
    value === undefined ? '∞' : toDecimal({ n: value.n, d: value.d * 10_000n }, 4),
  );
const percent = ({ low, high }: Interval): string[] =>
  [low, high].map((value) => (value === undefined ? '∞' : toDecimal({ n: value.n * 100n, d: value.d }, 4)));
const rates = (plan: SettlementPlan): string[][] => plan.readings.map(({ rate }) => percent(rate));
const effects = (plan: SettlementPlan): string[] => possibleRules(plan).map((rule) => rule.effect.kind);

/** One target, of which every reading gives the same rate: base 0, and the investment done to the same share. */
const one = (actual: number): string => `推进计划指标:
  - {名称: 新产品, 单位: 项, 年度: 2027, 基期值: 0, 目标值: 100, 实际值: ${actual}}
推进计划总投资: 2000万元
推进计划已完成投资: ${actual * 20}万元
`;

describe('广西 八（四）第2项: below 60% all, below 80% the difference, 80% nothing', () => {
  it.each([
    [59, 'all', '100'],
    [60, 'shortfall', '20'],
    [79, 'shortfall', '1'],
    [80, 'none', '0'],
    [100, 'none', '0'],
    [130, 'none', '0'],
  ])('%s%%', (actual, effect, back) => {
    const plan = guangxi(one(actual));
    // the share of targets that are reached is another reading: one target is reached or it is not
    const means = plan.readings.filter(({ reading }) => reading.method === 'mean');
    expect(means.map(({ outcomes }) => outcomes.map((item) => item.rule.effect.kind))).toEqual([
      [effect],
      [effect],
      [effect],
    ]);
    for (const { outcomes } of means)
      expect(wan(outcomes[0]?.back ?? { low: { n: 0n, d: 1n } })).toEqual([back, back]);
  });

  it('all readings agree: definite; they differ: both are possible', () => {
    expect(effects(guangxi(one(59)))).toEqual(['all']);
    expect(effects(guangxi(one(80)))).toEqual(['all', 'none']);
    expect(effects(guangxi(one(100)))).toEqual(['none']);
  });

  it('what was received counts, where the profile says it', () => {
    const plan = guangxi(`${one(70)}推进计划已得资金: 80万元\n`);
    expect(plan.receivedKnown).toBe(true);
    expect(wan(plan.readings[0]?.outcomes[0]?.back ?? { low: { n: 0n, d: 1n } })).toEqual(['8', '8']);
  });

  it('more than reached counts as 100% and makes up for nothing', () => {
    const plan = guangxi(`推进计划指标:
  - {名称: 甲, 单位: 项, 年度: 2027, 基期值: 0, 目标值: 10, 实际值: 30}
  - {名称: 乙, 单位: 项, 年度: 2027, 基期值: 0, 目标值: 10, 实际值: 5}
`);
    expect(percent(plan.readings[0]?.rate ?? { low: { n: 0n, d: 1n } })).toEqual(['75', '75']);
    expect(effects(plan)).toContain('shortfall');
  });

  it('a target that should fall: lower is better', () => {
    const plan = guangxi(`推进计划指标:
  - {名称: 能耗, 单位: "", 年度: 2027, 基期值: 60, 目标值: 50, 实际值: 55}
`);
    const [target] = plan.targets;
    expect(percent(target?.level ?? { low: { n: 0n, d: 1n } })[0]).toBe('90.9091');
    expect(percent(target?.progress ?? { low: { n: 0n, d: 1n } })).toEqual(['50', '50']);
  });

  it.each([
    ['没有基期值', '目标值: 10, 实际值: 5', '没有基期值，看不出目标是升是降'],
    ['没有实际值', '基期值: 1, 目标值: 10', '没有实际值'],
    ['文字', '基期值: 无, 目标值: 通过验收, 实际值: 已提交', '不是可比的数，由人看'],
    ['保持', '基期值: 10, 目标值: 10, 实际值: 9', '目标等于基期值，看不出升降，由人看'],
  ])('%s stays open, never 0', (_name, values, trouble) => {
    const plan = guangxi(`推进计划指标: [{名称: 甲, 单位: 项, 年度: 2027, ${values}}]\n`);
    expect(plan.targets[0]?.trouble).toBe(trouble);
    expect(percent(plan.readings[0]?.rate ?? { low: { n: 0n, d: 1n } })).toEqual(['0', '100']);
    expect(effects(plan)).toEqual(['all', 'shortfall', 'none']);
  });

  it('of yearly targets the last year counts', () => {
    const plan = guangxi(`推进计划指标:
  - {名称: 甲, 单位: 项, 年度: 2026, 基期值: 0, 目标值: 5, 实际值: 1}
  - {名称: 甲, 单位: 项, 年度: 2027, 基期值: 0, 目标值: 10, 实际值: 10}
`);
    expect(plan.targets.map(({ final }) => final)).toEqual([false, true]);
    expect(percent(plan.readings[0]?.rate ?? { low: { n: 0n, d: 1n } })).toEqual(['100', '100']);
  });

  it('a target of the field dictionary is read from the yearly data once the year is over', () => {
    const text = `推进计划指标: [{名称: 营业收入, 单位: 万元, 年度: 2027, 基期值: 7200, 目标值: 9000}]
营业收入: {2027: 8100万元}
`;
    expect(guangxi(text).targets[0]).toMatchObject({ actual: '8100万元', origin: 'profile', running: false });
    expect(guangxi(text, '2027-12-31').targets[0]?.actual).toBeUndefined();
  });

  it('an assumed figure fills a target and is marked', () => {
    const profile = profileOf(
      `${GUANGXI}推进计划指标: [{名称: 营业收入, 单位: 万元, 年度: 2027, 基期值: 7200, 目标值: 9000}]\n`,
    );
    const assumptions = readAssumptions(['营业收入.2027=9000万元'], profile, '2026-11-21');
    const plan = settlementPlan(
      { profile: assumed(profile, assumptions), asOf: '2026-11-21', assumptions },
      edition('gx-tizhi-peiyu-2025'),
    );
    expect(plan?.targets[0]).toMatchObject({ actual: '9000万元', origin: 'assumed' });
    expect(plan?.over).toBe(false);
  });

  it('实现进阶 lifts the rules (八（四）第2项)', () => {
    const title = '称号: [{名称: 专精特新“小巨人”企业, 认定日: 2026-09-01, 有效期至: 2029-08-31}]\n';
    expect(guangxi(`${title}${one(10)}`).exempt).toMatch(/实现进阶/);
    expect(guangxi(one(10)).exempt).toBeUndefined();
  });

  it('the period ends two years after its first day', () => {
    expect(guangxi(`推进计划起始日: 2025-07-01\n${one(80)}`).end).toBe('2027-07-01');
    expect(guangxi(`推进计划起始日: 2025-07-01\n${one(80)}`, '2027-07-01').over).toBe(false);
    expect(guangxi(`推进计划起始日: 2025-07-01\n${one(80)}`, '2027-07-02').over).toBe(true);
  });
});

describe('whom it is for', () => {
  const asked = (text: string) =>
    settlementPlan(
      { profile: profileOf(text), asOf: AFTER, assumptions: NONE },
      edition('gx-tizhi-peiyu-2025'),
    );
  it('not in the pool: nothing; not known, but a plan is there: shown as open; no plan: nothing', () => {
    expect(asked(`财政培育库档: 未入库\n${one(80)}`)).toBeUndefined();
    expect(asked(one(80))?.applies).toBe('unknown');
    expect(asked('企业名称: 甲')).toBeUndefined();
  });
});

describe('财建〔2024〕148号 四（二）: 600万元, half at the start', () => {
  const plan = (invested: string, actual: number) =>
    key(`推进计划总投资: 3000万元
推进计划已完成投资: ${invested}
推进计划指标: [{名称: 新产品, 单位: 项, 年度: 2026, 基期值: 0, 目标值: 10, 实际值: ${actual}}]
`);
  const told = (found: SettlementPlan) => {
    const [outcome] = found.readings[0]?.outcomes ?? [];
    return [
      effects(found),
      wan(outcome?.back ?? { low: { n: 0n, d: 1n } })[0],
      wan({ low: outcome?.lost ?? { n: 0n, d: 1n } })[0],
    ];
  };

  it('below 2000万元 the money comes back, whatever was reached', () => {
    expect(told(plan('1999.99万元', 10))).toEqual([['all'], '300', '300']);
  });
  it('2000万元 with a goal missed: the rest is not paid', () => {
    expect(told(plan('2000万元', 9))).toEqual([['rest'], '0', '300']);
  });
  it('2000万元 with all goals reached: the rest is paid', () => {
    expect(told(plan('2000万元', 10))).toEqual([['none'], '0', '0']);
  });
  it('an investment that is not told stays open', () => {
    const open = key(
      '推进计划指标: [{名称: 新产品, 单位: 项, 年度: 2026, 基期值: 0, 目标值: 10, 实际值: 10}]\n',
    );
    expect(effects(open)).toEqual(['all', 'none']);
  });
  it('one goal missed and another more than reached: the readings differ', () => {
    const mixed = key(`推进计划总投资: 3000万元
推进计划已完成投资: 3000万元
推进计划指标:
  - {名称: 甲, 单位: 项, 年度: 2026, 基期值: 0, 目标值: 10, 实际值: 9}
  - {名称: 乙, 单位: 项, 年度: 2026, 基期值: 0, 目标值: 10, 实际值: 30}
`);
    expect(rates(mixed)).toEqual([
      ['50', '50'],
      ['195', '195'],
    ]);
    expect(effects(mixed)).toEqual(['rest', 'none']);
  });
  it('a company of the 2021 round is not settled by it', () => {
    const old = settlementPlan(
      {
        profile: profileOf(
          `称号: [{名称: 重点“小巨人”企业, 认定日: 2021-09-01, 有效期至: 2027-08-31}]\n推进计划总投资: 3000万元\n`,
        ),
        asOf: '2026-11-21',
        assumptions: NONE,
      },
      edition('national-key-little-giant-2024'),
    );
    expect(old).toBeUndefined();
  });
});

describe('投资', () => {
  it('without totals the list counts where every entry says; else it is open', () => {
    const whole = guangxi(
      '推进计划投资明细: [{年度: 2026, 投资额: 1200万元, 已完成: 600万元}, {年度: 2027, 投资额: 800万元, 已完成: 900万元}]\n',
    );
    expect(percent({ low: whole.investment.rate ?? { n: 0n, d: 1n } })[0]).toBe('75');
    const part = guangxi(
      '推进计划投资明细: [{年度: 2026, 投资额: 1200万元, 已完成: 600万元}, {年度: 2027, 投资额: 800万元}]\n',
    );
    expect(part.investment.invested).toBeUndefined();
    expect(part.investment.planned).toEqual({ n: 20_000_000n, d: 1n });
  });
  it('a total that differs from the list is pointed out', () => {
    const plan = guangxi('推进计划总投资: 2000万元\n推进计划投资明细: [{年度: 2026, 投资额: 1999万元}]\n');
    expect(plan.investment.remarks).toEqual(['推进计划总投资与投资明细的投资额合计不一致，核对后以佐证为准']);
  });
});
