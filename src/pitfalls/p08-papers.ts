import { addMonths } from '../base/date.ts';
import { formatQuantity } from '../base/quantity.ts';
import { compare } from '../base/ratio.ts';
import { fieldById, isRatio } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import {
  allSeen,
  apart,
  attribute,
  missing,
  numberIn,
  recordName,
  recordsIn,
  seenIn,
  textsOf,
} from './seen.ts';
import { limit, wholeLimit } from './words.ts';

const TOLERANCE = limit('金额核对容差', 'money');
const SOON = wholeLimit('证书将到期月数');
const AUDITED = ['revenue', 'mainRevenue', 'netProfit', 'assets', 'liabilities', 'rd'] as const;

/** P08.7: what the application says against what the audit report says. */
const audits = ({ profile, baseYear }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'audits');
  if (list === undefined) return [missing('audits')];
  const years = new Set(list.items.map((item) => attribute(item, 'year')));
  const absent = [baseYear - 1, baseYear].filter((year) => !years.has(String(year)));
  return [
    ...absent.map((year) => ({ missing: `${year}年审计报告数据` })),
    ...list.items.flatMap((record, index) => {
      const year = Number(attribute(record, 'year'));
      return AUDITED.flatMap((field): readonly Hit[] => {
        const printed = record.get(field)?.value;
        const stated = numberIn(profile, field, year);
        if (!isRatio(printed) || stated === undefined || compare(apart(printed, stated), TOLERANCE) <= 0)
          return [];
        const facts = [...allSeen(profile, [[field, year]]), ...seenIn('audits', record, index, field)];
        return [
          finding(
            'P08.7',
            `${year}年${fieldById(field).name}：档案是${formatQuantity(stated, 'money')}，审计报告是${formatQuantity(printed, 'money')}`,
            { facts },
          ),
        ];
      });
    }),
  ];
};

/** P08.8: staff against the number insured in December. */
const insured = ({ profile, baseYear }: ProfileCase): readonly Hit[] =>
  [baseYear - 2, baseYear - 1, baseYear].flatMap((year): readonly Hit[] => {
    const [staff, paid] = [numberIn(profile, 'staff', year), numberIn(profile, 'insured', year)];
    if (staff === undefined || paid === undefined)
      return year === baseYear && paid === undefined ? [missing('insured', year)] : [];
    if (compare(staff, paid) === 0) return [];
    const facts = allSeen(profile, [
      ['staff', year],
      ['insured', year],
    ]);
    return [
      finding(
        'P08.8',
        `${year}年末全职员工数${formatQuantity(staff, 'count', '人')}，12月社保人数${formatQuantity(paid, 'count', '人')}`,
        { facts },
      ),
    ];
  });

const CERTIFICATES = ['systemsCertified', 'productsCertified', 'evidence'] as const;

/** P08.9, P08.10: certificates on the closing date. */
const certificates = ({ profile, closing }: ProfileCase): readonly Hit[] =>
  CERTIFICATES.flatMap((field) =>
    (recordsIn(profile, field)?.items ?? []).flatMap((record, index): readonly Hit[] => {
      const until = attribute(record, 'to');
      const name = `${fieldById(field).name}“${recordName(record, index)}”`;
      if (until === undefined) return field === 'evidence' ? [] : [{ missing: `${name}的有效期至` }];
      const facts = seenIn(field, record, index, 'to');
      const rest = { facts };
      if (until < closing) return [finding('P08.9', `${name}有效期至${until}，到${closing}已过期`, rest)];
      return until < addMonths(closing, SOON)
        ? [finding('P08.10', `${name}有效期至${until}，距${closing}不到${SOON}个月`, rest)]
        : [];
    }),
  );

/** P08.11: a recognised research unit without the paper that recognises it. */
const approvals = ({ profile }: ProfileCase): readonly Hit[] =>
  (recordsIn(profile, 'rdUnits')?.items ?? []).flatMap((record, index): readonly Hit[] => {
    if (record.get('certified')?.value !== true) return [];
    const name = `研发机构“${recordName(record, index)}”`;
    const proofs = textsOf(record.get('proofs')?.value);
    const approval = attribute(record, 'approval');
    if (approval === undefined && proofs === undefined) return [{ missing: `${name}的批复文件` }];
    if (proofs?.includes('认定批复') === true || (approval !== undefined && approval !== '无')) return [];
    return [
      finding('P08.11', `${name}写明经认定，没有批复文件`, {
        facts: seenIn('rdUnits', record, index, 'certified'),
        where: { ...record.get('certified')?.at, field: 'rdUnits' },
      }),
    ];
  });

/** P08.12: the segment cannot be older than the enterprise. */
const segmentAge = ({ profile }: ProfileCase): readonly Hit[] => {
  const [founded, since] = ['founded', 'segmentSince'].map((id) => profile.single.get(id)?.value);
  if (typeof founded !== 'string' || typeof since !== 'string' || since >= founded) return [];
  const facts = allSeen(profile, [['segmentSince'], ['founded']]);
  return [
    finding('P08.12', `从事细分市场起始日${since}早于成立日期${founded}`, {
      facts,
    }),
  ];
};

const onProfile = (input: ProfileCase): readonly Hit[] => [
  ...audits(input),
  ...insured(input),
  ...certificates(input),
  ...approvals(input),
  ...segmentAge(input),
];

/** P08 支撑文件缺失或过期: papers against the profile and against the closing date. */
export const papers: Detector = { topic: 'P08', onProfile };
