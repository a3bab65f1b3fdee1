import { formatQuantity } from '../base/quantity.ts';
import { compare, subtract } from '../base/ratio.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { boundsOnShare, isGrowth, readingAny, unmetCriteria } from './criteria.ts';
import { allSeen, figureIn, lacking } from './seen.ts';
import { limit } from './words.ts';

const NEAR = limit('负债率接近上限', 'percent');
const RISE = limit('负债率大幅上升', 'percent');
const INCOME = readingAny('revenue', 'mainRevenue', 'revenueGrowth', 'mainRevenueGrowth');
const DEBT = readingAny('liabilities', 'debtRatio');

const debtFacts = (input: ProfileCase, ...years: number[]) =>
  allSeen(
    input.profile,
    years.flatMap((year) => [
      ['liabilities', year] as const,
      ['assets', year] as const,
      ['debtRatio', year] as const,
    ]),
  );

/** P07.4: the debt ratio jumps, and the text must say why. */
const onProfile = (input: ProfileCase): readonly Hit[] => {
  const { profile, baseYear } = input;
  const [before, now] = [baseYear - 1, baseYear].map((year) => figureIn(profile, 'debtRatio', year));
  if (before === undefined || now === undefined)
    return lacking(profile, [
      ['liabilities', baseYear - 1],
      ['assets', baseYear - 1],
      ['liabilities', baseYear],
      ['assets', baseYear],
    ]);
  const rise = subtract(now, before);
  if (compare(rise, RISE) <= 0) return [];
  const facts = debtFacts(input, baseYear - 1, baseYear);
  return [
    finding(
      'P07.4',
      `资产负债率一年上升${formatQuantity(rise, 'percent').replace('%', '个百分点')}（${formatQuantity(before, 'percent')}到${formatQuantity(now, 'percent')}）`,
      { facts },
    ),
  ];
};

/** P07.3: inside the limit of the edition, and close to it. */
const nearLimit = (input: EditionCase): readonly Hit[] => {
  const now = figureIn(input.profile, 'debtRatio', input.baseYear);
  const bound = boundsOnShare(input, 'liabilities', 'assets')
    .map(({ value }) => value)
    .find(({ relation }) => relation === 'atMost' || relation === 'below');
  if (now === undefined || bound === undefined) return [];
  if (compare(now, bound.value) > 0 || compare(now, subtract(bound.value, NEAR)) < 0) return [];
  const facts = debtFacts(input, input.baseYear);
  return [
    finding(
      'P07.3',
      `${input.baseYear}年末资产负债率${formatQuantity(now, 'percent')}，接近所查标准的上限${formatQuantity(bound.value, 'percent')}`,
      { facts },
    ),
  ];
};

const onEdition = (input: EditionCase): readonly Hit[] => [
  ...unmetCriteria(input, 'P07.1', (result) => DEBT(result) && !isGrowth(result)),
  ...unmetCriteria(input, 'P07.2', (result) => INCOME(result) && isGrowth(result)),
  ...nearLimit(input),
];

/** P07 财务健康指标不达标. */
export const finance: Detector = { topic: 'P07', onProfile, onEdition };
