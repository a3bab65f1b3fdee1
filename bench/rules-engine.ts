import { Engine, type NestedCondition } from 'json-rules-engine';
import type { Company } from './company.ts';
import { recordCounts } from './hand-written.ts';

/**
 * The same rules for json-rules-engine. It has no records, years, units or ratios of its own: those facts are worked
 * out before each run by plain code, which is part of what is timed.
 */
const WAN = 10_000;

const factsOf = (company: Company): Record<string, unknown> => {
  const [start, last, revenue] = company.revenue;
  return {
    ...company,
    ...recordCounts(company),
    revenue,
    isLarge: company.staff >= 1000 && revenue >= 40_000 * WAN,
    mainShare: company.mainRevenue / revenue,
    productShare: company.productRevenue / revenue,
    debtRatio: company.liabilities / company.assets,
    growthFactor: revenue / start,
    rdLast: company.rd[0],
    rdNow: company.rd[1],
    rdSum: company.rd[0] + company.rd[1],
    rdShareLast: company.rd[0] / last,
    rdShareNow: company.rd[1] / revenue,
    equitySum: company.equity[0] + company.equity[1],
    sixBasesCount: company.sixBases.length,
    directionsCount: company.directions.length,
    segmentStart: Number(company.segmentSince.replaceAll('-', '')),
  };
};

const test = (fact: string, operator: string, value: unknown): NestedCondition => ({ fact, operator, value });
const is = (fact: string, value: boolean): NestedCondition => test(fact, 'equal', value);
const atLeast = (fact: string, value: number): NestedCondition => test(fact, 'greaterThanInclusive', value);
const atMost = (fact: string, value: number): NestedCondition => test(fact, 'lessThanInclusive', value);
const above = (fact: string, value: number): NestedCondition => test(fact, 'greaterThan', value);

const ELIGIBLE: readonly NestedCondition[] = [
  is('domestic', true),
  is('isLarge', false),
  is('abnormal', false),
  is('dishonest', false),
  is('bannedProduct', false),
  test('graveIncidents', 'equal', 0),
  test('recentFrauds', 'equal', 0),
];
const RD_SHARES: readonly NestedCondition[] = [atLeast('rdShareLast', 0.03), atLeast('rdShareNow', 0.03)];

const ZJTX_2026: NestedCondition[] = [
  ...ELIGIBLE,
  is('isInnovative', true),
  atMost('segmentStart', 20_230_101),
  { any: [atLeast('revenue', 1500 * WAN), atLeast('equitySum', 2000 * WAN)] },
  atLeast('mainShare', 0.8),
  atMost('debtRatio', 0.8),
  atLeast('rdLast', 100 * WAN),
  atLeast('rdNow', 100 * WAN),
  ...RD_SHARES,
  {
    any: [
      atLeast('classOneRights', 1),
      is('hasNationalAward', true),
      is('hasProvincialAward', true),
      is('hasCertifiedUnit', true),
    ],
  },
  above('productShare', 0.5),
  atLeast('platformScore', 50),
];

const LITTLE_GIANT_2026: NestedCondition[] = [
  ...ELIGIBLE,
  is('isZjtx', true),
  atMost('segmentStart', 20_230_101),
  atLeast('revenue', 5000 * WAN),
  atLeast('mainShare', 0.9),
  atLeast('growthFactor', 1.1025),
  atMost('debtRatio', 0.75),
  atLeast('rdSum', 1200 * WAN),
  ...RD_SHARES,
  { any: [atLeast('classOneRights', 4), is('hasNationalAward', true)] },
  { any: [atLeast('nationalShare', 100), atLeast('globalShare', 100), atMost('nationalRank', 3)] },
  above('productShare', 0.5),
  { any: [above('sixBasesCount', 0), above('directionsCount', 0)] },
  atLeast('platformScore', 60),
  is('isChampion', false),
  is('controlledWithGiant', false),
  is('groupSimilarProduct', false),
];

const decider = (conditions: NestedCondition[]): ((company: Company) => Promise<boolean>) => {
  const engine = new Engine([{ conditions: { all: conditions }, event: { type: 'met' } }]);
  return async (company) => (await engine.run(factsOf(company))).events.length > 0;
};

export const engineZjtx2026 = decider(ZJTX_2026);
export const engineLittleGiant2026 = decider(LITTLE_GIANT_2026);
