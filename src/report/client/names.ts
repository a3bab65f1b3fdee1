import type { BarRow, CriterionView } from './model.ts';

/** 编号：要求, with 否决 and the group it is one of in front. */
export const criterionName = ({ id, text, veto, choiceOf }: CriterionView): string =>
  `${veto ? '［否决项］' : ''}${choiceOf === undefined ? '' : `〔${choiceOf}之一〕`}${id === text ? id : `${id}：${text}`}`;

/** The figure that a bar stands for. */
export const barName = ({ criterion, distance, choiceOf }: BarRow): string =>
  `${choiceOf === undefined ? '' : `〔${choiceOf}之一〕`}${criterion}${distance.label === '' ? '' : `（${distance.label}）`}`;

/** What fails, what lacks, what was remarked, one a line. */
export const remarkLines = (view: CriterionView): readonly string[] => [
  ...view.gaps,
  ...(view.missing.length === 0 ? [] : [`还缺：${view.missing.join('、')}`]),
  ...(view.attested === undefined ? [] : [`人工核验，${view.attested}`]),
  ...view.remarks,
  ...view.waivers.map((waiver) => `豁免（${waiver}）`),
];
