import { industryWithin, liesInCity, mayLieIn, regionsOf, type Test } from '../../policy/index.ts';
import { factRef, textOf } from '../../profile/index.ts';
import type { Case } from '../case.ts';
import type { Outcome } from '../model.ts';
import { needFacts } from '../need.ts';
import { outcome } from '../outcome.ts';

const unknown = (field: string, threshold: string): Outcome => {
  const need = needFacts([factRef(field)]);
  return outcome('unknown', { threshold, ...(need === undefined ? {} : { need }) });
};

const word = (value: boolean): string => (value ? '是' : '否');

/** 字段 为 是/否 */
export const evaluateIs = (input: Case, test: Extract<Test, { op: 'is' }>): Outcome => {
  const fact = input.profile.single.get(test.field);
  const threshold = word(test.value);
  if (typeof fact?.value !== 'boolean') return unknown(test.field, threshold);
  return outcome(fact.value === test.value ? 'met' : 'unmet', {
    threshold,
    actual: word(fact.value),
    facts: [factRef(test.field, undefined, fact.at)],
  });
};

/** 字段 属于 列表; of a 多选 field one common choice is enough. */
export const evaluateOneOf = (input: Case, test: Extract<Test, { op: 'oneOf' }>): Outcome => {
  const fact = input.profile.single.get(test.field);
  const value = fact?.value;
  const chosen =
    typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : undefined;
  if (chosen === undefined) return unknown(test.field, test.label);
  const within = chosen.some((item) => test.choices.includes(item));
  return outcome(within !== test.negated ? 'met' : 'unmet', {
    threshold: test.label,
    actual: chosen.length === 0 ? '无' : chosen.join('、'),
    facts: [factRef(test.field, undefined, fact?.at)],
  });
};

/** 判断: only a person can say; the question and what to look at are handed on. */
export const evaluateJudge = (test: Extract<Test, { op: 'judge' }>): Outcome =>
  outcome('manual', {
    remarks: [test.look.length === 0 ? test.question : `${test.question}（看：${test.look.join('、')}）`],
  });

/** 未收录: the rule sits in a document that is not at hand. */
export const evaluateNotListed = (test: Extract<Test, { op: 'notListed' }>): Outcome =>
  outcome('manual', { remarks: [`条件未收录：${test.document}`] });

/** 注册地: is the enterprise registered in one of the regions? A Shenzhen firm is in 深圳市 and in 广东省. */
export const evaluatePlace = (input: Case, test: Extract<Test, { op: 'place' }>): Outcome => {
  const threshold = `注册地在${test.regions.join('、')}`;
  const place = textOf(input.profile, 'place');
  if (place === undefined) return unknown('place', threshold);
  const regions = regionsOf(place).map((region) => region.name);
  const facts = [factRef('place', undefined, input.profile.single.get('place')?.at)];
  // a province alone does not say whether the firm is in one of its separately planned cities
  if (test.regions.some((name) => mayLieIn(name, place))) return unknown('place', threshold);
  if (regions.length === 0)
    return outcome('manual', { threshold, actual: place, facts, remarks: [`注册地“${place}”看不出省份`] });
  return outcome(regions.some((name) => test.regions.includes(name)) ? 'met' : 'unmet', {
    threshold,
    actual: place,
    facts,
  });
};

/** 所在市: is the enterprise registered in one of the cities? An address that names a province only does not say. */
export const evaluateCity = (input: Case, test: Extract<Test, { op: 'city' }>): Outcome => {
  const threshold = `注册地在${test.label}`;
  const place = textOf(input.profile, 'place');
  const inside = place === undefined ? undefined : liesInCity(place, test.cities);
  if (place === undefined || inside === undefined) {
    const hint = place === undefined ? [] : [`注册地“${place}”没有写到市`];
    return { ...unknown('place', threshold), remarks: hint };
  }
  const facts = [factRef('place', undefined, input.profile.single.get('place')?.at)];
  return outcome(inside ? 'met' : 'unmet', { threshold, actual: place, facts });
};

/** 行业: does the GB/T 4754-2017 code fall under one of the given ones? */
export const evaluateIndustry = (input: Case, test: Extract<Test, { op: 'industry' }>): Outcome => {
  const threshold = `行业代码属于${test.codes.join('、')}`;
  const code = textOf(input.profile, 'industryCode');
  if (code === undefined) return unknown('industryCode', threshold);
  const facts = [factRef('industryCode', undefined, input.profile.single.get('industryCode')?.at)];
  const inside = industryWithin(code, test.codes);
  if (inside === undefined)
    return outcome('manual', { threshold, actual: code, facts, remarks: [`“${code}”不是行业代码`] });
  return outcome(inside ? 'met' : 'unmet', { threshold, actual: code, facts });
};

/** 评估日不早于: rules that begin or end inside an edition's life. */
export const evaluateNotBefore = (input: Case, test: Extract<Test, { op: 'notBefore' }>): Outcome =>
  outcome(input.asOf >= test.date ? 'met' : 'unmet', {
    threshold: `评估日不早于${test.date}`,
    actual: input.asOf,
  });
