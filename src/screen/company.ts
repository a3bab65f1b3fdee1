import type { Assessment } from '../assess/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { textOf } from '../profile/index.ts';
import { decisiveGaps, openFacts } from './gaps.ts';
import { type Standing, standingOf } from './ladder.ts';
import type { CompanySummary, FindingSummary, ProgrammeSummary, ReadingSummary } from './model.ts';
import type { ReadingProblem } from './problem.ts';
import type { ClientRow } from './rows.ts';

/** What the check of one company found. */
export interface Judgement {
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Diagnostic[];
}

const MOST_QUESTIONS = 5;

export const readingSummary = ({
  code,
  severity,
  where,
  text,
  message,
  fix,
}: ReadingProblem): ReadingSummary => ({
  code,
  severity,
  row: where.line ?? 0,
  text,
  message,
  ...(where.cell === undefined ? {} : { cell: where.cell }),
  ...(fix === undefined ? {} : { fix }),
});

const findingSummary = ({ code, severity, message, fix }: Diagnostic): FindingSummary => ({
  code,
  severity,
  message,
  ...(fix === undefined ? {} : { fix }),
});

const programmeSummary = ({
  edition,
  verdict,
  tally,
  root,
  appliesTo,
  score,
}: Assessment): ProgrammeSummary => {
  const open = [...(appliesTo === undefined ? [] : openFacts(appliesTo)), ...openFacts(root)];
  return {
    id: edition.id,
    verdict,
    count: tally,
    gaps: decisiveGaps(root),
    missing: [...new Set(open.map((ref) => ref.label))],
    ...(score === undefined ? {} : { score: [score.low, score.high] }),
  };
};

const titleText = ({ name, until, valid }: Standing['titles'][number]): string => {
  if (until === undefined) return `${name}：没有写有效期，按未核实处理`;
  return valid ? `已持有${name}（至${until}）` : `${name}已于${until}到期`;
};

/** Puts together what is known of one company after its check. */
export const companySummary = (client: ClientRow, { assessments, findings }: Judgement): CompanySummary => {
  const { held, titles, reachable, next } = standingOf(assessments);
  const place = textOf(client.profile, 'place');
  return {
    row: client.row,
    name: client.name,
    ...(client.creditCode === undefined ? {} : { creditCode: client.creditCode }),
    ...(place === undefined ? {} : { place }),
    held,
    titles: titles.map(titleText),
    reachable,
    ...(next === undefined ? {} : { next: next.edition.id }),
    programmes: assessments.map(programmeSummary),
    questions: (next?.questions ?? []).slice(0, MOST_QUESTIONS).map((question) => question.label),
    findings: findings.map(findingSummary),
    reading: client.problems.map(readingSummary),
  };
};
