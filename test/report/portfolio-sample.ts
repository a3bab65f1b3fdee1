import type { Verdict } from '../../src/base/verdict.ts';
import type { Portfolio, PortfolioCompany } from '../../src/report/index.ts';

type Assessment = PortfolioCompany['programmes'][number];

const count = (met: number, unmet: number, unknown: number, manual: number) => ({
  computable: met + unmet + unknown,
  met,
  unmet,
  unknown,
  manual,
});

export const assessed = (
  id: string,
  verdict: Verdict,
  [met, unmet, unknown, manual]: readonly [number, number, number, number],
  gaps: Assessment['gaps'] = [],
): Assessment => ({ id, verdict, count: count(met, unmet, unknown, manual), gaps, missing: [] });

export const money = (topic: string, amount: number): Assessment['gaps'][number] => ({
  text: `${topic}（2025年）还差${amount}万元`,
  amount,
  unit: '万元',
  closed: true,
});

export const company = (
  row: number,
  name: string,
  more: Partial<Omit<PortfolioCompany, 'row' | 'name'>> = {},
): PortfolioCompany => ({
  row,
  name,
  held: 0,
  titles: [],
  reachable: 0,
  programmes: [],
  questions: [],
  findings: [],
  ...more,
});

const programme = (id: string, name: string, rung: number, notices: readonly string[] = []) => ({
  id,
  name,
  rung,
  inForce: 'yes' as const,
  period: '2026-04-01起',
  sources: [`${name}办法`],
  notices,
  notes: [],
  money: [],
});

export const portfolio = (companies: readonly PortfolioCompany[]): Portfolio => ({
  totals: {
    asOf: '2026-11-21',
    file: '目录/名单.xlsx',
    companies: companies.length,
    partial: 0,
    refused: 0,
    programmes: [
      programme('step-1', '创新型中小企业', 1),
      programme('step-2', '专精特新中小企业', 2),
      programme('step-4', '重点小巨人', 4, ['不得借助第三方机构申请', '其他提示']),
    ],
  },
  companies,
});

/** One of each kind of progress. */
export const MIXED: readonly PortfolioCompany[] = [
  company(2, '甲（虚构）公司', {
    place: '浙江省宁波市',
    held: 1,
    reachable: 2,
    titles: ['已持有创新型中小企业（至2027-01-01）'],
    next: 'step-2',
    programmes: [assessed('step-1', 'met', [8, 0, 0, 0]), assessed('step-2', 'manual', [17, 0, 0, 1])],
  }),
  company(3, '乙（虚构）公司', {
    place: '广西壮族自治区南宁市',
    reachable: 1,
    next: 'step-1',
    programmes: [assessed('step-1', 'unknown', [6, 0, 2, 0])],
    questions: ['营业收入（2025年）'],
  }),
  company(4, '丙（虚构）公司', {
    place: '浙江省杭州市',
    held: 1,
    reachable: 1,
    next: 'step-2',
    programmes: [assessed('step-2', 'unmet', [16, 1, 0, 1], [money('研发费用', 10)])],
    findings: [{ code: 'P08.1', severity: 'error', message: '主营业务收入大于营业收入' }],
  }),
  company(5, '丁（虚构）公司', {
    next: 'step-1',
    programmes: [
      assessed('step-1', 'unmet', [4, 3, 1, 0], [money('研发费用', 10.5), money('营业收入', 6000)]),
    ],
  }),
  company(6, '戊（虚构）公司', { held: 4, reachable: 4 }),
];
