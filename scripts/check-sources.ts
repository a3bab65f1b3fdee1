// Anchors and numbers of policy files against the documents: npm run check:sources -- FILE…
import { loadNamed, type PolicyFile } from '../src/authoring/index.ts';
import { hasSources, SourceTexts } from '../test/policy/source-check.ts';
import { reporting } from './explain.ts';

const linesFor = (texts: SourceTexts, file: PolicyFile): string[] => {
  const { id } = file.edition;
  if (!texts.covers(file)) return [`${id}：没有对应的原文，没有核对`];
  const { lostAnchors, unprinted } = texts.check(file);
  if (lostAnchors.length + unprinted.length > 0) process.exitCode = 1;
  return [
    `${id}：锚点找不到${lostAnchors.length}处，数字没印${unprinted.length}处`,
    ...lostAnchors.map((anchor) => `  原文里没有“${anchor}”`),
    ...unprinted.map((bound) => `  原文里没有这个数，也没有写推算：${bound}`),
  ];
};

reporting(() => {
  const files = loadNamed('policies', process.argv.slice(2));
  const texts = new SourceTexts();
  const lines = hasSources ? files.flatMap((file) => linesFor(texts, file)) : ['手头没有原文，没有核对'];
  process.stdout.write(`${lines.join('\n')}\n`);
});
