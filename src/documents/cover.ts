import { z } from 'zod';
import type { Edition } from '../policy/index.ts';
import { textOf } from '../profile/index.ts';
import type { Item } from './evidence/list.ts';
import { headCell, type Page, type Piece, shareWidth, type TableCell, type TableRow } from './page.ts';
import { plain, type Run, wanted } from './run.ts';
import type { Facts } from './select.ts';
import source from './封面.yaml';

const words = z.strictObject({
  标题: z.string(),
  副题: z.string(),
  栏: z.array(z.string()),
  目录: z.strictObject({
    标题: z.string(),
    列: z.tuple([z.string(), z.string(), z.string(), z.string()]),
    编号: z.string(),
    部分: z.tuple([z.string(), z.string()]),
    说明: z.string(),
  }),
});
const WORDS = words.parse(source);

/** A line with its names filled in; what the profile lacks is a placeholder. */
const fill = (line: string, facts: Facts, edition: Edition): readonly Run[] =>
  line.split(/(\{[^}]+\})/).map((part): Run => {
    switch (part) {
      case '{项目}':
        return plain(edition.name);
      case '{版本}':
        return plain(edition.edition);
      case '{企业名称}':
        return factRun(facts, 'name', '企业名称');
      case '{统一社会信用代码}':
        return factRun(facts, 'creditCode', '统一社会信用代码');
      default:
        return plain(part);
    }
  });

const factRun = ({ profile }: Facts, id: string, label: string): Run => {
  const text = textOf(profile, id);
  return text === undefined ? wanted(label) : plain(text);
};

const cell = (text: string): TableCell => ({ look: 'text', runs: [plain(text)] });
const row = (...texts: readonly string[]): TableRow => ({ cells: texts.map(cell) });

/** Cover and table of contents: the documents made here, then the evidence by its numbers. */
export const coverPage = (
  file: string,
  header: string,
  facts: Facts,
  edition: Edition,
  documents: readonly string[],
  evidence: readonly Item[],
): Page => {
  const { 目录: contents } = WORDS;
  const [first, second] = contents.部分;
  const lines = (texts: readonly TableRow[]): Piece => ({
    kind: 'table',
    widths: shareWidth([10, 44, 36, 10]),
    headerRows: 1,
    rows: [{ cells: contents.列.map(headCell) }, ...texts],
  });
  // what is already among the documents, and what need not be handed in, takes no place of its own
  const copies = evidence.flatMap((item) =>
    item.copies
      .filter(({ state }) => !['draft', 'none', 'exempt'].includes(state.kind))
      .map((copy) => row(copy.number, copy.title, copy.files.join('\n'), '')),
  );
  return {
    file,
    title: `${edition.name}${WORDS.副题}`,
    header,
    pieces: [
      { kind: 'cover', look: 'title', runs: fill(WORDS.标题, facts, edition) },
      { kind: 'cover', look: 'subtitle', runs: fill(WORDS.副题, facts, edition) },
      ...WORDS.栏.map((line): Piece => ({ kind: 'cover', look: 'line', runs: fill(line, facts, edition) })),
      { kind: 'title', text: contents.标题, newPage: true },
      { kind: 'heading', level: 1, text: first },
      lines(
        documents.map((name, index) =>
          row(`${contents.编号}${index + 1}`, name.replace(/\.[a-z]+$/, ''), name, ''),
        ),
      ),
      { kind: 'heading', level: 1, text: second },
      lines(copies),
      { kind: 'paragraph', style: 'note', runs: [plain(contents.说明)] },
    ],
  };
};
