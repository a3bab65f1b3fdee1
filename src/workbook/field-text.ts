import type { Field } from '../profile/index.ts';
import { codeLengthsOf, promptOf } from './words.ts';

/** 营业收入（万元）: the name with the unit a bare number takes. */
export const labelOf = (field: Field): string =>
  field.unit === undefined ? field.name : `${field.name}（${field.unit}）`;

export const REQUIRED_MARK = '* ';

/** 口径 and 佐证 on one line, for the printed column. */
export const remarkOf = (field: Field): string =>
  [
    field.basis,
    field.yearly && field.yearEnd ? '年末数' : undefined,
    field.evidence === undefined ? undefined : `佐证：${field.evidence}`,
  ]
    .filter((part) => part !== undefined)
    .join('；');

/** How a cell of this field is to be filled. */
export const promptFor = (field: Field): string | undefined => {
  if (codeLengthsOf(field) !== undefined) return promptOf('代码');
  switch (field.kind) {
    case 'multi':
      return `${promptOf('多选')}可选：${field.choices.join('、')}`;
    case 'choice':
      return promptOf('选项');
    case 'boolean':
      return promptOf('是否');
    case 'date':
      return promptOf(field.yearOnly ? '日期或年' : '日期');
    case 'number':
      return field.dimension === 'percent'
        ? promptOf('百分比')
        : field.dimension === 'money'
          ? promptOf('金额')
          : undefined;
    default:
      return field.list ? promptOf('列表') : undefined;
  }
};

/** The comment on a label: 口径, 佐证, what may be chosen. */
export const commentOf = (field: Field): string =>
  [
    `口径：${field.basis ?? '按字面'}`,
    `佐证：${field.evidence ?? '未规定'}`,
    ...(field.choices.length === 0 ? [] : [`可填：${field.choices.join('、')}`]),
    ...(field.derived === undefined ? [] : ['填了分子分母或各年数额的，不用填这一项']),
    ...(field.countsFrom === undefined ? [] : ['填了起始日期的，不用填这一项']),
  ].join('\n');
