import { compileConditions, compileParagraphs } from './compile-parts.ts';
import { parseSentence } from './reference.ts';
import { type Scope, TemplateProblem } from './scope.ts';
import type { Chapter, NarrativeTemplate, Section } from './template.ts';
import type { FormSource, NarrativeSource } from './template-source.ts';

export const commonOf = (key: string, source: FormSource | NarrativeSource) => ({
  key,
  serves: source.适用 ?? [],
  spares: source.不适用 ?? [],
  file: source.文件名,
  title: source.标题,
  header: source.页眉,
  remarks: source.说明 ?? [],
});

export const compileNarrative = (key: string, source: NarrativeSource, scope: Scope): NarrativeTemplate => ({
  ...commonOf(key, source),
  ...limitOf(source.字数上限),
  anonymous: source.不得含企业名称,
  when: scope.at('当', () => compileConditions(source.当 ?? {}, scope)) ?? [],
  chapters: scope.each('章节', source.章节, (chapter, at) =>
    compileChapter(chapter, scope, chapter.标题 ?? chapter.名称 ?? at),
  ),
  signature: source.签章 ?? [],
});

const limitOf = (limit: number | undefined) => (limit === undefined ? {} : { limit });
const shareOf = (share: number | undefined) => (share === undefined ? {} : { share });

type ChapterSource = NarrativeSource['章节'][number];
type SectionSource = NonNullable<ChapterSource['小节']>[number];

/** @throws TemplateProblem, and notes mistakes of single sentences in the scope */
const compileChapter = (source: ChapterSource, scope: Scope, place: string): Chapter => {
  const name = source.名称 ?? source.标题;
  if (name === undefined) throw new TemplateProblem('没有标题的章节要写“名称”，字数统计里用它');
  const each = source.每条 === undefined ? undefined : scope.list(source.每条);
  if (each !== undefined && source.小节 !== undefined) throw new TemplateProblem('“每条”的章节不能再分小节');
  return {
    name,
    ...(source.标题 === undefined ? {} : { title: parseSentence(source.标题, scope, each) }),
    ...(each === undefined ? {} : { each }),
    ...limitOf(source.限),
    ...shareOf(source.建议字数),
    paragraphs: compileParagraphs(source.段落 ?? [], scope, place, each),
    sections: (source.小节 ?? []).map((section) => compileSection(section, scope)),
  };
};

const compileSection = (source: SectionSource, scope: Scope): Section => ({
  title: source.标题,
  ...shareOf(source.建议字数),
  paragraphs: compileParagraphs(source.段落, scope, source.标题),
});
