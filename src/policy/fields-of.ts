const gather = (rule: unknown, found: Set<string>): void => {
  if (typeof rule !== 'object' || rule === null) return;
  for (const [key, item] of Object.entries(rule)) {
    if ((key === 'field' || key === 'over') && typeof item === 'string') found.add(item);
    else if (key === 'plus' && Array.isArray(item)) for (const id of item) found.add(String(id));
    else if (key !== 'source') gather(item, found);
  }
};

const known = new WeakMap<object, ReadonlySet<string>>();

/** Ids of all fields that a rule looks at, down to its innermost test. Remembered: rules do not change, companies do. */
export const fieldsOf = (rule: object): ReadonlySet<string> => {
  const remembered = known.get(rule);
  if (remembered !== undefined) return remembered;
  const found = new Set<string>();
  gather(rule, found);
  known.set(rule, found);
  return found;
};
