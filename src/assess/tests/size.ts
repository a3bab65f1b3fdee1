import { compare, multiply, ratio } from '../../base/ratio.ts';
import { all, any, isOpen, type Verdict } from '../../base/verdict.ts';
import {
  SIZE_CLASSES,
  type SizeClass,
  type SizeLimits,
  sizeLimitsFor,
  type Test,
} from '../../policy/index.ts';
import { type FactRef, factRef, figureOf, type Profile, textOf } from '../../profile/index.ts';
import { baseYearOf, type Case } from '../case.ts';
import type { Outcome } from '../model.ts';
import { needAny, needFacts } from '../need.ts';
import { outcome } from '../outcome.ts';

/** 划型 as far as it can be computed: the classes still possible, and what would narrow them. */
export interface SizeResult {
  readonly possible: readonly SizeClass[];
  readonly missing: readonly FactRef[];
  readonly facts: readonly FactRef[];
  /** set where the standard does not cover the industry */
  readonly uncovered?: string;
}

const MEASURES = [
  { key: 'staff', field: 'staff', scale: ratio(1) },
  { key: 'revenue', field: 'revenue', scale: ratio(10_000) },
  { key: 'assets', field: 'assets', scale: ratio(10_000) },
] as const;

/**
 * 划型 by 工信部联企业〔2011〕300号: the highest class whose lower limits are all met, else 微型.
 * @param year the year whose figures count
 */
export const computeSize = (profile: Profile, year: number): SizeResult => {
  const known = sizes.get(profile);
  if (known?.year === year) return known.size;
  const size = sizeOf(profile, year);
  sizes.set(profile, { year, size });
  return size;
};

/** every programme asks for the size of the same enterprise; profiles never change */
const sizes = new WeakMap<Profile, { readonly year: number; readonly size: SizeResult }>();

const sizeOf = (profile: Profile, year: number): SizeResult => {
  const code = textOf(profile, 'industryCode');
  if (code === undefined)
    return { possible: [...SIZE_CLASSES], missing: [factRef('industryCode')], facts: [] };
  const limits = sizeLimitsFor(code);
  if (limits === undefined) {
    return {
      possible: [...SIZE_CLASSES],
      missing: [],
      facts: [factRef('industryCode')],
      uncovered: `行业代码“${code}”不在划型标准范围内，或不是有效代码`,
    };
  }
  return classify(profile, year, limits);
};

const classify = (profile: Profile, year: number, limits: SizeLimits): SizeResult => {
  const used = MEASURES.filter((item) => limits[item.key] !== undefined).map((item) => ({
    ...item,
    figure: figureOf(profile, item.field, year),
  }));
  /** does the enterprise meet all lower limits of class `index` (0 大型, 1 中型, 2 小型)? */
  const meets = (index: number): Verdict =>
    all(
      used.map(({ key, scale, figure }) => {
        if (figure.state !== 'known') return 'unknown';
        const limit = multiply(ratio(limits[key]?.[index] ?? 0), scale);
        return compare(figure.value, limit) >= 0 ? 'met' : 'unmet';
      }),
    );
  const verdicts = [0, 1, 2].map(meets);
  const possible: SizeClass[] = [];
  for (const [index, name] of SIZE_CLASSES.entries()) {
    const verdict = verdicts[index];
    if (verdict !== 'unmet') possible.push(name);
    if (verdict === 'met') break;
  }
  return {
    possible,
    missing:
      possible.length === 1
        ? []
        : used.flatMap(({ figure }) => (figure.state === 'missing' ? figure.missing : [])),
    facts: used.flatMap(({ figure }) => (figure.state === 'missing' ? [] : figure.facts)),
  };
};

/** 划型 属于 …; a declared 企业规模 stands in only where nothing can be computed, and is marked 自报. */
export const evaluateSize = (input: Case, test: Extract<Test, { op: 'size' }>): Outcome => {
  const size = computeSize(input.profile, baseYearOf(input.asOf));
  const threshold = `划型为${test.classes.join('、')}`;
  const inside = (name: string): Verdict => (test.classes.includes(name) ? 'met' : 'unmet');
  const verdicts = size.possible.map(inside);
  const actual = `测算：${size.possible.join('或')}`;
  if (size.uncovered !== undefined)
    return outcome('manual', { threshold, facts: size.facts, remarks: [size.uncovered] });
  if (new Set(verdicts).size === 1) return outcome(any(verdicts), { threshold, actual, facts: size.facts });
  const declared = input.profile.single.get('declaredSize')?.value;
  if (typeof declared === 'string' && size.possible.some((name) => name === declared)) {
    const verdict = inside(declared);
    return outcome(isOpen(verdict) ? 'unknown' : verdict, {
      threshold,
      actual: `${declared}（自报）`,
      facts: [factRef('declaredSize')],
      remarks: ['划型按自报，缺少测算用的数据'],
    });
  }
  const need = needAny([needFacts(size.missing), needFacts([factRef('declaredSize')])]);
  return outcome('unknown', {
    threshold,
    facts: size.facts,
    ...(size.possible.length < 4 ? { actual } : {}),
    ...(need === undefined ? {} : { need }),
  });
};
