import { sign } from '../../base/ratio.ts';
import { DICTIONARY, type Field, isRatio, type Profile } from '../../profile/index.ts';
import source from '../data/要素.yaml';
import { type Note, note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';
import type { Section } from '../sections.ts';
import type { TextKind } from '../texts.ts';

interface ElementSource {
  名称: string;
  词?: string[];
  字段?: string[];
  数?: string[];
  都要?: boolean;
}

interface CheckSource {
  代码: string;
  文稿: string;
  范围: string;
  缺: number;
  当?: { 字段: string; 正数?: boolean; 值?: string };
  话: string;
  要素: ElementSource[];
}

const CHECKS = source as readonly CheckSource[];

const field = (name: string): Field => {
  const found = DICTIONARY.find(name);
  if (found === undefined) throw new Error(`要素.yaml: no field ${name}`);
  return found;
};

/** The texts of a field's value: itself, its items, or the names of its records. */
const valuesOf = (profile: Profile, { id }: Field): readonly string[] => {
  const value = profile.single.get(id)?.value;
  const names = (profile.records.get(id)?.items ?? []).map((item) => String(item.get('name')?.value ?? ''));
  const own = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
  return [...own, ...names].filter((text) => text.length >= 2);
};

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isWritten = (element: ElementSource, text: string, profile: Profile | undefined): boolean => {
  const words = (element.词 ?? []).some((word) => text.includes(word));
  const values =
    profile !== undefined &&
    (element.字段 ?? []).some((name) => valuesOf(profile, field(name)).some((value) => text.includes(value)));
  const units = (element.数 ?? []).map(escapeWord).join('|');
  const number = units !== '' && new RegExp(`\\d[\\d,.]*(?:余|多)?(?:${units})`).test(text.normalize('NFKC'));
  return element.都要 === true ? (words || values) && number : words || values || number;
};

const applies = (check: CheckSource, profile: Profile | undefined): boolean => {
  if (check.当 === undefined) return true;
  const { id } = field(check.当.字段);
  if (check.当.正数 === true) {
    const facts = [...(profile?.yearly.get(id)?.values() ?? [])];
    return facts.some(({ value }) => isRatio(value) && sign(value) > 0);
  }
  return profile?.single.get(id)?.value === check.当.值;
};

/** The part of the text a check looks at; undefined where the text has no such part. */
const scopeOf = (
  range: string,
  spans: readonly Span[],
  sections: readonly Section[],
): readonly Span[] | undefined => {
  const paragraph = /^第(\d+)段$/.exec(range)?.[1];
  if (paragraph !== undefined) {
    const span = spans[Number(paragraph) - 1];
    return span === undefined ? undefined : [span];
  }
  const id = /^节:(.+)$/.exec(range)?.[1];
  return id === undefined ? spans : sections.find((section) => section.kind.id === id)?.spans;
};

const place = (check: CheckSource, scope: readonly Span[], message: string): Note => {
  const first = scope[0];
  if (check.范围 === '全文' || first === undefined) return note(check.代码, message);
  return noteAt(check.代码, message, {
    paragraph: first.paragraph,
    start: first.start,
    end: first.paragraph.text.length,
  });
};

/** What the course wants a text to tell: missing elements are named, nothing is judged. */
export const checkElements = (
  kind: TextKind,
  spans: readonly Span[],
  sections: readonly Section[],
  profile: Profile | undefined,
): readonly Note[] =>
  CHECKS.filter((check) => check.文稿 === kind.id && applies(check, profile)).flatMap((check) => {
    const scope = scopeOf(check.范围, spans, sections);
    if (scope === undefined) return [];
    const text = scope.map(spanText).join('\n');
    const missing = check.要素.filter((element) => !isWritten(element, text, profile));
    if (missing.length < check.缺) return [];
    const names = missing.map((element) => element.名称).join('、');
    return [place(check, scope, check.话.replace('{缺}', names))];
  });
