import { addMonths } from '../base/date.ts';
import type { Predicate } from '../policy/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { predicatesOn, readingAny, unmetCriteria } from './criteria.ts';
import { attribute, missing, recordsIn, seenIn } from './seen.ts';
import { wholeLimit } from './words.ts';

const MONTHS = wholeLimit('证书将到期月数');
const PROVINCIAL = '专精特新中小企业';
const BELOW = ['创新型中小企业', '科技型中小企业'];

/** Titles that the edition asks for by name. */
const wanted = (predicate: Predicate): readonly string[] =>
  'of' in predicate
    ? predicate.of.flatMap(wanted)
    : predicate.op === 'oneOf' && predicate.attribute === 'name' && !predicate.negated
      ? predicate.choices
      : [];

/** P10.2: a title that the application rests on runs out before the closing date or within three months after it. */
const renewal = (input: EditionCase): readonly Hit[] => {
  const names = new Set(predicatesOn(input, 'titles').flatMap(({ value }) => wanted(value)));
  const held = (recordsIn(input.profile, 'titles')?.items ?? [])
    .map((record, index) => ({ record, index, name: attribute(record, 'name') ?? '' }))
    .filter(({ record, name }) => names.has(name) && (attribute(record, 'from') ?? '') <= input.closing);
  return held.flatMap(({ record, index, name }): readonly Hit[] => {
    const until = attribute(record, 'to');
    if (until === undefined) return [{ missing: `称号“${name}”的有效期至` }];
    const later = held.some((other) => other.name === name && (attribute(other.record, 'to') ?? '') > until);
    if (later || until < input.asOf || until >= addMonths(input.closing, MONTHS)) return [];
    const state = until < input.closing ? `到${input.closing}已过期` : `距${input.closing}不到${MONTHS}个月`;
    return [
      finding('P10.2', `“${name}”有效期至${until}，${state}`, {
        facts: seenIn('titles', record, index, 'to'),
        where: { ...record.get('to')?.at, field: 'titles' },
      }),
    ];
  });
};

/** P10.3: a 专精特新 title with no trace of the step below it. */
const onProfile = ({ profile }: ProfileCase): readonly Hit[] => {
  const list = recordsIn(profile, 'titles');
  if (list === undefined) return [missing('titles')];
  const names = list.items.map((item) => attribute(item, 'name'));
  if (!list.complete || names.includes(undefined)) return [];
  if (!names.includes(PROVINCIAL) || BELOW.some((name) => names.includes(name))) return [];
  return [
    finding('P10.3', `称号里有“${PROVINCIAL}”，没有${BELOW.join('或')}`, {
      where: { ...list.at, field: 'titles' },
    }),
  ];
};

const onEdition = (input: EditionCase): readonly Hit[] => [
  ...unmetCriteria(input, 'P10.1', readingAny('titles')),
  ...renewal(input),
];

/** P10 未取得下一级资质. */
export const title: Detector = { topic: 'P10', onProfile, onEdition };
