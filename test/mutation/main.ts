import { reporting } from '../../scripts/explain.ts';
import { loadNamed, type PreparedCase, prepareCases, runCase } from '../../src/authoring/index.ts';
import { compileEdition, WORD_LISTS } from '../../src/policy/index.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

const isAbout = (prepared: PreparedCase, ids: ReadonlySet<string>): boolean =>
  [...Object.keys(prepared.verdicts), ...Object.keys(prepared.scores)].some((id) => ids.has(id));

/** Does some 用例 of the file notice the lie? Cases about the criterion are asked before the others. */
const caught = (mutant: Mutant, cases: readonly PreparedCase[]): boolean | 'invalid' => {
  const { edition, issues } = compileEdition(mutant.surface, WORD_LISTS);
  if (issues.length > 0) return 'invalid';
  const notices = (prepared: PreparedCase): boolean => runCase(edition, prepared).length > 0;
  const near = cases.filter((prepared) => isAbout(prepared, mutant.ids));
  return near.some(notices) || cases.some((prepared) => !near.includes(prepared) && notices(prepared));
};

/** Ids or files; all programmes where none is named. */
const named = process.argv.slice(2);
reporting(() => {
  let survivors = 0;
  let total = 0;
  const started = performance.now();
  for (const { edition, surface, cases } of loadNamed('policies', named)) {
    const prepared = cases === undefined ? [] : prepareCases(cases);
    const broken = prepared.find((item) => runCase(edition, item).length > 0);
    if (broken !== undefined) throw new Error(`${edition.id} 的用例“${broken.name}”本身不成立，变异没有意义`);
    const results = mutantsOf(surface).map((mutant) => ({ mutant, result: caught(mutant, prepared) }));
    const valid = results.filter(({ result }) => result !== 'invalid');
    const alive = valid.filter(({ result }) => result === false);
    total += valid.length;
    survivors += alive.length;
    process.stdout.write(`${edition.id}：变异${valid.length}个，捕获${valid.length - alive.length}个\n`);
    for (const { mutant } of alive) process.stdout.write(`  未捕获 ${mutant.path} ${mutant.what}\n`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`合计${total}个，未捕获${survivors}个，${seconds}秒\n`);
  process.exitCode = survivors === 0 ? 0 : 1;
});
