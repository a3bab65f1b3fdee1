import type { Field } from '../profile/index.ts';
import { compileSentences } from './compile-parts.ts';
import type { Source, TickOption, TickSource } from './form-model.ts';
import { parseFormText } from './parse-inline.ts';
import { parseRef } from './reference.ts';
import { asList, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { OptionSource, SentencesSource } from './source-parts.ts';
import type { ListSpec } from './template.ts';

/** The keys that say where a cell's text comes from. */
export interface SourceKeys {
  readonly 字段?: string | undefined;
  readonly 文?: string | undefined;
  readonly 待补?: string | undefined;
  readonly 句?: SentencesSource | undefined;
  readonly 选项?: readonly OptionSource[] | undefined;
  readonly 附?: Readonly<Record<string, string>> | undefined;
}

/** @throws TemplateProblem */
export const compileSource = (source: SourceKeys, scope: Scope, place: string, each?: ListSpec): Source => {
  const ways = [source.字段, source.文, source.待补, source.句].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new TemplateProblem('字段、文、待补、句只能写其中一个，且必须写一个');
  if (source.待补 !== undefined) return { kind: 'ref', ref: { kind: 'gap', hint: source.待补 } };
  if (source.文 !== undefined) return { kind: 'text', text: parseFormText(source.文, scope, each) };
  if (source.句 !== undefined) {
    const sentences = typeof source.句 === 'string' ? scope.sentences(source.句) : source.句;
    return { kind: 'sentences', sentences: compileSentences(sentences, scope, place) };
  }
  const ref = parseRef(source.字段 ?? '', scope, each);
  if (ref.kind === 'items' && source.选项 !== undefined) {
    return ticks({ kind: 'records', list: ref.list, attribute: ref.attribute }, ref.attribute, source, scope);
  }
  if (ref.kind === 'field' && ['boolean', 'choice', 'multi'].includes(ref.field.kind)) {
    return ticks({ kind: 'field', field: ref.field }, ref.field, source, scope);
  }
  if (source.选项 !== undefined || source.附 !== undefined)
    throw new TemplateProblem('选项和附只能用在可勾选的字段上');
  return { kind: 'ref', ref };
};

const ticks = (of: TickSource, field: Field, source: SourceKeys, scope: Scope): Source => {
  const choices = field.kind === 'boolean' ? ['是', '否'] : field.choices;
  const options = (source.选项 ?? choices).map((option) => tickOption(option, field, source, scope));
  const unknown = Object.keys(source.附 ?? {}).find(
    (name) => !options.some((option) => option.label === name),
  );
  if (unknown !== undefined) throw new TemplateProblem(`附里的“${unknown}”不在选项中`);
  return { kind: 'ticks', of, options };
};

const tickOption = (option: OptionSource, field: Field, source: SourceKeys, scope: Scope): TickOption => {
  const {
    印: label,
    值: values,
    含: words,
    其余: rest,
  } = typeof option === 'string' ? { 印: option } : option;
  if ([values, words, rest].filter((way) => way !== undefined).length > 1)
    throw new TemplateProblem('值、含、其余只能写一个');
  const detail = source.附?.[label];
  return {
    label,
    by:
      rest === true
        ? 'rest'
        : words === undefined
          ? { values: checkValues(field, asList(values ?? label)) }
          : { words: asList(words) },
    ...(detail === undefined ? {} : { detail: parseRef(detail, scope) }),
  };
};
