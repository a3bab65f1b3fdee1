import type { CivilDate } from '../base/date.ts';
import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import { type Edition, IN_FORCE_WORDS, inForce } from '../policy/index.ts';
import { columnLetters, unreadCells } from './problem.ts';
import type { ScreenResult } from './run.ts';
import type { SheetData } from './sheet.ts';

/** 读取问题: every header, row and cell that was not read as it stands. */
export const problemSheet = (result: ScreenResult): SheetData => ({
  name: '读取问题',
  columns: [
    { header: '工作表', most: 20 },
    { header: '行' },
    { header: '列' },
    { header: '程度' },
    { header: '原文', most: 40 },
    { header: '原因', most: 60 },
    { header: '建议', most: 60 },
    { header: '代码' },
  ],
  rows: [...result.list.problems, ...result.failed].map((problem) => [
    problem.where.sheet ?? '',
    problem.where.line ?? '',
    columnLetters(problem.where),
    SEVERITY_WORDS[problem.severity],
    problem.text,
    problem.message,
    problem.fix ?? '',
    problem.code,
  ]),
});

export interface ResultMeta {
  /** 评估日 */
  readonly asOf: CivilDate;
  /** of the program */
  readonly version?: string;
}

const DISCLAIMER = '预检结果，认定以主管部门为准';

const periodText = ({ from, to, replaced }: Edition): string => {
  const end = to === undefined ? '起' : `至${to}`;
  return `${from}${end}${replaced === undefined ? '' : `；${replaced.on}起被${replaced.by}取代`}`;
};

const editionRows = (edition: Edition, asOf: CivilDate): SheetData['rows'] => {
  const state = IN_FORCE_WORDS[inForce(edition, asOf)];
  const sources = edition.sources.map(({ document, number, checked }) => {
    const title = number === undefined ? document : `${document}（${number}）`;
    return `依据：${title}；可信度${checked.confidence}，${checked.date}核对（${checked.basis}）`;
  });
  const notes = [edition.unverified, edition.periodNote, ...edition.notices, edition.windowNote];
  return [
    `${edition.edition}；${periodText(edition)}；${state}`,
    ...sources,
    ...notes.filter((note) => note !== undefined),
  ].map((text) => [edition.name, text]);
};

/** 说明: what was read, by which rules, on which day, and what the result is not. */
export const notesSheet = (result: ScreenResult, meta: ResultMeta): SheetData => {
  const { list } = result;
  const partial = list.rows.filter((row) => unreadCells(row.problems) > 0).length;
  const rows: Array<readonly [string, string]> = [
    ['性质', DISCLAIMER],
    ['评估日', meta.asOf],
    ['客户名单', `${list.file}，工作表“${list.sheet}”，表头在第${list.headerRow}行`],
    [
      '填报日期',
      list.filledOn === undefined
        ? '名单没有统一写明；没写的行按评估日当天的情况看待'
        : `${String(list.filledOn.value)}；各行另有填报日期的按各行`,
    ],
    ['读入企业', `${list.rows.length}家，其中${partial}家部分读取（有的格子没读到，按未填处理）`],
    ['拒收的行', `${list.refused.length + result.failed.length}行，见“读取问题”`],
    ['未识别的列', `${list.headers.length}列，见“读取问题”`],
    ...(list.otherSheets.length === 0 ? [] : [['未读的工作表', list.otherSheets.join('、')] as const]),
    [
      '怎样排名',
      '先看有望达到的最高一级，再看下一步不符合的条件数（少的在前）、可计算条件的符合比例、缺的资料数',
    ],
    ['怎样看结论', '空白一律是“缺资料”，不当作0，也不当作符合；“待核实”要由人判断'],
    ...(meta.version === undefined ? [] : [['程序版本', meta.version] as const]),
  ];
  return {
    name: '说明',
    columns: [
      { header: '项目', most: 36 },
      { header: '内容', most: 110 },
    ],
    rows: [...rows, ...result.editions.flatMap((edition) => editionRows(edition, meta.asOf))],
  };
};
