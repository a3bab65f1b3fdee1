import { countText } from '../base/text.ts';
import { ownNames } from '../profile/index.ts';
import { bind } from './bind.ts';
import { type Counted, countPieces } from './count-table.ts';
import type { Page, Piece } from './page.ts';
import { countRuns, plain, type Run, textOfRuns } from './run.ts';
import { type Facts, select, valuesOf } from './select.ts';
import { fillIn, type Item, itemsOf, type Manner, notesOf, wantedRun, writeSentences } from './sentence.ts';
import type { Chapter, ListSpec, NarrativeTemplate, ParagraphSpec, Sentence } from './template.ts';

/** Why a text is not written: the profile says that there is nothing to tell. Undefined where it is. */
export const reasonToSkip = (facts: Facts, template: NarrativeTemplate): string | undefined => {
  for (const { field, values } of template.when) {
    const value = facts.profile.single.get(field.id)?.value;
    if (value !== undefined && !valuesOf(value).some((word) => values.includes(word)))
      return `档案中“${field.name}”为“${valuesOf(value).join('、') || '无'}”`;
  }
  const lists = template.chapters.map((chapter) => chapter.each);
  const empty = lists.every((list) => list !== undefined && isEmpty(facts, list));
  return empty ? `档案中没有${lists[0]?.name ?? '记录'}` : undefined;
};

const isEmpty = (facts: Facts, list: ListSpec): boolean => {
  const chosen = select(facts, list);
  return chosen?.complete === true && chosen.items.length === 0 && chosen.open.length === 0;
};

/** Writes the outline: sentences where there are facts, placeholders where there are none, and the count at the end. */
export const fillNarrative = (facts: Facts, template: NarrativeTemplate): Page => {
  const manner: Manner = { names: template.anonymous ? ownNames(facts.profile) : [], explain: true };
  const parts = template.chapters.flatMap((chapter) => fillChapter(facts, chapter, manner));
  return {
    file: template.file,
    title: template.title,
    header: template.header,
    pieces: [
      { kind: 'title', text: template.title },
      ...template.remarks.map(
        (remark): Piece => ({ kind: 'paragraph', style: 'note', runs: [plain(remark)] }),
      ),
      ...openConditions(facts, template, manner),
      ...parts.flatMap((part) => part.pieces),
      ...template.signature.map((line): Piece => ({ kind: 'cover', look: 'sign', runs: [plain(line)] })),
      ...countPieces(template, parts),
    ],
  };
};

/** The text is for those only who meet a condition that the profile does not tell. */
const openConditions = (facts: Facts, template: NarrativeTemplate, manner: Manner): readonly Piece[] =>
  template.when
    .filter(({ field }) => !facts.profile.single.has(field.id))
    .map(({ field, values }) => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        wantedRun([{ label: field.name, field }], manner),
        plain(`（为“${values.join('、')}”时才提交本文）`),
      ],
    }));

const fillChapter = (facts: Facts, chapter: Chapter, manner: Manner): readonly Counted[] => {
  if (chapter.each === undefined) {
    const title = chapter.title === undefined ? undefined : titleText(facts, chapter.title);
    return [
      fillPart(facts, { ...chapter, title }, 1, manner),
      ...chapter.sections.map((section) => fillPart(facts, { ...section, name: section.title }, 2, manner)),
    ];
  }
  const list = chapter.each;
  const chosen = select(facts, list);
  if (chosen === undefined)
    return [remarkPart(chapter.name, [wantedRun([{ label: list.field.name, field: list.field }], manner)])];
  const written = itemsOf(list, chosen.items).map((item) => {
    const title = chapter.title === undefined ? undefined : titleText(facts, chapter.title, item);
    return fillPart(facts, { ...chapter, name: item.label, title }, 1, manner, item);
  });
  const notes = notesOf(facts, list, manner);
  return notes.length === 0 ? written : [...written, remarkPart(`${chapter.name}（待核对）`, notes)];
};

const titleText = (facts: Facts, title: Sentence, item?: Item): string => {
  const bound = title.map((part) => (typeof part === 'string' ? part : bind(facts, part, item?.record)));
  return textOfRuns(fillIn(title, bound, { names: [], explain: false }));
};

interface Part {
  readonly name: string;
  readonly title: string | undefined;
  readonly limit?: number;
  readonly share?: number;
  readonly paragraphs: readonly ParagraphSpec[];
}

const fillPart = (facts: Facts, part: Part, level: 1 | 2, manner: Manner, item?: Item): Counted => {
  const texts = part.paragraphs.flatMap((spec) => fillParagraph(facts, spec, manner, item));
  const { name, title, limit, share } = part;
  return {
    name,
    pieces: [
      ...(title === undefined ? [] : [{ kind: 'heading', level, text: title } satisfies Piece]),
      ...texts.map((runs): Piece => ({ kind: 'paragraph', style: 'body', runs })),
    ],
    characters: countText(title ?? '') + texts.reduce((total, runs) => total + countRuns(runs), 0),
    open: texts.flat().filter((run) => run.open !== undefined).length,
    ...(limit === undefined ? {} : { limit }),
    ...(share === undefined ? {} : { share }),
  };
};

const fillParagraph = (
  facts: Facts,
  spec: ParagraphSpec,
  manner: Manner,
  item?: Item,
): readonly (readonly Run[])[] => {
  if ('fixed' in spec) return [[plain(spec.fixed)]];
  const runs = writeSentences(facts, spec.sentences, manner, item);
  if (spec.lead === undefined) return runs.length === 0 ? [] : [runs];
  // facts that the profile says do not exist: the point of the outline stays, as 无
  return [[plain(spec.lead), ...(runs.length === 0 ? [plain('无。')] : runs)]];
};

const remarkPart = (name: string, runs: readonly Run[]): Counted => ({
  name,
  pieces: [{ kind: 'paragraph', style: 'body', runs }],
  characters: countRuns(runs),
  open: runs.filter((run) => run.open !== undefined).length,
});
