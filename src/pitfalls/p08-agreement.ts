import { computeSize, countRecords } from '../assess/index.ts';
import type { CivilDate } from '../base/date.ts';
import { formatQuantity } from '../base/quantity.ts';
import { add, compare, type Ratio, ratio, subtract } from '../base/ratio.ts';
import { type Predicate, WORD_LISTS } from '../policy/index.ts';
import {
  type Fact,
  FIELDS,
  fieldById,
  growthFigure,
  isRatio,
  type Profile,
  shareFigure,
} from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { apart } from './seen.ts';
import { limit } from './words.ts';

/** P08: the profile against itself. Reports what does not agree and where; never which figure to change. */
const disagreement = (code: string, message: string, fact: Fact | undefined, field: string): Hit =>
  finding(code, message, { where: { ...fact?.at, field } });

const yearly = (profile: Profile, id: string, year: number): { fact: Fact; value: Ratio } | undefined => {
  const fact = profile.yearly.get(id)?.get(year);
  return fact !== undefined && isRatio(fact.value) ? { fact, value: fact.value } : undefined;
};

const years = (profile: Profile): number[] =>
  [...new Set([...profile.yearly.values()].flatMap((facts) => [...facts.keys()]))].sort();

/** P08.1: a part that is larger than the whole it belongs to. */
const PARTS: ReadonlyArray<readonly [part: string, whole: string]> = [
  ['mainRevenue', 'revenue'],
  ['productRevenue', 'revenue'],
  ['rdStaff', 'staff'],
  ['techStaff', 'staff'],
  ['exports', 'revenue'],
  ['brandRevenue', 'revenue'],
];

const partsWithinWholes = (profile: Profile): Hit[] =>
  years(profile).flatMap((year) =>
    PARTS.flatMap(([part, whole]) => {
      const [small, large] = [yearly(profile, part, year), yearly(profile, whole, year)];
      if (small === undefined || large === undefined || compare(small.value, large.value) <= 0) return [];
      const message = `${year}年${fieldById(part).name}大于${fieldById(whole).name}`;
      return [disagreement('P08.1', message, small.fact, part)];
    }),
  );

const TOLERANCE = limit('金额核对容差', 'money');
/** P08.2: 资产总额 − 负债总额 against 净资产, to 0.01 万元. */
const balances = (profile: Profile): Hit[] =>
  years(profile).flatMap((year) => {
    const [assets, debts, net] = ['assets', 'liabilities', 'netAssets'].map((id) =>
      yearly(profile, id, year),
    );
    if (assets === undefined || debts === undefined || net === undefined) return [];
    const expected = subtract(assets.value, debts.value);
    if (compare(apart(expected, net.value), TOLERANCE) <= 0) return [];
    const message = `${year}年末资产总额减负债总额为${formatQuantity(expected, 'money')}，净资产写的是${formatQuantity(net.value, 'money')}`;
    return [disagreement('P08.2', message, net.fact, 'netAssets')];
  });

const HALF_STEP = ratio(1, 20_000);
/** P08.3: a ratio or growth rate written ready-made against the figures it comes from, to the last printed digit (0.01%). */
const writtenRatios = (profile: Profile): Hit[] =>
  FIELDS.flatMap(({ id, name, derived }) => {
    if (derived === undefined) return [];
    return [...(profile.yearly.get(id) ?? [])].flatMap(([year, fact]) => {
      if (!isRatio(fact.value)) return [];
      const computed =
        'growthOf' in derived
          ? growthFigure(profile, derived.growthOf, year)
          : shareFigure(profile, derived.numerator, derived.denominator, year);
      if (computed.state !== 'known') return [];
      const difference = subtract(computed.value, fact.value);
      if (compare(difference, HALF_STEP) <= 0 && compare(difference, ratio(-1, 20_000)) >= 0) return [];
      const message = `${year}年${name}写的是${formatQuantity(fact.value, 'percent')}，按原数计算是${formatQuantity(computed.value, 'percent')}`;
      return [disagreement('P08.3', message, fact, id)];
    });
  });

/** P08.4: 企业规模 as declared against the computed 划型 (工信部联企业〔2011〕300号). */
const declaredSize = (profile: Profile, baseYear: number): Hit[] => {
  const fact = profile.single.get('declaredSize');
  if (typeof fact?.value !== 'string') return [];
  const size = computeSize(profile, baseYear);
  if (size.uncovered !== undefined || size.possible.some((name) => name === fact.value)) return [];
  return [
    disagreement(
      'P08.4',
      `企业规模写的是${fact.value}，按${baseYear}年数据测算为${size.possible.join('或')}`,
      fact,
      'declaredSize',
    ),
  ];
};

/** P08.5: a product's own income against 主导产品收入 of the base year. */
const productIncome = (profile: Profile, baseYear: number): Hit[] => {
  const declared = yearly(profile, 'productRevenue', baseYear);
  const leading = (profile.records.get('products')?.items ?? []).filter(
    (item) => item.get('leading')?.value === true,
  );
  const incomes = leading.map((item) => item.get('revenue')?.value);
  if (declared === undefined || leading.length === 0 || !incomes.every(isRatio)) return [];
  const total = incomes.reduce<Ratio>(add, ratio(0));
  if (compare(total, declared.value) === 0) return [];
  const message = `主要产品中主导产品收入合计${formatQuantity(total, 'money')}，${baseYear}年主导产品收入写的是${formatQuantity(declared.value, 'money')}`;
  return [disagreement('P08.5', message, declared.fact, 'productRevenue')];
};

/** 与主导产品相关、有效、已应用并产生效益、非转入、权利人前三的Ⅰ类知识产权, as the declared total defines it. */
const CLASS_ONE: Predicate = {
  op: 'all',
  of: [
    { op: 'oneOf', attribute: 'kind', choices: WORD_LISTS.Ⅰ类知识产权 ?? [], negated: false },
    { op: 'is', attribute: 'valid', value: true },
    { op: 'is', attribute: 'related', value: true },
    { op: 'is', attribute: 'applied', value: true },
    { op: 'oneOf', attribute: 'origin', choices: ['转入'], negated: true },
    {
      op: 'compare',
      attribute: 'ownerRank',
      bound: { relation: 'atMost', value: ratio(3), dimension: 'rank', text: '不高于3名', unit: '名' },
    },
  ],
};

/** P08.6: a declared total of Ⅰ类知识产权 that the records cannot add up to. */
const declaredClassOne = (profile: Profile, asOf: CivilDate): Hit[] => {
  const fact = profile.single.get('classOneTotal');
  if (fact === undefined || !isRatio(fact.value) || !profile.records.has('ip')) return [];
  const counted = countRecords({ profile, asOf }, 'ip', CLASS_ONE);
  const isPossible =
    compare(counted.low, fact.value) <= 0 &&
    (counted.high === undefined || compare(fact.value, counted.high) <= 0);
  if (isPossible) return [];
  const message = `Ⅰ类知识产权数量写的是${formatQuantity(fact.value, 'count', '项')}，逐项清单里符合口径的是${counted.text ?? ''}`;
  return [disagreement('P08.6', message, fact, 'classOneTotal')];
};

const onProfile = ({ profile, asOf, baseYear }: ProfileCase): readonly Hit[] => [
  ...partsWithinWholes(profile),
  ...balances(profile),
  ...writtenRatios(profile),
  ...declaredSize(profile, baseYear),
  ...productIncome(profile, baseYear),
  ...declaredClassOne(profile, asOf),
];

/** P08 申报材料前后矛盾: figures of the profile that do not agree with one another. */
export const agreement: Detector = { topic: 'P08', onProfile };
