/** Drawings repeated by a loop get ids of their own: Word takes two of the same id for damage. */
export const uniqueIds = (xml: string): string => {
  const seen = new Set<number>();
  const ids = [...xml.matchAll(/<wp:docPr\b[^>]*?\bid="(\d+)"/g)].map((hit) => Number(hit[1]));
  let next = Math.max(0, ...ids) + 1;
  return xml.replace(
    /(<wp:docPr\b[^>]*?\bid=")(\d+)(")/g,
    (all, before: string, id: string, after: string) => {
      if (!seen.has(Number(id))) {
        seen.add(Number(id));
        return all;
      }
      const fresh = next;
      next += 1;
      return `${before}${fresh}${after}`;
    },
  );
};
