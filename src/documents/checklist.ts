import type { CompanyDocuments } from './company.ts';

/** What 清单.md says of one programme; made by the caller, who assessed it. */
export interface ProgrammeNote {
  readonly name: string;
  readonly id: string;
  readonly source: string;
  readonly window: string;
  /** 预检结论 and the tally */
  readonly verdict: string;
  /** criteria that a person must judge */
  readonly manual: readonly string[];
}

export interface ChecklistFacts {
  readonly company: string;
  readonly asOf: string;
  readonly baseYear: number;
  readonly programmes: readonly ProgrammeNote[];
  readonly notices: readonly string[];
  readonly notes: readonly string[];
  /** inconsistencies found in the profile */
  readonly findings: readonly string[];
  /** 填报核对清单: what a person must look at, step by step */
  readonly steps: ReadonlyArray<{
    readonly step: string;
    readonly items: ReadonlyArray<{ readonly code: string; readonly text: string }>;
  }>;
}

/** A text as one line of Markdown that stays text: no markup, no table cell, no HTML. */
const line = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`)
    .trim();

const list = (items: readonly string[], indent = ''): readonly string[] =>
  items.map((item) => `${indent}- ${line(item)}`);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

/** 清单.md: what was made, what is blank, what needs a person. Depends on the input only, not on the run. */
export const checklistText = (facts: ChecklistFacts, made: CompanyDocuments): string => {
  const blanksIn = made.documents.map((document) => ({
    name: document.name,
    blanks: document.blanks.filter((blank) => !document.checks.includes(blank)),
    checks: document.checks,
  }));
  return `${[
    `# ${line(facts.company)}　申报底稿清单`,
    ...section('先看', list(facts.notices)),
    '',
    `评估日：${facts.asOf}　上年度：${facts.baseYear}年`,
    '预检结果，仅供准备申报材料参考；认定以主管部门为准。全部文件是工作底稿，以培育平台和当次通知为准。',
    ...list(facts.notes),
    ...section(
      '项目',
      facts.programmes.flatMap((programme) => [
        `- ${line(programme.name)}（${programme.id}）：${line(programme.verdict)}`,
        `  - 依据：${line(programme.source)}`,
        `  - 受理：${line(programme.window)}`,
      ]),
    ),
    ...section('档案检查和注意事项', list(facts.findings)),
    ...section(
      '已生成',
      blanksIn.map(
        ({ name, blanks, checks }) =>
          `- ${line(name)}：待补充${blanks.length}处${checks.length === 0 ? '' : `，待核对${checks.length}处`}`,
      ),
    ),
    ...section(
      '没有生成',
      made.skipped.map(({ name, reason }) => `- ${line(name)}：${line(reason)}`),
    ),
    ...section('要人做的', [
      ...facts.programmes.flatMap((programme) =>
        programme.manual.map((text) => `- 由人判断（${line(programme.name)}）：${line(text)}`),
      ),
      ...blanksIn.flatMap(({ name, checks }) =>
        checks.map((check) => `- 核对（${line(name)}）：${line(check)}`),
      ),
      '- 逐份通读，黄底处据实补齐或删除，删去字符数统计和批注；没有的、不属实的不写',
      '- 声明、申请书由企业法定代表人签名并盖章',
    ]),
    ...section(
      '填报核对清单（要人看）',
      facts.steps.flatMap(({ step, items }) => [
        `- ${line(step)}`,
        ...items.map(({ code, text }) => `  - [ ] ${line(text)}（${code}）`),
      ]),
    ),
    ...section(
      '空白',
      blanksIn.flatMap(({ name, blanks }) =>
        blanks.length === 0 ? [] : [`- ${line(name)}`, ...list(blanks, '  ')],
      ),
    ),
  ].join('\n')}\n`;
};
