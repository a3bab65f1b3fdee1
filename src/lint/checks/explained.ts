import { formatQuantity } from '../../base/quantity.ts';
import { compare, parseDecimal, type Ratio, subtract } from '../../base/ratio.ts';
import { DICTIONARY, type Field, type Figure, factRef, figureOf } from '../../profile/index.ts';
import type { Context } from '../context.ts';
import source from '../data/异常.yaml';
import { sentencesOf } from '../figures/statement.ts';
import { type Note, note } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';
import { percentOf } from '../percent.ts';

interface AnomalySource {
  名称: string;
  字段: string;
  低于?: string;
  高于?: string;
  升过?: string;
  降过?: string;
  词: string[];
}

const data = source as { 说明用词: string[]; 异常: AnomalySource[] };

const limitOf = (text: string): Ratio => {
  const plain = text.endsWith('%') ? percentOf(text) : parseDecimal(text);
  if (plain === undefined) throw new Error(`异常.yaml: ${text}`);
  return plain;
};

const field = (name: string): Field => {
  const found = DICTIONARY.find(name);
  if (found === undefined) throw new Error(`异常.yaml: no field ${name}`);
  return found;
};

const known = (figure: Figure): Ratio | undefined => (figure.state === 'known' ? figure.value : undefined);

/** Whether the figures show it; blank figures show nothing. */
const shows = (anomaly: AnomalySource, now: Ratio, before: Ratio | undefined): boolean => {
  if (anomaly.低于 !== undefined) return compare(now, limitOf(anomaly.低于)) < 0;
  if (anomaly.高于 !== undefined) return compare(now, limitOf(anomaly.高于)) > 0;
  if (before === undefined) return false;
  if (anomaly.升过 !== undefined) return compare(subtract(now, before), limitOf(anomaly.升过)) > 0;
  return compare(subtract(before, now), limitOf(anomaly.降过 ?? '0')) > 0;
};

const isExplained = (anomaly: AnomalySource, spans: readonly Span[]): boolean =>
  spans
    .flatMap((span) => sentencesOf(spanText(span)))
    .some(
      ({ text }) =>
        anomaly.词.some((word) => text.includes(word)) && data.说明用词.some((word) => text.includes(word)),
    );

/** F55.1: a figure that a reviewer will ask about, with no word of explanation in the text. */
export const checkExplained = (context: Context, spans: readonly Span[]): readonly Note[] =>
  data.异常.flatMap((anomaly) => {
    const { id, dimension, unit } = field(anomaly.字段);
    const { profile, baseYear } = context;
    const [now, before] = [baseYear, baseYear - 1].map((year) => known(figureOf(profile, id, year)));
    if (now === undefined || !shows(anomaly, now, before) || isExplained(anomaly, spans)) return [];
    const value = formatQuantity(now, dimension ?? 'count', unit);
    const { label } = factRef(id, baseYear);
    return [
      note('F55.1', `档案里${anomaly.名称}（${label}${value}），文中没有说明原因`, {
        facts: [{ field: id, label, value }],
      }),
    ];
  });
