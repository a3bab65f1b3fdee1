import { type Diagnostic, InputError } from '../../base/diagnostic.ts';
import type { Run } from '../run.ts';
import { Scope } from '../scope.ts';
import type { Facts } from '../select.ts';
import { type Archive, closeArchive, openArchive, type TextPart } from './archive.ts';
import { checkArchive } from './check.ts';
import { compileTag } from './compile-tag.ts';
import type { Level } from './level.ts';
import { applyMarks, encodeRuns, hasMarks, withoutMarks } from './mark.ts';
import { type Filler, renderPart } from './render-part.ts';
import type { Tag } from './tag.ts';
import { turnsOf } from './turns.ts';
import { uniqueIds } from './unique-ids.ts';
import { writeTick, writeValue } from './write-tag.ts';
import { parseXml, serializeXml } from './xml.ts';

export interface FilledTemplate {
  readonly bytes: Uint8Array;
  /** what is missing or to be checked, in the order of the document, each once */
  readonly blanks: readonly string[];
  /** warnings about the template */
  readonly problems: readonly Diagnostic[];
}

/**
 * Fills the consultant's own .docx: tags, loops, conditions and ticks; all else in it is kept.
 * Same input, same bytes.
 * @param file name of the template, for messages
 * @throws InputError with every mistake in the template, or the reason why it cannot be read
 */
export const fillTemplate = async (
  template: Uint8Array,
  file: string,
  facts: Facts,
): Promise<FilledTemplate> => {
  const archive = await openArchive(template, file);
  const { problems } = checkArchive(archive, file, facts.baseYear);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  return fillArchive(archive, file, facts, problems);
};

const fillArchive = async (
  archive: Archive,
  file: string,
  facts: Facts,
  problems: readonly Diagnostic[],
): Promise<FilledTemplate> => {
  const blanks = new Set<string>();
  const changed = new Map<string, string>();
  for (const part of archive.texts) {
    if (!part.xml.includes('{')) continue;
    changed.set(part.name, fillPart(part, fillerFor(facts, file, blanks)));
  }
  return { bytes: await closeArchive(archive, changed), blanks: [...blanks], problems };
};

const fillPart = (part: TextPart, filler: Filler): string => {
  const filled = uniqueIds(renderPart(part, filler));
  if (!hasMarks(filled)) return filled;
  const document = parseXml(filled);
  if (document === undefined) throw new Error(`${part.name}: result is not XML`);
  applyMarks(document);
  return withoutMarks(serializeXml(document));
};

const fillerFor = (facts: Facts, file: string, blanks: Set<string>): Filler => {
  const scope = new Scope(file);
  let lastTick: string | undefined;
  let lastOpen: { label: string; negative: boolean } | undefined;
  const compile = (source: string, levels: readonly Level[]): Tag =>
    compileTag(source, { scope, around: levels.map((level) => level.section), baseYear: facts.baseYear });
  const write = (runs: readonly Run[]): string => {
    for (const { open } of runs) if (open !== undefined) blanks.add(open);
    return encodeRuns(runs);
  };
  return {
    text: (source, levels) => {
      const tag = compile(source, levels);
      if (tag.kind !== 'tick') {
        lastTick = undefined;
        return tag.kind === 'value' ? write(writeValue(facts, tag, levels)) : '';
      }
      const runs = writeTick(facts, tag, levels);
      const label = runs[0]?.open;
      const told = label !== undefined && label === lastTick;
      lastTick = label ?? lastTick;
      return write(told ? runs.slice(1) : runs);
    },
    turns: (source, levels) => {
      const tag = compile(source, levels);
      if (tag.kind !== 'open') return [];
      const turns = turnsOf(facts, tag.section, tag.negative, levels);
      const label = turns.map(({ turn }) => (turn.kind === 'open' ? turn.note?.open : undefined))[0];
      // {#甲}…{/甲}{^甲}…{/甲}: one placeholder for both
      const told = label !== undefined && lastOpen?.label === label && lastOpen.negative !== tag.negative;
      lastOpen = label === undefined ? undefined : { label, negative: tag.negative };
      return told ? [] : turns;
    },
    open: (level) => {
      const note = level.takeNote();
      return note === undefined ? '' : write([note]);
    },
  };
};
