import type { Assessment } from '../../assess/index.ts';
import type { CivilDate } from '../../base/date.ts';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import type { Profile } from '../../profile/index.ts';
import { SCHEMA_VERSION, table } from '../../report/index.ts';
import type { ScreenResult } from '../../screen/index.ts';
import { checkProfile } from '../check-profile.ts';
import { diagnosticText } from '../errors.ts';
import { checkOutput, readInput, writeOutput } from '../io.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies } from '../policies.ts';

const MAX_PRINTED = 20;

/** A list tells how things stand on the as-of date, unless it says otherwise. */
const asOfDay = (profile: Profile, asOf: CivilDate): Profile =>
  profile.single.has('filledOn')
    ? profile
    : { ...profile, single: new Map([...profile.single, ['filledOn', { value: asOf }]]) };

const summaryText = (result: ScreenResult): string => {
  const rows = result.companies.map(({ rank, client, standing, gaps, question }) => [
    String(rank),
    client.name,
    standing.next === undefined ? '（没有下一级）' : standing.next.edition.name,
    standing.next === undefined ? '' : VERDICT_WORDS[standing.next.verdict],
    gaps[0] ?? (question === undefined ? '' : `先问：${question}`),
  ]);
  return `${table(['排名', '企业', '下一步', '结论', '决定性差距或先要问的'], rows, [4, 26, 16, 8, 40]).join('\n')}\n`;
};

const resultJson = (result: ScreenResult, asOf: CivilDate) => ({
  schemaVersion: SCHEMA_VERSION,
  asOf,
  file: result.list.file,
  read: result.list.rows.length,
  refused: [...result.list.refused, ...result.failed].map(({ code, message, text, where }) => ({
    code,
    message,
    text,
    where,
  })),
  companies: result.companies.map(({ rank, client, assessments, standing, gaps, missing, question }) => ({
    rank,
    row: client.row,
    name: client.name,
    next:
      standing.next === undefined
        ? null
        : { id: standing.next.edition.id, verdict: standing.next.verdict, tally: standing.next.tally },
    verdicts: Object.fromEntries(
      assessments.map((assessment) => [assessment.edition.id, assessment.verdict]),
    ),
    gaps,
    missing,
    question: question ?? null,
  })),
});

/** zjtx screen LIST.xlsx --out RESULT.xlsx: one row a company; a row that cannot be read never stops the rest. */
export const screenList = async (
  path: string,
  options: GlobalOptions & { readonly out: string },
): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  checkOutput(options.out, options.force === true);
  const bytes = readInput(path);
  const store = await openPolicies(options.policies);
  const { readClientList, screen, writeResult } = await import('../../screen/index.ts');
  const list = await readClientList(bytes, path);
  // a review concerns the few whose title runs out; it is screened when named
  const wanted = (assessment: Assessment): boolean =>
    options.programme !== undefined || assessment.edition.kind !== '复核';
  const assessAll = (profile: Profile): readonly Assessment[] =>
    checkProfile(asOfDay(profile, asOf), store, { asOf, province, programmes: options.programme }, [])
      .assessments.map((item) => item.assessment)
      .filter(wanted);
  const result = screen(list, assessAll);
  writeOutput(options.out, await writeResult(result, { asOf }), options.force === true);
  process.stdout.write(
    options.json === true ? `${JSON.stringify(resultJson(result, asOf), null, 2)}\n` : summaryText(result),
  );
  const problems = [...list.problems, ...result.failed];
  for (const problem of problems.slice(0, MAX_PRINTED)) process.stderr.write(`${diagnosticText(problem)}\n`);
  if (problems.length > MAX_PRINTED)
    process.stderr.write(`其余${problems.length - MAX_PRINTED}条见结果工作簿的“读取问题”\n`);
  const refused = list.refused.length + result.failed.length;
  process.stderr.write(`读入${list.rows.length}家，拒收${refused}行；已写入 ${options.out}\n`);
  return 0;
};
