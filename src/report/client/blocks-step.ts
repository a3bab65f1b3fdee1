import { figureText, shareText, signBar } from '../chart/bar.ts';
import { spanText } from '../chart/radar.ts';
import { type Block, heading, type TableBlock, table, verdictCell } from './blocks.ts';
import type { BarRow, CriterionView, Step } from './model.ts';
import { barName, criterionName, remarkLines } from './names.ts';

const withAlternatives = (view: CriterionView): readonly CriterionView[] => [
  view,
  ...view.alternatives.flatMap((part) => withAlternatives({ ...part, choiceOf: view.id })),
];

const criteriaTable = (views: readonly CriterionView[]): TableBlock =>
  table(
    [
      ['结论', 1.7],
      ['条件', 5],
      ['实际与要求', 4],
      ['差距与说明', 5],
      ['依据与来处', 4],
    ],
    views.map((view) => [
      verdictCell(view.verdict),
      criterionName(view),
      [
        view.actual === undefined ? '' : `实际：${view.actual}`,
        view.threshold === undefined ? '' : `要求：${view.threshold}`,
      ]
        .filter((text) => text !== '')
        .join('\n'),
      remarkLines(view).join('\n'),
      [view.clause, view.origin].filter((text) => text !== '').join('\n'),
    ]),
  );

const barTable = (rows: readonly BarRow[]): TableBlock =>
  table(
    [
      ['条件', 4],
      ['实际', 3],
      ['要求', 3],
      ['比门槛', 2.2],
      ['图（■满为门槛）', 4.2],
    ],
    rows.map((row) => [
      barName(row),
      figureText(row.distance),
      row.distance.bound.text,
      shareText(row.distance),
      signBar(row.distance),
    ]),
  );

const decisiveBlocks = (step: Step): readonly Block[] => {
  const views = [
    ...(step.appliesTo === undefined ? [] : [step.appliesTo]),
    ...step.decisive.flatMap(({ criteria }) => criteria),
    ...step.factors,
  ].flatMap(withAlternatives);
  return [
    ...(views.length === 0 ? [] : [heading(2, '决定结论的条件'), criteriaTable(views)]),
    ...step.settled.map(({ verdict, names }) => ({
      kind: 'text' as const,
      text: `${verdict === 'met' ? '符合' : '免于考察'}（${names.length}）：${names.join('、')}`,
    })),
  ];
};

const scoreBlocks = ({ score }: Step): readonly Block[] =>
  score === undefined
    ? []
    : [
        heading(2, `评分：${score.text}`),
        table(
          [
            ['部分', 2],
            ['指标', 5],
            ['得分', 2],
            ['依据的数', 5],
          ],
          [
            ...score.items,
            ...score.axes.map(({ name, low, high, max }) => [
              name,
              '小计',
              `${spanText(low, high)}/${max}`,
              '',
            ]),
          ],
        ),
      ];

const questionBlocks = (step: Step): readonly Block[] => [
  heading(2, '要补的资料'),
  step.questions.length === 0
    ? { kind: 'text', text: step.row.unknown === 0 ? '没有要补的资料。' : '结论已经确定，不必为它再补资料。' }
    : table(
        [
          ['先问这几项', 4],
          ['口径', 5],
          ['凭什么证明', 4],
          ['关系到的条件', 3],
        ],
        step.questions.map(({ label, basis, proof, settles }) => [
          label,
          basis ?? '',
          proof ?? '',
          settles.join('、'),
        ]),
      ),
  ...(step.alsoMissing.length === 0
    ? []
    : [
        {
          kind: 'text' as const,
          text: `其余没有填的（${step.alsoMissing.length}）：${step.alsoMissing.join('、')}`,
        },
      ]),
];

/** One programme of the next step. */
export const stepBlocks = (step: Step): readonly Block[] => [
  heading(1, step.row.label),
  table(
    [
      ['项目', 1.5],
      ['内容', 10],
    ],
    step.facts.map(([label, text]) => [label, text]),
  ),
  ...decisiveBlocks(step),
  ...(step.bars.length === 0 ? [] : [heading(2, '离门槛多远'), barTable(step.bars)]),
  ...scoreBlocks(step),
  ...questionBlocks(step),
  heading(2, '佐证清单'),
  { kind: 'list', items: step.evidence.map(({ paper, criteria }) => `☐ ${paper}（${criteria.join('、')}）`) },
  ...(step.papers.length === 0
    ? []
    : [
        heading(2, '文件列明的申报资料'),
        { kind: 'list' as const, items: step.papers.map((paper) => `☐ ${paper}`) },
      ]),
  heading(2, '全部条件'),
  criteriaTable(step.all),
];
