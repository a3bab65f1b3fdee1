import { type Dimension, parseQuantity } from '../../base/quantity.ts';
import type { Ratio } from '../../base/ratio.ts';
import type { MoneyRow, Settlement, SettlementEffect, SettlementRule } from '../model.ts';
import type { Surface } from '../surface.ts';
import { compileBound } from './bound.ts';
import type { Context, Path } from './context.ts';
import { compileTest } from './test.ts';

type RawMoney = NonNullable<Surface['资金']>[number];
type RawSettlement = NonNullable<Surface['清算']>;

const amountIn = (
  context: Context,
  text: string | undefined,
  dimension: Dimension,
  path: Path,
): Ratio | undefined => {
  if (text === undefined) return undefined;
  const read = parseQuantity(text, dimension, undefined);
  if (!('failure' in read)) return read.value;
  context.issue(path, `“${text}”不能用在这里，应为${dimension === 'money' ? '金额' : '百分比'}，并写明单位`);
  return undefined;
};

/** What a kind of row must say to be reckoned with. */
const checkRow = (context: Context, raw: RawMoney, path: Path): void => {
  const needs: ReadonlyArray<readonly [boolean, string]> = [
    [raw.数额 !== undefined && raw.性质 === undefined, '写了“数额”就要写“性质”'],
    [raw.性质 === '奖补' && raw.数额 !== undefined && raw.款项 === undefined, '有数额的奖补要写“款项”'],
    [raw.性质 === '分期' && raw.含于 === undefined, '分期要写“含于”哪一笔款项'],
    [
      raw.性质 === '额度' && (raw.数额 === undefined || raw.档次条件 === undefined),
      '额度要写“数额”和“档次条件”',
    ],
    [raw.性质 === '补贴' && (raw.比例 === undefined || raw.上限 === undefined), '补贴要写“比例”和“上限”'],
  ];
  for (const [isWrong, message] of needs) if (isWrong) context.issue(path, message);
};

export const compileMoney = (
  context: Context,
  raw: Surface,
  knows: (id: string) => boolean,
): readonly MoneyRow[] =>
  (raw.资金 ?? []).map((item, index) => {
    const here = ['资金', index];
    checkRow(context, item, here);
    if (item.出自 !== undefined && !(item.出自 in raw.来源))
      context.issue([...here, '出自'], `来源里没有“${item.出自}”`);
    for (const id of item.档次条件 ?? [])
      if (!knows(id)) context.issue([...here, '档次条件'], `没有编号为“${id}”的条件`);
    const value = amountIn(context, item.数额, 'money', [...here, '数额']);
    const share = amountIn(context, item.比例, 'percent', [...here, '比例']);
    const cap = amountIn(context, item.上限, 'money', [...here, '上限']);
    return {
      item: item.项目,
      amount: item.金额,
      clause: item.出自 === undefined ? item.条款 : `${item.出自} ${item.条款}`,
      ...(item.说明 === undefined ? {} : { note: item.说明 }),
      ...(item.疑义 === undefined ? {} : { doubt: item.疑义 }),
      ...(item.原文 === undefined ? {} : { anchor: item.原文 }),
      ...(item.性质 === undefined ? {} : { kind: item.性质 }),
      ...(item.款项 === undefined ? {} : { payment: item.款项 }),
      ...(item.含于 === undefined ? {} : { within: item.含于 }),
      ...(item.择一 === undefined ? {} : { choice: item.择一 }),
      ...(item.档次条件 === undefined ? {} : { classes: item.档次条件 }),
      ...(value === undefined ? {} : { value }),
      ...(share === undefined ? {} : { share }),
      ...(cap === undefined ? {} : { cap }),
    };
  });

const EFFECTS = { 全部: 'all', 剩余: 'rest', 无: 'none' } as const;

const effectOf = (context: Context, raw: RawSettlement['规则'][number], path: Path): SettlementEffect => {
  if ((raw.收回 === '差额') !== (raw.差额至 !== undefined))
    context.issue(path, '“收回: 差额”要写“差额至”，其他的不写');
  if (raw.收回 !== '差额') return { kind: EFFECTS[raw.收回] };
  const to = amountIn(context, raw.差额至, 'percent', [...path, '差额至']);
  return to === undefined ? { kind: 'none' } : { kind: 'shortfall', to };
};

const ruleOf = (context: Context, raw: RawSettlement['规则'][number], path: Path): SettlementRule => {
  const investment =
    raw.投资 === undefined ? undefined : compileBound(context, raw.投资, 'money', [...path, '投资']);
  const completion =
    raw.完成率 === undefined ? undefined : compileBound(context, raw.完成率, 'percent', [...path, '完成率']);
  return {
    effect: effectOf(context, raw, path),
    text: raw.结果,
    clause: raw.条款,
    ...(investment === undefined ? {} : { investment }),
    ...(completion === undefined ? {} : { completion }),
    ...(raw.原文 === undefined ? {} : { anchor: raw.原文 }),
  };
};

/** 清算: the last rule holds where no other does, so it has no condition. */
export const compileSettlement = (context: Context, raw: RawSettlement): Settlement => {
  const rules = raw.规则.map((rule, index) => ruleOf(context, rule, ['清算', '规则', index]));
  const last = rules.at(-1);
  if (last?.completion !== undefined || last?.investment !== undefined)
    context.issue(['清算', '规则', rules.length - 1], '最后一条是其余情形，不写“投资”和“完成率”');
  const years = raw.年限 === undefined ? undefined : parseQuantity(raw.年限, 'years', undefined);
  if (years !== undefined && 'failure' in years)
    context.issue(['清算', '年限'], `“${raw.年限}”不是年数，写成 2年`);
  return {
    appliesTo: compileTest(context, raw.适用, ['清算', '适用']),
    payment: raw.款项,
    atStart: amountIn(context, raw.期初, 'percent', ['清算', '期初']) ?? { n: 1n, d: 1n },
    readings: raw.完成率.map((reading) => ({
      name: reading.读法,
      method: reading.方法 === '平均' ? 'mean' : 'reached',
      basis: reading.按 === '目标值' ? 'level' : 'progress',
      capped: reading.封顶 === '是',
      withInvestment: reading.含投资 === '是',
    })),
    rules,
    notes: raw.说明 ?? [],
    ...(years === undefined || 'failure' in years ? {} : { years: Number(years.value.n / years.value.d) }),
    ...(raw.免于 === undefined
      ? {}
      : {
          exempt: {
            test: compileTest(context, raw.免于.判定, ['清算', '免于', '判定']),
            text: raw.免于.说明,
          },
        }),
  };
};
