import { VERDICT_WORDS } from '../../base/verdict.ts';
import { bullet, editionLabel, labelled, paragraph, table } from '../../report/index.ts';
import type { Assumption } from '../assume.ts';
import type { Trial } from '../trial.ts';

export const assumptionLines = (assumptions: readonly Assumption[]): string[] =>
  assumptions.flatMap(({ label, instead }) =>
    labelled('假设', `${label}${instead === undefined ? '' : `（档案现为${instead}，试算时改用假设）`}`, 0),
  );

/** Every line that rests on an assumption says so. */
export const trialLines = ({ day, baseYear, programmes }: Trial): string[] => [
  ...paragraph(`按${day}评估（上年度${baseYear}年），其他事实不变；以下都是假设，不写入档案`, 0),
  ...table(
    ['项目', '不假设', '假设'],
    programmes.map(({ checked, before, after }) => [
      editionLabel(checked.assessment.edition),
      VERDICT_WORDS[before],
      `${VERDICT_WORDS[after]}（假设）`,
    ]),
    [44],
  ),
  ...programmes
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ checked, changes }) => [
      `  ${editionLabel(checked.assessment.edition)}`,
      ...changes.flatMap(({ id, before, after, actual, gaps }) => {
        const seen = actual === undefined ? '' : `：${actual}`;
        const gap = gaps.length === 0 ? '' : `；${gaps.join('；')}`;
        return bullet(`${id}　${VERDICT_WORDS[before]} → ${VERDICT_WORDS[after]}（假设）${seen}${gap}`, 4);
      }),
    ]),
];
