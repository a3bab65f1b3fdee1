import { DICTIONARY, type Field } from '../profile/index.ts';
import data from './questionnaire.yaml';

interface Data {
  readonly 没有: readonly string[];
  readonly 代码位数: Readonly<Record<string, readonly number[]>>;
  readonly 标签说明: readonly string[];
  readonly 填写情况: { readonly 列全: string; readonly 未列全: string; readonly 没有: string };
  readonly 内容未知: string;
  readonly 说明: ReadonlyArray<{ readonly 标题: string; readonly 内容: readonly string[] }>;
  readonly 提示: Readonly<Record<PromptKind, string>>;
  readonly 声明: string;
}

type PromptKind = '多选' | '列表' | '选项' | '是否' | '日期' | '日期或年' | '百分比' | '金额' | '代码';

const words = data as Data;

const idOf = (name: string): string => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(`questionnaire.yaml: no field ${name}`);
  return field.id;
};

const codeLengths = new Map(Object.entries(words.代码位数).map(([name, lengths]) => [idOf(name), lengths]));
/** How many digits a code may have when a program stored it as a number; undefined for fields that are no codes. */
export const codeLengthsOf = (field: Field): readonly number[] | undefined => codeLengths.get(field.id);

export const LIST_STATES = words.填写情况;
/** Stands alone in a row: there is one, and nothing is known of it. */
export const DETAILS_UNKNOWN = words.内容未知;
export const GUIDE = words.说明;
export const DISCLAIMER = words.声明;
export const promptOf = (kind: PromptKind): string => words.提示[kind];

const none = new Set(words.没有);
/** 无, written for a whole list. */
export const saysNone = (text: string): boolean => none.has(text.normalize('NFKC').trim());

const remarks = new Set(words.标签说明);
/** Words in brackets behind a label that change nothing. */
export const isLabelRemark = (text: string): boolean => remarks.has(text);
