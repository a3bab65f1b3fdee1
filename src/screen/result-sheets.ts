import type { Assessment, CriterionResult } from '../assess/index.ts';
import { VERDICT_WORDS, type Verdict } from '../base/verdict.ts';
import type { Edition } from '../policy/index.ts';
import { ownGaps } from './gaps.ts';
import { unreadCells } from './problem.ts';
import type { CompanyResult, ScreenResult } from './run.ts';
import type { SheetCell, SheetData } from './sheet.ts';

const FILLS: Readonly<Record<Verdict, string>> = {
  met: 'E2F0D9',
  unmet: 'F8D7DA',
  unknown: 'FFF2CC',
  manual: 'DDEBF7',
  na: 'EDEDED',
  waived: 'E2F0D9',
};

/** The verdict as a word; the colour only repeats it. */
const verdictCell = (verdict: Verdict): SheetCell => ({
  value: VERDICT_WORDS[verdict],
  fill: FILLS[verdict],
});

/** Names that two editions share are told apart by their edition. */
const programmeNames = (editions: readonly Edition[]): ReadonlyMap<string, string> => {
  const shared = (name: string): boolean => editions.filter((edition) => edition.name === name).length > 1;
  return new Map(
    editions.map((edition) => [
      edition.id,
      shared(edition.name) ? `${edition.name}（${edition.edition}）` : edition.name,
    ]),
  );
};

const numbered = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : texts.map((text, index) => `${index + 1}. ${text}`).join('\n');

const remarksOf = (company: CompanyResult): readonly string[] => {
  const { next, titles } = company.standing;
  const remarks = titles.map(({ name, until, valid }) => {
    if (until === undefined) return `${name}：没有写有效期，按未核实处理`;
    return valid ? `已持有${name}（至${until}）` : `${name}已于${until}到期`;
  });
  if (next === undefined && company.assessments.length > 0) remarks.push('没有更高一级的项目可评估');
  if (next?.tally.computable === next?.tally.met && next?.verdict === 'manual')
    remarks.push('可计算条件全部符合，其余须人工核实');
  const { problems } = company.client;
  const unread = unreadCells(problems);
  const reminders = problems.filter((problem) => problem.severity !== 'hint').length - unread;
  if (unread > 0) remarks.push(`部分读取：有${unread}格没读到，见“读取问题”`);
  if (reminders > 0) remarks.push(`有${reminders}处要核对，见“读取问题”`);
  return remarks;
};

const nextCells = (next: Assessment | undefined): readonly [string, string] => {
  if (next === undefined) return ['—', '—'];
  const { met, computable } = next.tally;
  return [`${next.edition.name}：${VERDICT_WORDS[next.verdict]}`, `${met}/${computable}`];
};

/** 汇总: one row a company, best prospects first. */
export const summarySheet = (result: ScreenResult): SheetData => {
  const names = programmeNames(result.editions);
  const rows = result.companies.map((company) => {
    const byId = new Map(company.assessments.map((assessment) => [assessment.edition.id, assessment]));
    const verdicts = result.editions.map((edition) => {
      const assessment = byId.get(edition.id);
      return assessment === undefined ? '—' : verdictCell(assessment.verdict);
    });
    const { client } = company;
    return [
      company.rank,
      client.row,
      client.name,
      client.creditCode ?? '',
      ...verdicts,
      ...nextCells(company.standing.next),
      numbered(company.gaps),
      company.missing.join('、'),
      company.question ?? '',
      remarksOf(company).join('\n'),
    ];
  });
  return {
    name: '汇总',
    frozenColumns: 3,
    columns: [
      { header: '排名' },
      { header: '原行号' },
      { header: '企业名称', most: 44 },
      { header: '统一社会信用代码' },
      ...result.editions.map((edition) => ({ header: names.get(edition.id) ?? edition.name, most: 18 })),
      { header: '下一步', most: 30 },
      { header: '可计算条件（符合/总数）', most: 14 },
      { header: '决定性差距', most: 56 },
      { header: '缺的资料', most: 56 },
      { header: '下一个问题', most: 32 },
      { header: '备注', most: 44 },
    ],
    rows,
  };
};

interface Line {
  readonly result: CriterionResult;
  /** 任一 of an alternative, so that its 不符合 is not read as deciding */
  readonly prefix: string;
}

const GROUP_WORDS: Readonly<Record<string, string>> = {
  any: '〔任一〕',
  atLeast: '〔几选几〕',
  readings: '〔读法〕',
  branches: '〔分档〕',
};

/** 全部 groups dissolve into their parts; other groups keep a line of their own above their marked parts. */
const linesOf = (result: CriterionResult, prefix = ''): readonly Line[] => {
  if (result.parts.length === 0) return [{ result, prefix }];
  if (result.combine === 'all') return result.parts.flatMap((part) => linesOf(part, prefix));
  const mark = GROUP_WORDS[result.combine ?? ''] ?? '';
  return [{ result, prefix }, ...result.parts.flatMap((part) => linesOf(part, `${prefix}${mark}`))];
};

const lineRemarks = ({ result }: Line): string => {
  const { criterion, outcome, waivedBy, attested } = result;
  return [
    ...(waivedBy === undefined ? [] : [`因“${waivedBy.criterion.text}”免于考察`]),
    ...(attested === undefined
      ? []
      : [`人工核验${attested.basis === undefined ? '' : `：${attested.basis}`}`]),
    ...(outcome?.remarks ?? []),
    ...(criterion.confidence === 'A' ? [] : [`依据可信度${criterion.confidence}`]),
  ].join('；');
};

const detailRows = (company: CompanyResult, names: ReadonlyMap<string, string>): SheetData['rows'] =>
  company.assessments.flatMap((assessment) => {
    const name = names.get(assessment.edition.id) ?? assessment.edition.name;
    const scope = assessment.appliesTo === undefined ? [] : linesOf(assessment.appliesTo, '〔适用范围〕');
    return [...scope, ...linesOf(assessment.root)].map((line) => [
      company.client.row,
      company.client.name,
      name,
      `${line.prefix}${line.result.criterion.text}`,
      verdictCell(line.result.verdict),
      line.result.outcome?.actual ?? '',
      line.result.outcome?.threshold ?? '',
      ownGaps(line.result),
      line.result.criterion.clause,
      lineRemarks(line),
    ]);
  });

/** 明细: one row a company and criterion, companies in rank order. */
export const detailSheet = (result: ScreenResult): SheetData => {
  const names = programmeNames(result.editions);
  return {
    name: '明细',
    frozenColumns: 2,
    columns: [
      { header: '原行号' },
      { header: '企业名称', most: 40 },
      { header: '项目', most: 30 },
      { header: '条件', most: 50 },
      { header: '结论' },
      { header: '实际', most: 40 },
      { header: '要求', most: 24 },
      { header: '差距', most: 44 },
      { header: '条款', most: 30 },
      { header: '说明', most: 44 },
    ],
    rows: result.companies.flatMap((company) => detailRows(company, names)),
  };
};
