import { describe, expect, it } from 'vitest';
import { inputError } from '../../src/base/diagnostic.ts';
import { nameOf } from '../../src/profile/index.ts';
import type { CompanySummary, ScreenedList } from '../../src/screen/index.ts';
import { assessment, group, leaf, type StubAssessment, screenBytes, sheetBytes } from './support.ts';

const HELD = { until: '2027-12-31', valid: true };
const INNOVATIVE: StubAssessment = { tier: '创新型', verdict: 'met', held: HELD };
const SPECIALISED: StubAssessment = { tier: '专精特新', verdict: 'manual', held: HELD };

/** Screens companies whose assessments are given by name. */
const screened = async (stubs: Readonly<Record<string, readonly StubAssessment[]>>): Promise<ScreenedList> =>
  screenBytes(await sheetBytes([['企业名称'], ...Object.keys(stubs).map((name) => [name])]), (profile) => ({
    assessments: (stubs[nameOf(profile)] ?? []).map(assessment),
    findings: [],
  }));
const order = (result: ScreenedList): string[] => result.order.map((place) => result.company(place).name);
const stepOf = (company: CompanySummary) =>
  company.programmes.find((programme) => programme.id === company.next);
const gapsOf = (result: ScreenedList): string[] | undefined =>
  stepOf(result.company(0))?.gaps.map((gap) => gap.text);

describe('下一步', () => {
  const nextOf = async (stubs: readonly StubAssessment[]): Promise<string | undefined> =>
    (await screened({ 甲: stubs })).company(0).next?.replace('stub-', '');

  it('没有称号的先看科技型和创新型中较近的一个', async () => {
    expect(
      await nextOf([
        { tier: '科技型', verdict: 'unmet', tally: { unmet: 1 } },
        { tier: '创新型', verdict: 'unknown' },
        { tier: '专精特新', verdict: 'unknown' },
      ]),
    ).toBe('创新型');
  });

  it('持有创新型的看专精特新，持有专精特新的看小巨人', async () => {
    const specialised: StubAssessment = { tier: '专精特新', verdict: 'manual' };
    const giant: StubAssessment = { tier: '小巨人', verdict: 'unmet' };
    expect(await nextOf([INNOVATIVE, specialised, giant])).toBe('专精特新');
    expect(await nextOf([INNOVATIVE, SPECIALISED, giant])).toBe('小巨人');
  });

  it('称号过期的退回一级', async () => {
    const expired: StubAssessment = {
      tier: '专精特新',
      verdict: 'manual',
      held: { until: '2026-11-20', valid: false },
    };
    expect(await nextOf([INNOVATIVE, expired, { tier: '小巨人', verdict: 'unmet' }])).toBe('专精特新');
  });

  it('已在最高一级的没有下一步', async () => {
    expect(await nextOf([SPECIALISED, { tier: '小巨人', verdict: 'manual', held: HELD }])).toBeUndefined();
  });

  it('只筛省级项目时以它为下一步', async () => {
    expect(await nextOf([{ tier: '培育库', verdict: 'unmet' }])).toBe('培育库');
  });
});

describe('排名', () => {
  it('先看有望达到的最高一级', async () => {
    const result = await screened({
      到创新型: [{ tier: '创新型', verdict: 'met', tally: { met: 10 } }],
      到小巨人: [INNOVATIVE, SPECIALISED, { tier: '小巨人', verdict: 'unknown', tally: { met: 1 } }],
      到专精特新: [INNOVATIVE, { tier: '专精特新', verdict: 'manual' }],
      都不行: [{ tier: '创新型', verdict: 'unmet', tally: { unmet: 1, met: 9 } }],
    });
    expect(order(result)).toEqual(['到小巨人', '到专精特新', '到创新型', '都不行']);
    expect(result.ranks).toEqual([3, 1, 2, 4]);
  });

  it('再依次看不符合的少、符合的比例高、缺的少，最后按原行号', async () => {
    const step = (tally: StubAssessment['tally'], missing: readonly string[] = []): StubAssessment[] => {
      const parts = [leaf('条件', 'unknown')].map((part) => ({
        ...part,
        need: {
          kind: 'all' as const,
          of: missing.map((label) => ({ kind: 'fact' as const, ref: { field: 'revenue', label } })),
        },
      }));
      return [
        {
          tier: '创新型',
          verdict: (tally?.unmet ?? 0) > 0 ? 'unmet' : 'unknown',
          parts,
          missing,
          ...(tally === undefined ? {} : { tally }),
        },
      ];
    };
    const result = await screened({
      差两项: step({ met: 8, unmet: 2 }),
      差一项: step({ met: 6, unmet: 1 }),
      比例低: step({ met: 6, computable: 10 }),
      缺两件: step({ met: 7 }, ['营业收入', '研发费用']),
      缺一件: step({ met: 7 }, ['营业收入']),
      缺一件在后: step({ met: 7 }, ['研发费用']),
    });
    expect(order(result)).toEqual(['缺一件', '缺一件在后', '缺两件', '比例低', '差一项', '差两项']);
  });

  it('保留原行号', async () => {
    const result = await screened({
      不行: [{ tier: '创新型', verdict: 'unmet', tally: { unmet: 1 } }],
      可以: [{ tier: '创新型', verdict: 'met' }],
    });
    expect(result.order.map((place, index) => [index + 1, result.company(place).row])).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });
});

describe('决定性差距与缺的资料', () => {
  it('只列使结论成立的条件；任一组合成一条；已符合的不算', async () => {
    const result = await screened({
      甲: [
        {
          tier: '创新型',
          verdict: 'unmet',
          parts: [
            leaf('收入', 'unmet', '营业收入（2025年）还差100万元'),
            leaf('主体', 'met'),
            group('占有率或排名', 'any', 'met', [
              leaf('占有率', 'unmet', '占有率还差1个百分点'),
              leaf('排名', 'met'),
            ]),
            group('金额或融资', 'any', 'unmet', [
              leaf('金额', 'unmet', '金额还差1万元'),
              leaf('融资', 'unmet', '融资还差2万元'),
            ]),
            leaf('信用', 'unmet'),
          ],
        },
      ],
    });
    expect(gapsOf(result)).toEqual([
      '营业收入（2025年）还差100万元',
      '金额还差1万元；或 融资还差2万元',
      '不符合：信用（实际：实际值）',
    ]);
  });

  it('已结账年度的差距标明不可补', async () => {
    const closed = leaf('收入', 'unmet');
    const outcome = {
      verdict: 'unmet' as const,
      gaps: [{ text: '营业收入（2025年）还差100万元', amount: 100, unit: '万元', closed: true }],
      facts: [],
      remarks: [],
    };
    const result = await screened({
      甲: [{ tier: '创新型', verdict: 'unmet', parts: [{ ...closed, outcome }] }],
    });
    expect(gapsOf(result)).toEqual(['营业收入（2025年）还差100万元（已结账年度，不可补）']);
  });

  it('没有不符合的就没有差距，下一个问题取最有用的', async () => {
    const result = await screened({
      甲: [{ tier: '创新型', verdict: 'unknown', missing: ['研发费用（2025年）', '称号'] }],
    });
    expect(gapsOf(result)).toEqual([]);
    expect(result.company(0).questions).toEqual(['研发费用（2025年）', '称号']);
  });
});

describe('一行评不了不影响别的行', () => {
  const failing = async (error: Error): Promise<ScreenedList> =>
    screenBytes(await sheetBytes([['企业名称'], ['甲'], ['乙']]), (profile) => {
      if (nameOf(profile) === '甲') throw error;
      return { assessments: [assessment(INNOVATIVE)], findings: [] };
    });

  it('列出原因，其余照评', async () => {
    const result = await failing(inputError('E499', '注册地看不懂', { fix: '写到省' }));
    expect(order(result)).toEqual(['乙']);
    expect(result.refused).toMatchObject([
      { code: 'E499', text: '甲', row: 2, cell: 'A2', message: '注册地看不懂，没有评估', fix: '写到省' },
    ]);
  });

  it('程序自己的错误不掩盖：写明是程序出错', async () => {
    const result = await failing(new TypeError('bug'));
    expect(order(result)).toEqual(['乙']);
    expect(result.refused).toMatchObject([
      { code: 'E429', row: 2, message: expect.stringContaining('程序出错（bug）') },
    ]);
  });
});
