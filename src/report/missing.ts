import {
  type Assessment,
  factKey,
  type RankedQuestion,
  rankQuestions,
  smallestSize,
  topicsOf,
  type Wanted,
  wantedOf,
} from '../assess/index.ts';
import type { FactRef } from '../profile/index.ts';
import type { CheckResult } from './check-result.ts';

/** One programme that is open for want of facts. */
export interface OpenProgramme {
  readonly assessment: Assessment;
  readonly wanted: Wanted;
  /** how many facts the smallest set that could settle it has */
  readonly smallest: number;
}

/** A fact to ask for, or several of one field. */
export interface AskedFact extends RankedQuestion {
  /** not of a smallest set, but it can take the place of a fact that is */
  readonly alternative: boolean;
}

/** What is missing, and what it would settle. */
export interface Missing {
  /** the nearest to a verdict first */
  readonly open: readonly OpenProgramme[];
  /** the verdict stands, whatever the missing facts are; with how many are missing */
  readonly settled: ReadonlyArray<{ readonly assessment: Assessment; readonly idle: number }>;
  /** the most useful first */
  readonly facts: readonly AskedFact[];
}

const allFacts = ({ facts, choices }: Wanted): readonly FactRef[] => [
  ...facts,
  ...choices.flatMap(({ of }) => of.flatMap(allFacts)),
];

const keysOf = (questions: readonly RankedQuestion[]): ReadonlySet<string> =>
  new Set(questions.flatMap(({ facts }) => facts.map(factKey)));

/** Alternatives stand behind what a smallest set asks for. */
const askedFacts = (open: readonly OpenProgramme[]): readonly AskedFact[] => {
  const first = rankQuestions(
    open.map(({ assessment }) => ({ edition: assessment.edition, questions: assessment.questions })),
  );
  const known = keysOf(first);
  const others = rankQuestions(
    open.map(({ assessment, wanted }) => ({
      edition: assessment.edition,
      questions: topicsOf(
        assessment.root,
        allFacts(wanted).filter((fact) => !known.has(factKey(fact))),
      ),
    })),
  );
  return [
    ...first.map((item) => ({ ...item, alternative: false })),
    ...others.map((item) => ({ ...item, alternative: true })),
  ];
};

export const missingFacts = ({ assessments }: Pick<CheckResult, 'assessments'>): Missing => {
  const all = assessments.map(({ assessment }) => assessment);
  const open = all
    .filter(({ need }) => need !== undefined)
    .map((assessment) => ({
      assessment,
      wanted: wantedOf(assessment.need),
      smallest: smallestSize(assessment.need),
    }))
    .sort((a, b) => a.smallest - b.smallest);
  return {
    open,
    settled: all
      .filter(({ need }) => need === undefined)
      .map((assessment) => ({ assessment, idle: assessment.missing.length })),
    facts: askedFacts(open),
  };
};
