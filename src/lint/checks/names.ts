import { findMentions, ownNames, type Profile } from '../../profile/index.ts';
import { type Note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';

/** F52: the enterprise's name, 简称 or 字号, at each of its places. */
export const checkNames = (profile: Profile, spans: readonly Span[]): readonly Note[] => {
  const names = ownNames(profile);
  return spans.flatMap((span) =>
    findMentions(spanText(span), names).map(({ start, end }) => {
      const spot = { paragraph: span.paragraph, start: span.start + start, end: span.start + end };
      return noteAt(
        'F52.1',
        `出现企业名称、简称或字号“${span.paragraph.text.slice(spot.start, spot.end)}”`,
        spot,
      );
    }),
  );
};
