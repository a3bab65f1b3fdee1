import { FIELDS, type Field } from '../../profile/index.ts';
import { unitOf } from '../fact-text.ts';
import { WORDS } from './words.ts';

/** A line of the list of tags. */
export interface TagEntry {
  readonly tag: string;
  readonly meaning: string;
  /** empty where there is none */
  readonly unit: string;
  readonly example: string;
}

export interface TagGroup {
  readonly title: string;
  readonly entries: readonly TagEntry[];
}

/** Every tag a template can use, group by group: how to write, special words, formats, then the fields. */
export const tagGroups = (): readonly TagGroup[] => [
  { title: '写法', entries: WORDS.写法.map((item) => entryOf(item.写法, item)) },
  {
    title: '年份',
    entries: WORDS.年份.map((item) => ({
      tag: item.写法.map((word) => `.${word}`).join(' '),
      meaning: item.含义,
      unit: '',
      example: `{营业收入.${item.写法[0] ?? ''}}`,
    })),
  },
  {
    title: '格式',
    entries: WORDS.格式.map((item) => entryOf(item.写法.map((word) => `|${word}`).join(' '), item)),
  },
  { title: '不是字段的标签', entries: WORDS.特殊.map((item) => entryOf(`{${item.写法}}`, item)) },
  ...groupNames().map((title) => ({
    title,
    entries: FIELDS.filter((field) => field.group === title).flatMap(fieldEntries),
  })),
];

const entryOf = (tag: string, item: { readonly 含义: string; readonly 例: string }): TagEntry => ({
  tag,
  meaning: item.含义,
  unit: '',
  example: item.例,
});

const groupNames = (): readonly string[] => [...new Set(FIELDS.map((field) => field.group))];

const fieldEntries = (field: Field): readonly TagEntry[] => [
  {
    tag: field.kind === 'records' ? `{#${field.name}}…{/${field.name}}` : `{${field.name}}`,
    meaning: meaningOf(field),
    unit: unitOf(field),
    example: exampleOf(field),
  },
  ...field.attributes.map((attribute) => ({
    tag: `　{${attribute.name}}`,
    meaning: meaningOf(attribute),
    unit: unitOf(attribute),
    example: `{${field.name}.${attribute.name}}`,
  })),
];

const meaningOf = (field: Field): string =>
  [field.basis ?? '', field.choices.length === 0 ? '' : `选项：${field.choices.join('、')}`]
    .filter((part) => part !== '')
    .join('；');

const exampleOf = (field: Field): string => {
  const { name } = field;
  const dated = field.yearly ? `${name}.上年` : name;
  switch (field.kind) {
    case 'records':
      return `{#${name}}{序号}．{${field.attributes[0]?.name ?? ''}}；{/${name}}`;
    case 'boolean':
      return `{□${dated}}是 {□${dated}=否}否`;
    case 'choice':
    case 'multi':
      return `{□${dated}=${field.choices[0] ?? ''}}${field.choices[0] ?? ''}`;
    case 'date':
      return `{${dated}|年月}`;
    case 'number':
      return field.dimension === 'money' ? `{${dated}|万元|无单位}` : `{${dated}}`;
    default:
      return field.list ? `{#${name}}{.}；{/${name}}` : `{${dated}}`;
  }
};
