/** Longest name, in characters, so that a path stays within what Windows takes. */
const LONGEST = 80;
/** Device names of Windows, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** A file or folder name that Windows, macOS and Linux accept, from any text. */
export const safeName = (name: string): string => {
  const clean = [
    ...name
      .normalize('NFC')
      .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
      .trim(),
  ]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return clean === '' || RESERVED.test(clean) ? `_${clean}` : clean;
};

/** Names made different from one another, as Windows compares them: 甲, 甲（2）. */
export const distinctNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${name}（${count}）`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
};
