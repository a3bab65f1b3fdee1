import type { Company, Right } from './company.ts';

/**
 * The computable criteria of two editions (附件1、附件2 of 工信部企业〔2026〕2号), decided for complete companies
 * in the plainest way: numbers, comparisons, nothing explained. It knows no blanks, no other day and no other rules;
 * money is whole 元, so that cross-multiplied comparisons are exact in a double.
 */
const WAN = 10_000;
const THREE_YEARS_AGO = '2023-11-21';
const TODAY = '2026-11-21';
const LATEST_START = '2023-01-01';

const CLASS_ONE = new Set([
  '发明专利',
  '国防专利',
  '植物新品种',
  '国家级农作物品种',
  '国家新药',
  '国家一级中药保护品种',
  '集成电路布图设计专有权',
]);
const NATIONAL_AWARDS = new Set(['国家科学技术进步奖', '国家自然科学奖', '国家技术发明奖', '国防科技奖']);
const GRAVE = new Set(['生产安全事故', '网络和数据安全事件', '环境违法行为', '质量问题', '违反行业管理规定']);

const holds = (company: Company, ...names: readonly string[]): boolean =>
  company.titles.some(({ name, from, to }) => names.includes(name) && from <= TODAY && to >= TODAY);

const counts = (right: Right): boolean =>
  CLASS_ONE.has(right.kind) &&
  right.valid &&
  !right.transferred &&
  right.ownerRank <= 3 &&
  right.related &&
  right.applied;

const recent = (date: string): boolean => date >= THREE_YEARS_AGO && date <= TODAY;

/** 附件3: 主体、信用、产品、风险; 制造业: 大型 from 1000人 and 4亿元 */
const isEligible = (company: Company): boolean =>
  company.domestic &&
  !(company.staff >= 1000 && company.revenue[2] >= 40_000 * WAN) &&
  !company.abnormal &&
  !company.dishonest &&
  !company.bannedProduct &&
  !company.incidents.some(({ kind, grave, date }) => grave && GRAVE.has(kind) && recent(date)) &&
  !company.frauds.some(({ kind, date }) => kind === '数据造假' && date > THREE_YEARS_AGO);

const rdShares = (company: Company): boolean =>
  company.rd[0] * 100 >= company.revenue[1] * 3 && company.rd[1] * 100 >= company.revenue[2] * 3;

const hasNationalAward = (company: Company): boolean =>
  company.awards.some(
    ({ level, kind, date, rank }) =>
      level === '国家级' && NATIONAL_AWARDS.has(kind) && rank <= 3 && recent(date),
  );

const hasProvincialAward = (company: Company): boolean =>
  company.awards.some(({ level, date, rank }) => level === '省部级' && rank <= 3 && recent(date));

export const meetsZjtx2026 = (company: Company): boolean => {
  const revenue = company.revenue[2];
  return (
    isEligible(company) &&
    holds(company, '科技型中小企业', '创新型中小企业') &&
    company.segmentSince <= LATEST_START &&
    (revenue >= 1500 * WAN || company.equity[0] + company.equity[1] >= 2000 * WAN) &&
    company.mainRevenue * 10 >= revenue * 8 &&
    company.liabilities * 10 <= company.assets * 8 &&
    company.rd[0] >= 100 * WAN &&
    company.rd[1] >= 100 * WAN &&
    rdShares(company) &&
    (company.ip.some(counts) ||
      hasNationalAward(company) ||
      hasProvincialAward(company) ||
      company.rdUnits.some(
        ({ level, certified }) => certified && (level === '国家级' || level === '省部级'),
      )) &&
    company.productRevenue * 2 > revenue &&
    company.platformScore >= 50
  );
};

export const meetsLittleGiant2026 = (company: Company): boolean => {
  const [start, , revenue] = company.revenue;
  return (
    isEligible(company) &&
    holds(company, '专精特新中小企业') &&
    company.segmentSince <= LATEST_START &&
    revenue >= 5000 * WAN &&
    company.mainRevenue * 10 >= revenue * 9 &&
    revenue * 10_000 >= start * 11_025 &&
    company.liabilities * 100 <= company.assets * 75 &&
    company.rd[0] + company.rd[1] >= 1200 * WAN &&
    rdShares(company) &&
    (company.ip.filter(counts).length >= 4 || hasNationalAward(company)) &&
    (company.nationalShare >= 100 || company.globalShare >= 100 || company.nationalRank <= 3) &&
    company.productRevenue * 2 > revenue &&
    (company.sixBases.length > 0 || company.directions.length > 0) &&
    company.platformScore >= 60 &&
    !holds(company, '制造业单项冠军示范企业', '制造业单项冠军产品企业') &&
    !company.controlledWithGiant &&
    !company.groupSimilarProduct
  );
};

/** Counts over records that a rule engine cannot make by itself. */
export const recordCounts = (company: Company) => ({
  graveIncidents: company.incidents.filter(
    ({ kind, grave, date }) => grave && GRAVE.has(kind) && recent(date),
  ).length,
  recentFrauds: company.frauds.filter(({ kind, date }) => kind === '数据造假' && date > THREE_YEARS_AGO)
    .length,
  classOneRights: company.ip.filter(counts).length,
  hasNationalAward: hasNationalAward(company),
  hasProvincialAward: hasProvincialAward(company),
  hasCertifiedUnit: company.rdUnits.some(
    ({ level, certified }) => certified && (level === '国家级' || level === '省部级'),
  ),
  isInnovative: holds(company, '科技型中小企业', '创新型中小企业'),
  isZjtx: holds(company, '专精特新中小企业'),
  isChampion: holds(company, '制造业单项冠军示范企业', '制造业单项冠军产品企业'),
});
