import { expect, it } from 'vitest';
import { asList, DAY, json, SAMPLES, zjtx } from '../cli/support.ts';

/** Every sample profile and all that is found in it, no more. */
const EXPECTED: Readonly<Record<keyof typeof SAMPLES, readonly string[]>> = {
  exact: ['F35.1', 'P07.3', 'F34.1'],
  research: ['P04.1', 'F35.1', 'F34.1'],
  blanks: [],
  small: [],
  guangxi: ['P02.1', 'P04.1', 'F35.1', 'F34.1'],
  transferred: ['P02.6'],
};

it.each(Object.entries(EXPECTED))('%s', (name, codes) => {
  const sample = Object.entries(SAMPLES).find(([key]) => key === name)?.[1] ?? '';
  const run = zjtx(['check', sample, ...DAY, '--json']);
  expect(asList(json(run).pitfalls).map((item) => item.code)).toEqual(codes);
});
