import { isOpen } from '../base/verdict.ts';
import type { Edition } from '../policy/index.ts';
import { type FactRef, fieldById } from '../profile/index.ts';
import type { Assessment, CriterionResult, Need, Question } from './model.ts';
import { factKey, factsOf, settle, withoutSkipped } from './need.ts';

/** Open criteria without parts, and passages of several readings, each with what it needs. */
const openLeaves = (result: CriterionResult): ReadonlyArray<{ id: string; keys: ReadonlySet<string> }> => {
  if (!isOpen(result.verdict)) return [];
  const inner = result.parts.flatMap(openLeaves);
  if (result.parts.length > 0 && result.combine !== 'readings') return inner;
  return [...inner, { id: result.criterion.id, keys: new Set(factsOf(result.need).map(factKey)) }];
};

const topicOf = (ref: FactRef): string => `${ref.field}.${ref.attribute ?? ''}`;

const labelOf = (facts: readonly FactRef[]): string => {
  const [first] = facts;
  if (first === undefined) return '';
  if (facts.length === 1) return first.label;
  const field = fieldById(first.field);
  if (first.attribute !== undefined) {
    const attribute = field.attributes.find((item) => item.id === first.attribute)?.name ?? first.attribute;
    return `${field.name}${facts.length}条记录的${attribute}`;
  }
  const years = facts.map((fact) => fact.year).filter((year) => year !== undefined);
  return years.length === 0
    ? field.name
    : `${field.name}（${years
        .sort()
        .map((year) => `${year}年`)
        .join('、')}${field.yearEnd ? '末' : ''}）`;
};

/** Facts grouped by field (of records by attribute), each group with the open criteria below `root` that it helps settle. */
export const topicsOf = (root: CriterionResult, facts: Iterable<FactRef>): readonly Question[] => {
  const leaves = openLeaves(root);
  const topics = new Map<string, FactRef[]>();
  for (const ref of facts) topics.set(topicOf(ref), [...(topics.get(topicOf(ref)) ?? []), ref]);
  const questions = [...topics.values()].map((group) => {
    const keys = group.map(factKey);
    const settles = leaves.filter((leaf) => keys.some((key) => leaf.keys.has(key))).map((leaf) => leaf.id);
    return { facts: group, label: labelOf(group), settles };
  });
  return questions.sort((a, b) => b.settles.length - a.settles.length);
};

/** The smallest set of facts that would settle the verdict, grouped by field, the most useful first. */
export const questionsFor = (root: CriterionResult, need: Need | undefined): readonly Question[] =>
  need === undefined ? [] : topicsOf(root, settle(need, new Map()).values());

/** The same, when some facts are not known to the user and will not be (by fact key). */
export const questionsWithout = (
  { root, need }: Pick<Assessment, 'root' | 'need'>,
  isSkipped: (key: string) => boolean,
): readonly Question[] => (need === undefined ? [] : questionsFor(root, withoutSkipped(need, isSkipped)));

/** A question that several programmes may ask. */
export interface RankedQuestion {
  readonly facts: readonly FactRef[];
  readonly label: string;
  /** by programme: ids of the open criteria that it helps settle */
  readonly settles: ReadonlyArray<{ readonly edition: Edition; readonly criteria: readonly string[] }>;
}

const newestFirst = (a: FactRef, b: FactRef): number =>
  (b.year ?? 0) - (a.year ?? 0) || (a.record ?? -1) - (b.record ?? -1);
const weightOf = ({ settles }: RankedQuestion): number =>
  settles.reduce((sum, { criteria }) => sum + Math.max(1, criteria.length), 0);

/** The questions of several programmes as one list: what settles most of their open criteria first. */
export const rankQuestions = (
  asked: ReadonlyArray<{ readonly edition: Edition; readonly questions: readonly Question[] }>,
): readonly RankedQuestion[] => {
  const topics = new Map<
    string,
    { facts: Map<string, FactRef>; settles: RankedQuestion['settles'][number][] }
  >();
  for (const { edition, questions } of asked)
    for (const { facts, settles } of questions) {
      const [first] = facts;
      if (first === undefined) continue;
      const topic = topics.get(topicOf(first)) ?? { facts: new Map<string, FactRef>(), settles: [] };
      for (const fact of facts) topic.facts.set(factKey(fact), fact);
      topic.settles.push({ edition, criteria: settles });
      topics.set(topicOf(first), topic);
    }
  return [...topics.values()]
    .map(({ facts, settles }) => {
      const sorted = [...facts.values()].sort(newestFirst);
      return { facts: sorted, label: labelOf(sorted), settles };
    })
    .sort((a, b) => weightOf(b) - weightOf(a));
};
