// Anchors and numbers of policy files against the documents: npm run check:sources -- FILE…
import { loadNamed } from '../src/authoring/index.ts';
import { hasSources, SourceTexts } from '../test/policy/source-check.ts';

const texts = new SourceTexts();
let faults = 0;
if (!hasSources) process.stdout.write('手头没有原文，没有核对\n');
else
  for (const file of loadNamed('policies', process.argv.slice(2))) {
    const { lostAnchors, unprinted } = texts.check(file);
    const { id } = file.edition;
    if (!texts.covers(file)) process.stdout.write(`${id}：没有对应的原文，没有核对\n`);
    else {
      faults += lostAnchors.length + unprinted.length;
      process.stdout.write(`${id}：锚点找不到${lostAnchors.length}处，数字没印${unprinted.length}处\n`);
      for (const anchor of lostAnchors) process.stdout.write(`  原文里没有“${anchor}”\n`);
      for (const bound of unprinted) process.stdout.write(`  原文里没有这个数，也没有写推算：${bound}\n`);
    }
  }
process.exitCode = faults === 0 ? 0 : 1;
