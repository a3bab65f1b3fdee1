import type { z } from 'zod';
import { InputError } from '../base/diagnostic.ts';
import { compileForm } from './compile-form.ts';
import { commonOf, compileNarrative } from './compile-narrative.ts';
import { compileList } from './compile-parts.ts';
import type { FormTemplate } from './form-model.ts';
import { Scope, type Shared } from './scope.ts';
import type { SentenceSource } from './source-parts.ts';
import type { ListSpec, NarrativeTemplate, Templates } from './template.ts';
import {
  type FormSource,
  type NarrativeSource,
  type SharedSource,
  templateSchema,
} from './template-source.ts';

/**
 * Reads templates from plain data, one entry a file.
 * @throws InputError naming file and place of every mistake in the first file that has one
 */
export const parseTemplates = (raw: Record<string, unknown>): Templates => {
  const checked = Object.entries(raw).map(([file, data]) => ({ file, source: check(file, data) }));
  const shared = shareOf(
    checked.flatMap(({ file, source }) => (source.类型 === '共用' ? [{ file, source }] : [])),
  );
  const forms: FormTemplate[] = [];
  const narratives: NarrativeTemplate[] = [];
  for (const { file, source } of checked) {
    if (source.类型 === '共用') continue;
    const scope = new Scope(file, shared);
    for (const list of listsOf(source, scope)) scope.addList(list);
    if (source.类型 === '表格') forms.push({ ...commonOf(file, source), ...compileForm(source, scope) });
    else narratives.push(compileNarrative(file, source, scope));
    scope.finish();
  }
  checkFileNames([...forms, ...narratives].map((template) => template.file));
  return { forms, narratives };
};

const check = (file: string, data: unknown): z.infer<typeof templateSchema> => {
  const checked = templateSchema.safeParse(data);
  if (checked.success) return checked.data;
  const scope = new Scope(file);
  for (const issue of checked.error.issues) noteIssue(issue, [], scope);
  scope.finish();
  throw new Error('unreachable');
};

type Sources = FormSource | NarrativeSource | SharedSource;

const listsOf = (source: Sources, scope: Scope): readonly ListSpec[] =>
  Object.entries(source.清单 ?? {}).flatMap(([name, list]) => {
    const done = scope.at(`清单“${name}”`, () => compileList(name, list, scope));
    return done === undefined ? [] : [done];
  });

/** The 清单 and 句组 of the shared files together. */
const shareOf = (files: readonly { readonly file: string; readonly source: SharedSource }[]): Shared => {
  const groups: Record<string, readonly SentenceSource[]> = {};
  const lists = files.flatMap(({ file, source }) => {
    const scope = new Scope(file);
    const done = listsOf(source, scope);
    for (const [name, sentences] of Object.entries(source.句组 ?? {})) {
      if (groups[name] !== undefined) scope.report('句组', `“${name}”在别的共用文件里已有`);
      groups[name] = sentences;
    }
    scope.finish();
    return done;
  });
  return { lists, groups };
};

const checkFileNames = (names: readonly string[]): void => {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new InputError([
    {
      code: 'E301',
      severity: 'error',
      message: `两个模板的文件名都是“${twice}”`,
      fix: '给其中一个换个文件名',
    },
  ]);
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '键值（键: 值）',
  record: '键值（键: 值）',
};

/** Says what the schema found, in Chinese, at its place. */
const noteIssue = (issue: z.core.$ZodIssue, above: readonly PropertyKey[], scope: Scope): void => {
  const path = [...above, ...issue.path];
  const place = placeOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) scope.report(place, `不认识的键“${key}”`, '键名见 docs/form-format.md');
      return;
    case 'invalid_type':
      scope.report(place, `缺少，或不是${typeWord(issue.expected)}`);
      return;
    case 'invalid_value':
      scope.report(place, `只能写 ${issue.values.map(String).join('、')}`);
      return;
    case 'invalid_union':
      noteUnion(issue, path, scope);
      return;
    default:
      scope.report(place, '内容为空、超出范围或写法不对', '写法见 docs/form-format.md');
  }
};

/** A union fails in as many ways as it has branches: tell the branch that came furthest, its own keys right first. */
const noteUnion = (issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[], scope: Scope): void => {
  const branches = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'),
  );
  const [nearest] = [...branches].sort((a, b) => strangeness(a) - strangeness(b) || a.length - b.length);
  if (nearest === undefined) {
    const what = issue.discriminator === undefined ? '写法不对' : `“${issue.discriminator}”写错或没写`;
    scope.report(placeOf(path), what, '写法见 docs/form-format.md');
    return;
  }
  for (const inner of nearest) noteIssue(inner, path, scope);
};

/** Keys that the branch does not know or misses: signs that it was not meant. */
const strangeness = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.filter(
    (issue) =>
      (issue.code === 'unrecognized_keys' && issue.path.length === 0) ||
      (issue.code === 'invalid_type' && issue.path.length === 1),
  ).length;

const typeWord = (expected: string): string => TYPE_WORDS[expected] ?? expected;

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? '整个文件'
    : path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : String(step))).join(' › ');
