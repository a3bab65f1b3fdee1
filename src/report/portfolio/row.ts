import { VERDICT_WORDS, type Verdict } from '../../base/verdict.ts';
import { regionsOf } from '../../policy/index.ts';
import { nextOf, type Progress, progressOf, topicsOf } from './figures.ts';
import type { Portfolio, PortfolioCompany } from './model.ts';

/** A company as the table shows it; the same object is drawn here and, later, by the page's script. */
export interface Row {
  readonly rank: number;
  readonly row: number;
  readonly name: string;
  readonly place: string;
  readonly province: string;
  readonly held: number;
  readonly titles: readonly string[];
  /** 下一步 */
  readonly next: string;
  readonly verdict: Verdict | '';
  readonly progress: Progress;
  readonly met: number;
  readonly computable: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly manual: number;
  readonly gaps: readonly string[];
  readonly topics: readonly string[];
  readonly missing: readonly string[];
  readonly questions: readonly string[];
  readonly findings: ReadonlyArray<readonly [severity: string, text: string]>;
  /** every programme: name, verdict, progress of its computable criteria */
  readonly all: ReadonlyArray<readonly [name: string, verdict: Verdict, tally: string]>;
}

const NO_PROVINCE = '（看不出省份）';
const closedMark = '（已结账年度，不可补）';

const provinceOf = (place: string | undefined): string =>
  (place === undefined ? undefined : regionsOf(place).at(-1)?.name) ?? NO_PROVINCE;

export const rowsOf = ({ companies, totals }: Portfolio): readonly Row[] => {
  const names = new Map(totals.programmes.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return companies.map((company: PortfolioCompany, index) => {
    const next = nextOf(company);
    return {
      rank: index + 1,
      row: company.row,
      name: company.name,
      place: company.place ?? '',
      province: provinceOf(company.place),
      held: company.held,
      titles: company.titles,
      next: next === undefined ? '' : nameOf(next.id),
      verdict: next?.verdict ?? '',
      progress: progressOf(company),
      met: next?.count.met ?? 0,
      computable: next?.count.computable ?? 0,
      unmet: next?.count.unmet ?? 0,
      unknown: next?.count.unknown ?? 0,
      manual: next?.count.manual ?? 0,
      gaps: (next?.gaps ?? []).map(({ text, closed }) =>
        closed && !text.includes('已结账') ? `${text}${closedMark}` : text,
      ),
      topics: topicsOf(company),
      missing: next?.missing ?? [],
      questions: company.questions,
      findings: company.findings.map(({ severity, code, message }) => [severity, `${code} ${message}`]),
      all: company.programmes.map(({ id, verdict, count }) => [
        nameOf(id),
        verdict,
        `${count.met}/${count.computable}`,
      ]),
    };
  });
};

/** The first thing to say of a company: what is decisive, else what to ask. */
export const mainPoint = ({ gaps, questions }: Row): string => {
  const [first] = gaps;
  if (first !== undefined) return gaps.length > 1 ? `${first}（另${gaps.length - 1}项）` : first;
  return questions[0] === undefined ? '' : `先问：${questions[0]}`;
};

export const verdictWord = (verdict: Verdict | ''): string => (verdict === '' ? '—' : VERDICT_WORDS[verdict]);
