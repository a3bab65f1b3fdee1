import { type Assessment, baseYearOf } from '../assess/index.ts';
import type { CivilDate } from '../base/date.ts';
import { placeText, type Severity } from '../base/diagnostic.ts';
import { type Profile, textOf } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { TOPICS } from './catalogue.ts';
import { holdsFor } from './checklist.ts';
import { DETECTORS } from './detectors.ts';
import type { Finding, PitfallReport, Topic, Unchecked } from './model.ts';

const GRAVEST_FIRST: readonly Severity[] = ['veto', 'error', 'warning', 'hint'];

const topicOf = new Map(TOPICS.map((topic) => [topic.code, topic]));

const CODES = new Intl.Collator('en', { numeric: true });
const byCode = (a: Finding, b: Finding): number => CODES.compare(a.code, b.code);
const byGravity = (a: Finding, b: Finding): number =>
  GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity);
/** P before F, then by number. */
const inOrder = (a: Finding, b: Finding): number =>
  byGravity(a, b) || b.code.charCodeAt(0) - a.code.charCodeAt(0) || byCode(a, b);

/** The same finding under several editions is told once, with their ids. */
const merge = (findings: readonly Finding[]): readonly Finding[] => {
  const merged = new Map<string, Finding>();
  for (const item of findings) {
    const key = [item.code, item.message, item.citation, placeText(item.where ?? {})].join('|');
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? item : { ...known, programmes: [...known.programmes, ...item.programmes] },
    );
  }
  return [...merged.values()].sort(inOrder);
};

const uncheckedOf = (
  found: ReadonlyArray<{ readonly topic: Topic; readonly hit: Hit }>,
): readonly Unchecked[] => {
  const byTopic = new Map<Topic, Set<string>>();
  for (const { topic, hit } of found) {
    if (!('missing' in hit)) continue;
    byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(hit.missing));
  }
  return [...byTopic].map(([topic, missing]) => ({
    topic: topic.code,
    name: topic.name,
    missing: [...missing],
  }));
};

/** What one detector says: on the profile once, and under every edition that its topic is for. */
const run = (
  { topic: code, onProfile, onEdition }: Detector,
  input: ProfileCase,
  assessments: readonly Assessment[],
): ReadonlyArray<{ readonly topic: Topic; readonly hit: Hit }> => {
  const topic = topicOf.get(code);
  if (topic === undefined) throw new Error(`no topic ${code}`);
  const tiers = assessments.map(({ edition }) => edition.tier);
  if (!holdsFor(topic, tiers)) return [];
  const general = onProfile?.(input) ?? [];
  const particular = assessments
    .filter(({ edition }) => holdsFor(topic, [edition.tier]))
    .flatMap((assessment) =>
      (onEdition?.({ ...input, assessment }) ?? []).map(
        (hit): Hit => ('missing' in hit ? hit : { ...hit, programmes: [assessment.edition.id] }),
      ),
    );
  return [...general, ...particular].map((hit) => ({ topic, hit }));
};

/**
 * Everything that a reviewer would notice in this profile under the editions checked. Pure: no clock, no file.
 * @param assessments of the programmes applied for; without any, only what needs no edition is looked at
 */
export const findPitfalls = (
  profile: Profile,
  assessments: readonly Assessment[],
  asOf: CivilDate,
): PitfallReport => {
  const input: ProfileCase = {
    profile,
    asOf,
    baseYear: baseYearOf(asOf),
    closing: textOf(profile, 'closingDate') ?? asOf,
  };
  const found = DETECTORS.flatMap((detector) => run(detector, input, assessments));
  return {
    findings: merge(found.flatMap(({ hit }) => ('missing' in hit ? [] : [hit]))),
    unchecked: uncheckedOf(found),
  };
};
