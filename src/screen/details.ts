import type { Assessment, CriterionResult } from '../assess/index.ts';
import { VERDICT_WORDS } from '../base/verdict.ts';
import type { Criterion } from '../policy/index.ts';
import { csvField } from '../table/index.ts';
import { ownGaps } from './gaps.ts';

/** Columns of 明细: one row a company and criterion. */
export const DETAIL_COLUMNS = [
  '原行号',
  '企业名称',
  '项目',
  '条件',
  '结论',
  '实际',
  '要求',
  '差距',
  '条款',
  '说明',
] as const;

const GROUP_WORDS: Readonly<Record<string, string>> = {
  any: '〔任一〕',
  atLeast: '〔几选几〕',
  readings: '〔读法〕',
  branches: '〔分档〕',
};

const remarksOf = ({ criterion, outcome, waivedBy, attested }: CriterionResult): string => {
  const remarks = [...(outcome?.remarks ?? [])];
  if (attested !== undefined)
    remarks.unshift(`人工核验${attested.basis === undefined ? '' : `：${attested.basis}`}`);
  if (waivedBy !== undefined) remarks.unshift(`因“${waivedBy.criterion.text}”免于考察`);
  if (criterion.confidence !== 'A') remarks.push(`依据可信度${criterion.confidence}`);
  return remarks.join('；');
};

/** What is the same for every company, ready for the file. */
interface Fixed {
  readonly texts: Map<string, string>;
  readonly clause: string;
}
const fixed = new WeakMap<Criterion, Fixed>();

const fixedOf = (criterion: Criterion): Fixed => {
  const known = fixed.get(criterion);
  if (known !== undefined) return known;
  const made = { texts: new Map<string, string>(), clause: csvField(criterion.clause) };
  fixed.set(criterion, made);
  return made;
};

const textOf = (criterion: Criterion, prefix: string): string => {
  const { texts } = fixedOf(criterion);
  const known = texts.get(prefix);
  if (known !== undefined) return known;
  const made = csvField(prefix + criterion.text);
  texts.set(prefix, made);
  return made;
};

/** Gathers the rows of 明细 as CSV text. */
export class DetailWriter {
  readonly #names: ReadonlyMap<string, string>;
  #text = '';
  rows = 0;

  /** @param names programme names by edition id */
  constructor(names: ReadonlyMap<string, string>) {
    this.#names = new Map([...names].map(([id, name]) => [id, csvField(name)]));
  }

  add(row: number, company: string, assessments: readonly Assessment[]): void {
    const start = `${row},${csvField(company)},`;
    for (const { edition, appliesTo, root } of assessments) {
      const lead = `${start}${this.#names.get(edition.id) ?? csvField(edition.name)},`;
      if (appliesTo !== undefined) this.#lines(appliesTo, '〔适用范围〕', lead);
      this.#lines(root, '', lead);
    }
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** 全部 groups dissolve into their parts; other groups keep a line of their own above their marked parts. */
  #lines(result: CriterionResult, prefix: string, lead: string): void {
    const { combine, parts } = result;
    if (parts.length === 0 || combine !== 'all') this.#line(result, prefix, lead);
    const mark = combine === undefined || combine === 'all' ? prefix : prefix + (GROUP_WORDS[combine] ?? '');
    for (const part of parts) this.#lines(part, mark, lead);
  }

  #line(result: CriterionResult, prefix: string, lead: string): void {
    const { criterion, outcome } = result;
    const actual = outcome?.actual === undefined ? '' : csvField(outcome.actual);
    const threshold = outcome?.threshold === undefined ? '' : csvField(outcome.threshold);
    const gaps = csvField(ownGaps(result));
    const remarks = csvField(remarksOf(result));
    this.#text += `${lead}${textOf(criterion, prefix)},${VERDICT_WORDS[result.verdict]},${actual},${threshold},${gaps},${fixedOf(criterion).clause},${remarks}\r\n`;
    this.rows += 1;
  }
}
