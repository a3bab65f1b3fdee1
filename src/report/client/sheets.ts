import { SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { figureText, shareNumber, shareText } from '../chart/bar.ts';
import { DISCLAIMER } from '../layout.ts';
import { type Cell, SEVERITY_TONES, verdictCell } from './blocks.ts';
import { headlines } from './headline.ts';
import type { ClientReport, ProgrammeRow, Step } from './model.ts';
import { barName, criterionName, remarkLines } from './names.ts';
import { verdictNote } from './programmes.ts';

/** A sheet of the workbook. A share is a number with a bar in its cell: 1 is the threshold. */
export interface Sheet {
  readonly name: string;
  readonly columns: ReadonlyArray<{ readonly title: string; readonly width: number }>;
  readonly rows: ReadonlyArray<ReadonlyArray<Cell | number | Share>>;
}

interface Share {
  readonly share: number;
}

const sheet = (
  name: string,
  columns: ReadonlyArray<readonly [title: string, width: number]>,
  rows: Sheet['rows'],
): Sheet => ({ name, columns: columns.map(([title, width]) => ({ title, width })), rows });

const perStep = <T>(
  { steps }: ClientReport,
  rows: (step: Step) => ReadonlyArray<ReadonlyArray<T>>,
): ReadonlyArray<ReadonlyArray<T | string>> =>
  steps.flatMap((step) => rows(step).map((row) => [step.row.label, ...row]));

const counts = (row: ProgrammeRow): readonly number[] => [
  row.met,
  row.computable,
  row.unmet,
  row.unknown,
  row.manual,
];

const summary = (report: ClientReport): Sheet => {
  const next = new Map(report.steps.map((step) => [step.row.id, step]));
  return sheet(
    '结论',
    [
      ['项目', 36],
      ['结论', 14],
      ['可计算条件符合', 10],
      ['可计算条件总数', 10],
      ['不符合', 8],
      ['缺资料', 8],
      ['待核实', 8],
      ['称号、评分', 26],
      ['下一步', 8],
      ['要紧的', 60],
      ['效力', 14],
    ],
    report.programmes.map((row) => {
      const step = next.get(row.id);
      return [
        row.label,
        verdictCell(row.verdict, step === undefined ? undefined : verdictNote(row)),
        ...counts(row),
        [row.held, row.score].filter((text) => text !== undefined).join('\n'),
        step === undefined ? '' : '是',
        step === undefined ? '' : headlines(step).join('\n'),
        row.inForce,
      ];
    }),
  );
};

const criteria = (report: ClientReport): Sheet =>
  sheet(
    '逐条对照',
    [
      ['项目', 24],
      ['结论', 10],
      ['条件', 46],
      ['实际', 28],
      ['要求', 24],
      ['差距与说明', 50],
      ['依据', 40],
      ['来处', 30],
    ],
    perStep<Cell>(report, (step) =>
      step.all.map((view) => [
        verdictCell(view.verdict),
        criterionName(view),
        view.actual ?? '',
        view.threshold ?? '',
        remarkLines(view).join('\n'),
        view.clause,
        view.origin,
      ]),
    ),
  );

const distances = (report: ClientReport): Sheet =>
  sheet(
    '离门槛多远',
    [
      ['项目', 24],
      ['条件', 34],
      ['实际', 20],
      ['要求', 20],
      ['比门槛（100%即门槛）', 30],
      ['文字', 18],
    ],
    perStep<Cell | Share>(report, (step) =>
      step.bars.map((row) => {
        const share = shareNumber(row.distance);
        const text = shareText(row.distance);
        return [
          barName(row),
          figureText(row.distance),
          row.distance.bound.text,
          share === undefined ? text : { share },
          text,
        ];
      }),
    ),
  );

const scores = (report: ClientReport): Sheet =>
  sheet(
    '评分',
    [
      ['项目', 24],
      ['部分', 20],
      ['指标', 44],
      ['得分', 14],
      ['依据的数', 40],
    ],
    perStep<Cell>(report, (step) => step.score?.items ?? []),
  );

const questions = (report: ClientReport): Sheet =>
  sheet(
    '待补资料',
    [
      ['项目', 24],
      ['要补的', 36],
      ['先问', 8],
      ['口径', 44],
      ['凭什么证明', 34],
      ['关系到的条件', 30],
    ],
    perStep<Cell>(report, (step) => [
      ...step.questions.map(({ label, basis, proof, settles }) => [
        label,
        '先问',
        basis ?? '',
        proof ?? '',
        settles.join('、'),
      ]),
      ...step.alsoMissing.map((label) => [label, '', '', '', '']),
    ]),
  );

const pitfalls = (report: ClientReport): Sheet =>
  sheet(
    '注意事项',
    [
      ['级别', 8],
      ['代码', 10],
      ['发现', 54],
      ['涉及的数', 36],
      ['位置', 26],
      ['为什么要紧', 40],
      ['怎么办', 44],
      ['出处', 30],
      ['性质', 8],
    ],
    [...report.pitfalls, ...report.remarks].map((item) => [
      { text: SEVERITY_WORDS[item.severity], tone: SEVERITY_TONES[item.severity] },
      item.code,
      item.message,
      item.facts.join('\n'),
      item.place,
      item.why ?? '',
      item.fix ?? '',
      item.citation ?? '',
      item.basis ?? '',
    ]),
  );

const unchecked = (report: ClientReport): Sheet =>
  sheet(
    '没有核对的',
    [
      ['代码', 10],
      ['注意事项', 40],
      ['缺的资料', 80],
    ],
    report.unchecked.map(({ topic, name, missing }) => [topic, name, missing.join('、')]),
  );

const checklist = (report: ClientReport): Sheet =>
  sheet(
    '填报核对清单',
    [
      ['步骤', 24],
      ['要看的', 90],
      ['代码', 10],
      ['已看', 8],
    ],
    report.checklist.flatMap(({ step, items }) => items.map(({ code, text }) => [step, text, code, ''])),
  );

const evidence = (report: ClientReport): Sheet =>
  sheet(
    '佐证清单',
    [
      ['项目', 24],
      ['材料', 60],
      ['证明哪些条件', 50],
      ['已备', 8],
    ],
    perStep<Cell>(report, (step) => [
      ...step.evidence.map(({ paper, criteria: proven }) => [paper, proven.join('、'), '']),
      ...step.papers.map((paper) => [paper, '文件列明的申报资料', '']),
    ]),
  );

const notes = (report: ClientReport): Sheet =>
  sheet(
    '规则与说明',
    [
      ['项目', 36],
      ['内容', 110],
    ],
    [
      ...report.notices.map(({ programme, text }) => [`先读：${programme}`, text]),
      ['企业', report.name],
      ...(report.place === undefined ? [] : [['注册地', report.place]]),
      ['评估日', `${report.asOf}，上年度${report.baseYear}年`],
      ['性质', DISCLAIMER],
      ['怎样看结论', '空白一律是“缺资料”，不当作0，也不当作符合；“待核实”要由人判断'],
      ...report.notes.map((note) => ['注意', note]),
      ...report.rules.map((rule) => [
        rule.label,
        `${rule.source}；${rule.period}；${rule.inForce}；可信度${rule.confidence}；${rule.checked}`,
      ]),
    ],
  );

/** The sheets of the client report, notices and rules last, empty ones left out. */
export const sheetsOf = (report: ClientReport): readonly Sheet[] => {
  const all = [
    summary,
    criteria,
    distances,
    scores,
    questions,
    pitfalls,
    unchecked,
    evidence,
    checklist,
    notes,
  ].map((make) => make(report));
  return all.filter(({ rows, name }) => rows.length > 0 || name === '结论');
};
