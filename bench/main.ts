import { documents } from './documents.ts';
import { evaluators } from './evaluators.ts';
import { pitfalls } from './pitfalls.ts';
import { startUp } from './start-up.ts';

// npm run bench [-- --strict]: with --strict a time beyond its bound ends with exit code 1
const strict = process.argv.includes('--strict');
const RUNS = 15;

process.stdout.write(`启动（各${RUNS}次，交替运行）\n\n`);
const { text, withinBounds } = startUp(RUNS);
process.stdout.write(`${text}\n\n求值（500家资料齐全的虚构企业）\n\n`);
process.stdout.write(`${await evaluators()}\n\n注意事项（一家企业，全部检查）\n\n`);
const checks = pitfalls();
process.stdout.write(`${checks.text}\n\n文件（一家企业，各${RUNS}次，交替运行）\n\n`);
const made = await documents(RUNS);
process.stdout.write(`${made.text}\n`);
if (strict && !(withinBounds && checks.withinBound && made.withinBounds)) process.exitCode = 1;
