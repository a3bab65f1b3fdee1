import { type Diagnostic, InputError, inputError, SEVERITY_WORDS } from '../base/diagnostic.ts';
import { VERDICT_WORDS } from '../base/verdict.ts';
import type { ChecklistFacts, ProgrammeNote } from '../documents/index.ts';
import { checklistFor } from '../pitfalls/index.ts';
import type { Edition, PolicyStore } from '../policy/index.ts';
import { textOf } from '../profile/index.ts';
import {
  type CheckedProgramme,
  type CheckResult,
  editionLabel,
  findingText,
  manualCriteria,
  nextStep,
  sourceText,
  windowText,
} from '../report/index.ts';
import { type CheckScope, checkProfile } from './check-profile.ts';
import { loadProfile } from './load-profile.ts';

/** One enterprise and the programmes that documents are made for. */
export interface CompanyPlan {
  readonly path: string;
  readonly result: CheckResult;
  readonly programmes: readonly CheckedProgramme[];
  readonly editions: readonly Edition[];
  /** said before anything else */
  readonly notices: readonly string[];
  /** what the reader of the profile remarked */
  readonly remarks: readonly Diagnostic[];
}

/** A review is for those whose title runs out: only where the profile or the user says so. */
const chosenFrom = (result: CheckResult): readonly CheckedProgramme[] => {
  const steps = nextStep(result);
  if (result.chosen || textOf(result.profile, 'applicationKind') === '复核') return steps;
  const first = steps.filter(({ assessment }) => assessment.edition.kind !== '复核');
  return first.length > 0 ? first : steps;
};

const noticesOf = (editions: readonly Edition[]): readonly string[] =>
  editions.flatMap((edition) => edition.notices.map((notice) => `${edition.name}：${notice}`));

/** @throws InputError where the profile cannot be read or no programme is left for it */
const planCompany = async (path: string, store: PolicyStore, scope: CheckScope): Promise<CompanyPlan> => {
  const { profile, diagnostics } = await loadProfile(path);
  const result = checkProfile(profile, store, scope, diagnostics);
  const programmes = chosenFrom(result);
  if (programmes.length === 0)
    throw inputError('E161', `${result.name}的梯度称号均已持有，没有下一级可申报`, {
      where: { file: path },
      fix: '用 --programme 编号 写明要生成哪个项目的材料；编号见 zjtx policy list',
    });
  const editions = programmes.map(({ assessment }) => assessment.edition);
  return { path, result, programmes, editions, notices: noticesOf(editions), remarks: diagnostics };
};

/** @throws InputError with what is wrong in every profile, before anything is made */
export const planCompanies = async (
  paths: readonly string[],
  store: PolicyStore,
  scope: CheckScope,
): Promise<readonly CompanyPlan[]> => {
  const failures: InputError[] = [];
  const plans: CompanyPlan[] = [];
  for (const path of paths) {
    try {
      plans.push(await planCompany(path, store, scope));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new InputError(failures.flatMap((failure) => failure.diagnostics));
  return plans;
};

const verdictText = ({ assessment }: CheckedProgramme): string => {
  const { met, computable, unmet, unknown, manual } = assessment.tally;
  return `预检${VERDICT_WORDS[assessment.verdict]}（可计算条件符合${met}/${computable}，不符合${unmet}，缺资料${unknown}，待人核实${manual}）`;
};

const noteOf = (programme: CheckedProgramme): ProgrammeNote => {
  const { assessment, inForce } = programme;
  return {
    name: editionLabel(assessment.edition),
    id: assessment.edition.id,
    source: sourceText(assessment.edition),
    window: windowText(assessment.edition, inForce, assessment.asOf),
    verdict: verdictText(programme),
    manual: manualCriteria(assessment),
  };
};

export const checklistFacts = ({ result, programmes, notices }: CompanyPlan): ChecklistFacts => ({
  company: result.name,
  asOf: result.asOf,
  baseYear: result.baseYear,
  programmes: programmes.map(noteOf),
  notices,
  notes: result.notes,
  findings: [...result.findings, ...result.pitfalls.findings].map(
    (finding) => `${SEVERITY_WORDS[finding.severity]} ${finding.code}：${findingText(finding)}`,
  ),
  steps: checklistFor(programmes.map(({ assessment }) => assessment.edition.tier)),
});
