import type { CivilDate } from '../base/date.ts';
import type { Ratio } from '../base/ratio.ts';
import { fold } from '../base/text.ts';
import { DICTIONARY } from '../profile/index.ts';
import source from './data/文稿.yaml';
import { percentOf } from './percent.ts';

interface TextSource {
  编号: string;
  名称: string;
  标题: string[];
  文件名: string[];
  特征: { 词: string[]; 至少: number };
  代码: { 超限: string; 接近: string; 空白: string; 过短?: string };
  过短?: number;
  禁名?: boolean;
  选是?: string;
}

interface SectionSource {
  编号: string;
  标题: string;
  词: string[];
  可缺?: boolean;
}

interface FormSource {
  名称: string;
  起: string;
  止?: string;
  项目?: string[];
  限: Record<string, number>;
  讲结构?: boolean;
  提纲: SectionSource[];
}

interface Source {
  文稿: TextSource[];
  版本: FormSource[];
  接近: string;
  简介上限: number;
  止于: string[];
  略去: string[];
  稳增长无地市: string[];
}

const data = source as Source;

/** One of the four texts of an application. */
export interface TextKind {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  readonly fileWords: readonly string[];
  readonly marks: readonly string[];
  readonly marksNeeded: number;
  readonly codes: { readonly over: string; readonly near: string; readonly blank: string };
  /** so short that it says little, in 字符数 */
  readonly short?: { readonly code: string; readonly below: number };
  /** 不得含有企业名称或简称 */
  readonly anonymous: boolean;
  /** field id: blank is wrong only where this is answered 是 */
  readonly onlyIf?: string;
}

/** A heading of the outline. */
export interface SectionKind {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly optional: boolean;
}

/** 一版申请书: limits in 字符数 and the outline of the 总体情况. */
export interface FormEdition {
  readonly name: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly programmes: readonly string[];
  readonly limits: ReadonlyMap<string, number>;
  /** whether the course's advice on structure is about this form */
  readonly structured: boolean;
  readonly outline: readonly SectionKind[];
}

const fieldId = (name: string): string => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(`文稿.yaml: no field ${name}`);
  return field.id;
};

export const TEXT_KINDS: readonly TextKind[] = data.文稿.map((item) => ({
  id: item.编号,
  name: item.名称,
  titles: item.标题,
  fileWords: item.文件名,
  marks: item.特征.词,
  marksNeeded: item.特征.至少,
  codes: { over: item.代码.超限, near: item.代码.接近, blank: item.代码.空白 },
  ...(item.代码.过短 === undefined || item.过短 === undefined
    ? {}
    : { short: { code: item.代码.过短, below: item.过短 } }),
  anonymous: item.禁名 ?? false,
  ...(item.选是 === undefined ? {} : { onlyIf: fieldId(item.选是) }),
}));

const FORM_EDITIONS: readonly FormEdition[] = data.版本.map((item) => ({
  name: item.名称,
  from: item.起,
  ...(item.止 === undefined ? {} : { to: item.止 }),
  programmes: item.项目 ?? [],
  limits: new Map(Object.entries(item.限)),
  structured: item.讲结构 ?? false,
  outline: item.提纲.map((section) => ({
    id: section.编号,
    title: section.标题,
    words: section.词,
    optional: section.可缺 ?? false,
  })),
}));

export const NEAR: Ratio = percentOf(data.接近);
/** 企业基本情况 longer than this, in 字符数, is not 简练. */
export const INTRODUCTION = data.简介上限;
export const ENDS_AT = data.止于;
export const LEFT_OUT = data.略去;
export const NO_STEADY_CITY = data.稳增长无地市;

/** 总体情况, 企业总体情况简要介绍, 2000字 … → the text meant. */
export const findTextKind = (word: string): TextKind | undefined =>
  TEXT_KINDS.find((kind) =>
    [kind.id, kind.name, ...kind.titles, ...kind.fileWords].map(fold).includes(fold(word)),
  );

const latest = (editions: readonly FormEdition[]): FormEdition => {
  const last = [...editions].sort((a, b) => a.from.localeCompare(b.from)).at(-1);
  if (last === undefined) throw new Error('文稿.yaml: no edition');
  return last;
};

/** The form whose limits hold: that of a programme which is named, else that in use on the day, else the latest. */
export const formEditionFor = (asOf: CivilDate, programme?: string): FormEdition => {
  if (programme !== undefined) {
    return FORM_EDITIONS.find((edition) => edition.programmes.includes(programme)) ?? latest(FORM_EDITIONS);
  }
  const inUse = FORM_EDITIONS.find(({ from, to }) => from <= asOf && (to === undefined || asOf <= to));
  return inUse ?? latest(FORM_EDITIONS);
};
