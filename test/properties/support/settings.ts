import fc from 'fast-check';

/** One seed for all runs; a failure prints it with the path that led there. SEED=… tries another. */
const seed = Number(process.env.SEED ?? 20261121);

/** Checks a property `runs` times with the fixed seed. */
export const holds = <Inputs extends [unknown, ...unknown[]]>(
  runs: number,
  property: fc.IProperty<Inputs>,
): void => {
  fc.assert(property, { seed, numRuns: runs });
};

/** The same for a property that takes its time. */
export const holdsLater = async <Inputs extends [unknown, ...unknown[]]>(
  runs: number,
  property: fc.IAsyncProperty<Inputs>,
): Promise<void> => {
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
};
