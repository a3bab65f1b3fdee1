import { inputError } from '../../base/diagnostic.ts';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import { SCHEMA_VERSION, table } from '../../report/index.ts';
import { findClientTable, type ScreenedList } from '../../screen/index.ts';
import { openTables } from '../../table/index.ts';
import { diagnosticText } from '../errors.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies, policyFingerprint, requireEdition } from '../policies.ts';
import { openSource } from '../screening/files.ts';
import { columnMap, matchLines } from '../screening/map.ts';
import { checkFiles, filesOf, screenFormat, writeResult } from '../screening/outputs.ts';
import { jobsOption, type RunPlan, runScreening } from '../screening/run.ts';

declare const __VERSION__: string;

export interface ScreenOptions extends GlobalOptions {
  readonly out?: string;
  readonly map?: readonly string[];
  readonly jobs?: string;
  readonly resume?: boolean;
  /** --details, --no-details */
  readonly details?: boolean;
}

/** A list longer than this is shown by its best companies only. */
const MOST_SHOWN = 50;
const SHOWN_OF_MANY = 20;
const MAX_PROBLEMS = 20;

const summaryText = ({ totals, order, company }: ScreenedList): string => {
  const names = new Map(totals.programmes.map(({ id, name }) => [id, name]));
  const shown = order.length <= MOST_SHOWN ? order : order.slice(0, SHOWN_OF_MANY);
  const rows = shown.map((place, index) => {
    const { name, next, programmes, questions } = company(place);
    const step = programmes.find((programme) => programme.id === next);
    const [question] = questions;
    return [
      String(index + 1),
      name,
      step === undefined ? '（没有下一级）' : (names.get(step.id) ?? step.id),
      step === undefined ? '' : VERDICT_WORDS[step.verdict],
      step?.gaps[0]?.text ?? (question === undefined ? '' : `先问：${question}`),
    ];
  });
  const lines = table(['排名', '企业', '下一步', '结论', '决定性差距或先要问的'], rows, [4, 26, 16, 8, 40]);
  if (shown.length < order.length) lines.push(`…其余${order.length - shown.length}家见结果文件`);
  return `${lines.join('\n')}\n`;
};

/** Written piece by piece: a long list is too long for one text. */
const printJson = ({ totals, refused, order, company }: ScreenedList): void => {
  const head = JSON.stringify({ ...totals, refusedRows: refused }).slice(0, -1);
  process.stdout.write(`${head},"ranking":[`);
  for (const [index, place] of order.entries())
    process.stdout.write(
      `${index === 0 ? '' : ','}\n${JSON.stringify({ rank: index + 1, ...company(place) })}`,
    );
  process.stdout.write('\n]}\n');
};

/** Refused rows and cells that were not read, the first of them in full. */
const printProblems = ({ totals: { file, sheet, companies }, refused, company }: ScreenedList): void => {
  let left = 0;
  let printed = 0;
  const print = (problem: (typeof refused)[number]): void => {
    if (problem.severity === 'hint') return;
    if (printed >= MAX_PROBLEMS) {
      left += 1;
      return;
    }
    printed += 1;
    const { row, cell, text: _text, ...rest } = problem;
    const where = {
      file,
      line: row,
      ...(sheet === '' ? {} : { sheet }),
      ...(cell === undefined ? {} : { cell }),
    };
    process.stderr.write(`${diagnosticText({ ...rest, where })}\n`);
  };
  for (const problem of refused) print(problem);
  for (let place = 0; place < companies && (printed < MAX_PROBLEMS || companies <= 1000); place += 1)
    for (const problem of company(place).reading) print(problem);
  if (printed >= MAX_PROBLEMS)
    process.stderr.write(`${left > 0 && companies <= 1000 ? `其余${left}条` : '其余的'}见结果的“读取问题”\n`);
};

/** zjtx screen LIST --out RESULT: one row a company; a row that cannot be read never stops the rest. */
export const screenList = async (path: string, options: ScreenOptions): Promise<number> => {
  const out = options.out ?? options.output;
  if (out === undefined) throw inputError('E000', '必须写选项 --out', { fix: '如 --out 筛查结果.xlsx' });
  const asOf = asOfOption(options.asOf);
  provinceOption(options.province);
  const format = screenFormat(options.format, out);
  const details = options.details ?? format === 'xlsx';
  const map = columnMap(options.map ?? []);
  const files = filesOf(out);
  checkFiles(files, format, details, { force: options.force === true, resume: options.resume === true });
  const source = openSource(path);
  try {
    const store = await openPolicies(options.policies);
    for (const id of options.programme ?? []) requireEdition(store, id);
    const client = await findClientTable(await openTables(source, path), path, map);
    const judge = {
      asOf,
      ...(options.province === undefined ? {} : { province: options.province }),
      ...(options.programme === undefined ? {} : { programmes: options.programme }),
      ...(options.policies === undefined ? {} : { policies: options.policies }),
    };
    const plan: RunPlan = {
      client,
      store,
      judge,
      files,
      details,
      jobs: jobsOption(options.jobs, client.table.rowsExpected),
      resume: options.resume === true,
      force: options.force === true,
      version: __VERSION__,
      schemaVersion: SCHEMA_VERSION,
      fingerprint: {
        version: __VERSION__,
        list: source.hash(),
        rules: policyFingerprint(options.policies),
        judge,
        map: [...map],
        format,
        details,
      },
    };
    for (const line of matchLines(client.layout.matches)) process.stderr.write(`${line}\n`);
    await runScreening(plan, async (list) => {
      const { totals } = list;
      if (totals.companies === 0) {
        throw inputError(
          'E406',
          `表头下面没有一家企业${totals.refused > 0 ? `（${totals.refused} 行拒收）` : ''}`,
          {
            where: {
              file: path,
              line: totals.headerRow,
              ...(totals.sheet === '' ? {} : { sheet: totals.sheet }),
            },
            fix: '在表头下面每行写一家企业，“企业名称”一格必填',
          },
        );
      }
      if (options.json === true) printJson(list);
      else process.stdout.write(summaryText(list));
      printProblems(list);
      const written = await writeResult(list, files, format, details);
      process.stderr.write(
        `读入${totals.companies}家，拒收${totals.refused}行；已写入 ${written.join('、')}\n`,
      );
    });
    return 0;
  } finally {
    source.close();
  }
};
