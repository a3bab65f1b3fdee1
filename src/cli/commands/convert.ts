import { extname } from 'node:path';
import { inputError } from '../../base/diagnostic.ts';
import { profileYaml } from '../../profile/index.ts';
import { emit } from '../emit.ts';
import { diagnosticText } from '../errors.ts';
import { checkOutput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { planFor, type QuestionnaireOptions } from '../questionnaire.ts';

const FORMATS: Readonly<Record<string, 'yaml' | 'workbook'>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.xlsx': 'workbook',
};

/** By the name of the output; without one, YAML goes to standard output. */
const targetFormat = (output: string | undefined): 'yaml' | 'workbook' => {
  if (output === undefined) return 'yaml';
  const format = FORMATS[extname(output).toLowerCase()];
  if (format === undefined) {
    throw inputError('E018', `看不出 ${output} 要写成什么格式`, {
      fix: '文件名以 .xlsx（采集表）或 .yaml（企业档案）结尾',
    });
  }
  return format;
};

/** zjtx convert: YAML profile → questionnaire, questionnaire → YAML profile; facts, sources and open lists stay the same. */
export const convert = async (path: string, options: QuestionnaireOptions): Promise<number> => {
  const { output } = options;
  const target = targetFormat(output);
  if (output !== undefined) checkOutput(output, options.force === true);
  const { profile, diagnostics, format } = await loadProfile(path);
  if (format === 'yaml' && output === undefined) {
    throw inputError('E018', '要写明输出文件：工作簿不能写到标准输出', {
      where: { file: path },
      fix: '加 -o 企业信息采集表.xlsx',
    });
  }
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticText(diagnostic)}\n`);
  if (target === 'yaml' || output === undefined) {
    emit(profileYaml(profile), options);
    return 0;
  }
  const plan = await planFor(options, profile);
  const { writeQuestionnaire } = await import('../../workbook/index.ts');
  writeOutput(output, await writeQuestionnaire(plan, profile), options.force === true);
  process.stderr.write(`已写入 ${output}\n`);
  return 0;
};
