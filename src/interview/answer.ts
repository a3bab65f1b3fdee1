import type { CivilDate } from '../base/date.ts';
import { compare, ONE } from '../base/ratio.ts';
import {
  checkCreditCode,
  creditCodeProblem,
  dateBounds,
  type Field,
  isRatio,
  readValue,
  type Value,
} from '../profile/index.ts';
import { answeredIn, type Target } from './target.ts';
import { atMostWhole, MOST_RECORDS, notAfterToday, patternOf, wholeUnits } from './words.ts';

export type Answer =
  | { readonly value: Value; readonly remark?: string }
  /** what is wrong with it, and how to write it */
  | { readonly problem: string };

/** 1、3 of a field with choices stands for the first and the third. */
const namedChoices = (field: Field, text: string): string =>
  text
    .split(/[、；;,，\s]+/)
    .map((part) => (/^\d+$/.test(part) ? (field.choices[Number(part) - 1] ?? part) : part))
    .filter((part) => part !== '')
    .join('、');

/** Out of the range that such a fact can have. */
const outOfRange = (field: Field, value: Value, asOf: CivilDate): string | undefined => {
  if (isRatio(value)) {
    if (atMostWhole.has(field.id) && compare(value, ONE) > 0) return `${field.name}不会超过100%`;
    if (field.unit !== undefined && wholeUnits.has(field.unit) && value.n % value.d !== 0n)
      return `${field.name}以${field.unit}计，应是整数`;
    return undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (field.kind === 'date' && notAfterToday.has(field.id) && dateBounds(value)[0] > asOf)
    return `${value}晚于评估日${asOf}`;
  if (field.id === 'creditCode') {
    const finding = checkCreditCode(value);
    return finding === 'inner-check-digit' ? undefined : creditCodeProblem(value);
  }
  const shape = patternOf(field);
  return shape === undefined || shape.pattern.test(value.normalize('NFKC'))
    ? undefined
    : `${field.name}应是${shape.shape}`;
};

const remarkOf = (field: Field, value: Value): string | undefined =>
  field.id === 'creditCode' && typeof value === 'string' ? creditCodeProblem(value) : undefined;

/** Reads and checks an answer as typed: unit, range, check digit. A blank never comes here. */
export const readAnswer = (target: Target, text: string, asOf: CivilDate): Answer => {
  const field = answeredIn(target);
  const told = field.kind === 'multi' || field.kind === 'choice' ? namedChoices(field, text) : text;
  const read = readValue(field, told);
  if ('problem' in read)
    return { problem: [read.problem, read.fix].filter((part) => part !== undefined).join('；') };
  const problem = outOfRange(field, read.value, asOf);
  if (problem !== undefined) return { problem: `${problem}；不知道就直接回车` };
  const remark = read.remark ?? remarkOf(field, read.value);
  return { value: read.value, ...(remark === undefined ? {} : { remark }) };
};

/** How many records there are: 3, 3条, 无. */
export const readCount = (text: string): { readonly count: number } | { readonly problem: string } => {
  const clean = text.normalize('NFKC').trim();
  if (['无', '没有', '暂无'].includes(clean)) return { count: 0 };
  const count = Number(/^(\d+)[条项件个]?$/.exec(clean)?.[1] ?? Number.NaN);
  if (Number.isNaN(count)) return { problem: `“${text}”不是条数；写 3 这样的数，一条也没有写“无”` };
  return count > MOST_RECORDS
    ? { problem: `超过${MOST_RECORDS}条的，用采集表填：zjtx init --excel 企业信息采集表.xlsx` }
    : { count };
};
