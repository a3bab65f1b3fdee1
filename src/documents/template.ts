import type { Ratio } from '../base/ratio.ts';
import type { Field } from '../profile/index.ts';
import type { FormTemplate } from './form-model.ts';

/** Parsed templates: plain data, every name in them resolved against the field dictionary. */
export interface Templates {
  readonly forms: readonly FormTemplate[];
  readonly narratives: readonly NarrativeTemplate[];
}

export interface Template {
  /** name of the template's own file, for --only */
  readonly key: string;
  /** 编号, 系列 or 层级 of the programmes it is for; none: made only when it is named */
  readonly serves: readonly string[];
  /** of those, the ones it is not for */
  readonly spares: readonly string[];
  /** file name of the document, without extension */
  readonly file: string;
  readonly title: string;
  readonly header: string;
  readonly remarks: readonly string[];
}

/** 清单: the records of one field that pass a filter. */
export interface ListSpec {
  readonly name: string;
  readonly field: Field;
  readonly filters: readonly Filter[];
  /** only records inside their 有效期 */
  readonly valid: boolean;
  /** attribute that tells how many items one record stands for */
  readonly quantity?: Field;
  /** one record is looked up by its name: none found is unknown, not none */
  readonly lookup?: boolean;
  /** 自报: the number to take where the profile has a total but no records */
  readonly declared?: Field;
}

export type Filter =
  | { readonly kind: 'values'; readonly attribute: Field; readonly values: readonly string[] }
  | { readonly kind: 'otherThan'; readonly attribute: Field; readonly values: readonly string[] }
  | { readonly kind: 'inYear'; readonly attribute: Field; readonly back: number }
  | { readonly kind: 'atMost'; readonly attribute: Field; readonly limit: Ratio }
  | { readonly kind: 'lastYears'; readonly attribute: Field; readonly years: number };

/** What stands between braces: a pointer to facts, or an explicit blank. */
export type Ref =
  | { readonly kind: 'baseYear'; readonly offset: number }
  | { readonly kind: 'gap'; readonly hint: string }
  | FieldRef
  | { readonly kind: 'items'; readonly list: ListSpec; readonly attribute: Field }
  | { readonly kind: 'count'; readonly list: ListSpec }
  /** attribute of the record at hand, inside 每条 */
  | { readonly kind: 'own'; readonly attribute: Field };

export interface FieldRef {
  readonly kind: 'field';
  readonly field: Field;
  /** years back from the base year, for yearly fields */
  readonly back: number;
  /** only the first digits of a code */
  readonly digits?: number;
  /** arithmetic mean over so many years up to the base year */
  readonly mean?: number;
  /** sum over so many years up to the base year */
  readonly total?: number;
  /** money in another unit than 万元 */
  readonly unit?: '元' | '亿元';
}

/** Literal text and references in turn. */
export type Sentence = readonly (string | Ref)[];

export interface NarrativeTemplate extends Template {
  /** 字符数 of the whole text */
  readonly limit?: number;
  /** written only where the profile does not say otherwise */
  readonly when: readonly Condition[];
  /** the enterprise's name, short names and trade name must not appear */
  readonly anonymous: boolean;
  readonly chapters: readonly Chapter[];
  /** lines to be signed and sealed at the end */
  readonly signature: readonly string[];
}

export interface Condition {
  readonly field: Field;
  readonly values: readonly string[];
}

export interface Chapter {
  /** printed as a heading */
  readonly title?: Sentence;
  /** what the count calls it */
  readonly name: string;
  /** written once for each record */
  readonly each?: ListSpec;
  /** 字符数 of the chapter, or of each record's */
  readonly limit?: number;
  /** suggested 字符数, our own */
  readonly share?: number;
  readonly paragraphs: readonly ParagraphSpec[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly share?: number;
  readonly paragraphs: readonly ParagraphSpec[];
}

export type ParagraphSpec =
  | { readonly lead?: string; readonly sentences: readonly SentenceSpec[] }
  /** printed as it stands: the wording of a declaration */
  | { readonly fixed: string };

export interface SentenceSpec {
  readonly sentence: Sentence;
  /** written only where the field has one of these values */
  readonly when: readonly Condition[];
  /** written once for each record */
  readonly each?: ListSpec;
  /** part ÷ whole should come to the share told in the sentence, within the tolerance */
  readonly check?: ShareCheck;
}

export interface ShareCheck {
  readonly part: FieldRef;
  readonly whole: FieldRef;
  readonly share: FieldRef;
  readonly tolerance: Ratio;
}
