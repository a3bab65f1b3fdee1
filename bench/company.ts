/** A complete company as plain data: whole 元, years ending with the base year, dates as YYYY-MM-DD. */
export interface Company {
  readonly domestic: boolean;
  readonly abnormal: boolean;
  readonly dishonest: boolean;
  readonly bannedProduct: boolean;
  readonly controlledWithGiant: boolean;
  readonly groupSimilarProduct: boolean;
  readonly staff: number;
  /** base year − 2, base year − 1, base year */
  readonly revenue: readonly [number, number, number];
  readonly mainRevenue: number;
  readonly productRevenue: number;
  readonly assets: number;
  readonly liabilities: number;
  /** base year − 1, base year */
  readonly rd: readonly [number, number];
  readonly equity: readonly [number, number];
  readonly segmentSince: string;
  /** in tenths of a percent */
  readonly nationalShare: number;
  readonly globalShare: number;
  readonly nationalRank: number;
  /** of the running year */
  readonly platformScore: number;
  readonly sixBases: readonly string[];
  readonly directions: readonly string[];
  readonly titles: ReadonlyArray<{ readonly name: string; readonly from: string; readonly to: string }>;
  readonly ip: readonly Right[];
  readonly awards: ReadonlyArray<{
    readonly level: string;
    readonly kind: string;
    readonly date: string;
    readonly rank: number;
  }>;
  readonly rdUnits: ReadonlyArray<{ readonly level: string; readonly certified: boolean }>;
  readonly incidents: ReadonlyArray<{
    readonly kind: string;
    readonly grave: boolean;
    readonly date: string;
  }>;
  readonly frauds: ReadonlyArray<{ readonly kind: string; readonly date: string }>;
}

export interface Right {
  readonly kind: string;
  readonly valid: boolean;
  readonly transferred: boolean;
  readonly ownerRank: number;
  readonly related: boolean;
  readonly applied: boolean;
}

/** The day of all comparisons; the base year is 2025. */
export const AS_OF = '2026-11-21';

const WAN = 10_000;

/** mulberry32: the same companies every time */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = randomFrom(seed);
  }
  chance(probability: number): boolean {
    return this.#next() < probability;
  }
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
  /** mostly at a floor or above it, seldom 1元 or more under */
  over(floor: number): number {
    if (this.chance(0.03)) return this.chance(0.5) ? floor - 1 : Math.round(floor * 0.8);
    return this.chance(0.4) ? floor : Math.round(floor * (1 + this.below(40) / 100));
  }
  times<Item>(count: number, make: () => Item): Item[] {
    return Array.from({ length: count }, make);
  }
}

/** A right that counts, but for at most one flaw. */
const rightOf = (dice: Dice): Right => {
  const flaw = dice.chance(0.2) ? dice.below(6) : -1;
  return {
    kind: flaw === 0 ? '实用新型专利' : dice.pick(['发明专利', '发明专利', '集成电路布图设计专有权']),
    valid: flaw !== 1,
    transferred: flaw === 2,
    ownerRank: flaw === 3 ? 4 : 1 + dice.below(3),
    related: flaw !== 4,
    applied: flaw !== 5,
  };
};

// 近三年 has two readings; no date lies between 2023-01-01 and 2023-11-20, where they differ
const DATES = ['2021-05-06', '2022-12-31', '2023-11-21', '2024-07-01', '2026-03-02'] as const;

const TITLES = ['创新型中小企业', '专精特新中小企业'] as const;

/** Thresholds that a company lies near: those of 小巨人, or the lower ones of 专精特新. */
const GIANT = { revenue: 5000 * WAN, main: 0.9, debt: 0.75, rd: 600 * WAN, score: 60, rights: 3 } as const;
const ZJTX = { revenue: 1500 * WAN, main: 0.8, debt: 0.8, rd: 100 * WAN, score: 50, rights: 0 } as const;

export const companyOf = (seed: number): Company => {
  const dice = new Dice(seed);
  const near = dice.chance(0.65) ? GIANT : ZJTX;
  const huge = dice.chance(0.02);
  // from 2亿元 on, 3% of revenue is more than the amount of 研发费用 asked for
  const floor = huge ? 40_000 * WAN : dice.chance(0.3) ? 21_000 * WAN : near.revenue;
  const [start, middle] = [dice.over(floor), dice.over(floor)];
  const grown = Math.max(dice.over(floor), dice.over(Math.ceil((start * 11_025) / 10_000)));
  const revenue = dice.chance(0.05) ? near.revenue - 1 : grown;
  const assets = dice.over(8000 * WAN);
  const titles = [
    ...TITLES.filter(() => dice.chance(0.97)),
    ...(dice.chance(0.02) ? ['制造业单项冠军产品企业'] : []),
  ];
  return {
    domestic: dice.chance(0.99),
    abnormal: dice.chance(0.01),
    dishonest: dice.chance(0.01),
    bannedProduct: dice.chance(0.01),
    controlledWithGiant: dice.chance(0.01),
    groupSimilarProduct: dice.chance(0.01),
    staff: huge ? 999 + dice.below(3) : 20 + dice.below(400),
    revenue: [start, middle, revenue],
    mainRevenue: dice.over(Math.ceil(revenue * near.main)),
    productRevenue: dice.chance(0.02)
      ? Math.floor(revenue / 2)
      : Math.floor(revenue / 2) + 1 + dice.below(WAN),
    assets,
    liabilities: Math.floor(assets * near.debt) + (dice.chance(0.03) ? 1 : -dice.below(3)),
    rd: [
      dice.over(Math.max(near.rd, Math.ceil(middle * 0.03))),
      dice.over(Math.max(near.rd, Math.ceil(revenue * 0.03))),
    ],
    equity: [dice.pick([0, 1000 * WAN]), dice.pick([0, 1000 * WAN - 1, 1000 * WAN])],
    segmentSince: dice.chance(0.02) ? '2023-01-02' : dice.pick(['2023-01-01', '2015-03-01', '2010-10-10']),
    nationalShare: dice.pick([99, 100, 120]),
    globalShare: dice.pick([5, 20, 100]),
    nationalRank: 1 + dice.below(5),
    platformScore: near.score + (dice.chance(0.03) ? -1 : dice.below(30)),
    sixBases: dice.chance(0.7) ? ['核心基础零部件'] : [],
    directions: dice.chance(0.8) ? ['培育壮大新兴产业'] : [],
    titles: titles.map((name) => ({
      name,
      from: '2024-05-01',
      to: dice.chance(0.02) ? '2026-11-20' : dice.pick([AS_OF, '2027-04-30']),
    })),
    ip: dice.times(near.rights + dice.below(6), () => rightOf(dice)),
    awards: dice.times(dice.below(3), () => ({
      level: dice.pick(['国家级', '省部级', '市级']),
      kind: dice.pick(['国家科学技术进步奖', '其他']),
      date: dice.pick(DATES),
      rank: 1 + dice.below(5),
    })),
    rdUnits: dice.times(1 + dice.below(2), () => ({
      level: dice.pick(['国家级', '省部级', '市级', '自建']),
      certified: dice.chance(0.7),
    })),
    incidents: dice.times(dice.below(2), () => ({
      kind: dice.pick(['生产安全事故', '环境违法行为', '偷漏税']),
      grave: dice.chance(0.1),
      date: dice.pick(DATES),
    })),
    frauds: dice.chance(0.05) ? [{ kind: dice.pick(['数据造假', '撤销称号']), date: dice.pick(DATES) }] : [],
  };
};

const yesNo = (value: boolean): string => (value ? '是' : '否');
const yuan = (value: number): string => `${value}元`;

/** The company as a profile is written. */
export const plainProfile = (company: Company): Record<string, unknown> => {
  const [before, last, now] = company.revenue;
  return {
    境内依法设立: yesNo(company.domestic),
    行业代码: '3451',
    列入经营异常名录: yesNo(company.abnormal),
    列入严重失信主体名单: yesNo(company.dishonest),
    产品属于禁止限制淘汰类: yesNo(company.bannedProduct),
    与小巨人存在控股关系: yesNo(company.controlledWithGiant),
    同集团有相似主导产品企业: yesNo(company.groupSimilarProduct),
    全职员工数: { 2025: company.staff },
    营业收入: { 2023: yuan(before), 2024: yuan(last), 2025: yuan(now) },
    主营业务收入: { 2025: yuan(company.mainRevenue) },
    主导产品收入: { 2025: yuan(company.productRevenue) },
    资产总额: { 2025: yuan(company.assets) },
    负债总额: { 2025: yuan(company.liabilities) },
    研发费用: { 2024: yuan(company.rd[0]), 2025: yuan(company.rd[1]) },
    合格机构股权融资实缴额: { 2024: yuan(company.equity[0]), 2025: yuan(company.equity[1]) },
    从事细分市场起始日: company.segmentSince,
    全国市场占有率: { 2025: `${company.nationalShare / 10}%` },
    国际市场占有率: { 2025: `${company.globalShare / 10}%` },
    全国市场排名: { 2025: company.nationalRank },
    专精特新发展评价得分: { 2026: company.platformScore },
    主导产品产业基础领域: company.sixBases,
    主导产品产业方向: company.directions,
    称号: company.titles.map((title) => ({ 名称: title.name, 认定日: title.from, 有效期至: title.to })),
    知识产权: company.ip.map((right) => ({
      种类: right.kind,
      有效: yesNo(right.valid),
      取得方式: right.transferred ? '转入' : '自主研发',
      权利人排名: right.ownerRank,
      与主导产品相关: yesNo(right.related),
      已应用并产生效益: yesNo(right.applied),
    })),
    科技奖励: company.awards.map((award) => ({
      级别: award.level,
      奖种: award.kind,
      获奖日期: award.date,
      获奖单位排名: award.rank,
    })),
    研发机构: company.rdUnits.map((unit) => ({ 级别: unit.level, 经认定: yesNo(unit.certified) })),
    违法事故记录: company.incidents.map((incident) => ({
      类型: incident.kind,
      程度: incident.grave ? '重大' : '一般',
      日期: incident.date,
    })),
    撤销或造假记录: company.frauds.map((fraud) => ({ 类型: fraud.kind, 日期: fraud.date })),
  };
};
