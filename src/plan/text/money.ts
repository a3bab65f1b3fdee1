import { VERDICT_WORDS } from '../../base/verdict.ts';
import { IN_FORCE_WORDS, type MoneyRow } from '../../policy/index.ts';
import { bullet, editionLabel, labelled, sourceText } from '../../report/index.ts';
import type { MoneyPlan, ProgrammeMoney } from '../money.ts';
import { moneyText } from './settle.ts';

const HEADINGS: ReadonlyArray<readonly [string, ReadonlyArray<MoneyRow['kind']>]> = [
  ['能得到', ['奖补', '分期']],
  ['收回', ['收回']],
  ['另有', [undefined, '说明']],
];

const named = (item: string): string =>
  item.replace(/^收回：?/, '') === '' ? '' : `${item.replace(/^收回：/, '')}：`;

const rowText = ({ item, amount, note, doubt, clause, within }: MoneyRow): string =>
  `${named(item)}${amount}${within === undefined ? '' : '（已含在内，不另加）'}${note === undefined ? '' : `；${note}`}（${clause}）${doubt === undefined ? '' : `；疑义：${doubt}`}`;

const quotaLines = ({ quota }: ProgrammeMoney): string[] => {
  if (quota === undefined) return [];
  const why = quota.because.length === 0 ? '最低一档，更高的档次还不能确定' : quota.because.join('；');
  return [
    ...labelled('额度', `${quota.row.item}：${quota.row.amount}（${why}）（${quota.row.clause}）`, 2),
    ...quota.maybe.flatMap(({ row, if: conditions }) =>
      labelled('也许', `${row.item}：${row.amount}，要核实：${conditions.join('；')}`, 2),
    ),
  ];
};

const subsidyLines = ({ subsidies }: ProgrammeMoney): string[] =>
  subsidies.flatMap(({ row, fullFrom }) =>
    labelled(
      '补贴',
      `${row.item}：${row.amount}${fullFrom === undefined ? '' : `（合同额${moneyText(fullFrom)}起到上限）`}（${row.clause}）`,
      2,
    ),
  );

const programmeLines = (money: ProgrammeMoney): string[] => {
  const { assessment, inForce } = money.checked;
  const { edition, verdict } = assessment;
  const state = inForce === 'yes' ? '' : `；${IN_FORCE_WORDS[inForce]}`;
  return [
    `${editionLabel(edition)}  现在：${VERDICT_WORDS[verdict]}${state}`,
    ...labelled('依据', `${sourceText(edition)}（可信度${edition.confidence}）`, 2),
    ...(edition.competitive === undefined ? [] : labelled('择优', edition.competitive, 2)),
    ...HEADINGS.flatMap(([heading, kinds]) =>
      money.rows
        .filter((row) => kinds.includes(row.kind))
        .flatMap((row) => labelled(heading, rowText(row), 2)),
    ),
    ...quotaLines(money),
    ...subsidyLines(money),
  ];
};

const sumLines = ({ counted, sum }: MoneyPlan): string[] =>
  counted.length === 0
    ? []
    : [
        '不重复计的合计（文件写明的数，各有条件，不是承诺）',
        ...counted.flatMap(({ payment, value, contains, insteadOf }) => {
          const inside = contains.map((item) => `${item.payment}${moneyText(item.value)}`).join('、');
          return bullet(
            `${payment}${moneyText(value)}${inside === '' ? '' : `（已含${inside}）`}${insteadOf.length === 0 ? '' : `；与${insteadOf.join('、')}只计一笔`}`,
            2,
          );
        }),
        `  合计${moneyText(sum)}`,
      ];

export const moneyLines = (plan: MoneyPlan): string[] =>
  plan.programmes.length === 0
    ? ['没有收录写明资金的项目。']
    : [...plan.programmes.flatMap((item) => [...programmeLines(item), '']), ...sumLines(plan)];
