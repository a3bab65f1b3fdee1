import { DICTIONARY, type Field } from '../profile/index.ts';
import data from './questionnaire.yaml';

interface Data {
  readonly 必问: readonly string[];
  readonly 必填: readonly string[];
  readonly 划型: readonly string[];
  readonly 必填层级: readonly string[];
  readonly 复核: string;
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

/** Asked whatever programmes are chosen, and those of them that must be filled. */
export const ALWAYS: ReadonlyMap<string, boolean> = new Map(
  words.必问.map((name) => [idOf(name), words.必填.includes(name)]),
);
/** What 划型 is computed from. */
export const SIZE_FIELDS: readonly string[] = words.划型.map(idOf);
/** Tiers whose conditions make a field 必填 though no programme was named. */
export const COMMON_TIERS = words.必填层级;
/** 类型 of a programme that only renews a title */
export const REVIEW = words.复核;

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
