import { z } from 'zod';
import { fold } from '../../base/text.ts';
import type { Field } from '../../profile/index.ts';
import { compileList } from '../compile-parts.ts';
import { attributeOf, Scope } from '../scope.ts';
import type { ListSpec } from '../template.ts';
import source from './佐证词典.yaml';

/** One kind of evidence: by which words a text means it, and where the profile shows whether it is there. */
export interface Kind {
  readonly name: string;
  /** folded */
  readonly words: readonly string[];
  /** folded; taken out of a text before it is searched */
  readonly notWords: readonly string[];
  readonly yearly: boolean;
  readonly records?: { readonly list: ListSpec; readonly shown: readonly Field[] };
  /** a yearly field told beside each year's copy */
  readonly beside?: Field;
  /** words in the name of a generated document */
  readonly drafts: readonly string[];
  /** why no file is handed in */
  readonly exempt?: string;
}

const texts = z.array(z.string().min(1));
const schema = z.strictObject({
  视情况: texts,
  将到期天数: z.number().int().positive(),
  材料: z.array(
    z.strictObject({
      名称: z.string(),
      含: texts.min(1),
      不含: texts.optional(),
      逐年: z.literal(true).optional(),
      附: z.string().optional(),
      记录: z.string().optional(),
      筛选: z.record(z.string(), z.union([z.string(), texts])).optional(),
      显示: texts.optional(),
      底稿: texts.optional(),
      免交: z.string().optional(),
    }),
  ),
});

type KindSource = z.infer<typeof schema>['材料'][number];

const recordsOf = (entry: KindSource, scope: Scope): Kind['records'] => {
  if (entry.记录 === undefined) return undefined;
  const filter = entry.筛选 === undefined ? {} : { 筛选: entry.筛选 };
  const list = compileList(entry.名称, { 记录: entry.记录, ...filter }, scope);
  return { list, shown: (entry.显示 ?? []).map((name) => attributeOf(list.field, name)) };
};

const kindOf = (entry: KindSource, scope: Scope): Kind => {
  const records = recordsOf(entry, scope);
  return {
    name: entry.名称,
    words: entry.含.map(fold),
    notWords: (entry.不含 ?? []).map(fold),
    yearly: entry.逐年 ?? false,
    drafts: entry.底稿 ?? [],
    ...(records === undefined ? {} : { records }),
    ...(entry.附 === undefined ? {} : { beside: scope.field(entry.附) }),
    ...(entry.免交 === undefined ? {} : { exempt: entry.免交 }),
  };
};

const dictionary = schema.parse(source);
const scope = new Scope('佐证词典');

const KINDS: readonly Kind[] = dictionary.材料.map((entry) => kindOf(entry, scope));
export const OPTIONAL_WORDS: readonly string[] = dictionary.视情况;
/** days before its end on which a certificate is pointed out */
export const SOON_DAYS = dictionary.将到期天数;

/** Whether a text of a policy file, or the name of a file, speaks of a kind. */
export const speaksOf = (text: string, { words, notWords }: Kind): boolean => {
  const rest = notWords.reduce((left, word) => left.replaceAll(word, '　'), fold(text));
  return words.some((word) => rest.includes(word));
};

export const kindsIn = (text: string): readonly Kind[] => KINDS.filter((kind) => speaksOf(text, kind));
