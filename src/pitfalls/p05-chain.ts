import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, attribute, flag, missing, recordName, recordsIn } from './seen.ts';
import { words } from './words.ts';

const PROOF = words('先进性证明');
const NO_PROOF = new Set(['', '无', '没有']);

/** Customers that lead their chain, and whether a contract or the like shows it. */
const customers = ({ profile }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'customers');
  if (list === undefined) return [missing('customers')];
  const where = { ...list.at, field: 'customers' };
  const claim = flag(profile, 'servesLeaders') === true;
  const leaders = list.items.filter((item) => item.get('leading')?.value === true);
  const undecided = list.items.filter((item) => item.get('leading') === undefined);
  const proven = leaders.filter((item) => !NO_PROOF.has(attribute(item, 'proof') ?? ''));
  const unproven = leaders.filter(
    (item) => item.has('proof') && NO_PROOF.has(attribute(item, 'proof') ?? ''),
  );
  const blank = leaders.filter((item) => !item.has('proof'));
  const code = claim ? 'P05.3' : 'P05.1';
  const because = claim ? '档案称服务关键产业链重点龙头，' : '';
  if (proven.length > 0) return [];
  if (undecided.length > 0 || blank.length > 0 || !list.complete)
    return [
      ...undecided.map((item, index) => ({ missing: `配套客户“${recordName(item, index)}”是否龙头企业` })),
      ...blank.map((item, index) => ({ missing: `配套客户“${recordName(item, index)}”的证明` })),
      ...(list.complete ? [] : [{ missing: '配套客户（补全清单）' }]),
    ];
  if (unproven.length > 0)
    return [
      finding(code, `${because}${unproven.map(recordName).join('、')}没有采购合同、验收报告等证明`, {
        where,
      }),
    ];
  return [finding(code, `${because}配套客户里没有龙头企业`, { where })];
};

/** P05.2: 补短板、填空白 is claimed and nothing shows it. */
const novelty = ({ profile }: ProfileCase): readonly Hit[] => {
  const claim = flag(profile, 'gapFilling');
  if (claim === undefined) return [missing('gapFilling')];
  if (!claim) return [];
  const list = recordsIn(profile, 'achievements');
  if (list === undefined) return [missing('achievements')];
  const found = list.items.some((item) => PROOF.includes(attribute(item, 'kind') ?? ''));
  const mayHold = !list.complete || list.items.some((item) => !item.has('kind'));
  if (found) return [];
  if (mayHold) return [{ missing: '成果证明（补全清单和类型）' }];
  const facts = allSeen(profile, [['gapFilling']]);
  return [
    finding('P05.2', `档案称补短板锻长板填空白，成果证明里没有${PROOF.join('或')}`, {
      facts,
    }),
  ];
};

const onProfile = (input: ProfileCase): readonly Hit[] => [
  ...(input.profile.single.has('chainRole') ? [] : [missing('chainRole')]),
  ...customers(input),
  ...novelty(input),
];

/** P05 产业链作用描述空泛，缺乏实证. */
export const chain: Detector = { topic: 'P05', onProfile };
