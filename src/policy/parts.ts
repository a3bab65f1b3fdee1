import type { Body, Criterion } from './model.ts';

/** Criteria that stand directly in a body, in its branches and readings too. */
export const criteriaIn = (body: Body): readonly Criterion[] => {
  switch (body.kind) {
    case 'test':
      return [];
    case 'branches':
      return body.branches.flatMap((branch) => criteriaIn(branch.then));
    case 'readings':
      return body.readings.flatMap((reading) => criteriaIn(reading.body));
    default:
      return body.of;
  }
};
