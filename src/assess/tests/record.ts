import type { CivilDate } from '../../base/date.ts';
import { formatQuantity } from '../../base/quantity.ts';
import { all, any } from '../../base/verdict.ts';
import type { Predicate } from '../../policy/index.ts';
import { type Field, isRatio, type ProfileRecord } from '../../profile/index.ts';
import { satisfies } from '../measure.ts';
import { dateStatus, decided, lacking, MET, type RecordStatus } from './date-status.ts';

/** Attributes that say what a record is; a title of another name was never a candidate. */
const IDENTITY = new Set(['name']);

interface Scope {
  readonly field: Field;
  readonly record: ProfileRecord;
  readonly asOf: CivilDate;
  /** the profile was filled in by the as-of date, so whatever it lists existed by then */
  readonly settled: boolean;
}

const nameIn = (scope: Scope, id: string): string =>
  scope.field.attributes.find((attribute) => attribute.id === id)?.name ?? id;

const inForce = (scope: Scope, predicate: Extract<Predicate, { op: 'inForce' }>): RecordStatus => {
  const date = (id: string): string | undefined => {
    const value = scope.record.get(id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const [from, to] = [date(predicate.from), date(predicate.to)];
  if (from !== undefined && from > scope.asOf)
    return { verdict: 'unmet', lacking: [], reason: `${from}才取得` };
  if (to !== undefined && to < scope.asOf) return { verdict: 'unmet', lacking: [], reason: `已于${to}到期` };
  const open = [
    ...(to === undefined ? [predicate.to] : []),
    ...(from === undefined && !scope.settled ? [predicate.from] : []),
  ];
  return open.length === 0 ? MET : { verdict: 'unknown', lacking: open };
};

const attributeStatus = (
  scope: Scope,
  predicate: Exclude<Predicate, { op: 'all' | 'any' | 'inForce' }>,
): RecordStatus => {
  const { attribute } = predicate;
  const value = scope.record.get(attribute)?.value;
  if (value === undefined) return lacking(attribute);
  const name = nameIn(scope, attribute);
  switch (predicate.op) {
    case 'is':
      return decided(value === predicate.value, `${name}：${value === true ? '是' : '否'}`);
    case 'oneOf': {
      const isMet = predicate.choices.includes(String(value)) !== predicate.negated;
      return !isMet && IDENTITY.has(attribute)
        ? { verdict: 'unmet', lacking: [] }
        : decided(isMet, `${name}：${String(value)}`);
    }
    case 'compare':
      if (!isRatio(value)) return lacking(attribute);
      return decided(
        satisfies(value, predicate.bound),
        `${name} ${formatQuantity(value, predicate.bound.dimension, predicate.bound.unit)}`,
      );
    default:
      return dateStatus({ name, asOf: scope.asOf }, predicate, String(value));
  }
};

/** Three-valued: a record whose deciding attribute is blank may count or not. */
export const recordStatus = (scope: Scope, predicate: Predicate): RecordStatus => {
  if (predicate.op === 'inForce') return inForce(scope, predicate);
  if (!('of' in predicate)) return attributeStatus(scope, predicate);
  // a record that says nothing at all may be no record
  if (predicate.of.length === 0)
    return scope.record.size > 0 ? MET : lacking(scope.field.attributes[0]?.id ?? '');
  const parts = predicate.of.map((part) => recordStatus(scope, part));
  const verdict = (predicate.op === 'all' ? all : any)(parts.map((part) => part.verdict));
  const reason = parts.find((part) => part.verdict === verdict && part.reason !== undefined)?.reason;
  const open = verdict === 'unknown' ? parts.flatMap((part) => part.lacking) : [];
  return { verdict, lacking: open, ...(reason === undefined || verdict === 'met' ? {} : { reason }) };
};
