import type { Field } from '../profile/index.ts';
import { compileSentences } from './compile-parts.ts';
import { parseFieldRef, parseRef, parseSentence } from './reference.ts';
import { asList, attributeOf, checkValues, type Scope, TemplateProblem } from './scope.ts';
import type { Block, Column, FormCell, Source, TickOption, TickSource } from './template.ts';
import type { BlockSource, CellSource, ColumnSource, OptionSource } from './template-source.ts';

/** @throws TemplateProblem, and notes mistakes of single cells in the scope */
export const compileBlock = (source: BlockSource, scope: Scope, place: string): Block => {
  switch (source.形式) {
    case '栏目': {
      const cells = source.栏.flatMap((cell) => {
        const done = scope.at(`${place}“${cell.名称}”`, () => compileCell(cell, scope));
        return done === undefined ? [] : [done];
      });
      return { kind: 'cells', perRow: source.每行 ?? 2, cells, ...captionOf(source) };
    }
    case '年度': {
      const rows = source.行.flatMap(({ 名称: label, 字段: name }) => {
        const ref = scope.at(`${place}“${label}”`, () => yearlyRef(name, scope));
        return ref === undefined ? [] : [{ label, ref }];
      });
      return { kind: 'years', years: source.年数, rows, ...captionOf(source) };
    }
    case '记录': {
      const list = scope.list(source.清单);
      const columns = source.列.map((column) => compileColumn(column, list.field));
      const most = source.最多 === undefined ? {} : { most: source.最多 };
      return { kind: 'records', list, columns, ...most, ...captionOf(source) };
    }
    case '长文':
      return {
        kind: 'longText',
        label: source.名称,
        limit: source.限,
        source: longTextSource(source, scope, place),
      };
    case '签章':
      return { kind: 'signature', lines: source.行 };
    case '说明':
      return { kind: 'remark', text: source.文 };
  }
};

const captionOf = ({ 小标题: caption }: { 小标题?: string | undefined }) =>
  caption === undefined ? {} : { caption };

const compileColumn = (source: ColumnSource, field: Field): Column => {
  const [condition, ...more] = Object.entries(source.仅当 ?? {});
  if (more.length > 0) throw new TemplateProblem(`${source.名称}的“仅当”只能写一个属性`);
  const attribute = condition === undefined ? undefined : attributeOf(field, condition[0]);
  return {
    label: source.名称,
    attribute: attributeOf(field, source.属性),
    weight: source.宽 ?? 1,
    ...(source.限 === undefined ? {} : { limit: source.限 }),
    ...(condition === undefined || attribute === undefined
      ? {}
      : { onlyIf: { attribute, values: checkValues(attribute, asList(condition[1])) } }),
  };
};

const yearlyRef = (name: string, scope: Scope) => {
  const ref = parseFieldRef(name, scope);
  if (!ref.field.yearly) throw new TemplateProblem(`${ref.field.name}不是逐年字段，不能放在年度表里`);
  return ref;
};

const one = (label: string, values: readonly unknown[]): void => {
  if (values.filter((value) => value !== undefined).length !== 1)
    throw new TemplateProblem(`${label}只能写其中一个，且必须写一个`);
};

const longTextSource = (
  source: Extract<BlockSource, { 形式: '长文' }>,
  scope: Scope,
  place: string,
): Source => {
  one('字段、待补、句', [source.字段, source.待补, source.句]);
  if (source.句 !== undefined)
    return { kind: 'sentences', sentences: compileSentences(source.句, scope, place) };
  return { kind: 'ref', ref: source.字段 === undefined ? gap(source.待补) : parseRef(source.字段, scope) };
};

const gap = (hint = '') => ({ kind: 'gap' as const, hint });

const compileCell = (source: CellSource, scope: Scope): FormCell => ({
  label: source.名称,
  source: cellSource(source, scope),
  wide: source.整行 ?? false,
  ...(source.限 === undefined ? {} : { limit: source.限 }),
});

const cellSource = (source: CellSource, scope: Scope): Source => {
  one('字段、文、待补', [source.字段, source.文, source.待补]);
  if (source.待补 !== undefined) return { kind: 'ref', ref: gap(source.待补) };
  if (source.文 !== undefined) return { kind: 'text', sentence: parseSentence(source.文, scope) };
  const ref = parseRef(source.字段 ?? '', scope);
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

const ticks = (of: TickSource, field: Field, source: CellSource, scope: Scope): Source => {
  const choices = field.kind === 'boolean' ? ['是', '否'] : field.choices;
  const options = (source.选项 ?? choices).map((option) => tickOption(option, field, source, scope));
  const unknown = Object.keys(source.附 ?? {}).find(
    (name) => !options.some((option) => option.label === name),
  );
  if (unknown !== undefined) throw new TemplateProblem(`附里的“${unknown}”不在选项中`);
  return { kind: 'ticks', of, options };
};

const tickOption = (option: OptionSource, field: Field, source: CellSource, scope: Scope): TickOption => {
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
