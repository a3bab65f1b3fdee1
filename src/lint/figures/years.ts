import { type CivilDate, endOfYear, fullYears } from '../../base/date.ts';
import { placeText } from '../../base/diagnostic.ts';
import { compare, ratio, toNumber } from '../../base/ratio.ts';
import { dateBounds, factRef, figureOf } from '../../profile/index.ts';
import type { Context } from '../context.ts';
import { type Note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';
import { halfWidth } from './number.ts';
import { sentencesOf } from './statement.ts';
import { EXPERIENCE, EXPERIENCE_PATTERN, FOUNDED, FOUNDED_PATTERN } from './words.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

const search = (span: Span, patterns: readonly RegExp[], elsewhere: readonly string[]): readonly Found[] =>
  sentencesOf(halfWidth(spanText(span))).flatMap((sentence) =>
    patterns.flatMap((pattern) =>
      [...sentence.text.matchAll(pattern)].flatMap((match): Found[] => {
        const clause = sentence.text
          .slice(0, match.index + match[0].length)
          .split(/[，,]/)
          .slice(-2)
          .join('');
        if (elsewhere.some((word) => clause.includes(word))) return [];
        const start = span.start + sentence.start + match.index;
        return [{ start, end: start + match[0].length, groups: match.slice(1) }];
      }),
    ),
  );

const DATE = '((?:19|20)\\d{2})年(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?';
const FOUNDED_PATTERNS = [
  new RegExp(`(?:${FOUNDED_PATTERN})(?:于|日期为|时间为)${DATE}`, 'g'),
  new RegExp(`${DATE}(?:正式|注册)?(?:${FOUNDED_PATTERN})`, 'g'),
];

const pad = (text: string): string => text.padStart(2, '0');

/** 成立于2012年5月 against 成立日期, as exactly as it is written. */
const foundedNotes = (context: Context, span: Span): readonly Note[] => {
  const fact = context.profile.single.get('founded');
  const actual = fact?.value;
  if (fact === undefined || typeof actual !== 'string') return [];
  return search(span, FOUNDED_PATTERNS, FOUNDED.不比).flatMap(({ start, end, groups }) => {
    const written = groups.flatMap((part) => (part === undefined ? [] : [pad(part)])).join('-');
    if (actual.startsWith(written) || written.startsWith(actual)) return [];
    const place = fact.at === undefined ? '' : `（${placeText(fact.at)}）`;
    const text = span.paragraph.text.slice(start, end);
    const seen = {
      field: 'founded',
      label: '成立日期',
      value: actual,
      ...(fact.at === undefined ? {} : { at: fact.at }),
    };
    return [
      noteAt(
        FOUNDED.代码,
        `文中“${text}”，档案成立日期${actual}${place}`,
        { paragraph: span.paragraph, start, end },
        {
          facts: [seen],
        },
      ),
    ];
  });
};

const EXPERIENCE_PATTERNS = [
  new RegExp(
    `(?:${EXPERIENCE_PATTERN})[^，,。；、]{0,30}?(?<!\\d)(\\d{1,2})(余|多)?个?年(?![代度来间前内后底]|\\d)`,
    'g',
  ),
];

/** Full years at the end of the base year, and on the day itself with one begun: all that a text may round to. */
const spanOfYears = (context: Context): readonly [low: number, high: number] | undefined => {
  const { profile, baseYear, asOf } = context;
  const figure = figureOf(profile, 'segmentYears', undefined, endOfYear(baseYear));
  if (figure.state !== 'known') return undefined;
  const low = toNumber(figure.value);
  const since = profile.single.get('segmentSince')?.value;
  if (typeof since !== 'string') return [low, low + 1];
  const day: CivilDate = asOf;
  return [low, Math.max(low, fullYears(dateBounds(since)[0], day)) + 1];
};

/** 从事……12年 against 从事细分市场年限. */
const experienceNotes = (context: Context, span: Span): readonly Note[] => {
  const bounds = spanOfYears(context);
  if (bounds === undefined) return [];
  const [low, high] = bounds;
  const fact = context.profile.single.get('segmentSince') ?? context.profile.single.get('segmentYears');
  const ref = factRef('segmentYears', undefined, fact?.at);
  return search(span, EXPERIENCE_PATTERNS, EXPERIENCE.不比).flatMap(({ start, end, groups }) => {
    const [digits = '0', more] = groups;
    const years = ratio(Number(digits));
    const tooMany = compare(years, ratio(high)) > 0;
    const tooFew = more === undefined && compare(years, ratio(low)) < 0;
    if (!tooMany && !tooFew) return [];
    const text = span.paragraph.text.slice(start, end);
    const place = fact?.at === undefined ? '' : `（${placeText(fact.at)}）`;
    return [
      noteAt(
        EXPERIENCE.代码,
        `文中“${text}”，档案截至${context.baseYear}年末从事细分市场${low}年${place}`,
        { paragraph: span.paragraph, start, end },
        {
          facts: [
            {
              field: ref.field,
              label: ref.label,
              value: `${low}年`,
              ...(fact?.at === undefined ? {} : { at: fact.at }),
            },
          ],
        },
      ),
    ];
  });
};

export const compareYears = (context: Context, spans: readonly Span[]): readonly Note[] =>
  spans.flatMap((span) => [...foundedNotes(context, span), ...experienceNotes(context, span)]);
