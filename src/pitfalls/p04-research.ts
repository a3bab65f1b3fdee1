import { formatQuantity } from '../base/quantity.ts';
import { add, compare, ratio, sign } from '../base/ratio.ts';
import { isRatio } from '../profile/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { boundsOnShare, readingAny, unmetCriteria } from './criteria.ts';
import {
  allSeen,
  apart,
  attribute,
  missing,
  numberIn,
  recordName,
  recordsIn,
  seenIn,
  shareOf,
  textsOf,
} from './seen.ts';
import { limit, words } from './words.ts';

const CAPITALISED = limit('资本化占比过高', 'percent');
const OTHER = limit('其他相关费用占比', 'percent');
const TOLERANCE = limit('金额核对容差', 'money');
const OWN_UNIT = words('自建机构佐证');

const money = (value: Parameters<typeof formatQuantity>[0]): string => formatQuantity(value, 'money');

/** P04.3: most of the research is capitalised. */
const capitalised = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const [rd, capital] = [numberIn(profile, 'rd', year), numberIn(profile, 'rdCapitalised', year)];
  if (rd === undefined || capital === undefined) return [];
  const share = shareOf(capital, add(rd, capital));
  if (share === undefined || compare(share, CAPITALISED) < 0) return [];
  const facts = allSeen(profile, [
    ['rdCapitalised', year],
    ['rd', year],
  ]);
  return [
    finding(
      'P04.3',
      `${year}年研发支出的${formatQuantity(share, 'percent')}计入资本化，不在利润表研发费用里`,
      {
        facts,
      },
    ),
  ];
};

/** P04.4: 加计扣除 ≤ 高企 ≤ 财务会计, as far as they are given. */
const order = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const chain = ['rdTax', 'rdHighTech', 'rd'].flatMap((field) => {
    const value = numberIn(profile, field, year);
    return value === undefined ? [] : [{ field, value }];
  });
  const falling = chain.some((item, index) => {
    const next = chain[index + 1];
    return next !== undefined && compare(item.value, next.value) > 0;
  });
  if (!falling) return [];
  const facts = allSeen(
    profile,
    chain.map(({ field }) => [field, year] as const),
  );
  const told = facts.map((fact) => `${fact.label}${fact.value}`).join('，');
  return [
    finding('P04.4', `研发费用的几个口径大小反常：${told}`, {
      facts,
    }),
  ];
};

/** P04.5: 其他相关费用 of the tax basis, at most a tenth of the whole. */
const otherCosts = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const [other, total] = [numberIn(profile, 'rdOther', year), numberIn(profile, 'rdTax', year)];
  if (other === undefined || total === undefined) return [];
  const share = shareOf(other, total);
  if (share === undefined || compare(share, OTHER) <= 0) return [];
  const facts = allSeen(profile, [
    ['rdOther', year],
    ['rdTax', year],
  ]);
  return [
    finding(
      'P04.5',
      `${year}年其他相关费用占加计扣除研发费用的${formatQuantity(share, 'percent')}，超过${formatQuantity(OTHER, 'percent')}`,
      { facts },
    ),
  ];
};

/** P04.6: the figure given as 研发费用 is that of another basis, while the audit report says otherwise. */
const wrongBasis = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const rd = numberIn(profile, 'rd', year);
  const audited = recordsIn(profile, 'audits')?.items.find(
    (item) => attribute(item, 'year') === String(year),
  );
  const printed = audited?.get('rd')?.value;
  if (rd === undefined || !isRatio(printed)) return [];
  if (compare(apart(rd, printed), TOLERANCE) <= 0) return [];
  const same = (['rdTax', 'rdHighTech'] as const).filter((field) => {
    const value = numberIn(profile, field, year);
    return value !== undefined && compare(value, rd) === 0;
  });
  if (same.length === 0) return [];
  const facts = allSeen(profile, [['rd', year], ...same.map((field) => [field, year] as const)]);
  return [
    finding(
      'P04.6',
      `${year}年研发费用${money(rd)}与${facts[1]?.label ?? ''}相同，审计报告利润表是${money(printed)}`,
      {
        facts,
      },
    ),
  ];
};

/** P04.7, P04.8: what shows that the research unit is real. */
const units = ({ profile }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'rdUnits');
  if (list === undefined) return [missing('rdUnits')];
  return list.items.flatMap((record, index): readonly Hit[] => {
    const proofs = textsOf(record.get('proofs')?.value);
    const name = recordName(record, index);
    if (proofs === undefined) return [{ missing: `研发机构“${name}”的佐证材料` }];
    const rest = {
      facts: seenIn('rdUnits', record, index, 'proofs'),
      where: { ...record.get('proofs')?.at, field: 'rdUnits' },
    };
    if (proofs.length > 0 && proofs.every((proof) => proof === '牌匾照片'))
      return [finding('P04.8', `研发机构“${name}”只有牌匾照片`, rest)];
    if (attribute(record, 'built') !== '自建') return [];
    const wanting = OWN_UNIT.filter((proof) => !proofs.includes(proof));
    return wanting.length === 0
      ? []
      : [finding('P04.7', `自建研发机构“${name}”没有${wanting.join('、')}`, rest)];
  });
};

const onProfile = (input: ProfileCase): readonly Hit[] => {
  const years = [input.baseYear - 1, input.baseYear];
  return [
    ...years.flatMap((year) => [
      ...(numberIn(input.profile, 'rd', year) === undefined ? [missing('rd', year)] : []),
      ...capitalised(input, year),
      ...order(input, year),
      ...otherCosts(input, year),
      ...wrongBasis(input, year),
    ]),
    ...units(input),
  ];
};

/** P04.2: enough only with the capitalised part, which the income statement does not show. */
const onlyCapitalised = (input: EditionCase): readonly Hit[] => {
  const { profile, baseYear } = input;
  const found = [...boundsOnShare(input, 'rd', 'revenue')].sort((a, b) =>
    compare(a.value.value, b.value.value),
  )[0];
  if (found === undefined) return [];
  const lowest = found.value.value;
  return [baseYear - 1, baseYear].flatMap((year) => {
    const rd = numberIn(profile, 'rd', year);
    const capital = numberIn(profile, 'rdCapitalised', year) ?? ratio(0);
    const revenue = numberIn(profile, 'revenue', year);
    if (rd === undefined || revenue === undefined || sign(capital) <= 0) return [];
    const [without, withIt] = [shareOf(rd, revenue), shareOf(add(rd, capital), revenue)];
    if (without === undefined || withIt === undefined) return [];
    if (compare(without, lowest) >= 0 || compare(withIt, lowest) < 0) return [];
    const facts = allSeen(profile, [
      ['rd', year],
      ['rdCapitalised', year],
      ['revenue', year],
    ]);
    return [
      finding(
        'P04.2',
        `${year}年利润表研发费用占营业收入${formatQuantity(without, 'percent')}，加上资本化部分才有${formatQuantity(withIt, 'percent')}；所查标准的下限是${formatQuantity(lowest, 'percent')}`,
        { facts, citation: found.citation },
      ),
    ];
  });
};

const onEdition = (input: EditionCase): readonly Hit[] => [
  ...unmetCriteria(input, 'P04.1', readingAny('rd', 'rdShare')),
  ...onlyCapitalised(input),
];

/** P04 研发投入结构不合理或佐证不足. */
export const research: Detector = { topic: 'P04', onProfile, onEdition };
