import { formatQuantity } from '../base/quantity.ts';
import { compare, type Ratio, sign, subtract } from '../base/ratio.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, apart, attribute, lacking, missing, numberIn, recordsIn, shareOf } from './seen.ts';
import { limit, wholeLimit, words } from './words.ts';

const OUTSIDE = words('企业外部来源');
const KINDS = wholeLimit('来源种类');
const TOLERANCE = limit('占有率核算容差', 'percent');

/** P03.1–P03.3: where the size of the market comes from. */
const sources = ({ profile }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'marketSources');
  if (list === undefined) return [missing('marketSources')];
  const kinds = list.items.map((item) => attribute(item, 'kind'));
  const outside = new Set(kinds.filter((kind) => kind !== undefined && OUTSIDE.includes(kind)));
  const at = list.items[0]?.get('kind')?.at ?? list.at;
  const where = { ...at, field: 'marketSources' };
  const hits: Hit[] = [];
  if (kinds.includes('第三方市占率证明'))
    hits.push(finding('P03.3', '市场数据来源里有第三方市占率证明', { where }));
  // a blank kind or an unfinished list may still hold another source
  if (!list.complete || kinds.includes(undefined))
    return [...hits, { missing: '市场数据来源（补全清单和类型）' }];
  if (kinds.length > 0 && kinds.every((kind) => kind === '内部数据'))
    hits.push(finding('P03.2', '市场数据来源只有企业内部数据', { where }));
  else if (outside.size < KINDS) {
    const found = outside.size === 0 ? '没有' : `只有${[...outside].join('、')}`;
    hits.push(finding('P03.1', `企业外部的公开来源${found}，不足${KINDS}类，无法交叉验证`, { where }));
  }
  return hits;
};

const competitors = ({ profile }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'competitors');
  if (list === undefined) return [missing('competitors')];
  if (list.items.length > 0 || !list.complete) return [];
  return [
    finding('P03.5', '没有列出同行企业的占有率，无从对比', { where: { ...list.at, field: 'competitors' } }),
  ];
};

interface Scope {
  readonly share: string;
  readonly market: string;
  readonly sales: string;
}
const NATIONAL: Scope = { share: 'nationalShare', market: 'nationalMarket', sales: 'nationalShareSales' };
const GLOBAL: Scope = { share: 'globalShare', market: 'globalMarket', sales: 'globalShareSales' };

/** Numerators that the share may have been computed with: as written, else what the formulas of the course give. */
const numerators = ({ profile }: ProfileCase, scope: Scope, year: number): readonly Ratio[] => {
  const written = numberIn(profile, scope.sales, year);
  if (written !== undefined) return [written];
  const revenue = numberIn(profile, 'productRevenue', year);
  const exports = numberIn(profile, 'productExports', year);
  if (scope === GLOBAL) return exports === undefined ? [] : [exports];
  if (revenue === undefined) return [];
  // 销售额/总销售额, and the newer 内销额/总额
  return exports === undefined ? [revenue] : [revenue, subtract(revenue, exports)];
};

/** P03.4: the share against its own numerator and denominator. */
const arithmetic = (input: ProfileCase, scope: Scope, year: number): readonly Hit[] => {
  const { profile } = input;
  const share = numberIn(profile, scope.share, year);
  const market = numberIn(profile, scope.market, year);
  if (share === undefined || market === undefined || sign(market) <= 0) return [];
  const computed = numerators(input, scope, year).flatMap((top) => shareOf(top, market) ?? []);
  if (computed.length === 0 || computed.some((value) => compare(apart(value, share), TOLERANCE) <= 0))
    return [];
  const facts = allSeen(profile, [
    [scope.share, year],
    [scope.market, year],
    [scope.sales, year],
    ['productRevenue', year],
    ['productExports', year],
  ]);
  const name = scope === NATIONAL ? '全国' : '国际';
  const results = [...new Set(computed.map((value) => formatQuantity(value, 'percent')))].join('或');
  return [
    finding(
      'P03.4',
      `${year}年${name}市场占有率写的是${formatQuantity(share, 'percent')}，按市场规模和销售额计算是${results}`,
      { facts },
    ),
  ];
};

/** P03.6: what is sold in the segment cannot exceed the income of the leading product. */
const numeratorWithin = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const revenue = numberIn(profile, 'productRevenue', year);
  const [inland, abroad] = [NATIONAL, GLOBAL].map((scope) => numberIn(profile, scope.sales, year));
  if (revenue === undefined) return [];
  const largest = [inland, abroad].some((sales) => sales !== undefined && compare(sales, revenue) > 0);
  if (!largest) return [];
  const facts = allSeen(profile, [
    ['nationalShareSales', year],
    ['globalShareSales', year],
    ['productRevenue', year],
  ]);
  return [
    finding('P03.6', `${year}年占有率的分子大于主导产品收入`, {
      facts,
    }),
  ];
};

const onProfile = (input: ProfileCase): readonly Hit[] => {
  const years = [input.baseYear - 1, input.baseYear];
  return [
    ...lacking(
      input.profile,
      years.flatMap((year) => [['nationalShare', year] as const, ['nationalMarket', year] as const]),
    ),
    ...sources(input),
    ...competitors(input),
    ...years.flatMap((year) => [
      ...[NATIONAL, GLOBAL].flatMap((scope) => arithmetic(input, scope, year)),
      ...numeratorWithin(input, year),
    ]),
  ];
};

/** P03 市场占有率自证逻辑不严谨. */
export const marketShare: Detector = { topic: 'P03', onProfile };
