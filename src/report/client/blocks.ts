import type { Severity } from '../../base/diagnostic.ts';
import { SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { VERDICT_WORDS, type Verdict } from '../../base/verdict.ts';
import { DISCLAIMER } from '../layout.ts';
import { stepBlocks } from './blocks-step.ts';
import { headlines } from './headline.ts';
import type { ClientReport, Pitfall } from './model.ts';
import { tallyText, verdictNote } from './programmes.ts';

/** The report as headings, paragraphs, lists and tables: for Word and Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'notice'; readonly texts: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: ReadonlyArray<{ readonly title: string; readonly weight: number }>;
  readonly rows: ReadonlyArray<readonly Cell[]>;
}

/** A text, with the tone of a verdict where the cell says one: the word is always in the text. */
export type Cell = string | { readonly text: string; readonly tone: Verdict };

export const SEVERITY_TONES: Readonly<Record<Severity, Verdict>> = {
  veto: 'unmet',
  error: 'unmet',
  warning: 'unknown',
  hint: 'manual',
};

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
export const table = (
  columns: ReadonlyArray<readonly [title: string, weight: number]>,
  rows: TableBlock['rows'],
): TableBlock => ({ kind: 'table', columns: columns.map(([title, weight]) => ({ title, weight })), rows });
export const verdictCell = (verdict: Verdict, text: string = VERDICT_WORDS[verdict]): Cell => ({
  text,
  tone: verdict,
});

const answer = ({ steps, noStep }: ClientReport): readonly Block[] =>
  steps.length === 0
    ? [{ kind: 'text', text: noStep ?? '' }]
    : [
        table(
          [
            ['下一步', 3],
            ['结论', 2],
            ['可计算条件', 3],
            ['要紧的', 6],
          ],
          steps.map((step) => [
            step.row.label,
            verdictCell(step.row.verdict, verdictNote(step.row)),
            tallyText(step.row),
            headlines(step).join('\n'),
          ]),
        ),
      ];

const ladder = ({ rungs }: ClientReport): TableBlock =>
  table(
    [
      ['梯度', 3],
      ['项目', 4],
      ['结论', 2],
      ['称号与进度', 5],
    ],
    rungs.flatMap((rung) => {
      const name = `${rung.name}${rung.isNext ? '（下一步）' : ''}`;
      if (rung.entries.length === 0) return [[name, '本次没有评估', '', '']];
      return rung.entries.map((entry) => [
        name,
        entry.label,
        verdictCell(entry.verdict),
        entry.held ?? `可计算条件符合${entry.met}/${entry.computable}`,
      ]);
    }),
  );

const programmes = (report: ClientReport): TableBlock =>
  table(
    [
      ['项目', 4],
      ['结论', 2],
      ['可计算条件', 4],
      ['称号、评分', 3],
      ['效力', 2],
    ],
    report.programmes.map((row) => [
      row.label,
      verdictCell(row.verdict),
      tallyText(row),
      [row.held, row.score].filter((text) => text !== undefined).join('\n'),
      row.inForce,
    ]),
  );

const NO_PITFALL: Block = { kind: 'text', text: '填了的内容里没有发现矛盾和常见问题。' };

const pitfallTable = (pitfalls: readonly Pitfall[]): TableBlock =>
  table(
    [
      ['级别', 1.4],
      ['发现', 6],
      ['怎么办', 4],
      ['出处', 3],
    ],
    pitfalls.map((pitfall) => [
      {
        text: `${SEVERITY_WORDS[pitfall.severity]}\n${pitfall.code}`,
        tone: SEVERITY_TONES[pitfall.severity],
      },
      [
        pitfall.message,
        ...pitfall.facts,
        pitfall.place === '' ? '' : `位置：${pitfall.place}`,
        pitfall.why === undefined ? '' : `为什么要紧：${pitfall.why}`,
      ]
        .filter((text) => text !== '')
        .join('\n'),
      pitfall.fix ?? '',
      pitfall.citation === undefined ? '' : `${pitfall.citation}（${pitfall.basis}）`,
    ]),
  );

const pitfalls = ({ pitfalls: found, unchecked, remarks }: ClientReport): readonly Block[] => [
  found.length === 0 ? NO_PITFALL : pitfallTable(found),
  ...(unchecked.length === 0
    ? []
    : [
        heading(2, '缺资料，没有核对的'),
        {
          kind: 'list' as const,
          items: unchecked.map(({ topic, name, missing }) => `${topic} ${name}：缺${missing.join('、')}`),
        },
      ]),
  ...(remarks.length === 0 ? [] : [heading(2, '读档案时的提示'), pitfallTable(remarks)]),
];

const rules = (report: ClientReport): TableBlock =>
  table(
    [
      ['项目', 3],
      ['依据', 5],
      ['施行', 3],
      ['效力', 2],
      ['可信度', 3],
      ['核对', 3],
    ],
    report.rules.map((rule) => [
      rule.label,
      rule.source,
      rule.period,
      rule.inForce,
      rule.confidence,
      rule.checked,
    ]),
  );

/** Everything the report says, in reading order. */
export const reportBlocks = (report: ClientReport): readonly Block[] => [
  ...(report.notices.length === 0
    ? []
    : [
        {
          kind: 'notice' as const,
          texts: report.notices.map(({ programme, text }) => `${programme}：${text}`),
        },
      ]),
  {
    kind: 'text',
    text: `${report.place === undefined ? '' : `注册地${report.place}，`}评估日${report.asOf}，上年度${report.baseYear}年。${DISCLAIMER}`,
  },
  ...(report.notes.length === 0 ? [] : [{ kind: 'list' as const, items: report.notes }]),
  heading(1, '结论'),
  ...answer(report),
  heading(2, '梯度'),
  ladder(report),
  heading(2, '全部项目'),
  programmes(report),
  ...report.steps.flatMap(stepBlocks),
  heading(1, '注意事项'),
  ...pitfalls(report),
  heading(1, '使用的规则'),
  rules(report),
];
