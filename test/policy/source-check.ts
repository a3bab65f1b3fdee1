import { existsSync, readFileSync } from 'node:fs';
import type { PolicyFile } from '../../src/authoring/index.ts';
import type { Bound, Criterion, Edition } from '../../src/policy/index.ts';

/** The source documents, where they lie beside the project: what a file says can be found in the lines it was read from. */
const SHARED = '../shared';
export const hasSources = existsSync(`${SHARED}/sources`) && existsSync(`${SHARED}/reference/programmes.tsv`);

const read = new Map<string, readonly string[]>();

/** A document's lines; the line number is the index plus one. */
const lines = (file: string): readonly string[] => {
  const known = read.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(`${SHARED}/sources/${file}.txt`, 'utf8').split('\n');
  const found = text.map((line) => line.slice(line.indexOf('\t') + 1));
  read.set(file, found);
  return found;
};

const isPageMark = (line: string): boolean =>
  /发展政策汇编/.test(line) || /^\s*-?\s*\d{1,4}\s*-?\s*$/.test(line) || /^\s*https?:/.test(line);

/** White space and the page headers that the PDF text scatters are no part of a document. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** “policy-compilation-2021:99-416” → the text of those lines, once without page marks and once whole (a table cell may be a bare number). */
const citedText = (references: string): string => {
  const found = [...references.matchAll(/([a-z][a-z0-9-]+):(\d+)-(\d+)/g)].flatMap(
    ([, file = '', from = '', to = '']) => lines(file).slice(Number(from) - 1, Number(to)),
  );
  return [...found.filter((line) => !isPageMark(line)), '\n', ...found].join('');
};

/** Where each programme's text stands, by its id: “policy-compilation-2021:99-416”. */
const references = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(`${SHARED}/reference/programmes.tsv`, 'utf8')
      .split('\n')
      .map((row) => row.split('\t'))
      .filter((cells) => /:\d+-\d+/.test(cells[9] ?? ''))
      .map((cells) => [cells[1] ?? '', cells[9] ?? '']),
  );

interface Leaf {
  readonly criterion: Criterion;
  readonly bounds: readonly Bound[];
}

const boundsIn = (value: unknown): Bound[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('relation' in value && 'dimension' in value) return [value as Bound];
  return Object.entries(value)
    .filter(([key]) => key !== 'source')
    .flatMap(([, item]) => boundsIn(item));
};

const leavesOf = (criteria: readonly Criterion[]): Leaf[] =>
  criteria.flatMap((criterion) => {
    const { body } = criterion;
    const own = body.kind === 'test' ? [{ criterion, bounds: boundsIn(body.test) }] : [];
    const inside = 'of' in body ? leavesOf(body.of) : [];
    const branches = body.kind === 'branches' ? [{ criterion, bounds: boundsIn(body) }] : [];
    return [...own, ...inside, ...branches, ...leavesOf(criterion.waivers)];
  });

const allLeaves = (edition: Edition): Leaf[] =>
  leavesOf([
    ...(edition.appliesTo === undefined ? [] : [edition.appliesTo]),
    ...('of' in edition.body ? edition.body.of : []),
  ]);

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A number as a document may print it: digits, another money unit, Chinese numerals, or “两”. */
const spellings = (bound: Bound): string[] => {
  const digits = /(-?[\d.]+)/.exec(bound.text)?.[1] ?? '';
  const number = Number(digits);
  const wan = bound.unit === '亿元' ? number * 10_000 : bound.unit === '元' ? number / 10_000 : number;
  const money = bound.dimension === 'money' ? [`${wan}万`, `${wan / 10_000}亿`, `${wan * 10_000}元`] : [];
  const words = Number.isInteger(number) && number <= 10 ? [NUMERALS[number] ?? digits] : [];
  return [digits, ...money, ...words, ...(number === 2 ? ['两'] : [])];
};

/** 0 and 1 are the “none” and “any” of a count; they need not be printed. */
const isStructural = (bound: Bound): boolean =>
  bound.dimension === 'count' && /[^\d](0|1)项$/.test(bound.text);

/** What a file claims to find in its document and what is not there. */
export interface SourceFinding {
  readonly lostAnchors: readonly string[];
  readonly unprinted: readonly string[];
}

const anchorsOf = ({ money, obligations }: Edition): readonly string[] =>
  [...money, ...obligations].flatMap((item) => item.anchor ?? []);

/** The texts of programmes at hand; a file that takes over another's rules is looked up in both documents. */
export class SourceTexts {
  readonly #references = hasSources ? references() : new Map<string, string>();

  covers({ edition }: PolicyFile): boolean {
    return this.#references.has(edition.id);
  }

  check({ edition, reuse }: PolicyFile): SourceFinding {
    const cited = [edition.id, reuse?.编号 ?? ''].map((id) => this.#references.get(id) ?? '').join(' ');
    const text = squeeze(citedText(cited));
    const leaves = allLeaves(edition);
    const anchors = [...leaves.flatMap(({ criterion }) => criterion.anchor ?? []), ...anchorsOf(edition)];
    const printed = (bound: Bound): boolean =>
      isStructural(bound) || spellings(bound).some((spelling) => text.includes(squeeze(spelling)));
    return {
      lostAnchors: anchors.filter((anchor) => !text.includes(squeeze(anchor))),
      unprinted: leaves
        .filter(({ criterion }) => criterion.anchor !== undefined && criterion.derivation === undefined)
        .flatMap(({ criterion, bounds }) =>
          bounds.filter((bound) => !printed(bound)).map((bound) => `${criterion.id} ${bound.text}`),
        ),
    };
  }
}
