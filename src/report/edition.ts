import { formatQuantity } from '../base/quantity.ts';
import { itemsText } from '../base/verdict.ts';
import { type Body, type Criterion, type Edition, inForce, type MoneyRow } from '../policy/index.ts';
import { fieldById } from '../profile/index.ts';
import { CONFIDENCE_WORDS, periodText, sourceText, windowText } from './check-result.ts';
import { clauseText } from './criteria.ts';
import { howComputed, partsOf, testText } from './rule-text.ts';
import { wrap } from './table.ts';

const COMBINE: Readonly<Record<Exclude<Body['kind'], 'atLeast'>, string>> = {
  test: '',
  all: '全部满足',
  any: '满足任一',
  branches: '按情形',
  readings: '有几种读法，一致才有结论',
};
const combineText = (body: Body): string =>
  body.kind === 'atLeast' ? `至少${itemsText(body.n)}` : COMBINE[body.kind];

const criterionLines = (criterion: Criterion, indent: number): string[] => {
  const pad = ' '.repeat(indent);
  const { body } = criterion;
  const how = combineText(body);
  const lines = wrap(
    `- ${criterion.veto ? '［否决项］' : ''}${criterion.id}：${criterion.text}${how === '' ? '' : `（${how}）`}`,
    78 - indent,
  ).map((line) => pad + line);
  const detail = (label: string, text: string): void => {
    lines.push(...wrap(`${label} ${text}`, 74 - indent).map((line) => `${pad}    ${line}`));
  };
  if (body.kind === 'test') detail('算法', testText(body.test));
  if (criterion.clause !== '') detail('依据', clauseText(criterion));
  if (criterion.factor) detail('性质', '评分因素，计分但不是门槛');
  if (criterion.leniency !== undefined)
    detail('从宽', `${criterion.leniency.text}（${criterion.leniency.clause}）`);
  if (criterion.doubt !== undefined) detail('疑义', criterion.doubt);
  if (criterion.derivation !== undefined) detail('推算', criterion.derivation);
  if (criterion.note !== undefined) detail('备注', criterion.note);
  const inside = (label: string, inner: Body, then = ''): void => {
    detail(label, inner.kind === 'test' ? `${then}${testText(inner.test)}` : combineText(inner));
    for (const part of partsOf(inner)) lines.push(...criterionLines(part, indent + 4));
  };
  if (body.kind === 'readings')
    for (const { label, body: inner } of body.readings) inside(`读法“${label}”`, inner);
  else for (const part of partsOf(body)) lines.push(...criterionLines(part, indent + 2));
  if (body.kind === 'branches') {
    for (const { when, then } of body.branches)
      inside(when === undefined ? '其余' : `当 ${testText(when)}`, then, '则 ');
  }
  for (const waiver of criterion.waivers)
    lines.push(...criterionLines({ ...waiver, text: `豁免：${waiver.text}` }, indent + 4));
  return lines;
};

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [
        '',
        title,
        ...items.flatMap((item, index) => wrap(`${index + 1}. ${item}`, 76).map((line) => `  ${line}`)),
      ];

/** 清算 in words: the rules from the top, the ways to read 完成率, and what the document leaves open. */
const settlementTexts = ({ settlement }: Edition): readonly string[] =>
  settlement === undefined
    ? []
    : [
        ...(settlement.exempt === undefined ? [] : [settlement.exempt.text]),
        ...settlement.rules.map((rule) => `${rule.text}（${rule.clause}）`),
        `完成率的读法：${settlement.readings.map((reading) => reading.name).join('；')}`,
        ...settlement.notes,
      ];

const scoreLines = (edition: Edition): string[] => {
  if (edition.scores === undefined) return [];
  const { max, reference } = edition.scores;
  const lines = ['', `评分表（满分${max}）${reference === undefined ? '' : '（仅供参考）'}`];
  if (reference !== undefined) lines.push(...wrap(`不影响结论：${reference}`, 74).map((line) => `  ${line}`));
  for (const part of edition.scores.parts) {
    lines.push(
      `  ${part.name}（${part.max}分）`,
      ...part.items.map((item) => `    - ${item.name}（${item.max}分）${item.clause}`),
    );
  }
  return lines;
};

const parameterTexts = (edition: Edition): string[] =>
  edition.parameters.map(({ field, values, source }) => {
    const { name, dimension } = fieldById(field);
    const shown = values.map(([year, value]) => `${year}年${formatQuantity(value, dimension ?? 'percent')}`);
    return `${name}：${shown.join('，')}（${source}）`;
  });

/** zjtx policy show: everything the file says, for reading beside the document. */
export const editionText = (edition: Edition, asOf: string): string =>
  `${[
    `${edition.name}（${edition.edition}）  ${edition.id}`,
    `系列：${edition.series}  层级：${edition.tier}  类型：${edition.kind}  地区：${edition.jurisdiction}`,
    `来源：${sourceText(edition)}`,
    ...edition.sources.map(
      (source) =>
        `  核对：${source.key}，${source.checked.date}，依据${source.checked.basis}，可信度${source.checked.confidence}（${CONFIDENCE_WORDS[source.checked.confidence]}）${source.checked.note === undefined ? '' : `；${source.checked.note}`}`,
    ),
    ...(edition.unlisted === undefined ? [] : [`条件未收录：条件在${edition.unlisted}，手头没有`]),
    `施行：${periodText(edition)}${edition.periodNote === undefined ? '' : `；${edition.periodNote}`}`,
    ...(edition.unverified === undefined
      ? []
      : [
          `未核实：${edition.unverifiedFrom === undefined ? '' : `${edition.unverifiedFrom}起是否有效未核实；`}${edition.unverified}`,
        ]),
    `受理：${windowText(edition, inForce(edition, asOf), asOf)}`,
    ...edition.notices.map((notice) => `注意：${notice}`),
    '',
    '条件',
    ...(edition.appliesTo === undefined
      ? []
      : criterionLines({ ...edition.appliesTo, text: `适用对象：${edition.appliesTo.text}` }, 0)),
    ...(edition.body.kind === 'all' ? [] : [`（${combineText(edition.body)}）`]),
    ...partsOf(edition.body).flatMap((criterion) => criterionLines(criterion, 0)),
    ...scoreLines(edition),
    ...section('外部参数（文件给出，不是企业自己的数）', parameterTexts(edition)),
    ...section('评选方式', edition.competitive === undefined ? [] : [`竞争择优：${edition.competitive}`]),
    ...section(
      '申报渠道',
      edition.channel.map(([label, text]) => `${label}：${text}`),
    ),
    ...section('名额', edition.quotas),
    ...section(
      '资金',
      edition.money.map(
        (item) =>
          `${item.item}：${item.amount}${item.note === undefined ? '' : `；${item.note}`}（${item.clause}）${item.doubt === undefined ? '' : `；疑义：${item.doubt}`}`,
      ),
    ),
    ...section('清算（推进计划的结果决定资金）', settlementTexts(edition)),
    ...section('有效期', edition.validity === undefined ? [] : [edition.validity]),
    ...section('表格', edition.forms),
    ...section('申报资料', edition.evidence),
    ...section('待遇', edition.benefits),
    ...section('义务', edition.duties),
    ...section('疑义（原文不清或未见，需人核对）', edition.doubts),
  ].join('\n')}\n`;

const criterionJson = (criterion: Criterion): object => ({
  id: criterion.id,
  text: criterion.text,
  combine: criterion.body.kind,
  ...(criterion.body.kind === 'test' ? { test: testText(criterion.body.test) } : {}),
  ...(criterion.body.kind === 'atLeast' ? { atLeast: criterion.body.n } : {}),
  ...(criterion.body.kind === 'readings'
    ? { readings: criterion.body.readings.map(({ label, body }) => ({ label, computed: howComputed(body) })) }
    : {}),
  clause: criterion.clause,
  anchor: criterion.anchor ?? null,
  confidence: criterion.confidence,
  evidence: criterion.evidence,
  ...(criterion.veto ? { veto: true } : {}),
  ...(criterion.doubt === undefined ? {} : { doubt: criterion.doubt }),
  ...(criterion.note === undefined ? {} : { note: criterion.note }),
  parts: partsOf(criterion.body).map(criterionJson),
  waivers: criterion.waivers.map(criterionJson),
});

/** Exact figures as people write them: JSON has no fractions. */
const moneyJson = ({ value, share, cap, ...row }: MoneyRow): object => ({
  ...row,
  ...(value === undefined ? {} : { value: formatQuantity(value, 'money') }),
  ...(share === undefined ? {} : { share: formatQuantity(share, 'percent') }),
  ...(cap === undefined ? {} : { cap: formatQuantity(cap, 'money') }),
});

export const editionJson = (edition: Edition, asOf: string) => ({
  id: edition.id,
  series: edition.series,
  name: edition.name,
  edition: edition.edition,
  tier: edition.tier,
  kind: edition.kind,
  jurisdiction: edition.jurisdiction,
  from: edition.from,
  to: edition.to ?? null,
  inForce: inForce(edition, asOf),
  confidence: edition.confidence,
  sources: edition.sources,
  windows: edition.windows,
  notices: edition.notices,
  criteria: partsOf(edition.body).map(criterionJson),
  scores:
    edition.scores === undefined
      ? null
      : edition.scores.parts.map((part) => ({
          name: part.name,
          max: part.max,
          items: part.items.map(({ id, name, max, clause }) => ({ id, name, max, clause })),
        })),
  scoresForReference: edition.scores?.reference ?? null,
  unlisted: edition.unlisted ?? null,
  competitive: edition.competitive ?? null,
  channel: Object.fromEntries(edition.channel),
  quotas: edition.quotas,
  money: edition.money.map(moneyJson),
  settlement: settlementTexts(edition),
  validity: edition.validity ?? null,
  forms: edition.forms,
  evidence: edition.evidence,
  benefits: edition.benefits,
  duties: edition.duties,
  obligations: edition.obligations,
  doubts: edition.doubts,
});
