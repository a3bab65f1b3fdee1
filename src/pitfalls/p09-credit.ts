import { addMonths } from '../base/date.ts';
import { dateBounds } from '../profile/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { readingAny, unmetCriteria } from './criteria.ts';
import { attribute, missing, recordsIn, seenIn } from './seen.ts';
import { wholeLimit } from './words.ts';

const MONTHS = wholeLimit('处罚处理月数');
const LISTED = readingAny(
  'abnormal',
  'dishonest',
  'bannedProduct',
  'creditChinaListed',
  'cleanCredit',
  'labourViolation',
);
const EVENTS = readingAny('incidents', 'frauds');

/** P09.3, P09.4: penalties that are still open, or closed only lately. */
const onProfile = ({ profile, closing }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'incidents');
  if (list === undefined) return [missing('incidents')];
  return list.items.flatMap((record, index): readonly Hit[] => {
    const kind = attribute(record, 'kind') ?? '违法事故';
    const date = attribute(record, 'date') ?? '日期未填';
    const name = `${kind}（${date}）`;
    const closed = record.get('closed')?.value;
    const where = { ...[...record.values()][0]?.at, field: 'incidents' };
    if (closed === undefined) return [{ missing: `${name}是否已结案` }];
    if (closed === false)
      return [
        finding('P09.3', `${name}尚未结案`, { facts: seenIn('incidents', record, index, 'closed'), where }),
      ];
    const on = attribute(record, 'closedOn');
    if (on === undefined) return [{ missing: `${name}的结案日` }];
    // of a date known to the year only, the earliest day is taken: what cannot be shown is not reported
    if (addMonths(dateBounds(on)[0], MONTHS) <= closing) return [];
    return [
      finding('P09.4', `${name}${on}结案，到${closing}不满${MONTHS}个月`, {
        facts: seenIn('incidents', record, index, 'closedOn'),
        where,
      }),
    ];
  });
};

const onEdition = (input: EditionCase): readonly Hit[] => [
  ...unmetCriteria(input, 'P09.1', LISTED),
  ...unmetCriteria(input, 'P09.2', EVENTS),
];

/** P09 企业存在不良信用记录. */
export const credit: Detector = { topic: 'P09', onProfile, onEdition };
