import type { ScreenTotals } from '../model.ts';

const DISCLAIMER = '预检结果，认定以主管部门为准';

const fileText = ({ file, sheet, headerRow }: ScreenTotals): string =>
  `${file}${sheet === '' ? '' : `，工作表“${sheet}”`}，表头在第${headerRow}行`;

/** Lines of 说明: what was read, by which rules, on which day, and what the result is not. */
export const noteLines = (
  totals: ScreenTotals,
  detailNote: string,
): ReadonlyArray<readonly [string, string]> => {
  const read = totals.columns.filter(
    (column) => column.field !== undefined && column.field !== '不读',
  ).length;
  const unread = totals.columns.filter((column) => column.problem !== undefined).length;
  return [
    ['性质', DISCLAIMER],
    ['评估日', totals.asOf],
    ['客户名单', fileText(totals)],
    [
      '填报日期',
      totals.filledOn === undefined
        ? '名单没有统一写明；没写的行按评估日当天的情况看待'
        : `${totals.filledOn}；各行另有填报日期的按各行`,
    ],
    ['读入企业', `${totals.companies}家，其中${totals.partial}家部分读取（有的格子没读到，按未填处理）`],
    ['拒收的行', `${totals.refused}行，见“读取问题”`],
    ['列', `读了${read}列，没读${unread}列，见“列对应”`],
    ...(totals.otherSheets.length === 0 ? [] : [['未读的工作表', totals.otherSheets.join('、')] as const]),
    ['明细', detailNote],
    [
      '怎样排名',
      '先看有望达到的最高一级，再看下一步不符合的条件数（少的在前）、可计算条件的符合比例、缺的资料数、原行号',
    ],
    ['怎样看结论', '空白一律是“缺资料”，不当作0，也不当作符合；“待核实”要由人判断'],
    ['还差', '“还差金额”“还差个百分点”是下一步各项决定性差距之和，只用来比较远近；各项差距见“决定性差距”'],
    ['程序版本', totals.version],
    ['规则指纹', `sha256 ${totals.rulesHash}`],
    ...totals.programmes.flatMap((programme) => [
      [programme.name, `${programme.edition}；${programme.period}；评估${programme.companies}家`] as const,
      ...programme.sources.map((source) => [programme.name, `依据：${source}`] as const),
      ...programme.notes.map((note) => [programme.name, note] as const),
    ]),
  ];
};
