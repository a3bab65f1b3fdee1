/** 2025, 2025年, 2025年度, 2025年末 as a key → 2025 */
export const yearIn = (key: string): number | undefined => {
  const year = /^((?:19|20)\d{2})(?:年|年度|年末)?$/.exec(key.normalize('NFKC').trim())?.[1];
  return year === undefined ? undefined : Number(year);
};
