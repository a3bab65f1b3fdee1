import { describe, expect, it } from 'vitest';
import { loadPolicyFolder, prepareCases, runCase } from '../../src/authoring/index.ts';

const files = loadPolicyFolder('policies');

describe.each(files.map((file) => [file.edition.id, file] as const))('%s', (_id, { edition, cases }) => {
  it('has 用例 of its own', () => {
    expect(cases?.id).toBe(edition.id);
    expect(cases?.unresolved).toBeUndefined();
  });
  if (cases === undefined) return;
  it.each(prepareCases(cases).map((prepared) => [prepared.name, prepared] as const))(
    '%s',
    (_name, prepared) => {
      expect(runCase(edition, prepared)).toEqual([]);
    },
  );
});
