import { countHan, countText, countWords } from '../base/text.ts';
import type { Finding } from '../pitfalls/index.ts';
import type { Profile } from '../profile/index.ts';
import { checkClaims, claimsNothing, noClaimNote } from './checks/claims.ts';
import { checkElements } from './checks/elements.ts';
import { checkExplained } from './checks/explained.ts';
import { checkBlank, checkLimit } from './checks/limit.ts';
import { checkNames } from './checks/names.ts';
import {
  checkIntroduction,
  checkLength,
  checkOutline,
  checkSteadyGrowth,
  checkTwoParagraphs,
} from './checks/outline.ts';
import { checkPlaceholders, withoutPlaceholders } from './checks/placeholders.ts';
import type { Context } from './context.ts';
import { compareFigures } from './figures/compare.ts';
import { compareYears } from './figures/years.ts';
import type { Note } from './note.ts';
import type { Paragraph } from './paragraph.ts';
import { spanText } from './paragraph.ts';
import { charactersOf, type FoundText, recognise } from './recognise.ts';
import { findSections } from './sections.ts';
import type { FormEdition, TextKind } from './texts.ts';

interface Counts {
  /** 字符数: what the limit is held against */
  readonly characters: number;
  /** 字数 as Word counts */
  readonly words: number;
  /** 汉字数 */
  readonly han: number;
}

export interface TextResult {
  readonly text: FoundText;
  readonly counts: Counts;
  readonly limit?: number;
  readonly notes: readonly Note[];
}

export interface LintInput {
  readonly paragraphs: readonly Paragraph[];
  readonly file: string;
  readonly edition: FormEdition;
  readonly asOf: string;
  readonly baseYear: number;
  readonly profile?: Profile;
  /** what check finds in the profile under the programmes applied for */
  readonly pitfalls?: readonly Finding[];
  readonly kind?: TextKind;
}

const countsOf = ({ spans }: FoundText): Counts => {
  const text = spans.map(spanText).join('\n');
  return { characters: countText(text), words: countWords(text), han: countHan(text) };
};

const RANKS = { veto: 0, error: 1, warning: 2, hint: 3 } as const;

/** The gravest first, then as they stand in the draft. */
const inOrder = (notes: readonly Note[]): readonly Note[] =>
  [...notes].sort(
    (a, b) =>
      RANKS[a.severity] - RANKS[b.severity] ||
      (a.spot?.paragraph.number ?? 0) - (b.spot?.paragraph.number ?? 0) ||
      (a.spot?.start ?? 0) - (b.spot?.start ?? 0) ||
      a.code.localeCompare(b.code),
  );

/** What follows from the kind of text: its limit, outline and elements. */
const notesOfKind = (input: LintInput, text: FoundText, kind: TextKind, counts: Counts): readonly Note[] => {
  const { edition, profile } = input;
  const { spans } = text;
  const isBlank = charactersOf(spans) === 0;
  if (isBlank)
    return [
      ...checkBlank(kind, profile),
      ...checkLimit(kind, counts.characters, edition.limits.get(kind.id)),
    ];
  const isOverview = kind.id === '总体情况';
  const sections = isOverview ? findSections(spans, edition.outline) : [];
  return [
    ...checkLimit(kind, counts.characters, edition.limits.get(kind.id)),
    ...(kind.anonymous && profile !== undefined ? checkNames(profile, spans) : []),
    ...(isOverview ? checkOutline(edition, sections) : []),
    ...(isOverview && profile !== undefined ? checkSteadyGrowth(profile, sections) : []),
    ...(edition.structured ? checkLength(kind, counts.characters) : []),
    ...(edition.structured ? checkElements(kind, spans, sections, profile) : []),
    ...(edition.structured && isOverview ? checkIntroduction(sections) : []),
    ...(edition.structured && isOverview ? checkExplained(input.pitfalls ?? [], spans) : []),
    ...(edition.structured && kind.id === '补短板' ? checkTwoParagraphs(spans) : []),
    ...(edition.structured && kind.id === '补短板' && claimsNothing(spans) ? [noClaimNote()] : []),
  ];
};

const lintText = (input: LintInput, found: FoundText): TextResult => {
  const counts = countsOf(found);
  const text = { ...found, spans: found.spans.map(withoutPlaceholders) };
  const limit = text.kind === undefined ? undefined : input.edition.limits.get(text.kind.id);
  const context: Context | undefined =
    input.profile === undefined
      ? undefined
      : { profile: input.profile, asOf: input.asOf, baseYear: input.baseYear };
  const notes = [
    ...checkPlaceholders(found.spans),
    ...(text.kind === undefined ? [] : notesOfKind(input, text, text.kind, counts)),
    ...(context === undefined
      ? []
      : [
          ...checkClaims(context.profile, text.spans),
          ...compareFigures(context, text.spans),
          ...compareYears(context, text.spans),
        ]),
  ];
  return { text: found, counts, notes: inOrder(notes), ...(limit === undefined ? {} : { limit }) };
};

/** Every text of a draft, judged by the form's limits and, where there is one, against the profile. */
export const lintDraft = (input: LintInput): readonly TextResult[] =>
  recognise(input.paragraphs, input.file, input.kind).map((text) => lintText(input, text));
