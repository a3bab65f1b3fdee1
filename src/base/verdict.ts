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

/** 至少N项: 免于考察 counts as met, 不适用 does not, and N stays. An empty group is 不适用. */
export const atLeast = (n: number, parts: readonly Verdict[]): Verdict => {
  if (parts.length === 0) return 'na';
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
