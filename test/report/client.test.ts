import { describe, expect, it } from 'vitest';
import { clientReport } from '../../src/report/client/build.ts';
import type { CheckResult } from '../../src/report/index.ts';
import { clientHtml, clientMarkdown } from '../../src/report/index.ts';
import { checked } from './support.ts';

const CONDITIONS = `
- {编号: 收入, 要求: 上年度营业收入不低于5000万元, 条款: 第二条, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 5000万元}, 佐证: [审计报告]}
- {编号: 负债, 要求: 资产负债率不高于75%, 条款: 第三条, 可信度: B, 疑义: 口径未见, 判定: {指标: 负债总额, 占: 资产总额, 期间: 上年末, 不高于: 75%}, 佐证: [审计报告, 负债明细]}
- {编号: 异常, 要求: 未列入经营异常名录, 条款: 第一条, 否决: 是, 判定: {字段: 列入经营异常名录, 为: 否}}
- {编号: 知名, 要求: 享有较高知名度, 条款: 第四条, 判定: {判断: 是否知名？, 看: [客户评价]}}
`;
const TEXT = '企业名称: 甲（虚构）\n营业收入: {2025: 4956.8}\n负债总额: {2025: 10}\n列入经营异常名录: 否\n';
const NOTICE = '提示: [不得借助第三方机构申请]\n';

const html = (text: string, more = {}): Promise<string> => clientHtml(checked(CONDITIONS, text, more));
/** The text of one section, tags dropped. */
const section = (page: string, id: string): string => {
  const found = page.split('<section ').find((part) => part.startsWith(`id="${id}"`));
  if (found === undefined) throw new Error(`no section ${id}`);
  return found.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

describe('the client report', () => {
  it('says verdict, counts and what stands in the way first', async () => {
    const result = section(await html(TEXT), 'result');
    expect(result).toMatch(/示例项目（2026年） 不符合 营业收入（2025年）还差43\.2万元（已结账年度，不可补）/);
    expect(result).toMatch(/1 \/3 可计算符合|可计算符合 1 \/3/);
  });

  it('shows 不符合 with value, threshold, gap, clause and origin', async () => {
    const step = section(await html(TEXT), 'step-sample-2026');
    expect(step).toContain('实际 2025年 4956.8万元');
    expect(step).toContain('要求 上年度不低于5000万元');
    expect(step).toContain('差距 营业收入（2025年）还差43.2万元（已结账年度，不可补）');
    expect(step).toContain('依据 示例〔2026〕1号 第二条');
    expect(step).toContain('来处 档案.yaml:2');
  });

  it('shows 缺资料 with what is missing, and no bar for it', async () => {
    const step = section(await html(TEXT), 'step-sample-2026');
    expect(step).toContain('还缺 资产总额（2025年末）');
    expect(step).toMatch(/负债（2025年） 缺资料 不高于75%/);
    expect(step).toContain('疑义：口径未见');
    expect(step).toContain('（可信度B）');
  });

  it('shows 待核实 with the question and what to look at', async () => {
    const step = section(await html(TEXT), 'step-sample-2026');
    expect(step).toContain('待核实，需要人判断（1）');
    expect(step).toContain('是否知名？（看：客户评价）');
  });

  it('asks for what would settle it, with 口径 and 佐证 of the dictionary', async () => {
    const asked = section(await html(TEXT.replace('4956.8', '5000')), 'ask-sample-2026');
    expect(asked).toContain('先问这1项');
    expect(asked).toMatch(/资产总额（2025年末） .*负债 $/);
  });

  it('asks nothing where the verdict is settled', async () => {
    expect(section(await html(TEXT), 'ask-sample-2026')).toContain('结论已经确定，不必为它再补资料');
  });

  it('lists each paper once, with what it proves', async () => {
    const papers = section(await html(TEXT), 'proof-sample-2026');
    expect(papers).toMatch(/审计报告 （收入、负债）/);
    expect(papers).toMatch(/负债明细 （负债）/);
  });

  it('leaves out of the evidence what is 不适用', () => {
    const conditions = `
- {编号: 甲, 要求: 甲, 条款: 一, 判定: {判断: 好？}, 佐证: [甲证]}
- {编号: 乙, 要求: 乙, 条款: 二, 佐证: [乙证], 分支: [{当: {字段: 列入经营异常名录, 为: 是}, 则: {判定: {判断: 好？}}}]}
`;
    const [step] = clientReport(checked(conditions, '企业名称: 甲\n列入经营异常名录: 否\n')).steps;
    expect(step?.all.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['甲', 'manual'],
      ['乙', 'na'],
    ]);
    expect(step?.evidence).toEqual([{ paper: '甲证', criteria: ['甲'] }]);
  });

  it('names rules with document, dates, confidence and day of the check', async () => {
    const rules = section(await html(TEXT), 'rules');
    expect(rules).toContain('示例〔2026〕1号');
    expect(rules).toContain('2026-01-01起施行');
    expect(rules).toContain('A：两处以上印证或全文在手');
    expect(rules).toContain('2026-11-21核对');
  });

  it('says that it is a pre-check, and never to change a figure', async () => {
    const page = await html(TEXT);
    expect(page).toContain('认定以主管部门为准');
    expect(page.replace('不建议为了达标改动任何数据', '')).not.toMatch(/改为|改成|调整为|建议填|应填/);
  });
});

describe('notices', () => {
  const tiers = (key: boolean, next: boolean): CheckResult => {
    const near = checked(CONDITIONS, TEXT, { chosen: false });
    const far = checked(CONDITIONS, TEXT, { rest: '提示: [不得借助第三方机构申请, 第二条提示]\n' });
    const [one, two] = [near.assessments[0], far.assessments[0]];
    if (one === undefined || two === undefined) throw new Error('no assessment');
    const assessments = [
      {
        ...one,
        assessment: {
          ...one.assessment,
          edition: { ...one.assessment.edition, tier: '小巨人' as const, notices: ['小巨人提示'] },
        },
      },
      {
        ...two,
        assessment: {
          ...two.assessment,
          edition: { ...two.assessment.edition, id: 'key', tier: '重点小巨人' as const },
        },
      },
    ];
    return { ...near, assessments: assessments.slice(next ? 1 : 0, key ? 2 : 1) };
  };

  it('of 重点“小巨人” come first, even where it is not the next step', () => {
    expect(clientReport(tiers(true, false)).notices.map(({ text }) => text)).toEqual([
      '不得借助第三方机构申请',
      '小巨人提示',
    ]);
  });

  it('of 重点“小巨人” are all there where it is the next step', () => {
    expect(clientReport(tiers(true, true)).notices.map(({ text }) => text)).toEqual([
      '不得借助第三方机构申请',
      '第二条提示',
    ]);
  });

  it('stand before the answer on the page', async () => {
    const page = await html(TEXT, { rest: NOTICE });
    expect(page.indexOf('<strong>先读</strong>')).toBeGreaterThan(0);
    expect(page.indexOf('<strong>先读</strong>')).toBeLessThan(page.indexOf('id="result"'));
  });

  it('mark the rungs held, next and not assessed', () => {
    const rungs = clientReport(tiers(true, false)).rungs.map(({ isNext, entries }) => [
      isNext,
      entries.length,
    ]);
    expect(rungs).toEqual([
      [false, 0],
      [false, 0],
      [true, 1],
      [false, 1],
    ]);
  });
});

describe('a hostile profile', () => {
  const NAME = '</title></style><script>alert(1)</script><img src=x onerror=alert(2)>"\'&\u202e';
  const hostile = `企业名称: ${JSON.stringify(NAME)}\n注册地: '"><svg onload=alert(3)>'\n列入经营异常名录: 否\n`;

  it('cannot put markup into the page', async () => {
    const page = await html(hostile);
    expect(page).not.toMatch(/<script|<img|<svg onload|\u202e/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  });

  it('cannot put markup into Markdown', async () => {
    const text = await clientMarkdown(checked(CONDITIONS, hostile));
    expect(text).not.toMatch(/[^\\]<script/);
    expect(text).toContain('\\<script\\>');
  });
});

describe('the page', () => {
  it('is one file that connects to nothing, in Chinese, without a script', async () => {
    const page = await html(TEXT);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|\ssrc=|url\(|@import|<script|\son\w+=|\sstyle=/);
  });

  it('has headings in order, none left out', async () => {
    const levels = [...(await html(TEXT)).matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('is the same for the same input', async () => {
    expect(await html(TEXT)).toBe(await html(TEXT));
  });
});

describe('Markdown', () => {
  it('keeps every table row at its number of columns', async () => {
    const text = await clientMarkdown(checked(CONDITIONS, `${TEXT}注册地: "广西|南宁"\n`));
    const blocks = text.split('\n\n').filter((block) => block.startsWith('| '));
    expect(blocks.length).toBeGreaterThan(6);
    for (const block of blocks) {
      const rows = block.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).size).toBe(1);
    }
  });
});
