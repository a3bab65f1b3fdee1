import { countText } from '../base/text.ts';
import { ownNames } from '../profile/index.ts';
import type { Page, Piece } from './page.ts';
import { TEXT_WIDTH } from './page.ts';
import { countRuns, plain, type Run, toCheck } from './run.ts';
import type { Facts } from './select.ts';
import { type Manner, writeSentences } from './sentence.ts';
import type { NarrativeTemplate, ParagraphSpec } from './template.ts';

interface Counted {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly characters: number;
}

/** Writes the outline: sentences where there are facts, placeholders where there are none, and the count at the end. */
export const fillNarrative = (facts: Facts, template: NarrativeTemplate): Page => {
  const manner: Manner = {
    names: template.anonymous ? ownNames(facts.profile) : [],
    told: new Set(),
  };
  const chapters = template.chapters.map((chapter) => {
    const sections = chapter.sections.map((section) =>
      fillPart(facts, section.title, 2, section.paragraphs, manner),
    );
    return { own: fillPart(facts, chapter.title, 1, chapter.paragraphs, manner), sections };
  });
  return {
    file: template.file,
    title: template.title,
    header: template.header,
    pieces: [
      { kind: 'title', text: template.title },
      ...template.remarks.map(
        (remark): Piece => ({ kind: 'paragraph', style: 'note', runs: [plain(remark)] }),
      ),
      ...chapters.flatMap(({ own, sections }) => [
        ...own.pieces,
        ...sections.flatMap((section) => section.pieces),
      ]),
      { kind: 'paragraph', style: 'caption', runs: [plain('字符数统计（不属于正文，定稿时删去）')] },
      countBox(
        template,
        chapters.flatMap(({ own, sections }) => [own, ...sections]),
      ),
    ],
  };
};

const fillPart = (
  facts: Facts,
  title: string,
  level: 1 | 2,
  paragraphs: readonly ParagraphSpec[],
  manner: Manner,
): Counted => {
  const texts = paragraphs.flatMap(({ lead, sentences }) => {
    const runs = writeSentences(facts, sentences, manner);
    if (lead === undefined) return runs.length === 0 ? [] : [runs];
    // facts that the profile says do not exist: the point of the outline stays, as 无
    return [[plain(lead), ...(runs.length === 0 ? [plain('无。')] : runs)]];
  });
  return {
    title,
    pieces: [
      { kind: 'heading', level, text: title },
      ...texts.map((runs): Piece => ({ kind: 'paragraph', style: 'body', runs })),
    ],
    characters: countText(title) + texts.reduce((total, runs) => total + countRuns(runs), 0),
  };
};

/** 字符数 against the limit, outside the text proper. */
const countBox = (template: NarrativeTemplate, parts: readonly Counted[]): Piece => {
  const total = parts.reduce((sum, part) => sum + part.characters, 0);
  const over: readonly Run[] =
    total > template.limit ? [toCheck(`超出${total - template.limit}字`, '字符数')] : [];
  const each = parts.map((part) => `${part.title}：${part.characters}`).join('\n');
  return {
    kind: 'table',
    widths: [TEXT_WIDTH],
    headerRows: 0,
    rows: [
      {
        cells: [
          {
            look: 'text',
            runs: [
              plain(`字符数：${total}／${template.limit}（计小标题和标点，不计空白和占位）`),
              ...over,
              plain(`\n各节字符数\n${each}`),
            ],
          },
        ],
      },
    ],
  };
};
