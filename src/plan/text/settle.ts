import { formatQuantity } from '../../base/quantity.ts';
import type { Ratio } from '../../base/ratio.ts';
import { subtract } from '../../base/ratio.ts';
import { bullet, editionLabel, labelled, sourceText, table } from '../../report/index.ts';
import { type Interval, isExact } from '../interval.ts';
import { possibleRules, type SettlementOutcome, type SettlementPlan } from '../settle.ts';
import type { Target } from '../targets.ts';

export const moneyText = (value: Ratio): string => formatQuantity(value, 'money');
const percent = (value: Ratio): string => formatQuantity(value, 'percent');

const rateText = (rate: Interval): string => {
  if (rate.high === undefined) return rate.low.n === 0n ? '未知' : `至少${percent(rate.low)}`;
  return isExact(rate) ? percent(rate.low) : `${percent(rate.low)}至${percent(rate.high)}`;
};

const targetRow = (target: Target): string[] => {
  const year = target.year === undefined ? '' : String(target.year);
  const mark = target.origin === 'assumed' ? '（假设）' : target.origin === 'profile' ? '（年度数据）' : '';
  const running = target.running ? '未到期' : '';
  return [
    target.name,
    year,
    target.base ?? '',
    target.wanted ?? '',
    `${target.actual ?? '未填'}${mark}`,
    target.trouble === undefined ? rateText(target.level) : '',
    [running, target.trouble ?? ''].filter((text) => text !== '').join('；'),
  ];
};

const intervalMoney = (value: Interval): string => {
  if (value.high === undefined) return `至少${moneyText(value.low)}`;
  return isExact(value) ? moneyText(value.low) : `${moneyText(value.low)}至${moneyText(value.high)}`;
};

/** 可保留60万元，退回40万元，不再给0万元 */
const outcomeText = ({ back, lost }: SettlementOutcome, received: Ratio): string => {
  const kept: Interval = {
    low: subtract(received, back.high ?? received),
    high: subtract(received, back.low),
  };
  const rest = lost.n === 0n ? '' : `，余下${moneyText(lost)}不再给`;
  return `可保留${intervalMoney(kept)}，退回${intervalMoney(back)}${rest}`;
};

const investmentLines = ({ investment }: SettlementPlan): string[] => {
  const { planned, invested, rate, years, remarks } = investment;
  const text = (value: Ratio | undefined): string => (value === undefined ? '未填' : moneyText(value));
  return [
    ...labelled(
      '投资',
      `计划${text(planned)}，已完成${text(invested)}${rate === undefined ? '' : `，完成${percent(rate)}`}`,
      2,
    ),
    ...(years.length === 0
      ? []
      : labelled(
          '分年',
          years
            .map((item) => `${item.year}年计划${text(item.planned)}、完成${text(item.invested)}`)
            .join('；'),
          2,
        )),
    ...remarks.flatMap((remark) => labelled('注意', remark, 2)),
  ];
};

const conclusion = (plan: SettlementPlan): string[] => {
  if (plan.exempt !== undefined) return labelled('清算', plan.exempt, 2);
  const rules = possibleRules(plan);
  const [only] = rules;
  const when = plan.over ? '' : '按目前的数，期满前还会变：';
  if (rules.length === 1 && only !== undefined)
    return labelled('清算', `${when}${only.text}（${only.clause}）`, 2);
  return [
    ...labelled('清算', `${when}待核实，各种读法或还没有的数会得出不同结果：`, 2),
    ...rules.flatMap((rule) => bullet(`${rule.text}（${rule.clause}）`, 4)),
  ];
};

const readingLines = (plan: SettlementPlan): string[] =>
  plan.exempt !== undefined
    ? []
    : plan.readings.flatMap(({ reading, rate, outcomes }) =>
        bullet(
          `读法“${reading.name}”：完成率${rateText(rate)}；${
            outcomes.length === 1
              ? outcomes.map((item) => outcomeText(item, plan.received)).join('')
              : `${outcomes.length}种结果都可能`
          }`,
          4,
        ),
      );

export const settlementLines = (plan: SettlementPlan): string[] => {
  const { edition, settlement, applies, end, total, received, receivedKnown } = plan;
  return [
    editionLabel(edition),
    ...labelled('依据', sourceText(edition), 2),
    ...(applies === 'met'
      ? []
      : labelled('注意', '档案看不出是否已入库或获得支持；下面按计划看进度，是否适用清算由人核实', 2)),
    ...labelled(
      '期满',
      end === undefined ? '档案没有起始日和指标年度，看不出' : `${end}${plan.over ? '（已期满）' : ''}`,
      2,
    ),
    ...(plan.targets.length === 0
      ? labelled('指标', '档案没有推进计划指标', 2)
      : table(
          ['指标', '年度', '基期', '目标', '实际', '完成率', '说明'],
          plan.targets.map(targetRow),
          [20, 4, 10, 10, 20, 10, 24],
        ).map((line) => `  ${line}`)),
    ...investmentLines(plan),
    ...labelled(
      '资金',
      `共${moneyText(total)}，已得${moneyText(received)}${receivedKnown ? '' : '（按文件推算；实得填“推进计划已得资金”）'}`,
      2,
    ),
    ...conclusion(plan),
    ...readingLines(plan),
    ...settlement.notes.flatMap((note) => labelled('说明', note, 2)),
  ];
};
