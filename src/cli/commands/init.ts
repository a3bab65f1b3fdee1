import { extname } from 'node:path';
import { inputError } from '../../base/diagnostic.ts';
import type { Plan } from '../../workbook/index.ts';
import { emit } from '../emit.ts';
import { checkOutput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { planFor, type QuestionnaireOptions } from '../questionnaire.ts';

interface InitOptions extends QuestionnaireOptions {
  readonly excel?: string;
  /** a profile to go on with */
  readonly from?: string;
}

/** A person sits at it, and it can move its cursor. */
const canAsk = ({ excel, all, input }: InitOptions): boolean =>
  excel === undefined &&
  all !== true &&
  input !== false &&
  process.stdin.isTTY === true &&
  process.stderr.isTTY === true &&
  process.env.TERM !== 'dumb';

const counts = (plan: Plan): string => {
  const parts = plan.sheets.map((sheet) => {
    if (sheet.kind === 'fields')
      return [sheet.items.length, sheet.items.filter((item) => item.required).length];
    if (sheet.kind === 'years')
      return [sheet.items.length, sheet.items.filter((item) => item.required.size > 0).length];
    return [1, sheet.required ? 1 : 0];
  });
  const sum = (index: number): number => parts.reduce((total, part) => total + (part[index] ?? 0), 0);
  return `${sum(0)}个字段，必填${sum(1)}个`;
};

const forWhat = (plan: Plan): string =>
  `为${plan.editions.length}个项目收集：${plan.editions.map((edition) => edition.id).join('、')}`;

/** zjtx init: a questionnaire workbook (--excel); on a terminal an interview; else a YAML profile with blanks. */
export const init = async (options: InitOptions): Promise<number> => {
  const { excel } = options;
  const force = options.force === true;
  if (excel !== undefined && options.output !== undefined)
    throw inputError('E017', '--excel 和 -o 只能写一个', { fix: '要工作簿用 --excel，要 YAML 用 -o' });
  if (excel !== undefined && extname(excel).toLowerCase() !== '.xlsx')
    throw inputError('E017', `--excel “${excel}”不是 .xlsx 文件名`, {
      fix: '写成 --excel 企业信息采集表.xlsx',
    });
  if (canAsk(options)) return (await import('../interview/run.ts')).interview(options);
  const target = excel ?? options.output;
  if (target !== undefined) checkOutput(target, force);
  const known = options.from === undefined ? undefined : (await loadProfile(options.from)).profile;
  const plan = await planFor(options, known);
  const { profileSkeleton, writeQuestionnaire } = await import('../../workbook/index.ts');
  if (excel === undefined) emit(profileSkeleton(plan, known), options);
  else {
    writeOutput(excel, await writeQuestionnaire(plan, known), force);
    process.stderr.write(`已写入 ${excel}：${plan.sheets.length}张表，${counts(plan)}\n`);
  }
  process.stderr.write(`${forWhat(plan)}\n`);
  if (excel === undefined && options.output === undefined)
    process.stderr.write('这是 YAML 档案的空白样子；存成文件加 -o，要工作簿加 --excel 文件.xlsx\n');
  return 0;
};
