import type { Field } from '../profile/index.ts';
import type { Want } from './bound.ts';
import { cleanText, type Run } from './run.ts';

type Comment = NonNullable<Run['comment']>;

/** What is wanted, what counts, what proves it, and where in the profile it goes. */
const aboutField = (label: string, field: Field): readonly string[] => [
  `要补：${label}`,
  ...(field.basis === undefined ? [] : [`口径：${field.basis}`]),
  ...(field.evidence === undefined || field.evidence === '无' ? [] : [`佐证：${field.evidence}`]),
];

const FROM_PROFILE = '写进企业档案后重新生成；没有的、不属实的不写。';
const BY_HAND = '档案没有这一栏，由企业据实填写；没有的、不属实的不写。';

const commentOf = (lines: readonly string[]): Comment => ({ lines: lines.map(cleanText) });

export const fieldComment = (label: string, field: Field): Comment =>
  commentOf([...aboutField(label, field), FROM_PROFILE]);

export const wantComment = (wants: readonly Want[]): Comment =>
  commentOf([
    ...wants.flatMap(({ label, field }) =>
      field === undefined ? [`要补：${label}`] : aboutField(label, field),
    ),
    wants.some(({ field }) => field !== undefined) ? FROM_PROFILE : BY_HAND,
  ]);
