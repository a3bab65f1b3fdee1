import { bin } from 'd3-array';
import { STEPS } from '../check-result.ts';
import type { Portfolio, PortfolioAssessment, PortfolioCompany, PortfolioGap } from './model.ts';

/** How near a company is to its next step, in words that are also the choices of the filter. */
export const PROGRESS = {
  clean: '可计算条件全部符合',
  ask: '不差条件，缺资料或待核实',
  one: '差1项',
  few: '差2至3项',
  many: '差4项以上',
  none: '没有下一级',
} as const;
export type Progress = keyof typeof PROGRESS;

export const nextOf = (company: PortfolioCompany): PortfolioAssessment | undefined =>
  company.programmes.find(({ id }) => id === company.next);

/** Failed computable criteria; a programme that fails as a whole lacks at least one. */
const failedOf = ({ verdict, count }: PortfolioAssessment): number =>
  verdict === 'unmet' ? Math.max(1, count.unmet) : 0;

export const isClean = ({ verdict, count }: PortfolioAssessment): boolean =>
  verdict === 'met' || (verdict === 'manual' && count.computable > 0 && count.met === count.computable);

export const progressOf = (company: PortfolioCompany): Progress => {
  const next = nextOf(company);
  if (next === undefined) return 'none';
  const failed = failedOf(next);
  if (failed === 0) return isClean(next) ? 'clean' : 'ask';
  return failed === 1 ? 'one' : failed <= 3 ? 'few' : 'many';
};

export interface FunnelStep {
  readonly name: string;
  /** hold this title or a higher one */
  readonly held: number;
  /** hold it, or it is their next step and nothing is failed */
  readonly reachable: number;
}

/** How many have come, or could come next, to each step of the ladder. */
export const funnelOf = ({ companies }: Portfolio): readonly FunnelStep[] =>
  STEPS.map(({ name }, index) => ({
    name,
    held: companies.filter(({ held }) => held > index).length,
    reachable: companies.filter(({ reachable, held }) => Math.max(reachable, held) > index).length,
  }));

export interface Count {
  readonly label: string;
  readonly count: number;
}

const MOST_FAILED = 8;

/** Companies by the number of conditions that their next step still fails. */
export const failedHistogram = ({ companies }: Portfolio): readonly Count[] => {
  const numbers = companies.flatMap((company) => nextOf(company) ?? []).map(failedOf);
  const counts = Array.from({ length: MOST_FAILED + 1 }, (_, failed) => ({
    label: failed === MOST_FAILED ? `≥${failed}项` : `${failed}项`,
    count: numbers.filter((number) => Math.min(number, MOST_FAILED) === failed).length,
  }));
  const last = counts.findLastIndex(({ count }) => count > 0);
  return counts.slice(0, Math.max(last, 3) + 1);
};

/** In 万元; each limit belongs to the bin that it ends. */
const MONEY_LIMITS = [10, 50, 100, 500, 1000, 5000];

/** Distances that can be told in money, by size: one count a distance of a next step. */
export const moneyHistogram = ({ companies }: Portfolio): readonly Count[] => {
  const amounts = companies
    .flatMap((company) => nextOf(company)?.gaps ?? [])
    .flatMap(({ amount, unit }) => (amount !== undefined && unit === '万元' ? [amount] : []));
  if (amounts.length === 0) return [];
  // d3 puts a number on a limit into the upper bin; mirrored, it falls into the lower one
  const bins = bin<number, number>()
    .domain([-Number.MAX_VALUE, 0])
    .thresholds(MONEY_LIMITS.map((limit) => -limit).reverse())(amounts.map((amount) => -amount))
    .reverse();
  return bins.map((found, index) => {
    const [from, to] = [MONEY_LIMITS[index - 1] ?? 0, MONEY_LIMITS[index]];
    const label = to === undefined ? `>${from}` : `≤${to}`;
    return { label, count: found.length };
  });
};

/** 研发费用 of “研发费用（2024年）还差10万元”: what a distance is about, without year and size. */
export const topicOf = ({ text }: PortfolioGap): string => {
  const [head = text] = text.split(/还差|超出|落后|恰在界上/);
  const topic = head
    .replace(/（[^（）]*\d{4}[^（）]*）$/, '')
    .replace(/（实际：.*$/, '')
    .replace(/^不符合：/, '');
  return [...topic].length > 28 ? `${[...topic].slice(0, 27).join('')}…` : topic;
};

export const topicsOf = (company: PortfolioCompany): readonly string[] => [
  ...new Set((nextOf(company)?.gaps ?? []).map(topicOf)),
];

const MOST_TOPICS = 8;

/** What stands in the way most often. */
export const commonGaps = ({ companies }: Portfolio): readonly Count[] => {
  const counts = new Map<string, number>();
  for (const topic of companies.flatMap(topicsOf)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh-CN'))
    .slice(0, MOST_TOPICS);
};
