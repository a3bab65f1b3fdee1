import { multiply, type Ratio, ratio } from '../../../src/base/ratio.ts';
import type { Bound, Edition, Metric, Period } from '../../../src/policy/index.ts';

/** What the policy files ask of one attribute of a record. */
export interface AttributeHints {
  readonly choices: Set<string>;
  readonly years: Set<number>;
  /** fixed days that a date is held against */
  readonly days: Set<string>;
  /** thresholds of a number, in base units */
  readonly values: Ratio[];
}
export const noHints = (): AttributeHints => ({
  choices: new Set(),
  years: new Set(),
  days: new Set(),
  values: [],
});

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isMetric = (value: unknown): value is Metric =>
  isNode(value) && 'dimension' in value && 'field' in value;
const isPeriod = (value: unknown): value is Period => isNode(value) && 'kind' in value;
const isRatio = (value: unknown): value is Ratio => isNode(value) && typeof value.n === 'bigint';
const isBound = (value: unknown): value is Bound =>
  isNode(value) && 'relation' in value && isRatio(value.value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Read by tests that name no field themselves. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  size: ['industryCode', 'declaredSize', 'staff', 'revenue', 'assets'],
  place: ['place', 'corps'],
  city: ['place'],
  industry: ['industryCode'],
};
/** A question for a person, or a text that can be read in several ways. */
const isForPersons = ({ kind, test, n }: Node): boolean =>
  kind === 'readings' || Array.isArray(n) || (isNode(test) && test.op === 'judge');

/** Bibliography, and parts that are read together with what holds them. */
const SKIPPED = new Set(['source', 'metric', 'period', 'bound']);

/**
 * Every field, attribute and threshold that the editions mention, so that generated figures lie where it matters.
 * It looks for telling keys only, so that a new kind of test needs nothing here.
 */
export class Mentions {
  readonly fields = new Set<string>();
  readonly lists = new Map<string, Map<string, AttributeHints>>();
  /** thresholds of a figure itself, in base units */
  readonly own = new Map<string, Ratio[]>();
  /** thresholds of a figure as a share of another */
  readonly shares = new Map<string, Array<{ readonly over: string; readonly share: Ratio }>>();
  readonly growths = new Map<string, Ratio[]>();
  /** national-little-giant-2026/知名度: what a person may attest */
  readonly judged: string[] = [];
  /** regions and cities that a rule asks for */
  readonly places = new Set<string>();

  constructor(editions: readonly Edition[]) {
    for (const { id, body, appliesTo, scores } of editions)
      for (const root of [body, appliesTo, scores]) this.#visit(root, id);
  }

  #visit(value: unknown, edition: string, list?: string): void {
    if (Array.isArray(value)) for (const item of value) this.#visit(item, edition, list);
    if (!isNode(value) || Array.isArray(value)) return;
    const here = this.#note(value, list);
    const key = `${edition}/${String(value.id)}`;
    // a criterion that others refer to is met more than once
    if (isNode(value.body) && isForPersons(value.body) && !this.judged.includes(key)) this.judged.push(key);
    for (const [key, part] of Object.entries(value)) if (!SKIPPED.has(key)) this.#visit(part, edition, here);
  }

  /** Takes down what one node asks for. Returns the list whose records the parts below it speak of. */
  #note(node: Node, list: string | undefined): string | undefined {
    for (const id of IMPLIED[String(node.op)] ?? []) this.fields.add(id);
    for (const place of [...listOf(node.regions), ...listOf(node.cities)]) this.places.add(String(place));
    if (isMetric(node.metric) && isPeriod(node.period)) this.#measure(node.metric, node.period, node);
    if (list !== undefined && node.op === 'inForce')
      for (const end of [node.from, node.to]) this.#attribute(list, String(end));
    if (list !== undefined && typeof node.attribute === 'string') {
      const hints = this.#attribute(list, node.attribute);
      for (const choice of listOf(node.choices)) hints.choices.add(String(choice));
      if (typeof node.years === 'number') hints.years.add(node.years);
      if (isBound(node.bound)) hints.values.push(node.bound.value);
      if (node.op === 'between')
        for (const day of [node.from, node.to]) if (typeof day === 'string') hints.days.add(day);
    }
    if (typeof node.sum === 'string' && typeof node.field === 'string' && isBound(node.bound))
      this.#attribute(node.field, node.sum).values.push(node.bound.value);
    if (typeof node.field !== 'string') return list;
    this.fields.add(node.field);
    return node.field;
  }

  #attribute(list: string, attribute: string): AttributeHints {
    const attributes = this.lists.get(list) ?? new Map<string, AttributeHints>();
    this.lists.set(list, attributes);
    const hints = attributes.get(attribute) ?? noHints();
    attributes.set(attribute, hints);
    return hints;
  }

  #measure(metric: Metric, period: Period, node: Node): void {
    this.fields.add(metric.field);
    for (const id of [...(metric.plus ?? []), ...(metric.over === undefined ? [] : [metric.over])])
      this.fields.add(id);
    const bands = listOf(node.bands).map((band) => (isNode(band) ? band.bound : undefined));
    const values = [node.bound, ...bands].filter(isBound).map((bound) => bound.value);
    const steps = isRatio(node.step) ? [node.step, multiply(node.step, ratio(2))] : [];
    for (const value of [...values, ...steps]) this.#threshold(metric, period, value);
  }

  #threshold({ field, over }: Metric, period: Period, value: Ratio): void {
    if (period.kind === 'growth') this.#push(this.growths, field, value);
    else if (over !== undefined) this.#push(this.shares, field, { over, share: value });
    else {
      // 合计: an even part of the sum is as telling as the sum
      const parts = period.kind === 'span' ? [multiply(value, ratio(1, period.years))] : [];
      this.#push(this.own, field, value, ...parts);
    }
  }

  #push<Item>(into: Map<string, Item[]>, key: string, ...items: Item[]): void {
    into.set(key, [...(into.get(key) ?? []), ...items]);
  }
}
