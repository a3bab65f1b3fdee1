/** Ids of the dictionary's fields that a compiled rule, or any part of one, reads. */
export const fieldsOf = (rule: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof rule !== 'object' || rule === null) return found;
  for (const [key, item] of Object.entries(rule)) {
    if ((key === 'field' || key === 'over') && typeof item === 'string') found.add(item);
    else if (key === 'plus' && Array.isArray(item)) for (const id of item) found.add(String(id));
    else if (key !== 'source') fieldsOf(item, found);
  }
  return found;
};
