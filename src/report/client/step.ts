import {
  type Assessment,
  type CriterionResult,
  type Distance,
  distancesOf,
  type Question,
} from '../../assess/index.ts';
import { sign } from '../../base/ratio.ts';
import type { Verdict } from '../../base/verdict.ts';
import { type FactRef, fieldById, type Profile } from '../../profile/index.ts';
import { spanText } from '../chart/radar.ts';
import {
  type CheckedProgramme,
  CONFIDENCE_WORDS,
  periodText,
  sourceText,
  windowText,
} from '../check-result.ts';
import { decisive, leaves } from '../criteria.ts';
import { criterionView, lineView } from './criterion-view.ts';
import type { BarRow, EvidenceView, QuestionView, Step } from './model.ts';
import { programmeRow } from './programmes.ts';

const TROUBLE: readonly Verdict[] = ['unmet', 'unknown', 'manual'];

/** “不超过0项” says that something must not have happened: there is no way to go, so no bar. */
const isOccurrence = ({ bound }: Distance): boolean => bound.dimension === 'count' && sign(bound.value) === 0;

const barRows = (profile: Profile, assessment: Assessment): readonly BarRow[] =>
  leaves(assessment.root)
    .filter(({ result }) => result.verdict !== 'na' && result.verdict !== 'waived')
    .flatMap(({ result, group, optional }) =>
      distancesOf(profile, assessment, result.criterion)
        .filter((distance) => !isOccurrence(distance))
        .map((distance) => ({
          criterion: result.criterion.id,
          verdict: result.verdict,
          ...(optional === true ? { choiceOf: group ?? '' } : {}),
          distance,
        })),
    );

const proofOf = (ref: FactRef): { basis?: string; proof?: string } => {
  const field = fieldById(ref.field);
  const attribute = field.attributes.find((item) => item.id === ref.attribute);
  const [basis, proof] = [attribute?.basis ?? field.basis, attribute?.evidence ?? field.evidence];
  return { ...(basis === undefined ? {} : { basis }), ...(proof === undefined ? {} : { proof }) };
};

const questionView = ({ label, settles, facts }: Question): QuestionView => ({
  label,
  settles,
  ...(facts[0] === undefined ? {} : proofOf(facts[0])),
});

/** Papers that prove the criteria which are met or still open, each with what it proves. */
const evidenceOf = (root: CriterionResult): readonly EvidenceView[] => {
  const papers = new Map<string, string[]>();
  const visit = (result: CriterionResult): void => {
    if (result.verdict !== 'na') {
      for (const paper of result.criterion.evidence) {
        const criteria = papers.get(paper) ?? [];
        if (!criteria.includes(result.criterion.id)) criteria.push(result.criterion.id);
        papers.set(paper, criteria);
      }
    }
    for (const part of result.parts) visit(part);
  };
  visit(root);
  return [...papers].map(([paper, criteria]) => ({ paper, criteria }));
};

const factsOf = ({ assessment, inForce }: CheckedProgramme): Step['facts'] => {
  const { edition } = assessment;
  return [
    ['依据', sourceText(edition)],
    ['施行', periodText(edition)],
    ['可信度', `${edition.confidence}（${CONFIDENCE_WORDS[edition.confidence]}）`],
    ['受理', windowText(edition, inForce, assessment.asOf)],
    ...(edition.competitive === undefined ? [] : [['择优', edition.competitive] as const]),
    ...(edition.validity === undefined ? [] : [['有效期', edition.validity] as const]),
    ...edition.money.map((item) => ['资金', `${item.item}：${item.amount}（${item.clause}）`] as const),
  ];
};

const scoreOf = ({ score }: Assessment): { score?: Step['score'] & object } =>
  score === undefined
    ? {}
    : {
        score: {
          text: `${spanText(score.low, score.high)}分，满分${score.max}分`,
          axes: score.parts,
          items: score.items.map((item) => [
            item.part,
            item.name,
            `${spanText(item.low, item.high)}/${item.max}`,
            item.actual ?? item.remarks[0] ?? (item.low === item.high ? '' : '缺资料'),
          ]),
        },
      };

const settledOf = (assessment: Assessment): Step['settled'] =>
  (['met', 'waived'] as const).flatMap((verdict) => {
    const names = decisive(assessment.root, verdict).map(
      (item) => `${item.criterion.id}${item.attested === undefined ? '' : '（人工核验）'}`,
    );
    return names.length === 0 ? [] : [{ verdict, names }];
  });

/** One programme of the next step with everything that decides it. */
export const stepOf = (profile: Profile, checked: CheckedProgramme): Step => {
  const { assessment } = checked;
  const { appliesTo, root, questions } = assessment;
  const lines = leaves(root);
  const asked = new Set(questions.flatMap((question) => question.facts.map((fact) => fact.label)));
  const lacking = assessment.missing.map((ref) => ref.label).filter((label) => !asked.has(label));
  return {
    row: programmeRow(checked),
    facts: factsOf(checked),
    ...(appliesTo === undefined || appliesTo.verdict === 'met'
      ? {}
      : { appliesTo: criterionView(appliesTo) }),
    decisive: TROUBLE.flatMap((verdict) => {
      const criteria = decisive(root, verdict).map(criterionView);
      return criteria.length === 0 ? [] : [{ verdict, criteria }];
    }),
    factors: lines.filter(({ result }) => result.factor !== undefined).map(lineView),
    settled: settledOf(assessment),
    bars: barRows(profile, assessment),
    ...scoreOf(assessment),
    all: lines.map(lineView),
    questions: questions.map(questionView),
    alsoMissing: [...new Set(lacking)],
    evidence: evidenceOf(root),
    papers: assessment.edition.evidence,
  };
};
