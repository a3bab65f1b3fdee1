import type { Ratio } from '../../base/ratio.ts';
import { DICTIONARY, type Field } from '../../profile/index.ts';
import source from '../data/数字.yaml';
import { percentOf } from '../percent.ts';

interface QuantitySource {
  代码: string;
  字段?: string;
  种类?: string[];
  名称?: string;
  词: string[];
  慎: string;
  可在前?: boolean;
}

interface FollowSource {
  代码: string;
  词: string[];
  前: Record<string, string>;
  负?: boolean;
}

interface Source {
  连接: string[];
  约数: Array<{ 词: string[]; 容差?: string; 少于?: string; 不低于?: boolean }>;
  不比: string[];
  慎: Record<string, string[]>;
  部分: string[];
  量: QuantitySource[];
  不比的量: string[];
  承前: FollowSource[];
  成立: { 代码: string; 词: string[]; 不比: string[] };
  年限: { 代码: string; 词: string[]; 不比: string[] };
}

const data = source as Source;

/** What a word like 约 or 超过 allows. */
export interface Hedge {
  readonly words: readonly string[];
  readonly tolerance?: Ratio;
  readonly below?: Ratio;
  readonly atLeast?: boolean;
  readonly atMost?: boolean;
}

export const HEDGES: readonly Hedge[] = data.约数.map(({ 词, 容差, 少于, 不低于 }) => ({
  words: 词,
  ...(容差 === undefined ? {} : { tolerance: percentOf(容差) }),
  ...(少于 === undefined ? {} : { below: percentOf(少于) }),
  ...(不低于 === undefined ? {} : { atLeast: 不低于 }),
}));

/** What a label measures: a field, or how many records of some kinds. */
export type Subject =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'records'; readonly kinds: readonly string[]; readonly name: string };

export type Label =
  | {
      readonly kind: 'subject';
      readonly code: string;
      readonly subject: Subject;
      /** words in the clause that make it speak of something else */
      readonly careful: readonly string[];
      readonly mayFollow: boolean;
    }
  | {
      readonly kind: 'follow';
      readonly code: string;
      readonly negative: boolean;
      readonly of: ReadonlyMap<string, Field>;
    }
  /** a word that keeps its number from being taken for another's */
  | { readonly kind: 'other' };

const field = (name: string): Field => {
  const found = DICTIONARY.find(name);
  if (found === undefined) throw new Error(`数字.yaml: no field ${name}`);
  return found;
};

const careful = (name: string): readonly string[] => {
  const words = data.慎[name];
  if (words === undefined) throw new Error(`数字.yaml: no list ${name}`);
  return words;
};

const toSubject = (entry: QuantitySource): Subject =>
  entry.字段 === undefined
    ? { kind: 'records', kinds: entry.种类 ?? [], name: entry.名称 ?? '' }
    : { kind: 'field', field: field(entry.字段) };

/** Every word of the data with what it stands for. */
export const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
  ...data.不比的量.map((word): [string, Label] => [word, { kind: 'other' }]),
  ...data.量.flatMap((entry) =>
    entry.词.map((word): [string, Label] => [
      word,
      {
        kind: 'subject',
        code: entry.代码,
        subject: toSubject(entry),
        careful: careful(entry.慎),
        mayFollow: entry.可在前 ?? false,
      },
    ]),
  ),
  ...data.承前.flatMap((entry) =>
    entry.词.map((word): [string, Label] => [
      word,
      {
        kind: 'follow',
        code: entry.代码,
        negative: entry.负 ?? false,
        of: new Map(Object.entries(entry.前).map(([before, name]) => [field(before).id, field(name)])),
      },
    ]),
  ),
]);

const longestFirst = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length);
const either = (words: Iterable<string>): string =>
  longestFirst(words)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

export const LABEL_PATTERN = either(LABELS.keys());
export const LINK_PATTERN = either(data.连接);
export const ELSEWHERE: readonly string[] = data.不比;
export const PARTIAL: readonly string[] = data.部分;
export const FOUNDED = data.成立;
export const EXPERIENCE = data.年限;
export const FOUNDED_PATTERN = either(data.成立.词);
export const EXPERIENCE_PATTERN = either(data.年限.词);
