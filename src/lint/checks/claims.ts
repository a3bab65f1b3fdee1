import { compare, ratio } from '../../base/ratio.ts';
import { attributesOf, DICTIONARY, type Field, isRatio, type Profile } from '../../profile/index.ts';
import source from '../data/主张.yaml';
import { type Note, note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';

interface EvidenceSource {
  记录?: string;
  属性?: string[];
  含?: string[];
  字段?: string;
  值?: string[];
  名次?: string;
  不超过?: number;
  仅当?: string[];
}

interface ClaimSource {
  名称: string;
  代码: string;
  待查: string;
  词: string[];
  除?: string[];
  佐证: EvidenceSource[];
}

interface Source {
  否定: string[];
  距离: number;
  主张: ClaimSource[];
}

const data = source as Source;

/** supported by the profile · refuted by a list that is known and holds nothing of the kind · open while it is blank */
type Support = 'yes' | 'no' | 'open';

const field = (name: string): Field => {
  const found = DICTIONARY.find(name);
  if (found === undefined) throw new Error(`主张.yaml: no field ${name}`);
  return found;
};

const recordSupport = (profile: Profile, evidence: EvidenceSource, word: string): Support => {
  const records = field(evidence.记录 ?? '');
  const list = profile.records.get(records.id);
  if (list === undefined) return 'open';
  const ids = (evidence.属性 ?? []).flatMap((name) => attributesOf(records).find(name)?.id ?? []);
  const wanted = evidence.含 ?? [word];
  const holds = list.items.some((item) =>
    ids.some((id) => wanted.some((part) => String(item.get(id)?.value ?? '').includes(part))),
  );
  return holds ? 'yes' : list.complete ? 'no' : 'open';
};

/** An answer in a field; a blank field proves nothing either way, as other evidence may stand for it. */
const fieldSupport = (profile: Profile, evidence: EvidenceSource): Support => {
  const value = profile.single.get(field(evidence.字段 ?? '').id)?.value;
  if (typeof value !== 'string' || ['', '无', '没有'].includes(value.trim())) return 'no';
  return evidence.值 === undefined || evidence.值.includes(value) ? 'yes' : 'no';
};

const rankSupport = (profile: Profile, evidence: EvidenceSource, word: string): Support => {
  if (!(evidence.仅当 ?? [word]).some((part) => word.includes(part))) return 'no';
  const values = [...(profile.yearly.get(field(evidence.名次 ?? '').id)?.values() ?? [])].map(
    (fact) => fact.value,
  );
  return values.some((value) => isRatio(value) && compare(value, ratio(evidence.不超过 ?? 1)) <= 0)
    ? 'yes'
    : 'no';
};

const supportOf = (profile: Profile, evidence: EvidenceSource, word: string): Support => {
  if (evidence.记录 !== undefined) return recordSupport(profile, evidence, word);
  if (evidence.字段 !== undefined) return fieldSupport(profile, evidence);
  return rankSupport(profile, evidence, word);
};

const together = (supports: readonly Support[]): Support =>
  supports.includes('yes') ? 'yes' : supports.includes('open') ? 'open' : 'no';

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const CLAIMS = new Map(data.主张.flatMap((claim) => claim.词.map((word) => [word, claim] as const)));
const EXCLUDED = new Set(data.主张.flatMap((claim) => claim.除 ?? []));
const PATTERN = new RegExp(
  [...EXCLUDED, ...CLAIMS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeWord)
    .join('|'),
  'g',
);

/** 尚未…, 力争…: within the clause and close in front. */
const isNegated = (text: string, at: number): boolean => {
  const clause =
    text
      .slice(Math.max(0, at - data.距离), at)
      .split(/[，。；、,;：:]/)
      .at(-1) ?? '';
  return data.否定.some((word) => clause.includes(word));
};

interface FoundClaim {
  readonly claim: ClaimSource;
  readonly word: string;
  readonly start: number;
}

const claimsIn = (text: string): readonly FoundClaim[] =>
  [...text.matchAll(PATTERN)].flatMap((match) => {
    const claim = CLAIMS.get(match[0]);
    return claim === undefined || EXCLUDED.has(match[0]) || isNegated(text, match.index)
      ? []
      : [{ claim, word: match[0], start: match.index }];
  });

/** F43, F45: claims and superlatives that nothing in the profile bears out. */
export const checkClaims = (profile: Profile, spans: readonly Span[]): readonly Note[] =>
  spans.flatMap((span) =>
    claimsIn(spanText(span)).flatMap(({ claim, word, start }) => {
      const support = together(claim.佐证.map((evidence) => supportOf(profile, evidence, word)));
      if (support === 'yes') return [];
      const spot = {
        paragraph: span.paragraph,
        start: span.start + start,
        end: span.start + start + word.length,
      };
      return support === 'no'
        ? [noteAt(claim.代码, `“${word}”在档案里没有佐证`, spot)]
        : [noteAt(claim.待查, `“${word}”要有佐证；档案的成果证明还是空白，无法核对`, spot)];
    }),
  );

/** Whether a text claims anything at all. */
export const claimsNothing = (spans: readonly Span[]): boolean =>
  spans.every((span) => claimsIn(spanText(span)).length === 0);

export const noClaimNote = (): Note =>
  note('F43.4', '没有写到首创、替代进口等结论；如属实且有佐证可以写，没有则不写');
