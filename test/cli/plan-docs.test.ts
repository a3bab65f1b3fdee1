import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zjtx } from './support.ts';

const examples = [
  ...readFileSync('docs/plan.md', 'utf8').matchAll(/```console\n\$ zjtx ([^\n]+)\n([\s\S]*?)```/g),
].map(([, command = '', shown = '']) => ({ command, shown: shown.trimEnd().split('\n') }));

it('docs/plan.md has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

it.each(examples)('$command prints what docs/plan.md shows', ({ command, shown }) => {
  const run = zjtx(command.split(' '));
  const printed = (run.out === '' ? run.err : run.out).trimEnd().split('\n');
  const cut = shown.at(-1) === '…';
  expect(printed.slice(0, cut ? shown.length - 1 : undefined)).toEqual(cut ? shown.slice(0, -1) : shown);
});
