import { type Dimension, parseQuantity } from '../../base/quantity.ts';
import type { Bound, Relation } from '../model.ts';
import type { Context, Path } from './context.ts';

/** 不低于/以上/达到 include the number, 超过 does not (民法典第1259条). */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  不低于: 'atLeast',
  不少于: 'atLeast',
  达到: 'atLeast',
  超过: 'above',
  高于: 'above',
  不高于: 'atMost',
  不超过: 'atMost',
  低于: 'below',
  不足: 'below',
};

export const hasRelation = (raw: object): boolean => Object.keys(raw).some((key) => key in RELATIONS);

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  money: '金额（元、万元、亿元）',
  percent: '百分比（%）',
  count: '数量（项、人、个、家）',
  years: '年数（年）',
  points: '分数（分）',
  rank: '名次（名）',
};

/** The one relation of a node: {不低于: 5000万元}. The unit must be written and must fit what is measured. */
export const compileBound = (
  context: Context,
  raw: object,
  dimension: Dimension,
  path: Path,
): Bound | undefined => {
  const written = Object.entries(raw).filter(([key, value]) => key in RELATIONS && value !== undefined);
  const [entry] = written;
  if (entry === undefined || written.length > 1) {
    context.issue(
      path,
      written.length > 1 ? '一个判定只能有一个比较' : '缺少比较：不低于、超过、不高于、低于等',
    );
    return undefined;
  }
  const [word, value] = entry;
  const relation = RELATIONS[word];
  const text = String(value);
  const quantity = parseQuantity(text, dimension, undefined);
  if (relation === undefined) return undefined;
  if ('failure' in quantity) {
    context.issue([...path, word], `“${text}”不能用在这里，应为${DIMENSION_WORDS[dimension]}，并写明单位`);
    return undefined;
  }
  return { relation, value: quantity.value, dimension, text: `${word}${text}`, unit: quantity.unit };
};
