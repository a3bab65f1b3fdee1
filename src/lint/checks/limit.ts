import { compare, multiply, ONE, ratio, subtract } from '../../base/ratio.ts';
import type { Profile } from '../../profile/index.ts';
import { type Note, note } from '../note.ts';
import { NEAR, type TextKind } from '../texts.ts';

/** 字符数 against the limit of the form: over it, or so near that a small change runs over. */
export const checkLimit = (
  kind: TextKind,
  characters: number,
  limit: number | undefined,
): readonly Note[] => {
  if (limit === undefined || characters === 0) return [];
  if (characters > limit) {
    const message = `${kind.name}${characters}字符，超过${limit}字上限，多${characters - limit}`;
    return [note(kind.codes.over, message)];
  }
  const near = multiply(ratio(limit), subtract(ONE, NEAR));
  if (compare(ratio(characters), near) < 0) return [];
  return [note(kind.codes.near, `${kind.name}${characters}字符，离${limit}字上限还剩${limit - characters}`)];
};

/** A text without a word. Where the form asks for it only after a 是, the answer decides; not answered is not accused. */
export const checkBlank = (kind: TextKind, profile: Profile | undefined): readonly Note[] =>
  kind.onlyIf !== undefined && profile?.single.get(kind.onlyIf)?.value !== true
    ? []
    : [note(kind.codes.blank, `${kind.name}没有内容`)];
