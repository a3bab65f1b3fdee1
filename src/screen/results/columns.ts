import { VERDICT_WORDS, type Verdict } from '../../base/verdict.ts';
import type { Look, OutCell } from '../../table/index.ts';
import type { CompanySummary, GapSummary, ProgrammeSummary, ProgrammeUse, ScreenTotals } from '../model.ts';
import { unreadCells } from '../problem.ts';

/** The colour of a verdict; its word always stands with it. */
export const LOOKS: Readonly<Record<Verdict, Look>> = {
  met: 'good',
  waived: 'good',
  unmet: 'bad',
  unknown: 'open',
  manual: 'person',
  na: 'off',
};

const verdictCell = (verdict: Verdict): OutCell => ({ value: VERDICT_WORDS[verdict], look: LOOKS[verdict] });

export const numbered = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : texts.map((text, index) => `${index + 1}. ${text}`).join('\n');

/** A company with what belongs to its line in 汇总. */
export interface Line {
  readonly rank: number;
  readonly company: CompanySummary;
  /** the next step on the ladder */
  readonly next?: ProgrammeSummary;
}

export const lineOf = (company: CompanySummary, rank: number): Line => {
  const next = company.programmes.find((programme) => programme.id === company.next);
  return { rank, company, ...(next === undefined ? {} : { next }) };
};

interface SummaryColumn {
  readonly header: string;
  readonly width: number;
  readonly cell: (line: Line) => OutCell;
}

/** What still lacks in one unit, added up; blank where nothing is lacking in it. */
const lacking = (gaps: readonly GapSummary[], unit: string): OutCell => {
  const amounts = gaps.flatMap((gap) => (gap.unit === unit && gap.amount !== undefined ? [gap.amount] : []));
  return amounts.length === 0 ? '' : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
};

/** 22/23，不符合1，缺资料0，待核实1；差研发费用… */
const progress = ({ count, gaps }: ProgrammeSummary): string => {
  const parts = [
    `符合${count.met}/${count.computable}`,
    ...(count.unmet > 0 ? [`不符合${count.unmet}`] : []),
    ...(count.unknown > 0 ? [`缺资料${count.unknown}`] : []),
    ...(count.manual > 0 ? [`待核实${count.manual}`] : []),
  ].join('，');
  const measured = gaps.filter((gap) => gap.amount !== undefined).map((gap) => gap.text);
  return measured.length === 0 ? parts : `${parts}；${measured.join('；')}`;
};

const remarksOf = ({ company, next }: Line): readonly string[] => {
  const remarks = [...company.titles];
  if (next === undefined && company.programmes.length > 0) remarks.push('没有更高一级的项目可评估');
  if (next?.verdict === 'manual' && next.count.computable === next.count.met)
    remarks.push('可计算条件全部符合，其余须人工核实');
  const unread = unreadCells(company.reading);
  const reminders = company.reading.filter((problem) => problem.severity !== 'hint').length - unread;
  if (unread > 0) remarks.push(`部分读取：有${unread}格没读到，见“读取问题”`);
  if (reminders > 0) remarks.push(`名单有${reminders}处要核对，见“读取问题”`);
  if (company.findings.length > 0) remarks.push(`有${company.findings.length}条注意事项`);
  return remarks;
};

const programmeColumns = ({ id, name }: ProgrammeUse): readonly SummaryColumn[] => {
  const of = ({ company }: Line): ProgrammeSummary | undefined =>
    company.programmes.find((programme) => programme.id === id);
  return [
    {
      header: name,
      width: 14,
      cell: (line) => {
        const found = of(line);
        return found === undefined ? '—' : verdictCell(found.verdict);
      },
    },
    {
      header: `${name}：进度和差距`,
      width: 34,
      cell: (line) => {
        const found = of(line);
        return found === undefined ? '' : progress(found);
      },
    },
  ];
};

/** The columns of 汇总: who, what next, what decides, then every programme that was used. */
export const summaryColumns = ({ programmes }: ScreenTotals): readonly SummaryColumn[] => {
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  const nextName = ({ next }: Line): string =>
    next === undefined ? '—' : (byId.get(next.id)?.name ?? next.id);
  return [
    { header: '排名', width: 7, cell: ({ rank }) => rank },
    { header: '原行号', width: 8, cell: ({ company }) => company.row },
    { header: '企业名称', width: 34, cell: ({ company }) => company.name },
    { header: '统一社会信用代码', width: 21, cell: ({ company }) => company.creditCode ?? '' },
    { header: '下一步', width: 26, cell: nextName },
    {
      header: '下一步结论',
      width: 12,
      cell: ({ next }) => (next === undefined ? '—' : verdictCell(next.verdict)),
    },
    {
      header: '可计算条件（符合/总数）',
      width: 13,
      cell: ({ next }) => (next === undefined ? '—' : `${next.count.met}/${next.count.computable}`),
    },
    { header: '不符合', width: 8, cell: ({ next }) => next?.count.unmet ?? '' },
    { header: '缺资料', width: 8, cell: ({ next }) => next?.count.unknown ?? '' },
    { header: '待核实', width: 8, cell: ({ next }) => next?.count.manual ?? '' },
    {
      header: '决定性差距',
      width: 50,
      cell: ({ next }) => numbered((next?.gaps ?? []).map((gap) => gap.text)),
    },
    { header: '还差金额（万元）', width: 12, cell: ({ next }) => lacking(next?.gaps ?? [], '万元') },
    { header: '还差（个百分点）', width: 12, cell: ({ next }) => lacking(next?.gaps ?? [], '个百分点') },
    { header: '缺的资料', width: 46, cell: ({ next }) => (next?.missing ?? []).join('、') },
    { header: '下一个问题', width: 28, cell: ({ company }) => company.questions[0] ?? '' },
    {
      header: '文件写明的资金',
      width: 34,
      cell: ({ next }) => (next === undefined ? '' : numbered(byId.get(next.id)?.money ?? [])),
    },
    { header: '备注', width: 40, cell: (line) => remarksOf(line).join('\n') },
    ...programmes.flatMap(programmeColumns),
  ];
};
