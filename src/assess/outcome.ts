import { all, any, atLeast, isOpen, not, type Verdict } from '../base/verdict.ts';
import type { Gap, Need, Outcome } from './model.ts';
import { needAll, needAny, needSome } from './need.ts';

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
type Kind = 'all' | 'any' | { readonly atLeast: number };

const verdictOf = (kind: Kind, verdicts: readonly Verdict[]): Verdict =>
  typeof kind === 'object' ? atLeast(kind.atLeast, verdicts) : (kind === 'all' ? all : any)(verdicts);

const needOf = (kind: Kind, parts: readonly Outcome[]): Need | undefined => {
  const needs = parts.filter((part) => isOpen(part.verdict)).map((part) => part.need);
  if (typeof kind === 'string') return (kind === 'all' ? needAll : needAny)(needs);
  const met = parts.filter((part) => part.verdict === 'met' || part.verdict === 'waived').length;
  return needSome(kind.atLeast - met, needs);
};

/** Puts outcomes together; only the parts that decide keep their gaps and remarks. */
export const combine = (kind: Kind, parts: readonly Outcome[]): Outcome => {
  const verdict = verdictOf(
    kind,
    parts.map((part) => part.verdict),
  );
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
  const wanted = typeof kind === 'object' ? `至少${kind.atLeast}项：` : '';
  return outcome(verdict, {
    gaps,
    facts: parts.flatMap((part) => part.facts),
    remarks: unique(decisive.flatMap((part) => part.remarks)),
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
