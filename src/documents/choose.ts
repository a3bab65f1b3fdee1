import { type Diagnostic, InputError } from '../base/diagnostic.ts';
import { fold, suggestion } from '../base/text.ts';
import type { Edition } from '../policy/index.ts';
import type { Template, Templates } from './template.ts';

/** Documents that are made for every programme, from its own list rather than from a template. */
export const EVIDENCE = '佐证材料清单';
export const COVER = '封面和目录';
export const SUMMARY = '申报企业汇总表';
const MADE = [EVIDENCE, COVER, SUMMARY] as const;

/** What to make: templates, and which of the documents made without one. */
export interface Choice {
  readonly templates: Templates;
  readonly made: readonly string[];
  /** named by the user */
  readonly named: boolean;
}

/** Words by which a template may name a programme. */
const wordsOf = ({ id, series, tier }: Edition): readonly string[] => [id, series, tier];

const isFor = ({ serves, spares }: Template, editions: readonly Edition[]): boolean =>
  editions.some((edition) => {
    const words = wordsOf(edition);
    return serves.some((word) => words.includes(word)) && !spares.some((word) => words.includes(word));
  });

const isNamed = ({ key, file, title }: Template, word: string): boolean =>
  [key, file, title].some((name) => fold(name) === fold(word));
const contains = ({ key, file, title }: Template, word: string): boolean =>
  [key, file, title].some((name) => fold(name).includes(fold(word)));

/** Those a word means: by full name, else by part of a name; those of the programmes before all others. */
const meant = (all: readonly Template[], editions: readonly Edition[], word: string): readonly Template[] => {
  const own = all.filter((template) => isFor(template, editions));
  const ways = [isNamed, contains].flatMap((way) =>
    [own, all].map((among) => among.filter((template) => way(template, word))),
  );
  return ways.find((found) => found.length > 0) ?? [];
};

/** The templates that the programmes ask for; with `only`, those that are named. @throws InputError for a name that fits none */
export const chooseDocuments = (
  templates: Templates,
  editions: readonly Edition[],
  only: readonly string[] = [],
): Choice => {
  const all: readonly Template[] = [...templates.forms, ...templates.narratives];
  if (only.length === 0)
    return { templates: keep(templates, (item) => isFor(item, editions)), made: MADE, named: false };
  const problems: Diagnostic[] = [];
  const chosen = new Set<Template>();
  const made = new Set<string>();
  for (const word of only) {
    const found = meant(all, editions, word);
    const own = MADE.filter((name) => fold(name).includes(fold(word)));
    if (word.trim() === '' || (found.length === 0 && own.length === 0)) problems.push(unknown(word, all));
    for (const template of own.some((name) => fold(name) === fold(word)) ? [] : found) chosen.add(template);
    for (const name of own) made.add(name);
  }
  if (problems.length > 0) throw new InputError(problems);
  return { templates: keep(templates, (item) => chosen.has(item)), made: [...made], named: true };
};

const keep = (templates: Templates, wanted: (template: Template) => boolean): Templates => ({
  ...templates,
  forms: templates.forms.filter(wanted),
  narratives: templates.narratives.filter(wanted),
});

const unknown = (word: string, all: readonly Template[]): Diagnostic => {
  const names = [...all.flatMap(({ file, key }) => [key, file]), ...MADE];
  return {
    code: 'E160',
    severity: 'error',
    message: `没有名为“${word}”的文件`,
    fix: `${suggestion(word, names) ?? ''}可写：${[...all.map(({ key }) => key), ...MADE].join('、')}`,
  };
};
