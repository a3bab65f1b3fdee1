import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/authoring/index.ts';
import { InputError } from '../../src/base/diagnostic.ts';
import { toDecimal } from '../../src/base/ratio.ts';
import { moneyPlan } from '../../src/plan/money.ts';
import { policyText } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';
import { checkedIn, EDITIONS, edition } from './support.ts';

const wan = (value: { n: bigint; d: bigint } | undefined): string | undefined =>
  value === undefined ? undefined : toDecimal({ n: value.n, d: value.d * 10_000n }, 4);
const plan = (text: string, ...ids: string[]) => {
  const profile = profileOf(text);
  return moneyPlan(ids.map((id) => checkedIn(profile, edition(id))));
};
const GX = '注册地: 广西壮族自治区南宁市\n行业代码: "3531"\n';
const POOL = ['gx-tizhi-peiyu-2025', 'gx-tizhi-jinjie-2025'] as const;

describe('sums never double-count', () => {
  it('广西 100 then 300, the 300 containing the 100 of 桂政办发〔2024〕10号: 400万元', () => {
    const { counted, sum } = plan(GX, ...POOL);
    expect(wan(sum)).toBe('400');
    expect(counted.map(({ payment, value }) => [payment, wan(value)])).toEqual([
      ['广西提质进阶培育档奖励', '100'],
      ['广西提质进阶进阶奖励', '300'],
    ]);
    expect(counted[1]?.contains.map(({ payment, value }) => [payment, wan(value)])).toEqual([
      ['桂政办发〔2024〕10号“小巨人”认定奖励', '100'],
    ]);
  });

  it('the order and the number of files that tell of it make no difference', () => {
    expect(wan(plan(GX, 'gx-tizhi-jinjie-2025', 'gx-tizhi-peiyu-2025').sum)).toBe('400');
    expect(wan(plan(GX, ...POOL, ...POOL).sum)).toBe('400');
    expect(wan(plan(GX, 'gx-tizhi-jinjie-2025').sum)).toBe('400');
  });

  it('a company gets the 进阶 or the 复核 payment, not both', () => {
    const { counted, sum } = plan(GX, ...POOL, 'gx-tizhi-fuhe-2025');
    expect(wan(sum)).toBe('400');
    expect(counted.find(({ payment }) => payment === '广西提质进阶进阶奖励')?.insteadOf).toEqual([
      '广西提质进阶复核奖励',
    ]);
    expect(wan(plan(GX, 'gx-tizhi-fuhe-2025').sum)).toBe('300');
  });

  it('148号: 600万元, of which the halves are parts', () => {
    expect(wan(plan(GX, 'national-key-little-giant-2024').sum)).toBe('600');
  });

  it('slides that repeat the sums add nothing', () => {
    expect(wan(plan(GX, 'gx-little-giant-guide-2025', 'gx-voucher-special-2025').sum)).toBe('0');
  });

  it('every payment that is contained in another names one that exists', () => {
    const rows = [...EDITIONS.values()].flatMap(({ money }) => money);
    const payments = new Set(rows.flatMap(({ payment }) => payment ?? []));
    expect(rows.flatMap(({ within }) => within ?? []).filter((name) => !payments.has(name))).toEqual([]);
    const settled = [...EDITIONS.values()].flatMap(({ settlement }) => settlement?.payment ?? []);
    expect(settled.filter((name) => !payments.has(name))).toEqual([]);
  });
});

describe('服务券: quota by class, subsidy by service', () => {
  const quota = (titles: string) => {
    const [found] = plan(`${GX}称号: ${titles}\n`, 'gx-voucher-general-2025').programmes;
    return found?.quota;
  };
  it.each([
    ['[{名称: 专精特新“小巨人”企业, 认定日: 2025-01-01, 有效期至: 2027-12-31}]', '年度配额30万元'],
    ['[{名称: 专精特新中小企业, 认定日: 2025-01-01, 有效期至: 2027-12-31}]', '年度配额20万元'],
    ['[{名称: 创新型中小企业, 认定日: 2025-01-01, 有效期至: 2027-12-31}]', '年度配额10万元'],
    ['[{名称: 专精特新中小企业, 认定日: 2020-01-01, 有效期至: 2023-12-31}]', '年度配额5万元'],
  ])('%s: %s', (titles, amount) => {
    expect(quota(titles)?.row.amount).toBe(amount);
  });

  it('higher classes that a person would have to look at are named', () => {
    expect(quota('无')?.maybe.map(({ row }) => row.amount)).toEqual(['年度配额20万元', '年度配额10万元']);
    expect(quota('无')?.because).toEqual([]);
  });

  it('the cap is reached from 1.25万元 at 80% and 1万元, from 6万元 at 50% and 3万元', () => {
    const [found] = plan(GX, 'gx-voucher-general-2025').programmes;
    expect(found?.subsidies.map(({ fullFrom }) => wan(fullFrom))).toEqual([
      '1.25',
      '6',
      '6',
      '6',
      '6',
      '6',
      '6',
    ]);
  });
});

describe('what a policy file must say of money', () => {
  const ONE = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 否}}';
  const faults = (row: string): string[] => {
    try {
      loadPolicy(policyText(ONE, `资金: [{项目: 奖励, 金额: 50万元, 条款: 四, ${row}}]\n`), 'x.yaml');
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics.map(({ message }) => message);
      throw error;
    }
    return [];
  };
  it.each([
    ['数额: 50万元', '写了“数额”就要写“性质”'],
    ['性质: 奖补, 数额: 50万元', '有数额的奖补要写“款项”'],
    ['性质: 奖补, 款项: 奖励, 数额: "50"', '“50”不能用在这里，应为金额，并写明单位'],
    ['性质: 分期, 数额: 50万元', '分期要写“含于”哪一笔款项'],
    ['性质: 额度, 数额: 50万元', '额度要写“数额”和“档次条件”'],
    ['性质: 额度, 数额: 50万元, 档次条件: [乙]', '没有编号为“乙”的条件'],
    ['性质: 补贴, 比例: 50%', '补贴要写“比例”和“上限”'],
  ])('%s: %s', (row, message) => {
    expect(faults(row)).toEqual([message]);
  });
  it('a row with none of this is only shown', () => {
    expect(faults('说明: 一次')).toEqual([]);
  });
});
