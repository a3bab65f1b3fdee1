import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import type { Edition } from '../../src/policy/index.ts';
import type { CompanySummary, ScreenedList } from '../../src/screen/index.ts';
import { screenBytes } from './support.ts';

const AS_OF = '2026-11-21';
const LADDER = [
  'national-tech-sme-2017',
  'national-innovative-sme-2022',
  'national-zjtx-sme-2026',
  'national-little-giant-2026',
];

/**
 * The expectations are worked out by hand from the thresholds of 工信部企业〔2026〕2号 附件1、附件2 and 63号文 附件1,
 * not from what the program says. Both 2026 standards also have criteria for a person, so 待核实 is the best there is.
 */
describe('客户名单示例（30家，评估日2026-11-21）', () => {
  let result: ScreenedList;
  let companies: readonly CompanySummary[];
  const company = (number: number): CompanySummary => {
    const found = companies.find((each) => each.row === number + 3);
    if (found === undefined) throw new Error(`no company ${number}`);
    return found;
  };
  const step = (number: number) =>
    company(number).programmes.find((programme) => programme.id === company(number).next);
  const verdict = (number: number, edition: string): string | undefined =>
    company(number).programmes.find((programme) => programme.id === edition)?.verdict;

  beforeAll(async () => {
    const files = loadPolicyFolder('policies');
    const editions = LADDER.map((id): Edition => {
      const file = files.find((each) => each.edition.id === id);
      if (file === undefined) throw new Error(`no policy ${id}`);
      return file.edition;
    });
    const file = '客户名单示例.xlsx';
    result = await screenBytes(
      new Uint8Array(readFileSync(`profiles/${file}`)),
      (profile) => ({
        assessments: editions.map((edition) => assess(profile, edition, AS_OF)),
        findings: [],
      }),
      editions,
    );
    companies = result.order.map((place) => result.company(place));
  });

  it('30家都读到，表头全部认得，名称都写明虚构，信用代码校验都对', () => {
    expect(companies.length).toBe(30);
    expect(result.totals.columns.filter((column) => column.problem !== undefined)).toEqual([]);
    expect(result.refused).toEqual([]);
    expect(companies.every((each) => each.name.includes('（虚构）'))).toBe(true);
    const problems = companies.flatMap((each) => each.reading).map((problem) => [problem.code, problem.row]);
    expect(problems.sort()).toEqual([
      ['W420', 17],
      ['W424', 19],
    ]);
  });

  it.each([
    [1, 'manual', '收入5000、主营90%、负债75%、研发合计1200、4项、占有率10%、60分，都恰在界上'],
    [2, 'manual', '研发占比两年恰为3%'],
    [3, 'manual', '复合增长率恰为5%'],
    [4, 'unmet', '主导产品恰占50%，须超过'],
    [5, 'unmet', '2024年研发占比2.9%'],
    [6, 'unmet', '资产负债率75.1%'],
    [7, 'unmet', '专精特新称号昨天到期'],
    [13, 'unknown', '几乎全是空白'],
    [14, 'unknown', '2025年收入一格读不了'],
    [15, 'unmet', '软件业320人、1.2亿元，是大型'],
    [16, 'unknown', '违法事故记录读不了'],
    [17, 'unmet', '控股股东是小巨人'],
    [18, 'unknown', '单项冠军的有效期未写'],
    [22, 'unmet', '研发两年合计1060万元'],
    [23, 'unknown', '只缺平台得分'],
    [27, 'unmet', '研发两年合计1199.99万元'],
    [28, 'manual', '占有率9.9%，但国内排名第三'],
    [29, 'unmet', '占有率9.9%，排名第四'],
  ])('小巨人：示例%i号 %s（%s）', (number, expected) => {
    expect(verdict(number, 'national-little-giant-2026')).toBe(expected);
  });

  it.each([
    [5, 'unmet', '每年研发占比不低于3%，2024年2.9%'],
    [6, 'manual', '负债率75.1%不超过80%'],
    [7, 'manual', '创新型有效'],
    [8, 'manual', '收入1400万元而融资恰为2000万元；主营80%、负债80%、1项、50分恰在界上'],
    [9, 'unmet', '收入1400万元而融资1999万元'],
    [10, 'unmet', '主营占比79.9%'],
    [11, 'unmet', '没有科技型或创新型称号'],
    [20, 'unmet', '在经营异常名录中'],
    [24, 'manual', '农业企业，各数都够'],
    [25, 'unmet', '2024年研发费用99万元'],
    [26, 'manual', '只有科技型也可以'],
  ])('专精特新：示例%i号 %s（%s）', (number, expected) => {
    expect(verdict(number, 'national-zjtx-sme-2026')).toBe(expected);
  });

  it.each([
    [11, 'met', '研发5%得20、增长20%得20、负债50%得10、战新10、主营95%得20，共80，分项20/30/30'],
    [12, 'unmet', '研发0.36%得0，分项不够；没有直通条件'],
    [30, 'met', '高新技术企业直通'],
  ])('创新型：示例%i号 %s（%s）', (number, expected) => {
    expect(verdict(number, 'national-innovative-sme-2022')).toBe(expected);
  });

  it('差距写到数字', () => {
    expect(step(5)?.gaps.map((gap) => gap.text)).toEqual([
      '研发费用（2024年）还差10万元（已结账年度，不可补）',
    ]);
    expect(step(27)?.gaps.map((gap) => gap.text)).toEqual([
      '研发费用（2024—2025年）还差0.01万元（已结账年度，不可补）',
    ]);
    expect(step(10)?.gaps.map((gap) => gap.text)).toEqual([
      '主营业务收入（2025年）还差1.5万元（已结账年度，不可补）',
    ]);
  });

  it('缺的资料和下一个问题', () => {
    expect(step(23)?.missing).toEqual(['专精特新发展评价得分（2026年）']);
    expect(company(23).questions[0]).toBe('专精特新发展评价得分（2026年）');
    expect(company(14).questions[0]).toBe('营业收入（2025年）');
  });

  it('小巨人可计算条件全部符合的排在最前，已是小巨人的没有下一步', () => {
    expect(companies.slice(0, 4).map((each) => each.row - 3)).toEqual([1, 2, 3, 28]);
    expect(company(19).next).toBeUndefined();
  });
});
