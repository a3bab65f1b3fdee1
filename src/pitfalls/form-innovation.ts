import { countRecords } from '../assess/index.ts';
import { formatQuantity } from '../base/quantity.ts';
import { compare, type Ratio, ratio } from '../base/ratio.ts';
import { type Predicate, WORD_LISTS } from '../policy/index.ts';
import { isRatio } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, apart, attribute, missing, numberIn, recordName, recordsIn, seenIn } from './seen.ts';
import { limit, wholeLimit } from './words.ts';

const FIRST_ROUND = wholeLimit('Ⅰ类首轮竞争');
const AVERAGE = wholeLimit('Ⅰ类入选平均');
const TOLERANCE = limit('金额核对容差', 'money');
const CLASS_ONE = WORD_LISTS.Ⅰ类知识产权 ?? [];
const VALID_CLASS_ONE: Predicate = {
  op: 'all',
  of: [
    { op: 'oneOf', attribute: 'kind', choices: CLASS_ONE, negated: false },
    { op: 'is', attribute: 'valid', value: true },
  ],
};

/** F34: every research unit is of the enterprise's own. */
export const jointUnits: Detector = {
  topic: 'F34',
  onProfile: ({ profile }): readonly Hit[] => {
    const list = recordsIn(profile, 'rdUnits');
    if (list === undefined) return [missing('rdUnits')];
    if (list.items.length === 0 || !list.complete) return [];
    if (list.items.some((item) => !item.has('built'))) return [{ missing: '研发机构的建设方式' }];
    return list.items.every((item) => attribute(item, 'built') === '自建')
      ? [finding('F34.1', '研发机构都是自建的', { where: { ...list.at, field: 'rdUnits' } })]
      : [];
  },
};

/** Between how many and how many valid rights of the first class there are. */
const classOneCount = ({ profile, asOf }: ProfileCase): readonly [Ratio, Ratio] | undefined => {
  const declared = numberIn(profile, 'classOneTotal');
  if (!profile.records.has('ip')) return declared === undefined ? undefined : [declared, declared];
  const { low, high } = countRecords({ profile, asOf }, 'ip', VALID_CLASS_ONE);
  return high === undefined ? undefined : [low, high];
};

/** F35: more than the threshold, and yet few in the competition. */
export const competition: Detector = {
  topic: 'F35',
  onProfile: (input): readonly Hit[] => {
    const found = classOneCount(input);
    if (found === undefined) return [missing('ip')];
    const [low, high] = found;
    const facts = allSeen(input.profile, [['classOneTotal']]);
    const rest = { facts, where: { ...input.profile.records.get('ip')?.at, field: 'ip' } };
    const told = `有效Ⅰ类知识产权${formatQuantity(high, 'count', '项')}`;
    if (compare(high, ratio(FIRST_ROUND)) < 0)
      return [finding('F35.1', `${told}，少于${FIRST_ROUND}项`, rest)];
    if (compare(low, ratio(FIRST_ROUND)) < 0) return [{ missing: '知识产权的种类和有效状态' }];
    return compare(high, ratio(AVERAGE)) < 0 ? [finding('F35.2', `${told}，少于${AVERAGE}项`, rest)] : [];
  },
};

/** F36: a lapsed right is listed as one of the product's. */
export const lapsed: Detector = {
  topic: 'F36',
  onProfile: ({ profile }) =>
    (recordsIn(profile, 'ip')?.items ?? []).flatMap((record, index) => {
      const still = record.get('valid')?.value === false && record.get('related')?.value === true;
      const facts = seenIn('ip', record, index, 'valid');
      return still
        ? [
            finding('F36.1', `“${recordName(record, index)}”已失效，仍列为与主导产品相关`, {
              facts,
            }),
          ]
        : [];
    }),
};

/** F38: a right that came from others, and nothing that joins it to the enterprise's own technology. */
export const fusion: Detector = {
  topic: 'F38',
  onProfile: ({ profile }) =>
    (recordsIn(profile, 'ip')?.items ?? []).flatMap((record, index): readonly Hit[] => {
      if (attribute(record, 'origin') !== '转入' || !CLASS_ONE.includes(attribute(record, 'kind') ?? ''))
        return [];
      const proof = attribute(record, 'fusion');
      const name = `“${recordName(record, index)}”`;
      if (proof === undefined) return [{ missing: `${name}的融合证明` }];
      if (proof !== '无' && proof !== '没有') return [];
      const facts = seenIn('ip', record, index, 'origin', 'fusion');
      return [
        finding('F38.1', `转入的${name}没有与自有技术融合的证明`, {
          facts,
        }),
      ];
    }),
};

/** F70: more research than the income statement shows, and no special audit. */
export const researchAudit: Detector = {
  topic: 'F70',
  onProfile: ({ profile }) =>
    (recordsIn(profile, 'audits')?.items ?? []).flatMap((record, index): readonly Hit[] => {
      const year = Number(attribute(record, 'year'));
      const [printed, stated] = [record.get('rd')?.value, numberIn(profile, 'rd', year)];
      if (!isRatio(printed) || stated === undefined) return [];
      if (compare(stated, printed) <= 0 || compare(apart(stated, printed), TOLERANCE) <= 0) return [];
      const special = profile.yearly.get('rdAudited')?.get(year)?.value;
      if (special === undefined) return [missing('rdAudited', year)];
      const facts = [...allSeen(profile, [['rd', year]]), ...seenIn('audits', record, index, 'rd')];
      return special === true
        ? []
        : [
            finding('F70.1', `${year}年研发费用大于审计报告利润表数，又没有研发费用专项审计报告`, {
              facts,
            }),
          ];
    }),
};
