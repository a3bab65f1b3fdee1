import { compare, divide, negate, type Ratio, sign, subtract } from '../base/ratio.ts';
import { formFigure } from '../profile/index.ts';
import { numberText } from './fact-text.ts';
import { type Run, toCheck } from './run.ts';
import type { Facts } from './select.ts';
import type { FieldRef, ShareCheck } from './template.ts';

const figureValue = (facts: Facts, { field, back }: FieldRef): Ratio | undefined => {
  const year = field.yearly ? facts.baseYear - back : undefined;
  const figure = formFigure(facts.profile, field.id, facts.baseYear, year);
  return figure.state === 'known' ? figure.value : undefined;
};

/** 【核对】 where part ÷ whole is not the share that the sentence tells; nothing where one of them is not known. */
export const checkShare = (facts: Facts, { part, whole, share, tolerance }: ShareCheck): Run | undefined => {
  const [top, bottom, told] = [part, whole, share].map((ref) => figureValue(facts, ref));
  if (top === undefined || bottom === undefined || told === undefined || sign(bottom) <= 0) return undefined;
  const computed = divide(top, bottom);
  const apart = subtract(computed, told);
  if (compare(sign(apart) < 0 ? negate(apart) : apart, tolerance) <= 0) return undefined;
  const texts = [numberText(computed, share.field, true), numberText(told, share.field, false)];
  return toCheck(
    `${part.field.name}÷${whole.field.name}为${texts[0]}，档案中${share.field.name}为${texts[1]}，两者不一致`,
  );
};
