import Docxtemplater from 'docxtemplater';
import type { TextPart } from './archive.ts';
import { Level } from './level.ts';
import { withoutMarks } from './mark.ts';
import { Package } from './package.ts';
import { keyOf, shapeOf } from './shape.ts';
import { parseXml, plainXml } from './xml.ts';

/** What a template is filled with: the text of a tag, or the turns of a section. */
export interface Filler {
  readonly text: (source: string, levels: readonly Level[]) => string;
  readonly turns: (source: string, levels: readonly Level[]) => readonly Level[];
  /** what stands in place of a stretch of text in a section that is left open */
  readonly open: (level: Level) => string;
}

const PART = 'word/document.xml';
const PACKAGE = {
  '[Content_Types].xml': `<Types><Override PartName="/${PART}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
};

const levelsOf = (list: readonly unknown[]): readonly Level[] =>
  list.filter((item): item is Level => item instanceof Level);

/**
 * Tags are read by our own grammar alone: no sign of the engine's (raw XML, expressions, other delimiters) works.
 * A section is a loop over its turns; whether it stands for “yes” or “no” is in the turns.
 */
const grammar = (filler: Filler) => ({
  name: 'OwnTags',
  matchers: (): [string, string, Record<string, unknown>][] => [
    [
      '',
      '',
      {
        priority: 1_000_000,
        onMatch: (part: Record<string, unknown>) => {
          const shape = shapeOf(String(part.raw));
          if (shape.role === 'value' || shape.role === 'tick') return;
          part.module = 'loop';
          part.value = keyOf(shape);
          part.location = shape.role === 'close' ? 'end' : 'start';
          if (shape.role !== 'close') Object.assign(part, { expandTo: 'auto', inverted: false });
        },
      },
    ],
  ],
  render: (
    part: { type: string; position?: string },
    options: { scopeManager: { scopeList: unknown[] } },
  ) => {
    const level = levelsOf(options.scopeManager.scopeList).at(-1);
    return part.type === 'content' && part.position === 'insidetag' && level?.turn.kind === 'open'
      ? { value: escapeText(filler.open(level)), errors: [] }
      : null;
  },
});

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const open = (part: TextPart, filler: Filler) => {
  const source = parseXml(part.xml);
  const xml = withoutMarks(source === undefined ? part.xml : plainXml(part.xml, source));
  const zip = new Package({ ...PACKAGE, [PART]: xml });
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: false,
    errorLogging: false,
    warnFn: () => {},
    syntax: { changeDelimiterPrefix: null },
    modules: [grammar(filler)],
    parser: (tag) => ({
      get: (_scope, context) => {
        const levels = levelsOf(context.scopeList);
        const source = String(context.meta.part.raw ?? tag);
        const { role } = shapeOf(source);
        const last = levels.at(-1);
        if (role === 'open' || role === 'unless')
          return last?.turn.kind === 'open' ? [last] : [...filler.turns(source, levels)];
        return last?.turn.kind === 'open' ? filler.open(last) : filler.text(source, levels);
      },
    }),
    nullGetter: () => '',
  });
  return { zip, document };
};

/** Fills one part whose structure is sound. */
export const renderPart = (part: TextPart, filler: Filler): string => {
  const { zip, document } = open(part, filler);
  document.render({});
  const result = zip.written.get(PART);
  if (result === undefined) throw new Error(`${part.name} was not written`);
  return result;
};

const NOTHING: Filler = { text: () => '', turns: () => [], open: () => '' };

/** Names of the tags that cannot be filled where they stand, because sections and tables do not fit together. */
export const misplacedTags = (part: TextPart): readonly string[] => {
  try {
    open(part, NOTHING);
    return [];
  } catch (error) {
    if (!(error instanceof Error) || !('properties' in error)) throw error;
    const names = JSON.stringify(error.properties).matchAll(/"(?:xtag|openingtag|closingtag)":"([^"]+)"/g);
    return [...new Set([...names].map((name) => name[1] ?? ''))];
  }
};
