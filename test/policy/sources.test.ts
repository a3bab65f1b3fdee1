import { describe, expect, it } from 'vitest';
import { loadPolicyFolder } from '../../src/authoring/index.ts';
import { hasSources, SourceTexts } from './source-check.ts';

describe.skipIf(!hasSources)('policy files against the documents they were read from', () => {
  const texts = new SourceTexts();
  const files = loadPolicyFolder('policies').filter((file) => texts.covers(file));

  it('are held for the programmes whose text is at hand', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files.map((file) => [file.edition.id, file] as const))(
    '%s: every anchor is in the cited lines, every number is printed there or derived',
    (_id, file) => {
      expect(texts.check(file)).toEqual({ lostAnchors: [], unprinted: [] });
    },
  );
});
