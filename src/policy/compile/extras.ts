import { parseQuantity } from '../../base/quantity.ts';
import type { Edition, Obligation, Parameter } from '../model.ts';
import type { Surface } from '../surface.ts';
import type { Context } from './context.ts';
import { compileMoney, compileSettlement } from './money.ts';

type Duty = Exclude<NonNullable<Surface['义务']>[number], string>;

const documentOf = (raw: Surface, duty: Duty): string => {
  const source = duty.出自 === undefined ? Object.values(raw.来源)[0] : raw.来源[duty.出自];
  return source?.文号 ?? `《${source?.文件 ?? ''}》`;
};

const obligationOf = (raw: Duty, document: string): Obligation => ({
  kind: raw.种类,
  what: raw.内容,
  clause: raw.条款,
  document,
  ...(raw.期限 === undefined ? {} : { within: raw.期限 }),
  ...(raw.起算 === undefined ? {} : { counted: raw.起算 }),
  ...(raw.周期 === undefined ? {} : { every: raw.周期 }),
  ...(raw.截止 === undefined ? {} : { by: raw.截止 }),
  ...(raw.逾期 === undefined ? {} : { lapse: raw.逾期 }),
  ...(raw.起 === undefined ? {} : { from: raw.起 }),
  ...(raw.止 === undefined ? {} : { to: raw.止 }),
  ...(raw.原文 === undefined ? {} : { anchor: raw.原文 }),
});

/** 变更报告：更名、重组，1个月内（自调整之日）；逾期视为自动放弃（第十四条） */
const dutyText = ({
  kind,
  what,
  within,
  counted,
  every,
  by,
  lapse,
  from,
  to,
  clause,
}: Obligation): string => {
  const day = by === undefined ? undefined : `${Number(by.slice(0, 2))}月${Number(by.slice(3))}日前`;
  const when = [every, day, within === undefined ? undefined : `${within}内`].filter(
    (part) => part !== undefined,
  );
  return [
    `${kind}：${what}`,
    ...(when.length === 0 ? [] : [`，${when.join('，')}`]),
    ...(counted === undefined ? [] : [`（自${counted}）`]),
    ...(from === undefined ? [] : [`，${from}起`]),
    ...(to === undefined ? [] : [`，到${to}止`]),
    ...(lapse === undefined ? [] : [`；逾期${lapse}`]),
    `（${clause}）`,
  ].join('');
};

const quotaText = (raw: NonNullable<Surface['名额']>[number]): string =>
  typeof raw === 'string'
    ? raw
    : `${raw.范围}：${raw.数量}${raw.说明 === undefined ? '' : `（${raw.说明}）`}`;

/** What a file says beside its rules: quotas, money and duties. */
export const compileExtras = (
  context: Context,
  raw: Surface,
  knows: (id: string) => boolean,
): Pick<Edition, 'quotas' | 'money' | 'settlement' | 'duties' | 'obligations'> => {
  const duties = (raw.义务 ?? []).map((item) =>
    typeof item === 'string' ? item : obligationOf(item, documentOf(raw, item)),
  );
  for (const [index, item] of (raw.义务 ?? []).entries())
    if (typeof item !== 'string' && item.截止 !== undefined && item.周期 !== '每年')
      context.issue(['义务', index, '截止'], '写了“截止”的义务，周期要写“每年”');
  for (const [index, item] of (raw.义务 ?? []).entries())
    if (typeof item !== 'string' && item.出自 !== undefined && !(item.出自 in raw.来源))
      context.issue(['义务', index, '出自'], `来源里没有“${item.出自}”`);
  return {
    quotas: (raw.名额 ?? []).map(quotaText),
    money: compileMoney(context, raw, knows),
    ...(raw.清算 === undefined ? {} : { settlement: compileSettlement(context, raw.清算) }),
    duties: duties.map((item) => (typeof item === 'string' ? item : dutyText(item))),
    obligations: duties.filter((item) => typeof item !== 'string'),
  };
};

export const compileUnverified = (raw: Surface['未核实']): Pick<Edition, 'unverified' | 'unverifiedFrom'> => {
  if (raw === undefined) return {};
  return typeof raw === 'string' ? { unverified: raw } : { unverified: raw.说明, unverifiedFrom: raw.起 };
};

/** 外部参数: figures of the outside world that the document gives, by year. */
export const compileParameters = (
  context: Context,
  raw: NonNullable<Surface['外部参数']>,
): readonly Parameter[] =>
  raw.flatMap((item, index) => {
    const here = ['外部参数', index];
    const field = context.field(item.字段, [...here, '字段']);
    if (field === undefined) return [];
    if (!field.yearly || field.dimension === undefined)
      context.issue([...here, '字段'], `${field.name}不是逐年的数，不能作外部参数`);
    const values = Object.entries(item.数).flatMap(([year, text]) => {
      const read = parseQuantity(text, field.dimension ?? 'percent', undefined);
      if (!('failure' in read)) return [[Number(year), read.value] as const];
      context.issue([...here, '数', year], `“${text}”不能用在这里，要写明单位`);
      return [];
    });
    return [{ field: field.id, values, source: item.出处 }];
  });
