import { formatQuantity } from '../../base/quantity.ts';
import { add, compare, type Ratio, ratio, subtract, toNumber, ZERO } from '../../base/ratio.ts';
import type { Bound, Predicate, Test } from '../../policy/index.ts';
import {
  type FactRef,
  type Field,
  factRef,
  fieldById,
  figureOf,
  isRatio,
  type RecordList,
  textOf,
} from '../../profile/index.ts';
import type { Case } from '../case.ts';
import { satisfies } from '../measure.ts';
import type { Gap, Need, Outcome } from '../model.ts';
import { needAll, needAny, needFacts } from '../need.ts';
import { outcome } from '../outcome.ts';
import { recordStatus } from './record.ts';

type CountTest = Extract<Test, { op: 'count' }>;

/** A count that is only partly known: at least `low`, at most `high` (no upper end when undefined). */
interface Tally {
  readonly low: Ratio;
  readonly high: Ratio | undefined;
  readonly wanted: readonly FactRef[];
  readonly counted: readonly FactRef[];
  readonly remarks: readonly string[];
}

type Item = RecordList['items'][number];

/** How much a record counts: its 数量 (one where blank), or the attribute that is added up (unknown where blank). */
const amountOf = (record: Item, sum: string | undefined): Ratio | undefined => {
  const value = record.get(sum ?? 'quantity')?.value;
  return isRatio(value) ? value : sum === undefined ? ratio(1) : undefined;
};

const recordLabel = (record: Item, index: number): string => {
  const name = record.get('name')?.value;
  return typeof name === 'string' && name !== '' ? `“${name}”` : `第${index + 1}条`;
};

const MAX_NAMED = 6;

const tallyRecords = (
  input: Pick<Case, 'profile' | 'asOf'>,
  where: Predicate | undefined,
  field: Field,
  list: RecordList,
  sum?: string,
): Tally => {
  let low = ZERO;
  let high: Ratio | undefined = ZERO;
  const wanted: FactRef[] = [];
  const counted: FactRef[] = [];
  const excluded: string[] = [];
  const doubtful: string[] = [];
  const filledOn = textOf(input.profile, 'filledOn');
  const settled = filledOn !== undefined && filledOn <= input.asOf;
  list.items.forEach((record, index) => {
    const status = recordStatus({ field, record, asOf: input.asOf, settled }, where ?? { op: 'all', of: [] });
    const label = recordLabel(record, index);
    if (status.verdict === 'unmet') {
      if (status.reason !== undefined) excluded.push(`${label}（${status.reason}）`);
      return;
    }
    const amount = amountOf(record, sum);
    high = high === undefined || amount === undefined ? undefined : add(high, amount);
    const at = [...record.values()][0]?.at;
    if (status.verdict === 'met') {
      low = add(low, amount ?? ZERO);
      counted.push({
        field: field.id,
        label: `${field.name}${label}`,
        record: index,
        ...(at === undefined ? {} : { at }),
      });
    } else if (status.verdict === 'manual' && status.reason !== undefined)
      doubtful.push(`${label}${status.reason}`);
    const blank = amount === undefined && sum !== undefined ? [sum] : [];
    for (const attribute of [...status.lacking, ...blank]) {
      const name = field.attributes.find((item) => item.id === attribute)?.name ?? attribute;
      wanted.push({
        field: field.id,
        label: `${field.name}${label}的${name}`,
        record: index,
        attribute,
        ...(at === undefined ? {} : { at }),
      });
    }
  });
  if (!list.complete) wanted.push({ ...factRef(field.id), label: `${field.name}（补全清单）` });
  const shown = excluded.slice(0, MAX_NAMED).join('、');
  const more = excluded.length > MAX_NAMED ? `等${excluded.length}条` : '';
  const remarks = [...(excluded.length === 0 ? [] : [`未计入：${shown}${more}`]), ...doubtful];
  return { low, high: list.complete ? high : undefined, wanted, counted, remarks };
};

/** Definite only when every count still possible is on the same side. */
const sideOf = (tally: Tally, bound: Bound): 'met' | 'unmet' | undefined => {
  const rising = bound.relation === 'atLeast' || bound.relation === 'above';
  const [worst, best] = rising ? [tally.low, tally.high] : [tally.high, tally.low];
  if (worst !== undefined && satisfies(worst, bound)) return 'met';
  if (best !== undefined && !satisfies(best, bound)) return 'unmet';
  return undefined;
};

const countText = ({ low, high }: Tally, { dimension, unit }: Pick<Bound, 'dimension' | 'unit'>): string => {
  const text = (value: Ratio): string => formatQuantity(value, dimension, unit);
  if (high === undefined) return `至少${text(low)}`;
  if (compare(low, high) === 0) return text(low);
  return `${dimension === 'count' ? formatQuantity(low, 'count', '') : text(low)}至${text(high)}`;
};

const gapOf = (field: Field, tally: Tally, bound: Bound): Gap | undefined => {
  const rising = bound.relation === 'atLeast' || bound.relation === 'above';
  const reference = rising ? tally.high : tally.low;
  if (reference === undefined) return undefined;
  const size = rising ? subtract(bound.value, reference) : subtract(reference, bound.value);
  const text = `${field.name}${rising ? '还差' : '超出'}${formatQuantity(size, bound.dimension, bound.unit)}`;
  const isMoney = bound.dimension === 'money';
  const amount = toNumber(size) / (isMoney ? 10_000 : 1);
  return { text, amount, unit: isMoney ? '万元' : bound.unit, closed: false };
};

const conclude = (field: Field, tally: Tally, bound: Bound, reported: boolean): Outcome => {
  const side = sideOf(tally, bound);
  const actual = `${countText(tally, bound)}${reported ? '（自报）' : ''}`;
  const remarks = [...tally.remarks, ...(reported ? ['只有自报总数，没有逐项清单可核对'] : [])];
  const shared = { actual, threshold: bound.text, facts: tally.counted, remarks };
  if (side === 'met') return outcome('met', shared);
  if (side === 'unmet') {
    const gap = gapOf(field, tally, bound);
    return outcome('unmet', { ...shared, gaps: gap === undefined ? [] : [gap] });
  }
  const need = needAll([needFacts(tally.wanted)]);
  return need === undefined ? outcome('manual', shared) : outcome('unknown', { ...shared, need });
};

/** 记录 满足 …: counts records, a blank deciding attribute counting 0 to 1; an absent list falls back to a declared total. */
export const evaluateCount = (input: Case, test: CountTest): Outcome => {
  const field = fieldById(test.field);
  const list = input.profile.records.get(test.field);
  if (list !== undefined)
    return conclude(field, tallyRecords(input, test.where, field, list, test.sum), test.bound, false);
  const listRef = factRef(test.field);
  if (test.declared !== undefined) {
    const figure = figureOf(input.profile, test.declared.field);
    if (figure.state === 'known') {
      const high = test.declared.lowerBound ? undefined : figure.value;
      const tally: Tally = { low: figure.value, high, wanted: [listRef], counted: figure.facts, remarks: [] };
      return conclude(field, tally, test.bound, true);
    }
  }
  const declaredRef =
    test.declared === undefined || test.declared.lowerBound ? [] : [factRef(test.declared.field)];
  const need = needAny([needFacts([listRef]), needFacts(declaredRef)]);
  return outcome('unknown', { threshold: test.bound.text, ...(need === undefined ? {} : { need }) });
};

/** The number of records that count, as an interval, for scores that grow with it. */
export const countRecords = (
  input: Pick<Case, 'profile' | 'asOf'>,
  id: string,
  where: Predicate | undefined,
): {
  readonly low: Ratio;
  readonly high: Ratio | undefined;
  readonly need: Need | undefined;
  readonly text: string | undefined;
  readonly remarks: readonly string[];
} => {
  const field = fieldById(id);
  const list = input.profile.records.get(id);
  if (list === undefined) {
    return { low: ZERO, high: undefined, need: needFacts([factRef(id)]), text: undefined, remarks: [] };
  }
  const tally = tallyRecords(input, where, field, list);
  return {
    ...tally,
    need: needFacts(tally.wanted),
    text: countText(tally, { dimension: 'count', unit: '项' }),
  };
};
