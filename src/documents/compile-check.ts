import type { Field } from '../profile/index.ts';
import type { Check } from './form-model.ts';
import type { CheckSource } from './form-source.ts';
import { parseFieldRef } from './reference.ts';
import { attributeOf, type Scope, TemplateProblem } from './scope.ts';
import type { ListSpec } from './template.ts';

/** One line of 核对. @throws TemplateProblem */
export const compileCheck = (source: CheckSource, scope: Scope): Check => {
  if ('合计' in source) {
    const { list, attribute } = attributePath(source.合计, scope);
    const total = parseFieldRef(source.等于, scope);
    if (attribute.dimension === undefined || attribute.dimension !== total.field.dimension)
      throw new TemplateProblem(`${attribute.name}和${total.field.name}不是同一种数，不能比合计`);
    return { kind: 'sum', list, attribute, total };
  }
  if ('每项' in source) {
    const [from, to] = [attributePath(source.每项, scope), attributePath(source.对应, scope)];
    return { kind: 'match', ...from, other: to.list, otherAttribute: to.attribute };
  }
  if ('项数' in source) {
    return {
      kind: 'number',
      ...(source.项数.includes('.') ? attributePath(source.项数, scope) : { list: scope.list(source.项数) }),
      ...(source.起 === undefined ? {} : { from: source.起 }),
      ...(source.止 === undefined ? {} : { to: source.止 }),
    };
  }
  const { list, attribute } = attributePath(source.年度, scope);
  if (attribute.kind !== 'year') throw new TemplateProblem(`${attribute.name}不是年份`);
  const years = parseFieldRef(source.年数, scope);
  if (years.field.dimension !== 'years') throw new TemplateProblem(`${years.field.name}不是年数`);
  return { kind: 'years', list, attribute, years };
};

/** 清单.属性 */
const attributePath = (
  path: string,
  scope: Scope,
): { readonly list: ListSpec; readonly attribute: Field } => {
  const [name = '', attribute = ''] = path.split('.', 2);
  const list = scope.list(name);
  return { list, attribute: attributeOf(list.field, attribute) };
};
