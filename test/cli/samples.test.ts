import { describe, expect, it } from 'vitest';
import { criterionOf, DAY, json, SAMPLES, verdicts, zjtx } from './support.ts';

const check = (sample: string, ...rest: string[]) => zjtx(['check', sample, ...DAY, '--json', ...rest]);
const GIANT = 'national-little-giant-2026';
const SME = 'national-zjtx-sme-2026';

describe('01: meets 小巨人 2026 exactly at the thresholds', () => {
  const run = check(SAMPLES.exact);

  it('小巨人 is 符合; a person must still judge 专精特新', () => {
    expect(verdicts(run)).toMatchObject({
      'national-tech-sme-2017': 'met',
      'national-innovative-sme-2022': 'met',
      [SME]: 'manual',
      [GIANT]: 'met',
    });
  });

  it.each([
    ['主营占比', '2025年 90%', '上年度不低于90%'],
    ['收入增长', '复合增长率 5%', '近两年复合增长率不低于5%'],
    ['资产负债率', '2025年 75%', '上年末不高于75%'],
    ['研发合计', '1200万元', '近两年合计不低于1200万元'],
    ['Ⅰ类知识产权', '4项', '不少于4项'],
    ['国内占有率', '2025年 10%', '上年度不低于10%'],
    ['评价得分', '2026年 60分', '本年度不低于60分'],
  ])('%s is %s against %s', (id, actual, threshold) => {
    expect(criterionOf(run, GIANT, id)).toMatchObject({ verdict: 'met', actual, threshold });
  });

  it('what a person recorded is shown as attested', () => {
    expect(criterionOf(run, GIANT, '知名度')).toMatchObject({
      verdict: 'met',
      attested: { by: '李某（虚构）', date: '2026-11-01' },
    });
  });
});

describe('02: R&D is enough as a sum and too little in one year', () => {
  const run = check(SAMPLES.research);

  it('小巨人 and 专精特新 are 不符合', () => {
    expect(verdicts(run)).toMatchObject({ [GIANT]: 'unmet', [SME]: 'unmet' });
  });

  it('only the share of 2024 fails: 650 of 22000 is 2.95%, 10万元 too little', () => {
    expect(criterionOf(run, GIANT, '研发合计')).toMatchObject({ verdict: 'met', actual: '1610万元' });
    expect(criterionOf(run, GIANT, '研发占比')).toMatchObject({
      verdict: 'unmet',
      actual: '2024年 2.95%；2025年 4%',
      gap: [{ text: '研发费用（2024年）还差10万元', amount: 10, unit: '万元', closed: true }],
    });
  });
});

describe('03: blanks are neither 0 nor passed', () => {
  const run = check(SAMPLES.blanks);

  it('everything is 缺资料', () => {
    expect(new Set(Object.values(verdicts(run)))).toEqual(new Set(['unknown']));
  });

  it('a blank year is missing, not 0', () => {
    expect(criterionOf(run, GIANT, '研发合计')).toMatchObject({
      verdict: 'unknown',
      missing: ['研发费用（2024年）'],
    });
    expect(criterionOf(run, GIANT, '资产负债率')).toMatchObject({ verdict: 'unknown' });
  });

  it('a list that is not complete counts at least what it shows', () => {
    expect(criterionOf(run, SME, 'Ⅰ类知识产权')).toMatchObject({ verdict: 'met', actual: '至少1项' });
    expect(criterionOf(run, GIANT, 'Ⅰ类知识产权')).toMatchObject({ verdict: 'unknown', actual: '至少1项' });
  });
});

describe('04: revenue under 1500万元, saved for 专精特新 by paid-in equity of 2000万元', () => {
  const run = check(SAMPLES.small);

  it('专精特新 is open only to a person, 小巨人 is 不符合', () => {
    expect(verdicts(run)).toMatchObject({ [SME]: 'manual', [GIANT]: 'unmet' });
  });

  it('by the second way in', () => {
    expect(criterionOf(run, SME, '营业收入')).toMatchObject({ verdict: 'unmet', actual: '2025年 1480万元' });
    expect(criterionOf(run, SME, '股权融资')).toMatchObject({ verdict: 'met', actual: '2000万元' });
    expect(criterionOf(run, GIANT, '营业收入')).toMatchObject({
      verdict: 'unmet',
      gap: [{ amount: 3520, unit: '万元', closed: true }],
    });
  });
});

describe('05: a 广西 company with a 三新一强 plan', () => {
  const run = check(SAMPLES.guangxi);

  it('the province’s programme is assessed as well, and open only to a person', () => {
    expect(verdicts(run)).toMatchObject({ 'gx-tizhi-peiyu-2025': 'manual', [GIANT]: 'unmet' });
  });

  it('investment of 2000万元, 30% of it done, is exactly enough', () => {
    expect(criterionOf(run, 'gx-tizhi-peiyu-2025', '总投资')).toMatchObject({
      verdict: 'met',
      actual: '2000万元',
      anchor: '总投资不低于2000万元',
      clause: '四（二）2',
    });
    expect(criterionOf(run, 'gx-tizhi-peiyu-2025', '投资进度')).toMatchObject({
      verdict: 'met',
      actual: '30%',
    });
  });

  it('a right as fourth owner does not count: 2 of 4', () => {
    expect(criterionOf(run, GIANT, 'Ⅰ类知识产权')).toMatchObject({
      verdict: 'unmet',
      actual: '2项',
      gap: [{ amount: 2, unit: '项' }],
    });
  });
});

describe('06: bought patents and a title that expired yesterday', () => {
  const run = check(SAMPLES.transferred);

  it('three of four patents do not count', () => {
    expect(criterionOf(run, GIANT, 'Ⅰ类知识产权')).toMatchObject({ verdict: 'unmet', actual: '1项' });
  });

  it('the title of 2026-11-20 is no longer held on 2026-11-21, and was held the day before', () => {
    expect(criterionOf(run, GIANT, '专精特新称号')).toMatchObject({ verdict: 'unmet' });
    const before = zjtx(['check', SAMPLES.transferred, '--as-of', '2026-11-20', '--json']);
    expect(criterionOf(before, GIANT, '专精特新称号')).toMatchObject({ verdict: 'met' });
  });

  it('the programme gives its title anew: 专精特新 is open only to a person', () => {
    expect(verdicts(run)).toMatchObject({ [SME]: 'manual', [GIANT]: 'unmet' });
  });
});

describe('every sample', () => {
  it.each(Object.values(SAMPLES))(
    '%s is read without an error, as fictional, for the year 2025',
    (sample) => {
      const run = check(sample);
      expect(run.code).toBe(0);
      expect(run.err).toBe('');
      const result = json(run);
      expect(result).toMatchObject({ asOf: '2026-11-21', baseYear: 2025 });
      expect(JSON.stringify(result.enterprise)).toContain('虚构');
      expect(result.diagnostics).toEqual([]);
    },
  );
});
