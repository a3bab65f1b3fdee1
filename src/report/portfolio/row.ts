import { VERDICT_WORDS, type Verdict } from '../../base/verdict.ts';
import { regionsOf } from '../../policy/index.ts';
import { STEPS } from '../check-result.ts';
import { isClean, nextOf, type Progress, progressOf, topicsOf } from './figures.ts';
import type { Portfolio, PortfolioCompany, PortfolioGap } from './model.ts';

/** A company as the table shows it; the same object is drawn here and, later, by the page's script. */
export interface Row {
  readonly rank: number;
  readonly row: number;
  readonly name: string;
  readonly place: string;
  readonly province: string;
  readonly held: number;
  /** the step of the highest title still valid */
  readonly heldName: string;
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
  /** 要紧的 */
  readonly point: string;
  readonly gaps: readonly string[];
  readonly topics: readonly string[];
  readonly missing: readonly string[];
  readonly questions: readonly string[];
  readonly findings: ReadonlyArray<readonly [severity: string, text: string]>;
  /** every programme: name, verdict, progress of its computable criteria */
  readonly all: ReadonlyArray<readonly [name: string, verdict: Verdict, tally: string]>;
}

const NO_PROVINCE = '（看不出省份）';
const CLOSED = '已结账年度，不可补';
const gapText = ({ text, closed }: PortfolioGap): string =>
  closed && !text.includes(CLOSED) ? `${text}（${CLOSED}）` : text;

/** The first thing to say of a company: what is decisive, else what to ask. */
const pointOf = (company: PortfolioCompany): string => {
  const next = nextOf(company);
  if (next === undefined) return '';
  const [first] = next.gaps;
  if (first !== undefined)
    return next.gaps.length > 1 ? `${gapText(first)}（另${next.gaps.length - 1}项）` : gapText(first);
  if (isClean(next)) return next.verdict === 'met' ? '' : '可计算条件全部符合，其余待人核实';
  return company.questions[0] === undefined ? '' : `先问：${company.questions[0]}`;
};

/** Looking an address up is slow; in a list most stand many times. */
const provinceFinder = (): ((place: string | undefined) => string) => {
  const known = new Map<string, string>();
  return (place = '') => {
    const found = known.get(place) ?? regionsOf(place).at(-1)?.name ?? NO_PROVINCE;
    known.set(place, found);
    return found;
  };
};

export const rowsOf = ({ companies, totals }: Portfolio): readonly Row[] => {
  const names = new Map(totals.programmes.map(({ id, name }) => [id, name]));
  const provinceOf = provinceFinder();
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
      heldName: STEPS[company.held - 1]?.name ?? '',
      titles: company.titles,
      next: next === undefined ? '' : nameOf(next.id),
      verdict: next?.verdict ?? '',
      progress: progressOf(company),
      met: next?.count.met ?? 0,
      computable: next?.count.computable ?? 0,
      unmet: next?.count.unmet ?? 0,
      unknown: next?.count.unknown ?? 0,
      manual: next?.count.manual ?? 0,
      point: pointOf(company),
      gaps: (next?.gaps ?? []).map(gapText),
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

export const verdictWord = (verdict: Verdict | ''): string => (verdict === '' ? '—' : VERDICT_WORDS[verdict]);
