import { describe, expect, it } from 'vitest';
import { assumed, readAssumptions, trialDay } from '../../src/plan/assume.ts';
import { AS_OF } from '../assess/support.ts';
import { profileOf, refused, yearly } from '../profile/support.ts';

const PROFILE = profileOf('研发费用: {2025: 480万元, 2026: 300万元}');
const read = (...texts: string[]) => readAssumptions(texts, PROFILE, AS_OF);
const fault = (...texts: string[]) => refused(() => read(...texts))[0];

describe('--set takes figures of years that are not over', () => {
  it.each([
    '研发费用.2026=650万元',
    '研发费用.2026 = 650',
    '研发费用（2026年）=0.065亿元',
    '研发费用(2026)＝6500千元',
    '研究开发费用.2026=650万元',
  ])('%s', (text) => {
    const [found] = read(text);
    expect(found).toMatchObject({ year: 2026, label: '研发费用（2026年）=650万元', instead: '300万元' });
  });

  it('2025 is closed on 2026-11-21 and open on 2025-12-31', () => {
    expect(fault('研发费用.2025=650万元')).toMatchObject({
      code: 'E183',
      message: '--set “研发费用.2025=650万元”：2025年在评估日2026-11-21已经结账，不能假设',
    });
    expect(readAssumptions(['研发费用.2025=650万元'], PROFILE, '2025-12-31')).toHaveLength(1);
  });

  it.each([
    ['研发.费用', 'E182'],
    ['研发费用=650万元', 'E182'],
    ['研发费拥.2026=650万元', 'E180'],
    ['成立日期.2026=2026-01-01', 'E181'],
    ['研发费用占比.2026=4%', 'E181'],
    ['研发费用.2026=650人', 'E184'],
    ['研发费用.2026=-1万元', 'E184'],
    ['研发费用.2037=1万元', 'E183'],
  ])('%s is refused with %s and says what to write', (text, code) => {
    const found = fault(text);
    expect(found?.code).toBe(code);
    expect(found?.fix ?? '').not.toBe('');
  });

  it('the same figure twice is refused', () => {
    expect(fault('研发费用.2026=1万元', '研发费用.2026=2万元')?.code).toBe('E185');
  });
});

describe('the profile stays as it is', () => {
  it('the copy holds the assumed figure, marked', () => {
    const trial = assumed(PROFILE, read('研发费用.2026=650万元', '营业收入.2027=1亿元'));
    expect(yearly(trial, 'rd', 2026)).toBe('6500000');
    expect(yearly(trial, 'rd', 2025)).toBe('4800000');
    expect(yearly(trial, 'revenue', 2027)).toBe('100000000');
    expect(trial.yearly.get('rd')?.get(2026)).toMatchObject({ source: '假设' });
    expect(yearly(PROFILE, 'rd', 2026)).toBe('3000000');
    expect(PROFILE.yearly.has('revenue')).toBe(false);
  });

  it('is tried on the day after the last assumed year', () => {
    expect(trialDay(read('研发费用.2026=650万元', '营业收入.2027=1亿元'))).toBe('2028-01-01');
  });
});
