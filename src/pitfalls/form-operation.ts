import { formatQuantity } from '../base/quantity.ts';
import { add, compare, ratio, sign } from '../base/ratio.ts';
import { isRatio, type RecordList } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, attribute, figureIn, flag, missing, numberIn, recordsIn, seenIn, textsIn } from './seen.ts';
import { limit, words } from './words.ts';

const SATISFIED = limit('信贷满足率', 'percent');
const INSURANCE = words('社保证明');
const DAILY = words('日常经营用途');

/** F06: the audit report carries the code of the Ministry of Finance's platform. */
export const auditCode: Detector = {
  topic: 'F06',
  onProfile: ({ profile }) => {
    const list = recordsIn(profile, 'audits');
    if (list === undefined) return [missing('audits')];
    return list.items.flatMap((record, index): readonly Hit[] => {
      const coded = record.get('coded')?.value;
      const year = attribute(record, 'year') ?? '';
      if (coded === undefined) return [{ missing: `${year}年审计报告是否赋码` }];
      if (coded === true) return [];
      const facts = seenIn('audits', record, index, 'coded');
      return [finding('F06.1', `${year}年审计报告没有赋码`, { facts })];
    });
  },
};

/** F08: fewer people in research from year to year. */
export const researchStaff: Detector = {
  topic: 'F08',
  onProfile: ({ profile, baseYear }) => {
    const years = [baseYear - 2, baseYear - 1, baseYear];
    const staff = years.map((year) => numberIn(profile, 'rdStaff', year));
    const falls = years.flatMap((year, index) => {
      const [before, now] = [staff[index - 1], staff[index]];
      return before !== undefined && now !== undefined && compare(now, before) < 0 ? [year] : [];
    });
    const facts = allSeen(
      profile,
      years.map((year) => ['rdStaff', year] as const),
    );
    return [
      ...years.filter((_, index) => staff[index] === undefined).map((year) => missing('rdStaff', year)),
      ...(falls.length === 0
        ? []
        : [
            finding('F08.1', `研发人员数在${falls.join('、')}年比上年少`, {
              facts,
              where: { ...facts.at(-1)?.at, field: 'rdStaff' },
            }),
          ]),
    ];
  },
};

const incomes = (list: RecordList) => list.items.map((item) => item.get('revenue')?.value);

/** F09: the products together cannot exceed 主营业务收入. */
export const productSum: Detector = {
  topic: 'F09',
  onProfile: ({ profile, baseYear }) => {
    const list = recordsIn(profile, 'products');
    const main = numberIn(profile, 'mainRevenue', baseYear);
    if (list === undefined || main === undefined)
      return [
        ...(list === undefined ? [missing('products')] : []),
        ...(main === undefined ? [missing('mainRevenue', baseYear)] : []),
      ];
    const known = incomes(list).filter(isRatio);
    const total = known.reduce(add, ratio(0));
    if (compare(total, main) <= 0)
      return known.length === list.items.length ? [] : [{ missing: '主要产品的上年度收入' }];
    const facts = [
      ...list.items.flatMap((record, index) => seenIn('products', record, index, 'revenue')),
      ...allSeen(profile, [['mainRevenue', baseYear]]),
    ];
    return [
      finding(
        'F09.1',
        `主要产品收入合计${formatQuantity(total, 'money')}，大于${baseYear}年主营业务收入${formatQuantity(main, 'money')}`,
        { facts },
      ),
    ];
  },
};

/** F10: a year of falling income, even where the mean is enough. */
export const fallingIncome: Detector = {
  topic: 'F10',
  onProfile: ({ profile, baseYear }) =>
    [baseYear - 1, baseYear].flatMap((year): readonly Hit[] => {
      const growth = figureIn(profile, 'mainRevenueGrowth', year);
      if (growth === undefined || sign(growth) >= 0)
        return growth === undefined ? [missing('mainRevenueGrowth', year)] : [];
      const facts = allSeen(profile, [
        ['mainRevenue', year],
        ['mainRevenue', year - 1],
        ['mainRevenueGrowth', year],
      ]);
      return [
        finding('F10.1', `${year}年主营业务收入增长率${formatQuantity(growth, 'percent')}`, {
          facts,
        }),
      ];
    }),
};

const loanFacts = ({ profile }: ProfileCase) => {
  const facts = allSeen(profile, [['loanApplied'], ['loanSatisfaction'], ['loanPurposes']]);
  return { facts, where: { ...facts.at(-1)?.at, field: 'loanApplied' } };
};

/** F12, F13: what is said of loans must agree with itself and with the contracts. */
export const loans: Detector = {
  topic: 'F12',
  onProfile: (input): readonly Hit[] => {
    const { profile } = input;
    const applied = flag(profile, 'loanApplied');
    const satisfied = numberIn(profile, 'loanSatisfaction');
    if (applied === undefined) return [missing('loanApplied')];
    if (!applied)
      return satisfied === undefined
        ? []
        : [finding('F12.2', '没有申请银行贷款，却填了信贷满足率', loanFacts(input))];
    if (satisfied === undefined) return [missing('loanSatisfaction')];
    if (compare(satisfied, SATISFIED) >= 0) return [];
    return [finding('F12.1', `信贷满足率${formatQuantity(satisfied, 'percent')}`, loanFacts(input))];
  },
};
export const loanPurposes: Detector = {
  topic: 'F13',
  onProfile: (input): readonly Hit[] => {
    const purposes = textsIn(input.profile, 'loanPurposes');
    const applied = flag(input.profile, 'loanApplied');
    if (applied === false)
      return purposes === undefined || purposes.length === 0
        ? []
        : [finding('F13.2', `没有申请银行贷款，却填了贷款用途${purposes.join('、')}`, loanFacts(input))];
    if (purposes === undefined) return [missing('loanPurposes')];
    return purposes.length === 1 && DAILY.some((word) => purposes[0]?.includes(word) === true)
      ? [finding('F13.1', `贷款用途只有“${purposes[0] ?? ''}”`, loanFacts(input))]
      : [];
  },
};

/** F14: proof of the insured of three years, where the list of evidence is said to be complete. */
export const insuranceProof: Detector = {
  topic: 'F14',
  onProfile: ({ profile, baseYear }): readonly Hit[] => {
    const list = recordsIn(profile, 'evidence');
    if (list === undefined) return [missing('evidence')];
    if (!list.complete) return [];
    const covers = (year: number): boolean =>
      list.items.some(
        (item) =>
          INSURANCE.some((word) => (attribute(item, 'name') ?? '').includes(word)) &&
          (!item.has('year') || attribute(item, 'year') === String(year)),
      );
    const absent = [baseYear - 2, baseYear - 1, baseYear].filter((year) => !covers(year));
    return absent.length === 0
      ? []
      : [
          finding('F14.1', `佐证材料里没有${absent.join('、')}年12月的社保人数证明`, {
            where: { ...list.at, field: 'evidence' },
          }),
        ];
  },
};
