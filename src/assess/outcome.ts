import {
  all,
  any,
  atLeast,
  type Count,
  isOpen,
  itemsText,
  not,
  VERDICT_WORDS,
  type Verdict,
} from '../base/verdict.ts';
import type { Gap, Need, Outcome } from './model.ts';
import { needAll, needAny, needCount } from './need.ts';

const NONE: readonly never[] = [];

/** An outcome with empty lists where nothing is given; built in one step, as a screening makes many. */
export const outcome = (
  verdict: Verdict,
  { actual, threshold, gaps, facts, need, remarks }: Partial<Outcome> = {},
): Outcome => {
  const built: { -readonly [Key in keyof Outcome]: Outcome[Key] } = {
    verdict,
    gaps: gaps ?? NONE,
    facts: facts ?? NONE,
    remarks: remarks ?? NONE,
  };
  if (actual !== undefined) built.actual = actual;
  if (threshold !== undefined) built.threshold = threshold;
  if (need !== undefined) built.need = need;
  return built;
};

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const joinTexts = (texts: ReadonlyArray<string | undefined>, separator: string): { text?: string } => {
  const present = unique(texts.filter((text) => text !== undefined && text !== ''));
  return present.length === 0 ? {} : { text: present.join(separator) };
};

/** How many a group needs: all of its parts, any one of them, or n. */
type Kind = 'all' | 'any' | { readonly atLeast: Count };

const verdictOf = (kind: Kind, verdicts: readonly Verdict[]): Verdict =>
  typeof kind === 'object' ? atLeast(kind.atLeast, verdicts) : (kind === 'all' ? all : any)(verdicts);

const needOf = (kind: Kind, parts: readonly Outcome[]): Need | undefined => {
  const needs = parts.filter((part) => isOpen(part.verdict)).map((part) => part.need);
  if (typeof kind === 'string') return (kind === 'all' ? needAll : needAny)(needs);
  const verdicts = parts.map((part) => part.verdict);
  return needCount(kind.atLeast, verdicts, needs);
};

/** 至少N项 that hangs on what the document leaves open: how it comes out either way. */
export const countRemarks = (n: Count, verdicts: readonly Verdict[]): readonly string[] => {
  if (typeof n === 'number' || !isOpen(atLeast(n, verdicts))) return [];
  const ways = n.map((each) => `按${each}项算${VERDICT_WORDS[atLeast(each, verdicts)]}`);
  const met = verdicts.filter((verdict) => verdict === 'met' || verdict === 'waived').length;
  return [`文件没有写明要几项：${ways.join('，')}（已符合${met}项）`];
};

/** One reading of a text, told where readings differ. */
export const readingRemark = (label: string, verdict: Verdict, seen: string | undefined): string =>
  `读法“${label}”：${VERDICT_WORDS[verdict]}${seen === undefined ? '' : `（${seen}）`}`;

/** Puts outcomes together; only the parts that decide keep their gaps and remarks. */
export const combine = (kind: Kind, parts: readonly Outcome[]): Outcome => {
  const verdicts = parts.map((part) => part.verdict);
  const verdict = verdictOf(kind, verdicts);
  const decisive = parts.filter(
    (part) => part.verdict === verdict || (isOpen(verdict) && isOpen(part.verdict)),
  );
  const need = needOf(kind, parts);
  const gaps: readonly Gap[] = verdict === 'met' ? [] : parts.flatMap((part) => part.gaps);
  const actual = joinTexts(
    parts.map((part) => part.actual),
    '；',
  ).text;
  const threshold = joinTexts(
    parts.map((part) => part.threshold),
    kind === 'all' ? '，且' : kind === 'any' ? '，或' : '、',
  ).text;
  const wanted = typeof kind === 'object' ? `至少${itemsText(kind.atLeast)}：` : '';
  const unclear = typeof kind === 'object' ? countRemarks(kind.atLeast, verdicts) : [];
  return outcome(verdict, {
    gaps,
    facts: parts.flatMap((part) => part.facts),
    remarks: unique([...unclear, ...decisive.flatMap((part) => part.remarks)]),
    ...(actual === undefined ? {} : { actual }),
    ...(threshold === undefined ? {} : { threshold: `${wanted}${threshold}` }),
    ...(isOpen(verdict) && need !== undefined ? { need } : {}),
  });
};

export const negated = (inner: Outcome): Outcome => {
  const { threshold, ...rest } = inner;
  return {
    ...rest,
    verdict: not(inner.verdict),
    gaps: [],
    ...(threshold === undefined ? {} : { threshold: `不是（${threshold}）` }),
  };
};
