import type { Tier } from '../policy/index.ts';
import { TOPICS } from './catalogue.ts';
import type { Topic } from './model.ts';

/** What a person must look at, by the step of the application it belongs to. */
export interface ChecklistStep {
  readonly step: string;
  readonly items: ReadonlyArray<{ readonly code: string; readonly text: string }>;
}

/** Is the topic for any of these tiers? Without tiers, or where the topic names none, it is. */
export const holdsFor = (topic: Topic, tiers: readonly Tier[]): boolean =>
  topic.tiers.length === 0 || tiers.length === 0 || topic.tiers.some((tier) => tiers.includes(tier));

/** 填报核对清单: the topics' points for a person, those of other tiers left out. */
export const checklistFor = (tiers: readonly Tier[]): readonly ChecklistStep[] => {
  const steps = new Map<string, Array<{ code: string; text: string }>>();
  for (const topic of TOPICS.filter((item) => item.look.length > 0 && holdsFor(item, tiers))) {
    const items = steps.get(topic.step) ?? [];
    items.push(...topic.look.map((text) => ({ code: topic.code, text })));
    steps.set(topic.step, items);
  }
  return [...steps].map(([step, items]) => ({ step, items }));
};
