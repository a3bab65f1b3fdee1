import type { Field } from '../../profile/index.ts';
import { halfWidth, type Measure, negated, readNumber, sharedUnit, type Written } from './number.ts';
import {
  ELSEWHERE,
  LABEL_PATTERN,
  LABELS,
  type Label,
  LINK_PATTERN,
  PARTIAL,
  type Subject,
} from './words.ts';
import { type YearSaid, yearSaid } from './year.ts';

/** One thing that a sentence says in numbers about the enterprise. */
export interface Statement {
  readonly code: string;
  readonly subject: Subject;
  readonly year: YearSaid;
  /** several only where the years are several and stand in the same order */
  readonly numbers: readonly Written[];
  /** only some of the records are meant */
  readonly partial: boolean;
  /** UTF-16 bounds in the text, label and number */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

const MEASURES: Readonly<Record<string, Measure>> = { money: 'money', percent: 'percent', rank: 'rank' };

const measureOf = (subject: Subject): Measure => {
  if (subject.kind === 'records') return 'items';
  return MEASURES[subject.field.dimension ?? ''] ?? 'people';
};

const tokensOf = (sentence: string): readonly Token[] =>
  [...sentence.matchAll(new RegExp(LABEL_PATTERN, 'g'))].flatMap((match) => {
    const label = LABELS.get(match[0]);
    return label === undefined ? [] : [{ label, start: match.index, end: match.index + match[0].length }];
  });

const LINKS = new RegExp(`^(?:${LINK_PATTERN}|(?:19|20)\\d{2}年(?:度|末)?|上年度?末?|\\s|、(?=分别))`);

/** The linking words from a place on, and where the number after them begins. */
const linksFrom = (
  text: string,
  from: number,
): { readonly words: readonly string[]; readonly at: number } => {
  const words: string[] = [];
  let at = from;
  for (;;) {
    const word = LINKS.exec(text.slice(at))?.[0];
    if (word === undefined || word === '') return { words, at };
    words.push(word);
    at += word.length;
  }
};

/** 5000万元、5200万元和5512.5万元 */
const readList = (text: string, at: number, measure: Measure): readonly Written[] => {
  const unit = sharedUnit(text.slice(at), measure);
  const found: Written[] = [];
  let place = at;
  for (;;) {
    const number = readNumber(text, place, measure, [], unit);
    if (number === undefined) return found;
    found.push(number);
    const separator = /^(?:、|，|,|和|及|以及)/.exec(text.slice(number.end))?.[0];
    if (separator === undefined) return found;
    place = number.end + separator.length;
  }
};

/** 4项发明专利, 120名员工: the number in front of the word. */
const readBefore = (text: string, start: number, measure: Measure): Written | undefined => {
  const pattern = /(\d[\d,]*(?:余|多)?(?:项|件|个|人|名|位))(?:的|有效|授权|国家|全职|在职|专职)*$/;
  const match = pattern.exec(text.slice(0, start));
  if (match === null) return undefined;
  const lead = /(?:约|近|超过|超|逾|突破)$/.exec(text.slice(0, match.index))?.[0];
  return readNumber(text, match.index, measure, lead === undefined ? [] : [lead]);
};

/** The clause that a place lies in and the one before it. */
const nearby = (sentence: string, start: number): string => {
  const clauses = sentence.slice(0, start).split(/[，,：:]/);
  return clauses.slice(-2).join('，');
};
const clauseBefore = (sentence: string, start: number): string =>
  sentence
    .slice(0, start)
    .split(/[，,、：:]/)
    .at(-1) ?? '';

interface Numbers {
  readonly numbers: readonly Written[];
  readonly start: number;
  readonly end: number;
  readonly year: YearSaid;
}

const numbersAt = (
  sentence: string,
  token: Token,
  measure: Measure,
  mayFollow: boolean,
  baseYear: number,
): Numbers | undefined => {
  const ahead = mayFollow ? readBefore(sentence, token.start, measure) : undefined;
  const links = linksFrom(sentence, token.end);
  const first = ahead ?? readNumber(sentence, links.at, measure, links.words);
  const isList = ahead === undefined && links.words.some((word) => /^(分别|依次)/.test(word));
  const list = isList ? readList(sentence, links.at, measure) : [];
  const numbers = list.length > 1 ? list : first === undefined ? [] : [first];
  const last = numbers.at(-1);
  if (last === undefined) return undefined;
  const start = Math.min(token.start, numbers[0]?.start ?? token.start);
  const year = yearSaid(sentence.slice(0, Math.max(links.at, token.end)), sentence.slice(last.end), baseYear);
  return { numbers, start, end: Math.max(token.end, last.end), year };
};

/** The percent that a follow word stands for, after what came before it. */
const followed = (label: Label, before: Subject | undefined): Field | undefined =>
  label.kind === 'follow' && before?.kind === 'field' ? label.of.get(before.field.id) : undefined;

const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Everything that one sentence says in numbers, except what speaks of a plan, another company or a part. */
const statementsIn = (raw: string, baseYear: number): readonly Statement[] => {
  const sentence = halfWidth(raw);
  let before: Subject | undefined;
  return tokensOf(sentence).flatMap((token): Statement[] => {
    const { label } = token;
    if (label.kind === 'other') {
      before = undefined;
      return [];
    }
    const clause = clauseBefore(sentence, token.start);
    if (label.kind === 'subject') {
      const speaksOfOthers = has(nearby(sentence, token.start), ELSEWHERE) || has(clause, label.careful);
      before = speaksOfOthers ? undefined : label.subject;
      if (speaksOfOthers) return [];
      const read = numbersAt(sentence, token, measureOf(label.subject), label.mayFollow, baseYear);
      if (read === undefined) return [];
      const partial = label.subject.kind === 'records' && has(clause, PARTIAL);
      return [{ code: label.code, subject: label.subject, partial, ...read }];
    }
    const field = followed(label, before);
    if (field === undefined || has(nearby(sentence, token.start), ELSEWHERE)) return [];
    const read = numbersAt(sentence, token, 'percent', false, baseYear);
    if (read === undefined) return [];
    const numbers = label.negative ? read.numbers.map(negated) : read.numbers;
    return [{ code: label.code, subject: { kind: 'field', field }, partial: false, ...read, numbers }];
  });
};

const SENTENCE = /[^。！？；;!?\n]+/g;

export const sentencesOf = (text: string): ReadonlyArray<{ readonly text: string; readonly start: number }> =>
  [...text.matchAll(SENTENCE)].map((match) => ({ text: match[0], start: match.index }));

/** All statements of a paragraph, their bounds in its text. */
export const readStatements = (text: string, baseYear: number): readonly Statement[] =>
  sentencesOf(text).flatMap((sentence) =>
    statementsIn(sentence.text, baseYear).map((found) => ({
      ...found,
      start: found.start + sentence.start,
      end: found.end + sentence.start,
    })),
  );
