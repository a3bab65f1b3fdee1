import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import type { Tier } from '../../src/policy/index.ts';
import { type CheckResult, checkJson } from '../../src/report/index.ts';
import { AS_OF, editionOf } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';

const LADDER: ReadonlyArray<readonly [Tier, string]> = [
  ['创新型', '创新型中小企业'],
  ['专精特新', '专精特新中小企业'],
  ['小巨人', '专精特新“小巨人”企业'],
];

/** @param editions of each tier: is it sure to hold? */
const next = (titles: string, editions: readonly boolean[] = [true]): readonly string[] => {
  const profile = profileOf(`企业名称: 甲\n称号: [${titles}]\n`);
  const assessments = LADDER.flatMap(([tier, title]) => {
    const edition = editionOf('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {判断: 好？}}', `授予: ${title}\n`);
    return editions.map((sure) => ({
      assessment: assess(profile, { ...edition, tier, id: `${tier}${sure ? '' : '？'}` }, AS_OF),
      inForce: sure ? ('yes' as const) : ('unverified' as const),
    }));
  });
  const result: CheckResult = {
    profile,
    name: '甲',
    asOf: AS_OF,
    baseYear: 2025,
    assessments,
    chosen: false,
    notes: [],
    findings: [],
    pitfalls: { findings: [], unchecked: [] },
  };
  return checkJson(result).nextStep;
};
const title = (name: string, until: string): string => `{名称: ${name}, 有效期至: ${until}}`;

describe('the next step on the ladder', () => {
  it('is the lowest for a company without a title', () => {
    expect(next('')).toEqual(['创新型']);
  });

  it('is the one above the highest title validly held', () => {
    expect(next(title('创新型中小企业', '2027-01-01'))).toEqual(['专精特新']);
    expect(next(title('专精特新中小企业', '2026-11-21'))).toEqual(['小巨人']);
  });

  it('is the step of a title that expired yesterday', () => {
    expect(
      next(`${title('创新型中小企业', '2027-01-01')}, ${title('专精特新中小企业', '2026-11-20')}`),
    ).toEqual(['专精特新']);
  });

  it('is none at the top', () => {
    expect(next(title('小巨人', '2028-01-01'))).toEqual([]);
  });

  it('is no edition that may not hold, as long as a sure one is there', () => {
    expect(next('', [false, true])).toEqual(['创新型']);
    expect(next('', [false])).toEqual(['创新型？']);
  });
});
