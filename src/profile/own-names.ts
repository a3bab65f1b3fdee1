import { type Bounds, fold, withoutOverlaps } from '../base/text.ts';
import { type Profile, textOf } from './model.ts';
import genericWords from './name-words.yaml';

const ORGANISATION =
  /(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|公司|集团|厂|合伙企业|研究院|研究所)$/;
const PLACE = /[^省市县区盟旗州]+?(?:特别行政区|自治区|自治州|自治县|省|市|县|区|盟|旗|州)/g;
const PLACE_KIND =
  /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[^省]{1,4}族)?自治[州县]|省|市|县|区|盟|旗|州)$/;

/** Letters, digits and ideographs only, in one spelling: nothing in between can hide a name. */
const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\p{Cf}\p{Z}]/gu, '');

const withoutPlaces = (name: string, places: readonly string[]): string => {
  const found = places.find(
    (place) => place.length >= 2 && name.startsWith(place) && name.length > place.length + 1,
  );
  return found === undefined ? name : withoutPlaces(name.slice(found.length), places);
};

const withoutWords = (name: string, words: readonly string[]): string => {
  const found = words.find((word) => name.endsWith(word) && name.length - word.length >= 2);
  return found === undefined ? name : withoutWords(name.slice(0, -found.length), words);
};

/** 行业通用词, longest first, cut from the end of a name. */
const GENERIC = (genericWords as readonly string[]).map(bare).sort((a, b) => b.length - a.length);

/**
 * The enterprise's name, declared 简称, and what is left of the name without place, organisation and trade words (字号),
 * each in the bare spelling that `mentions` compares.
 */
export const ownNames = (profile: Profile): readonly string[] => {
  const name = textOf(profile, 'name') ?? '';
  const declared = profile.single.get('shortNames')?.value;
  const places = (textOf(profile, 'place') ?? '').match(PLACE) ?? [];
  const placeWords = places.flatMap((place) => [bare(place), bare(place.replace(PLACE_KIND, ''))]);
  const unbracketed = name.normalize('NFKC').replace(/\([^)]*\)/g, '');
  const core = withoutPlaces(bare(unbracketed).replace(ORGANISATION, ''), ['中国', ...placeWords]);
  const trade = withoutWords(core, GENERIC);
  const all = [bare(name), core, trade, ...(Array.isArray(declared) ? declared.map(bare) : [])];
  return [...new Set(all)].filter((candidate) => candidate.length >= 2);
};

/** A place in a text, in UTF-16 units: where a name stands, as written there. */
interface Mention extends Bounds {
  readonly name: string;
}

/** A respelt text that still knows where each of its units came from. */
interface Respelt {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const respell = (text: string, spell: (character: string) => string): Respelt => {
  const starts: number[] = [];
  const ends: number[] = [];
  let respelt = '';
  let at = 0;
  for (const character of text) {
    const spelt = spell(character);
    for (let unit = 0; unit < spelt.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    respelt += spelt;
    at += character.length;
  }
  return { text: respelt, starts, ends };
};

const isLatin = (name: string): boolean => /^[\x20-\x7e]+$/.test(name);

const occurrences = ({ text, starts, ends }: Respelt, name: string): Mention[] => {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // a name in Latin letters must stand as a word of its own
  const pattern = isLatin(name) ? `(?<![a-z0-9])${literal}(?![a-z0-9])` : literal;
  return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => ({
    name,
    start: starts[match.index] ?? 0,
    end: ends[match.index + name.length - 1] ?? 0,
  }));
};

/** Every place where a text names the enterprise; where names lie inside one another, the longest. */
export const findMentions = (text: string, names: readonly string[]): readonly Mention[] => {
  const plain = respell(text, bare);
  const words = respell(text, (character) => character.normalize('NFKC').toLowerCase());
  return withoutOverlaps(names.flatMap((name) => occurrences(isLatin(name) ? words : plain, name)));
};

/** Whether a text names the enterprise. */
export const mentions = (text: string, names: readonly string[]): boolean =>
  findMentions(text, names).length > 0;
