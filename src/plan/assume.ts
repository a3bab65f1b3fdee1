import { type CivilDate, startOfYear, yearOf } from '../base/date.ts';
import { inputError } from '../base/diagnostic.ts';
import { DICTIONARY, type Field, type Profile, readValue, type Value, valueText } from '../profile/index.ts';

/** 假设: a figure of a year that is not over, taken for a trial and never written to the profile. */
export interface Assumption {
  readonly field: Field;
  readonly year: number;
  readonly value: Value;
  /** 研发费用（2026年）=650万元 */
  readonly label: string;
  /** what the profile says for that year, if anything */
  readonly instead?: string;
}

const SHAPE = /^(.+?)(?:\.|．|（|\()(\d{4})年?(?:末)?(?:）|\))?\s*[=＝]\s*(.+)$/;
/** assumptions further ahead say nothing */
const MOST_YEARS = 10;
const EXAMPLE = '写成 --set 研发费用.2026=650万元';

const fieldOf = (name: string, text: string): Field => {
  const field = DICTIONARY.find(name);
  if (field === undefined)
    throw inputError('E180', `--set “${text}”：字段词典里没有“${name}”`, {
      fix: `${DICTIONARY.suggest(name) ?? ''}${EXAMPLE}`,
    });
  if (!field.yearly)
    throw inputError('E181', `--set “${text}”：${field.name}不是逐年的数，不能假设`, {
      fix: '只能假设没有结账的年度的逐年数据；已有的事实照实写在档案里',
    });
  if (field.derived !== undefined)
    throw inputError('E181', `--set “${text}”：${field.name}由别的数算出，不能直接假设`, {
      fix: '假设算它用的数，如研发费用、营业收入',
    });
  return field;
};

/**
 * Reads one --set. A year that is over on the as-of date is closed: its figures are facts.
 * @throws InputError for a shape, field, year or value that cannot be taken
 */
const readAssumption = (text: string, profile: Profile, asOf: CivilDate): Assumption => {
  const parts = SHAPE.exec(text.trim());
  if (parts === null)
    throw inputError('E182', `--set “${text}”看不懂`, { fix: `${EXAMPLE}：字段名、点、年份、等号、值` });
  const [, name = '', yearText = '', valuePart = ''] = parts;
  const field = fieldOf(name.trim(), text);
  const year = Number(yearText);
  if (year < yearOf(asOf))
    throw inputError('E183', `--set “${text}”：${year}年在评估日${asOf}已经结账，不能假设`, {
      fix: `已结账年度的数以审计报告为准，照实写在档案里；可假设${yearOf(asOf)}年及以后`,
    });
  if (year > yearOf(asOf) + MOST_YEARS)
    throw inputError('E183', `--set “${text}”：${year}年太远`, {
      fix: `可假设${yearOf(asOf)}至${yearOf(asOf) + MOST_YEARS}年`,
    });
  const read = readValue(field, valuePart.trim());
  if ('problem' in read)
    throw inputError('E184', `--set “${text}”：${read.problem}`, {
      fix: read.fix ?? EXAMPLE,
    });
  const known = profile.yearly.get(field.id)?.get(year)?.value;
  const shown = (value: Value): string => [valueText(field, value)].flat().join('、');
  return {
    field,
    year,
    value: read.value,
    label: `${field.name}（${year}年${field.yearEnd ? '末' : ''}）=${shown(read.value)}`,
    ...(known === undefined ? {} : { instead: shown(known) }),
  };
};

export const readAssumptions = (
  texts: readonly string[],
  profile: Profile,
  asOf: CivilDate,
): readonly Assumption[] => {
  const read = texts.map((text) => readAssumption(text, profile, asOf));
  const keys = read.map(({ field, year }) => `${field.id}.${year}`);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  const repeated = read[twice];
  if (repeated !== undefined)
    throw inputError('E185', `${repeated.field.name}（${repeated.year}年）假设了两次`, {
      fix: '只留一个 --set',
    });
  return read;
};

/** A copy of the profile with the assumed figures; the profile itself stays as it is. */
export const assumed = (profile: Profile, assumptions: readonly Assumption[]): Profile => {
  const yearly = new Map(profile.yearly);
  for (const { field, year, value } of assumptions)
    yearly.set(
      field.id,
      new Map(yearly.get(field.id)).set(year, { value, source: '假设', note: '假设，不是事实' }),
    );
  return { ...profile, yearly };
};

/** The first day on which every assumed year is over: then they count as 上年度 and before. */
export const trialDay = (assumptions: readonly Assumption[]): CivilDate =>
  startOfYear(Math.max(...assumptions.map(({ year }) => year)) + 1);
