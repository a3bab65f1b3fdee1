import type { Body, Criterion, Edition, Test } from '../policy/index.ts';
import { inForce } from '../policy/index.ts';
import { fieldById } from '../profile/index.ts';
import { CONFIDENCE_WORDS, clauseText, periodText, sourceText, windowText, wrap } from '../report/index.ts';

/** How a test is computed, in words that name fields, period, threshold. */
export const testText = (test: Test): string => {
  switch (test.op) {
    case 'compare':
      return `${test.metric.label}${test.period.kind === 'single' ? '' : `（${test.period.label}）`}${test.bound.text}`;
    case 'is':
      return `${fieldById(test.field).name}为${test.value ? '是' : '否'}`;
    case 'oneOf':
      return `${fieldById(test.field).name}${test.label}`;
    case 'count':
      return `${fieldById(test.field).name}中符合条件的记录${test.bound.text}${test.declared === undefined ? '' : `（没有清单时用自报的${fieldById(test.declared.field).name}）`}`;
    case 'score':
      return `${test.of === '总分' ? '评分表总分' : `“${test.of}”得分`}${test.bound.text}`;
    case 'judge':
      return `人工判断：${test.question}`;
    case 'notListed':
      return `条件未收录：${test.document}`;
    case 'size':
      return `按划型标准测算为${test.classes.join('、')}`;
    case 'all':
      return test.of.map(testText).join('，且');
    case 'any':
      return test.of.map(testText).join('，或');
    case 'not':
      return `不是（${testText(test.of)}）`;
    case 'readings':
      return test.of.map((reading) => `读法“${reading.label}”：${testText(reading.test)}`).join('；');
  }
};

/** Fields of the dictionary that a criterion reads. */
export const fieldsOf = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    if ((key === 'field' || key === 'over') && typeof item === 'string') found.add(item);
    else if (key !== 'source') fieldsOf(item, found);
  }
  return found;
};

const COMBINE: Readonly<Record<Body['kind'], string>> = {
  test: '',
  all: '全部满足',
  any: '满足任一',
  atLeast: '至少',
  branches: '按情形',
};

const bodyParts = (body: Body): readonly Criterion[] => ('of' in body ? body.of : []);

const criterionLines = (criterion: Criterion, indent: number): string[] => {
  const pad = ' '.repeat(indent);
  const { body } = criterion;
  const how = body.kind === 'atLeast' ? `至少${body.n}项` : COMBINE[body.kind];
  const lines = wrap(
    `- ${criterion.veto ? '［否决项］' : ''}${criterion.id}：${criterion.text}${how === '' ? '' : `（${how}）`}`,
    78 - indent,
  ).map((line) => pad + line);
  const detail = (label: string, text: string): void => {
    lines.push(...wrap(`${label} ${text}`, 74 - indent).map((line) => `${pad}    ${line}`));
  };
  if (body.kind === 'test') detail('算法', testText(body.test));
  if (criterion.clause !== '') detail('依据', clauseText(criterion));
  if (criterion.doubt !== undefined) detail('疑义', criterion.doubt);
  if (criterion.note !== undefined) detail('备注', criterion.note);
  for (const part of bodyParts(body)) lines.push(...criterionLines(part, indent + 2));
  if (body.kind === 'branches') {
    for (const branch of body.branches) {
      detail(
        branch.when === undefined ? '其余' : `当 ${testText(branch.when)}`,
        branch.then.kind === 'test' ? `则 ${testText(branch.then.test)}` : COMBINE[branch.then.kind],
      );
      for (const part of bodyParts(branch.then)) lines.push(...criterionLines(part, indent + 4));
    }
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

const scoreLines = (edition: Edition): string[] => {
  if (edition.scores === undefined) return [];
  const lines = ['', `评分表（满分${edition.scores.max}）`];
  for (const part of edition.scores.parts) {
    lines.push(
      `  ${part.name}（${part.max}分）`,
      ...part.items.map((item) => `    - ${item.name}（${item.max}分）${item.clause}`),
    );
  }
  return lines;
};

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
    `施行：${periodText(edition)}${edition.periodNote === undefined ? '' : `；${edition.periodNote}`}`,
    `受理：${windowText(edition, inForce(edition, asOf), asOf)}`,
    ...edition.notices.map((notice) => `注意：${notice}`),
    '',
    '条件',
    ...(edition.appliesTo === undefined
      ? []
      : criterionLines({ ...edition.appliesTo, text: `适用对象：${edition.appliesTo.text}` }, 0)),
    ...(edition.body.kind === 'any' ? ['（满足任一）'] : []),
    ...bodyParts(edition.body).flatMap((criterion) => criterionLines(criterion, 0)),
    ...scoreLines(edition),
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
  clause: criterion.clause,
  anchor: criterion.anchor ?? null,
  confidence: criterion.confidence,
  evidence: criterion.evidence,
  ...(criterion.veto ? { veto: true } : {}),
  ...(criterion.doubt === undefined ? {} : { doubt: criterion.doubt }),
  ...(criterion.note === undefined ? {} : { note: criterion.note }),
  parts: bodyParts(criterion.body).map(criterionJson),
  waivers: criterion.waivers.map(criterionJson),
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
  criteria: bodyParts(edition.body).map(criterionJson),
  scores:
    edition.scores === undefined
      ? null
      : edition.scores.parts.map((part) => ({
          name: part.name,
          max: part.max,
          items: part.items.map(({ id, name, max, clause }) => ({ id, name, max, clause })),
        })),
  evidence: edition.evidence,
  benefits: edition.benefits,
  duties: edition.duties,
  doubts: edition.doubts,
});
