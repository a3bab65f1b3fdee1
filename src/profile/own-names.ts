import { fold } from '../base/text.ts';
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

/** Whether a text names the enterprise. A name in Latin letters must stand as a word of its own. */
export const mentions = (text: string, names: readonly string[]): boolean => {
  const plainText = bare(text);
  const words = text.normalize('NFKC').toLowerCase();
  return names.some((name) =>
    /^[\x20-\x7e]+$/.test(name)
      ? new RegExp(`(?<![a-z0-9])${name}(?![a-z0-9])`).test(words)
      : plainText.includes(name),
  );
};
