import { DISCLAIMER, labelled, PLAIN, paragraph, type Style } from '../../report/index.ts';
import type { Plan } from '../model.ts';
import { calendarLines } from './calendar.ts';
import { programmeLines } from './distance.ts';
import { moneyLines } from './money.ts';
import { settlementLines } from './settle.ts';
import { assumptionLines, trialLines } from './trial.ts';

const between = (blocks: ReadonlyArray<readonly string[]>): string[] =>
  blocks.flatMap((block, index) => (index === 0 ? [...block] : ['', ...block]));

const TRIAL_HINT = [
  '',
  ...paragraph('没有结账的年度可以试算：--set 字段.年份=值；按实际预计填，只作假设，不写入档案。', 0),
];

/** The plan a consultant reads in the terminal. */
export const planText = (plan: Plan, style: Style = PLAIN): string => {
  const { result, programmes, unverified, assumptions, trials, settlements, money, calendar } = plan;
  const sections: Array<readonly [string, readonly string[]]> = [
    [
      '还差多少',
      programmes.length === 0
        ? ['有效的项目都已符合或已持有称号。']
        : [
            ...between(programmes.map((item) => programmeLines(item, style))),
            ...(programmes.some(({ ways }) => ways.some(({ kind }) => kind === 'closed')) ? TRIAL_HINT : []),
          ],
    ],
    ...(trials.length === 0
      ? []
      : [['试算（假设）', [...assumptionLines(assumptions), ...between(trials.map(trialLines))]] as const]),
    ...(settlements.length === 0
      ? []
      : [['推进计划完成情况和清算', between(settlements.map(settlementLines))] as const]),
    ['资金', moneyLines(money)],
    ['日历', calendarLines(calendar)],
  ];
  const lines = [
    style.strong(`企业：${result.name}${result.place === undefined ? '' : `  注册地：${result.place}`}`),
    `评估日：${result.asOf}  上年度：${result.baseYear}年`,
    DISCLAIMER,
    ...result.notes.flatMap((note) => labelled('注意', note, 0)),
    ...(assumptions.length === 0
      ? []
      : labelled('注意', `含${assumptions.length}项假设，只用于“试算”和标明（假设）的数，不是事实`, 0)),
    ...(unverified.length === 0
      ? []
      : paragraph(`是否有效未核实、没有细列的（用 -p 编号 看）：${unverified.join('、')}`, 0)),
    ...sections.flatMap(([title, body], index) => [
      '',
      style.strong(`${'一二三四五'[index] ?? ''}、${title}`),
      '',
      ...body,
    ]),
  ];
  return `${lines.join('\n')}\n`;
};
