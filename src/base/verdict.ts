/** 符合 met · 不符合 unmet · 缺资料 unknown · 待核实 manual · 不适用 na · 免于考察 waived */
export const VERDICTS = ['met', 'unmet', 'unknown', 'manual', 'na', 'waived'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '缺资料',
  manual: '待核实',
  na: '不适用',
  waived: '免于考察',
};

/** Still undecided: more facts or a person's judgement could turn it either way. */
export const isOpen = (verdict: Verdict): boolean => verdict === 'unknown' || verdict === 'manual';

/** 全部: 不符合 before 缺资料 before 待核实 before 符合; 不适用 and 免于考察 drop out; nothing left is 不适用. */
export const all = (parts: readonly Verdict[]): Verdict => {
  const counted = parts.filter((part) => part !== 'na' && part !== 'waived');
  if (counted.length === 0) return parts.includes('waived') ? 'waived' : 'na';
  for (const verdict of ['unmet', 'unknown', 'manual'] as const)
    if (counted.includes(verdict)) return verdict;
  return 'met';
};

/** 任一: 符合 before 缺资料 before 待核实 before 不符合; 免于考察 counts as 符合, 不适用 drops out. */
export const any = (parts: readonly Verdict[]): Verdict => {
  const counted = parts.filter((part) => part !== 'na');
  if (counted.length === 0) return 'na';
  if (counted.includes('met') || counted.includes('waived')) return 'met';
  for (const verdict of ['unknown', 'manual'] as const) if (counted.includes(verdict)) return verdict;
  return 'unmet';
};

/** Readings of one text: definite only where all agree, 免于考察 agreeing with 符合; else 缺资料 before 待核实. */
export const agreed = (readings: readonly Verdict[]): Verdict => {
  const [first] = readings;
  const same = readings.every((reading) => reading === first);
  if (first !== undefined && same) return first;
  if (readings.every((reading) => reading === 'met' || reading === 'waived')) return 'met';
  return readings.includes('unknown') ? 'unknown' : 'manual';
};

/** How many are wanted: a number, or two bounds between which the document leaves it open. */
export type Count = number | readonly [lowest: number, highest: number];

/** 2项; 1至4项，没有写明几项 */
export const itemsText = (n: Count): string =>
  typeof n === 'number' ? `${n}项` : `${n.join('至')}项，没有写明几项`;

/** 至少N项: 免于考察 counts as met, 不适用 does not, and N stays. An empty group is 不适用. */
export const atLeast = (n: Count, parts: readonly Verdict[]): Verdict => {
  if (parts.length === 0) return 'na';
  if (typeof n !== 'number') return agreed(n.map((each) => atLeast(each, parts)));
  const count = (...verdicts: Verdict[]): number => parts.filter((part) => verdicts.includes(part)).length;
  const met = count('met', 'waived');
  const unknown = count('unknown');
  if (met >= n) return 'met';
  if (met + unknown + count('manual') < n) return 'unmet';
  return unknown > 0 ? 'unknown' : 'manual';
};

/** 不是: what was met becomes unmet and the reverse; open stays open. */
export const not = (verdict: Verdict): Verdict =>
  verdict === 'met' ? 'unmet' : verdict === 'unmet' ? 'met' : verdict;
