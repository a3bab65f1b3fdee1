import { textOf } from '../profile/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { fieldTestsFailed, readingAny, unmetCriteria } from './criteria.ts';
import { allSeen, missing } from './seen.ts';
import { words } from './words.ts';

const DIRECTIONS = [
  'sixBases',
  'industryDirections',
  'tenFields',
  'networkFields',
  'strategicIndustry',
  'keyFields',
];
const CONSUMER = words('可能排除的行业大类');

/** P06.3: divisions of GB/T 4754 whose products are mostly for consumers. */
const onProfile = ({ profile }: ProfileCase): readonly Hit[] => {
  const code = textOf(profile, 'industryCode');
  if (code === undefined) return [missing('industryCode')];
  const division = /\d{2}/.exec(code)?.[0] ?? '';
  if (!CONSUMER.includes(division)) return [];
  const facts = allSeen(profile, [['industryCode'], ['industryName']]);
  return [
    finding('P06.3', `行业大类${division}多为食品和一般消费品，可能被认为与制造业关键领域关联度低`, {
      facts,
    }),
  ];
};

const onEdition = (input: EditionCase): readonly Hit[] => {
  const outright = unmetCriteria(input, 'P06.1', readingAny(...DIRECTIONS));
  if (outright.length > 0) return outright;
  const left = fieldTestsFailed(input, DIRECTIONS);
  return left === undefined
    ? []
    : [
        finding('P06.2', '主导产品不属于所查标准列出的任何一个领域，能否例外由主管部门认定', {
          facts: allSeen(
            input.profile,
            left.fields.map((field) => [field] as const),
          ),
          citation: left.citation,
          where: { ...input.profile.single.get(left.fields[0] ?? '')?.at, field: left.fields[0] ?? '' },
        }),
      ];
};

/** P06 主导产品领域不契合国家战略方向. */
export const productField: Detector = { topic: 'P06', onProfile, onEdition };
