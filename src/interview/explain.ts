import type { Criterion } from '../policy/index.ts';
import type { Field } from '../profile/index.ts';
import type { Question } from './next.ts';
import { answeredIn } from './target.ts';
import { howToAnswer } from './words.ts';

/** How such a field is answered. */
const howTo = (field: Field): string => {
  switch (field.kind) {
    case 'text':
      return howToAnswer(field.list ? '列表' : '文字');
    case 'date':
      return howToAnswer(field.yearOnly ? '日期或年' : '日期');
    case 'year':
      return howToAnswer('年份');
    case 'boolean':
      return howToAnswer('是否');
    case 'choice':
      return howToAnswer('选项');
    case 'multi':
      return howToAnswer('多选');
    case 'records':
      return howToAnswer('记录');
    case 'number':
      return howToAnswer(
        field.dimension === 'money' ? '金额' : field.dimension === 'percent' ? '百分比' : '数',
      );
  }
};

const MOST = 6;
const isShown = (text: string | undefined): text is string => text !== undefined && text !== '';

/** Labels and texts for “?”: what exactly counts, what proves it, how to write it, what it decides. */
export const explainQuestion = (
  { target, settles }: Question,
  textOf: (edition: string, criterion: string) => Criterion['text'] | undefined,
): ReadonlyArray<readonly [label: string, text: string]> => {
  const field = answeredIn(target);
  const texts = settles.flatMap(({ edition, criteria }) => criteria.map((id) => textOf(edition.id, id)));
  const wanted = [...new Set(texts.filter(isShown))];
  return [
    ['口径', field.basis ?? '按字面'],
    ...(target.kind === 'value' && field.yearly
      ? [['时点', field.yearEnd ? '年末数' : '全年数'] as const]
      : []),
    ['怎么答', howTo(field)],
    ...(field.choices.length === 0
      ? []
      : [['可填', field.choices.map((choice, index) => `${index + 1} ${choice}`).join('、')] as const]),
    ['佐证', field.evidence ?? target.field.evidence ?? '未规定'],
    ...wanted.slice(0, MOST).map((text) => ['用于', text] as const),
    ...(wanted.length > MOST ? [['用于', `另有${wanted.length - MOST}条`] as const] : []),
  ];
};
