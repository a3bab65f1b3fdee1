import { inputError } from '../../base/diagnostic.ts';
import { suggestion } from '../../base/text.ts';
import { TOPICS } from '../../pitfalls/index.ts';
import { checkText, SCHEMA_VERSION, topicText } from '../../report/index.ts';
import { emit } from '../emit.ts';
import type { GlobalOptions } from '../options.ts';

/** P07, F08.1: codes of the pitfalls and filling rules, in either case. */
export const isPitfallCode = (id: string): boolean => /^[pf]\d{2}(?:\.\d+)?$/i.test(id);

/** zjtx explain P07[.1] */
export const explainPitfall = (id: string, options: GlobalOptions): number => {
  const code = id.toUpperCase();
  const topic = TOPICS.find((item) => item.code === code.split('.')[0]);
  const check = topic?.checks.find((item) => item.code === code);
  if (topic === undefined || (code.includes('.') && check === undefined)) {
    const codes = TOPICS.flatMap((item) => [item.code, ...item.checks.map((one) => one.code)]);
    const own =
      topic === undefined ? '' : `${topic.code} 有 ${topic.checks.map((item) => item.code).join('、')}。`;
    throw inputError('E014', `没有代码“${id}”`, {
      fix: `${own || (suggestion(code, codes) ?? '')}代码是 P01–P10、F01–F71，或其中一条检查，如 P07.1`,
    });
  }
  const view = check === undefined ? { topic } : { topic: { ...topic, checks: undefined }, check };
  const text = check === undefined ? topicText(topic) : checkText(topic, check);
  emit(
    options.json === true
      ? `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...view }, null, 2)}\n`
      : `${text}\n`,
    options,
  );
  return 0;
};
