import { type CivilDate, yearOf } from '../base/date.ts';
import { parseQuantity, unitDimension } from '../base/quantity.ts';
import { compare, divide, ONE, parseDecimal, type Ratio, sign, subtract } from '../base/ratio.ts';
import { DICTIONARY, figureOf, type Profile, type ProfileRecord, valueText } from '../profile/index.ts';
import type { Assumption } from './assume.ts';
import { exactly, type Interval, UNKNOWN } from './interval.ts';

/** One target of the plan with what has come of it. */
export interface Target {
  readonly name: string;
  readonly unit: string;
  readonly year?: number;
  readonly base?: string;
  readonly wanted?: string;
  readonly actual?: string;
  /** where the actual figure is from, when the plan's own list does not give it */
  readonly origin?: 'profile' | 'assumed';
  /** the year is not over: the figure is on its way */
  readonly running: boolean;
  /** the last year of its name: what the plan is held to in the end */
  readonly final: boolean;
  /** actual / target */
  readonly level: Interval;
  /** (actual − base) / (target − base) */
  readonly progress: Interval;
  /** why it cannot be reckoned */
  readonly trouble?: string;
}

const textIn = (record: ProfileRecord, id: string): string | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const numberOf = (text: string | undefined, unit: string): Ratio | undefined => {
  if (text === undefined) return undefined;
  const dimension = unitDimension(unit);
  if (dimension !== undefined) {
    const read = parseQuantity(text, dimension, unit);
    return 'failure' in read ? undefined : read.value;
  }
  const clean = text.normalize('NFKC').replaceAll(',', '').replace(/\s/g, '');
  return parseDecimal(unit !== '' && clean.endsWith(unit) ? clean.slice(0, -unit.length) : clean);
};

/** A yearly figure of the profile under the target's own name: of a year that is over, or assumed. */
const figureFor = (
  { profile, asOf, assumptions }: TargetScope,
  name: string,
  unit: string,
  year: number | undefined,
): { value: Ratio; text: string; origin: 'profile' | 'assumed' } | undefined => {
  const field = DICTIONARY.find(name);
  if (field === undefined || year === undefined || !field.yearly || field.dimension === undefined)
    return undefined;
  if (unit !== '' && unitDimension(unit) !== field.dimension) return undefined;
  const origins = field.derived === undefined ? [field.id] : Object.values(field.derived);
  const isAssumed = assumptions.some((item) => item.year === year && origins.includes(item.field.id));
  if (!isAssumed && year >= yearOf(asOf)) return undefined;
  const figure = figureOf(profile, field.id, year);
  if (figure.state !== 'known') return undefined;
  const text = [valueText(field, figure.value)].flat().join('');
  return { value: figure.value, text, origin: isAssumed ? 'assumed' : 'profile' };
};

const NO_DIRECTION = '没有基期值，看不出目标是升是降';

interface Rates {
  readonly level: Interval;
  readonly progress: Interval;
  readonly trouble?: string;
}

const open = (trouble: string): Rates => ({ level: UNKNOWN, progress: UNKNOWN, trouble });

/** Rates of a target that should rise or fall; where it is reached exactly no direction is needed. */
const ratesOf = (base: Ratio | undefined, wanted: Ratio, actual: Ratio): Rates => {
  if (compare(wanted, actual) === 0) return { level: exactly(ONE), progress: exactly(ONE) };
  if (base === undefined) return open(NO_DIRECTION);
  const way = compare(wanted, base);
  if (way === 0) return open('目标等于基期值，看不出升降，由人看');
  const progress = exactly(divide(subtract(actual, base), subtract(wanted, base)));
  const [top, bottom] = way > 0 ? [actual, wanted] : [wanted, actual];
  const canDivide = sign(bottom) > 0 && sign(top) >= 0;
  return canDivide
    ? { level: exactly(divide(top, bottom)), progress }
    : { level: UNKNOWN, progress, trouble: '目标或实际不大于0，完成率无法计算，由人看' };
};

export interface TargetScope {
  /** with the assumptions in it */
  readonly profile: Profile;
  readonly asOf: CivilDate;
  readonly assumptions: readonly Assumption[];
}

const targetOf = (scope: TargetScope, record: ProfileRecord, last: ReadonlyMap<string, number>): Target => {
  const name = textIn(record, 'name') ?? '（未写名称）';
  const unit = textIn(record, 'unit') ?? '';
  const yearText = textIn(record, 'year');
  const year = yearText === undefined ? undefined : Number(yearText);
  const [base, wanted, own] = ['base', 'target', 'actual'].map((id) => textIn(record, id));
  const figure = own === undefined ? figureFor(scope, name, unit, year) : undefined;
  const actual = own ?? figure?.text;
  const goal = numberOf(wanted, unit);
  const value = figure?.value ?? numberOf(own, unit);
  const rates = (): Rates => {
    if (wanted === undefined) return open('没有目标值');
    if (actual === undefined) return open('没有实际值');
    if (goal === undefined || value === undefined) return open('不是可比的数，由人看');
    return ratesOf(numberOf(base, unit), goal, value);
  };
  return {
    name,
    unit,
    running: year !== undefined && year >= yearOf(scope.asOf),
    final: year === undefined || year === last.get(name),
    ...rates(),
    ...(year === undefined ? {} : { year }),
    ...(base === undefined ? {} : { base }),
    ...(wanted === undefined ? {} : { wanted }),
    ...(actual === undefined ? {} : { actual }),
    ...(figure === undefined ? {} : { origin: figure.origin }),
  };
};

/** The plan's targets; undefined where the profile has no list of them. */
export const targetsOf = (scope: TargetScope): readonly Target[] | undefined => {
  const list = scope.profile.records.get('planTargets');
  if (list === undefined || list.items.length === 0) return undefined;
  const last = new Map<string, number>();
  for (const record of list.items) {
    const [name, year] = [textIn(record, 'name') ?? '（未写名称）', Number(textIn(record, 'year') ?? 0)];
    last.set(name, Math.max(last.get(name) ?? 0, year));
  }
  return list.items.map((record) => targetOf(scope, record, last));
};
