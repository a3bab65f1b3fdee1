import { toDecimal } from '../base/ratio.ts';
import { itemsText } from '../base/verdict.ts';
import {
  type Body,
  type Criterion,
  criteriaIn,
  type DatePredicate,
  type Period,
  type Predicate,
  type Test,
} from '../policy/index.ts';
import { type Field, fieldById } from '../profile/index.ts';

const attributeName = (field: Field, id: string): string =>
  field.attributes.find((item) => item.id === id)?.name ?? id;

const untilText = (until: string | undefined): string =>
  until === undefined ? '' : until === 'yearEnd' ? '到上年末' : `到${until}`;

/** What a date must show, in words. */
const dateText = (where: DatePredicate): string => {
  switch (where.op) {
    case 'withinYears':
      return `在${untilText(where.until)}近${where.years}年内`;
    case 'forYears':
      return `${untilText(where.until)}已满${where.years}年`;
    case 'underYears':
      return `${untilText(where.until)}不满${where.years}年`;
    case 'overYears':
      return `${untilText(where.until)}超过${where.years}年`;
    case 'calendarYears':
      return `在当年及之前${where.years}年内`;
    case 'between':
      return [
        ...(where.from === undefined ? [] : [`不早于${where.from}`]),
        ...(where.to === undefined ? [] : [`不晚于${where.to}`]),
      ].join('、');
  }
};

const againstText = ({ word, other, factor }: Extract<Test, { op: 'against' }>): string => {
  const times = factor.n === factor.d ? '' : `的${toDecimal(factor, 6)}倍`;
  return `${word}${other.metric.label}${periodText(other.period)}${times}`;
};

/** What a record must show, in words: 种类为发明专利、有效为是、权利人排名不高于3名. */
const predicateText = (field: Field, predicate: Predicate): string => {
  if ('of' in predicate) {
    const parts = predicate.of.map((part) => predicateText(field, part));
    return predicate.op === 'all' ? parts.join('、') : `（${parts.join('，或')}）`;
  }
  if (predicate.op === 'inForce') return '评估日在有效期内';
  const name = attributeName(field, predicate.attribute);
  switch (predicate.op) {
    case 'is':
      return `${name}为${predicate.value ? '是' : '否'}`;
    case 'oneOf':
      return `${name}${predicate.negated ? '不是' : '为'}${predicate.choices.join('/')}`;
    case 'compare':
      return `${name}${predicate.bound.text}`;
    default:
      return `${name}${dateText(predicate)}`;
  }
};

const countText = (test: Extract<Test, { op: 'count' }>): string => {
  const field = fieldById(test.field);
  const where = test.where === undefined ? '' : `（${predicateText(field, test.where)}）`;
  const declared =
    test.declared === undefined
      ? ''
      : `；没有清单时用自报的${fieldById(test.declared.field).name}${test.declared.lowerBound ? '作下限' : ''}`;
  const sum = test.sum === undefined ? '' : `的${attributeName(field, test.sum)}合计`;
  return `${field.name}${where}${sum}${test.bound.text}${declared}`;
};

const periodText = (period: Period): string => {
  if (period.kind === 'single') return '';
  if (period.kind !== 'growth' || period.fold === 'each' || period.fold === 'any')
    return `（${period.label}）`;
  const last = period.last === undefined ? '上年度' : `${period.last}年度`;
  const formulas = {
    compound: `（${last}/${period.years}年前）^(1/${period.years})−1`,
    overall: `${last}/${period.years}年前−1`,
    mean: '各年增长率的平均',
  };
  return `（${period.label}，${formulas[period.fold]}）`;
};

/** How a test is computed, in words that name fields, period, threshold. */
export const testText = (test: Test): string => {
  switch (test.op) {
    case 'compare':
      return `${test.metric.label}${periodText(test.period)}${test.bound.text}`;
    case 'against':
      return `${test.metric.label}${periodText(test.period)}${againstText(test)}`;
    case 'date':
      return `${fieldById(test.field).name}${dateText(test.where)}`;
    case 'is':
      return `${fieldById(test.field).name}为${test.value ? '是' : '否'}`;
    case 'oneOf':
      return `${fieldById(test.field).name}${test.label}`;
    case 'count':
      return countText(test);
    case 'score':
      return `${test.of === '总分' ? '评分表总分' : `“${test.of}”得分`}${test.bound.text}`;
    case 'judge':
      return `人工判断：${test.question}`;
    case 'notListed':
      return `条件未收录：${test.document}`;
    case 'place':
      return `注册地在${test.regions.join('、')}`;
    case 'city':
      return `注册地在${test.label}`;
    case 'industry':
      return `行业代码属于${test.codes.join('、')}`;
    case 'notBefore':
      return `评估日不早于${test.date}`;
    case 'size':
      return `按划型标准测算为${test.classes.join('、')}`;
    case 'all':
      return test.of.map(testText).join('，且');
    case 'any':
      return test.of.map(testText).join('，或');
    case 'criterion':
      return `条件“${test.criterion.id}”`;
    case 'atLeast':
      return `至少${itemsText(test.n)}：${test.of.map(testText).join('；')}`;
    case 'not':
      return `不是（${testText(test.of)}）`;
    case 'readings':
      return test.of.map((reading) => `读法“${reading.label}”：${testText(reading.test)}`).join('；');
  }
};

/** How a criterion is decided, groups and branches included. */
export const howComputed = (body: Body): string => {
  switch (body.kind) {
    case 'test':
      return testText(body.test);
    case 'all':
      return `全部满足：${body.of.map((part) => part.text).join('；')}`;
    case 'any':
      return `满足任一：${body.of.map((part) => part.text).join('；')}`;
    case 'atLeast':
      return `至少满足${itemsText(body.n)}：${body.of.map((part) => part.text).join('；')}`;
    case 'readings':
      return body.readings
        .map(({ label, body: inner }) => `读法“${label}”：${howComputed(inner)}`)
        .join('；');
    case 'branches':
      return body.branches
        .map(
          (branch) =>
            `${branch.when === undefined ? '其余' : `当${testText(branch.when)}`}：${howComputed(branch.then)}`,
        )
        .join('；');
  }
};

/** Criteria directly inside a group, or inside the readings of a passage. */
export const partsOf = (body: Body): readonly Criterion[] =>
  body.kind === 'branches' ? [] : criteriaIn(body);
