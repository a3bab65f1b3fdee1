import { attributesOf, DICTIONARY, type Field } from '../../profile/index.ts';
import { attributeOf, type Scope, TemplateProblem } from '../scope.ts';
import type { Section, Subject } from './tag.ts';
import { YEAR_FIX, yearsBack } from './words.ts';

/** Where a tag stands: the sections open around it, outermost first, and the year that 上年 means. */
export interface Context {
  readonly scope: Scope;
  readonly around: readonly Section[];
  readonly baseYear: number;
}

export const fieldOf = (subject: Subject): Field =>
  subject.kind === 'field' ? subject.ref.field : subject.attribute;

/** The innermost records loop whose records have this attribute. */
export const attributeLevel = (name: string, { around }: Context): number | undefined => {
  const level = around.findLastIndex(
    (section) => section.kind === 'records' && attributesOf(section.list.field).find(name) !== undefined,
  );
  return level < 0 ? undefined : level;
};

/**
 * A fact by its name: an attribute of the record at hand comes before a field of the profile.
 * @param records whether 记录.属性 may be meant
 * @throws TemplateProblem
 */
export const subjectOf = (name: string, context: Context, records: boolean): Subject => {
  const own = name.startsWith('.');
  const plain = own ? name.slice(1) : name;
  const level = attributeLevel(plain, context);
  const section = level === undefined ? undefined : context.around[level];
  if (level !== undefined && section?.kind === 'records')
    return { kind: 'attribute', attribute: attributeOf(section.list.field, plain), level };
  if (own) throw ownProblem(plain, context);
  const [first = '', second] = plain.split('.', 2);
  if (records && second !== undefined) {
    const list = context.scope.findList(first);
    if (list !== undefined)
      return {
        kind: 'records',
        list: { ...list, valid: list.field.validity !== undefined },
        attribute: attributeOf(list.field, second),
      };
  }
  return fieldSubject(plain, first, second, context);
};

const ownProblem = (name: string, { around }: Context): TemplateProblem => {
  const section = around.findLast((item) => item.kind === 'records');
  return section?.kind === 'records'
    ? new TemplateProblem(
        `${section.list.name}没有“${name}”这个属性`,
        attributesOf(section.list.field).suggest(name),
      )
    : new TemplateProblem(`{.${name}} 只能写在记录的循环里`);
};

const fieldSubject = (name: string, first: string, second: string | undefined, context: Context): Subject => {
  const [plain = '', back] = first.split('@-', 2);
  const field = findField(plain, name, context);
  if (field.kind === 'records')
    throw new TemplateProblem(
      `${field.name}是记录，不能直接写成 {${name}}`,
      `写成 {${field.name}.属性}、{${field.name}.项数} 或循环 {#${field.name}}…{/${field.name}}`,
    );
  const year = second ?? (back === undefined ? undefined : `@-${back}`);
  if (year === undefined) {
    const level = context.around.findLastIndex((section) => section.kind === 'years');
    return {
      kind: 'field',
      ref: { kind: 'field', field, back: 0 },
      ...(field.yearly && level >= 0 ? { level } : {}),
    };
  }
  if (!field.yearly)
    throw new TemplateProblem(`${field.name}不是逐年字段，不能写“.${year}”`, `写成 {${field.name}}`);
  const offset = second === undefined ? Number(back) : yearsBack(second, context.baseYear);
  if (offset === undefined || !Number.isInteger(offset))
    throw new TemplateProblem(`${field.name}的年份“${year}”不认识`, YEAR_FIX);
  return { kind: 'field', ref: { kind: 'field', field, back: offset } };
};

const findField = (name: string, whole: string, { around }: Context): Field => {
  const field = DICTIONARY.find(name);
  if (field !== undefined) return field;
  const section = around.findLast((item) => item.kind === 'records');
  const near = section?.kind === 'records' ? attributesOf(section.list.field).suggest(name) : undefined;
  throw new TemplateProblem(
    `没有“${whole}”这个标签`,
    near ?? DICTIONARY.suggest(name) ?? '全部标签见 zjtx template tags',
  );
};
