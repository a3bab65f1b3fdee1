import type { Finding } from '../../pitfalls/index.ts';
import source from '../data/异常.yaml';
import { sentencesOf } from '../figures/statement.ts';
import { type Note, note } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';

interface AnomalySource {
  检查: string[];
  词: string[];
}

const data = source as { 说明用词: string[]; 异常: AnomalySource[] };

const isExplained = (anomaly: AnomalySource, spans: readonly Span[]): boolean =>
  spans
    .flatMap((span) => sentencesOf(spanText(span)))
    .some(
      ({ text }) =>
        anomaly.词.some((word) => text.includes(word)) && data.说明用词.some((word) => text.includes(word)),
    );

/** F55.1: a pitfall of the profile's figures that a reviewer will ask about, with no word of explanation in the text. */
export const checkExplained = (pitfalls: readonly Finding[], spans: readonly Span[]): readonly Note[] =>
  data.异常
    .filter((anomaly) => !isExplained(anomaly, spans))
    .flatMap((anomaly) => pitfalls.filter(({ code }) => anomaly.检查.includes(code)))
    .map(({ code, message, facts }) => note('F55.1', `${message}（${code}），文中没有说明原因`, { facts }));
