import {
  type Assessment,
  factKey,
  questionsWithout,
  type RankedQuestion,
  rankQuestions,
  topicsOf,
} from '../assess/index.ts';
import { type FactRef, type Field, factRef, fieldById, type Profile } from '../profile/index.ts';
import { type Target, targetOf, valueTarget } from './target.ts';
import { OPENING } from './words.ts';

export interface Question {
  readonly target: Target;
  /** what it helps settle, by programme */
  readonly settles: RankedQuestion['settles'];
}

/** 结论: only what decides a verdict · 补全: also what else the programmes look at */
export type Round = 'decide' | 'rest';

export interface State {
  readonly profile: Profile;
  readonly assessments: readonly Assessment[];
  /** keys of the facts that were asked for, whether they were told or not */
  readonly done: ReadonlySet<string>;
  readonly round: Round;
  /** the field of the question before: its other years come next */
  readonly last?: string;
}

const isKnown = (profile: Profile, { field, year }: FactRef): boolean =>
  year === undefined ? profile.single.has(field) : profile.yearly.get(field)?.has(year) === true;

/** Who and where: before anything else, and only where not told yet. */
export const openingQuestion = ({ profile, done }: Pick<State, 'profile' | 'done'>): Question | undefined => {
  const field = OPENING.find(({ id }) => !profile.single.has(id) && !done.has(factKey(factRef(id))));
  return field === undefined ? undefined : { target: valueTarget(field), settles: [] };
};

/** Years are better counted from a date, which stays true next year. */
const betterAsked = (ref: FactRef, { profile, done }: State): FactRef => {
  const { countsFrom } = fieldById(ref.field);
  if (countsFrom === undefined) return ref;
  const since = factRef(countsFrom);
  return isKnown(profile, since) || done.has(factKey(since)) ? ref : since;
};

const ranked = (state: State): readonly RankedQuestion[] => {
  const isDone = (key: string): boolean => state.done.has(key);
  return rankQuestions(
    state.assessments.map((assessment) => ({
      edition: assessment.edition,
      questions:
        state.round === 'decide'
          ? questionsWithout(assessment, isDone)
          : topicsOf(
              assessment.root,
              assessment.missing.filter((ref) => !isDone(factKey(ref))),
            ),
    })),
  );
};

/** The question that decides most, of what is not known and was not asked yet; undefined where none is left. */
export const nextQuestion = (state: State): Question | undefined => {
  const questions = ranked(state);
  const topic = questions.find(({ facts }) => facts[0]?.field === state.last) ?? questions[0];
  const [first] = topic?.facts ?? [];
  return topic === undefined || first === undefined
    ? undefined
    : { target: targetOf(betterAsked(first, state)), settles: topic.settles };
};

/** How many facts the round would still ask for. */
export const questionsLeft = (state: State): number =>
  ranked(state).reduce((sum, { facts }) => sum + facts.length, 0);

/**
 * The next attribute to ask of a record: its name first, then what could still change a verdict, and how long it holds.
 * @param read attributes that the rules read at all
 */
export const nextAttribute = (
  state: Omit<State, 'round' | 'last'>,
  field: Field,
  record: number,
  read: ReadonlySet<string>,
): Field | undefined => {
  const told = state.profile.records.get(field.id)?.items[record];
  const key = (attribute: string): string => factKey({ field: field.id, label: '', record, attribute });
  const lacking = new Set(state.assessments.flatMap(({ missing }) => missing.map(factKey)));
  const [name] = field.attributes;
  const bounds = [field.validity?.from, field.validity?.to];
  return field.attributes.find(
    (attribute) =>
      told?.has(attribute.id) !== true &&
      !state.done.has(key(attribute.id)) &&
      (attribute === name ||
        lacking.has(key(attribute.id)) ||
        (read.has(attribute.id) && bounds.includes(attribute.id))),
  );
};
