import { documents } from './documents.ts';
import { evaluators } from './evaluators.ts';
import { pitfalls } from './pitfalls.ts';
import { screening } from './screen.ts';
import { startUp } from './start-up.ts';

// npm run bench [-- --strict] [-- --screen 10000 …]: with --strict a time beyond its bound ends with exit code 1;
// --screen measures the screening alone, of lists of so many companies
const strict = process.argv.includes('--strict');
const RUNS = 15;
const SIZES = [10_000, 50_000, 100_000];

const shortOnes = async (): Promise<boolean> => {
  process.stdout.write(`启动（各${RUNS}次，交替运行）\n\n`);
  const { text, withinBounds } = startUp(RUNS);
  process.stdout.write(`${text}\n\n求值（500家资料齐全的虚构企业）\n\n`);
  process.stdout.write(`${await evaluators()}\n\n注意事项（一家企业，全部检查）\n\n`);
  const checks = pitfalls();
  process.stdout.write(`${checks.text}\n\n文件（一家企业，各${RUNS}次，交替运行）\n\n`);
  const made = await documents(RUNS);
  process.stdout.write(`${made.text}\n\n`);
  return withinBounds && checks.withinBound && made.withinBounds;
};

const screened = async (sizes: readonly number[]): Promise<boolean> => {
  const { text, withinBounds } = await screening(sizes);
  process.stdout.write(`批量筛查（虚构名单，60列）\n\n${text}\n`);
  return withinBounds;
};

const at = process.argv.indexOf('--screen');
const within =
  at < 0
    ? [await shortOnes(), await screened(SIZES)].every(Boolean)
    : await screened(
        process.argv
          .slice(at + 1)
          .map(Number)
          .filter(Number.isInteger),
      );
if (strict && !within) process.exitCode = 1;
