import { agreed, all, any, atLeast, isOpen, VERDICT_WORDS, type Verdict } from '../base/verdict.ts';
import type { Body, Criterion } from '../policy/index.ts';
import type { Case } from './case.ts';
import { evaluateTest } from './evaluate-test.ts';
import { relaxed } from './leniency.ts';
import type { CriterionResult, Need, Outcome } from './model.ts';
import { needAll, needAny, needCount } from './need.ts';
import { countRemarks, outcome, readingRemark } from './outcome.ts';
import { gapsIn } from './tests/reference.ts';

interface BodyResult {
  readonly verdict: Verdict;
  /** of a group only where its text is unclear, so that a person may settle it */
  readonly outcome?: Outcome;
  readonly need?: Need;
  readonly parts: readonly CriterionResult[];
  readonly combine?: NonNullable<CriterionResult['combine']>;
}

const withNeed = (verdict: Verdict, need: Need | undefined): { need?: Need } =>
  verdict === 'unknown' && need !== undefined ? { need } : {};

const fromOutcome = (outcome: Outcome): BodyResult => ({
  verdict: outcome.verdict,
  outcome,
  parts: [],
  ...withNeed(outcome.verdict, outcome.need),
});

const evaluateGroup = (input: Case, body: Extract<Body, { kind: 'all' | 'any' | 'atLeast' }>): BodyResult => {
  const parts = body.of.map((criterion) => evaluateCriterion(input, criterion));
  const verdicts = parts.map((part) => part.verdict);
  const verdict =
    'n' in body ? atLeast(body.n, verdicts) : body.kind === 'all' ? all(verdicts) : any(verdicts);
  const needs = parts.map((part) => (isOpen(part.verdict) ? part.need : undefined));
  const need =
    body.kind === 'all' ? needAll(needs) : 'n' in body ? needCount(body.n, verdicts, needs) : needAny(needs);
  const remarks = 'n' in body ? countRemarks(body.n, verdicts) : [];
  return {
    verdict,
    parts,
    combine: body.kind,
    ...(remarks.length === 0 ? {} : { outcome: outcome(verdict, { remarks }) }),
    ...withNeed(verdict, need),
  };
};

/** What a reading saw: its own figures, or the criteria that made it come out so. */
const seenIn = ({ verdict, outcome: own, parts }: BodyResult): string | undefined => {
  if (verdict === 'met' || parts.length === 0) return own?.actual;
  const telling = parts.filter((part) => part.verdict === verdict).map((part) => part.criterion.id);
  return telling.length === 0 ? undefined : `${VERDICT_WORDS[verdict]}：${telling.join('、')}`;
};

/** 读法 of a passage: as far as all readings agree; the criteria of all are its parts. */
const evaluateReadings = (
  input: Case,
  readings: Extract<Body, { kind: 'readings' }>['readings'],
): BodyResult => {
  const found = readings.map(({ label, body }) => ({ label, result: evaluateBody(input, body) }));
  const results = found.map(({ result }) => result);
  const verdict = agreed(results.map((result) => result.verdict));
  const parts = results.flatMap((result) => result.parts);
  const told = new Set(parts.flatMap(gapsIn).map((gap) => gap.text));
  const own = results.flatMap((result) => result.outcome ?? []);
  const need = needAll(results.map((result) => (isOpen(result.verdict) ? result.need : undefined)));
  return {
    verdict,
    parts,
    combine: 'readings',
    outcome: outcome(verdict, {
      gaps: own.flatMap((item) => item.gaps).filter((gap) => !told.has(gap.text)),
      facts: own.flatMap((item) => item.facts),
      remarks:
        verdict === 'unmet' || isOpen(verdict)
          ? found.map(({ label, result }) => readingRemark(label, result.verdict, seenIn(result)))
          : [],
    }),
    ...withNeed(verdict, need),
  };
};

/** The branch whose condition holds. While conditions are open, all branches still possible must agree. */
const evaluateBranches = (
  input: Case,
  branches: Extract<Body, { kind: 'branches' }>['branches'],
): BodyResult => {
  const possible: BodyResult[] = [];
  const conditions: Array<Need | undefined> = [];
  const remarks: string[] = [];
  let decided = false;
  for (const branch of branches) {
    const condition = branch.when === undefined ? undefined : evaluateTest(input, branch.when);
    if (condition?.verdict === 'unmet' || condition?.verdict === 'na') continue;
    possible.push(evaluateBody(input, branch.then));
    decided = condition === undefined || !isOpen(condition.verdict);
    if (decided) break;
    conditions.push(condition?.need);
    remarks.push(...(condition?.remarks ?? []));
  }
  // where every condition is open, none may hold in the end
  if (!decided) possible.push({ verdict: 'na', parts: [] });
  const [first] = possible;
  if (first === undefined) throw new Error('unreachable');
  const onlyOne = conditions.length === 0;
  const agreed = possible.every((part) => part.verdict === first.verdict) && !isOpen(first.verdict);
  if (onlyOne || agreed) return first;
  const need = needAll([...conditions, ...possible.map((part) => part.need)]);
  const verdict = need === undefined ? 'manual' : 'unknown';
  return {
    verdict,
    parts: [],
    outcome: { verdict, gaps: [], facts: [], remarks: ['还不能确定适用哪一档', ...remarks] },
    ...withNeed('unknown', need),
  };
};

const evaluateBody = (input: Case, body: Body): BodyResult => {
  if (body.kind === 'test') return fromOutcome(evaluateTest(input, body.test));
  if (body.kind === 'readings') return evaluateReadings(input, body.readings);
  return body.kind === 'branches' ? evaluateBranches(input, body.branches) : evaluateGroup(input, body);
};

/** A person's recorded answer settles only what the tool leaves to a person. */
const attestationFor = (
  input: Case,
  criterion: Criterion,
): { verdict: Verdict; attested: NonNullable<CriterionResult['attested']> } | undefined => {
  const key = `${input.edition.id}/${criterion.id}`;
  const records = (input.profile.records.get('attestations')?.items ?? []).filter(
    (item) => item.get('criterion')?.value === key,
  );
  const answers = new Set(records.map((item) => item.get('verdict')?.value));
  const [record] = records;
  const [answer] = answers;
  // two different answers settle nothing
  if (record === undefined || answers.size > 1 || (answer !== '符合' && answer !== '不符合'))
    return undefined;
  const text = (id: string): string | undefined => {
    const value = record.get(id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const [basis, by, date] = [text('basis'), text('by'), text('date')];
  return {
    verdict: answer === '符合' ? 'met' : 'unmet',
    attested: {
      ...(basis === undefined ? {} : { basis }),
      ...(by === undefined ? {} : { by }),
      ...(date === undefined ? {} : { date }),
    },
  };
};

const applyAttestation = (
  input: Case,
  criterion: Criterion,
  plain: BodyResult,
  found: BodyResult,
): BodyResult & { attested?: NonNullable<CriterionResult['attested']> } => {
  const isForPersons = plain.parts.length === 0 || plain.outcome !== undefined;
  if (found.verdict !== 'manual' || !isForPersons) return found;
  const answer = attestationFor(input, criterion);
  return answer === undefined ? found : { ...found, ...answer };
};

/** 从宽: what fails but may be let through by discretion is 待核实, never 符合. */
const applyLeniency = (
  input: Case,
  criterion: Criterion,
  found: BodyResult,
): BodyResult & { lenient?: true } => {
  const { leniency, body } = criterion;
  if (leniency === undefined || found.verdict !== 'unmet') return found;
  if (leniency.when !== undefined && evaluateTest(input, leniency.when).verdict === 'unmet') return found;
  const bent = relaxed(body, leniency);
  const reachable = bent === undefined ? 'met' : evaluateBody(input, bent).verdict;
  if (reachable === 'unmet') return found;
  const before = found.outcome ?? outcome('unmet');
  const remark = `不满足，但可从宽：${leniency.text}（${leniency.clause}）`;
  return {
    ...found,
    verdict: 'manual',
    outcome: { ...before, verdict: 'manual', remarks: [...before.remarks, remark] },
    lenient: true,
  };
};

/** One criterion: its own requirement first, then, where that is not met, whatever waives it (豁免). */
export const evaluateCriterion = (input: Case, criterion: Criterion): CriterionResult => {
  const result = evaluateGate(input, criterion);
  if (!criterion.factor) return result;
  const { need: _need, ...rest } = result;
  return { ...rest, verdict: 'na', factor: result.verdict };
};

const evaluateGate = (input: Case, criterion: Criterion): CriterionResult => {
  const plain = evaluateBody(input, criterion.body);
  const bent = applyLeniency(input, criterion, plain);
  const own = { ...bent, ...applyAttestation(input, criterion, plain, bent) };
  const base = { criterion, ...own };
  if (criterion.waivers.length === 0 || own.verdict === 'met' || own.verdict === 'na')
    return { ...base, waivers: [] };
  const waivers = criterion.waivers.map((waiver) => evaluateCriterion(input, waiver));
  const waivedBy = waivers.find((waiver) => waiver.verdict === 'met');
  const { need: _need, ...rest } = base;
  if (waivedBy !== undefined) return { ...rest, verdict: 'waived', waivedBy, waivers };
  const open = waivers.filter((waiver) => isOpen(waiver.verdict));
  const verdict = any([own.verdict, ...open.map((waiver) => waiver.verdict)]);
  const need = needAny([own.need, ...open.map((waiver) => waiver.need)]);
  return { ...rest, verdict, waivers, ...withNeed(verdict, need) };
};

/** The whole of an edition as one group, without an id of its own. */
export const evaluateRoot = (input: Case): CriterionResult => {
  const { edition } = input;
  const source = edition.sources[0];
  if (source === undefined) throw new Error(`${edition.id} has no source`);
  const root: Criterion = {
    id: '总评',
    text: edition.name,
    body: edition.body,
    clause: '',
    source,
    confidence: edition.confidence,
    evidence: [],
    veto: false,
    factor: false,
    waivers: [],
  };
  return evaluateCriterion(input, root);
};
