import { describe, expect, it } from 'vitest';
import { portfolioHtml } from '../../src/report/index.ts';
import {
  commonGaps,
  failedHistogram,
  funnelOf,
  moneyHistogram,
  progressOf,
  topicOf,
} from '../../src/report/portfolio/figures.ts';
import { rowsOf } from '../../src/report/portfolio/row.ts';
import { assessed, company, MIXED, money, portfolio } from './portfolio-sample.ts';

const next = (...[verdict, counts]: [Parameters<typeof assessed>[1], Parameters<typeof assessed>[2]]) =>
  progressOf(company(2, '甲', { next: 'step-1', programmes: [assessed('step-1', verdict, counts)] }));

describe('progress', () => {
  it('is told from the verdict and the computable criteria', () => {
    expect(next('met', [8, 0, 0, 0])).toBe('clean');
    expect(next('manual', [8, 0, 0, 2])).toBe('clean');
    expect(next('manual', [7, 0, 1, 2])).toBe('ask');
    expect(next('unknown', [7, 0, 1, 0])).toBe('ask');
    expect(next('unmet', [7, 1, 0, 0])).toBe('one');
    expect(next('unmet', [6, 2, 0, 0])).toBe('few');
    expect(next('unmet', [5, 3, 0, 0])).toBe('few');
    expect(next('unmet', [4, 4, 0, 0])).toBe('many');
    expect(progressOf(company(2, '甲'))).toBe('none');
  });

  it('never counts blanks as complete: nothing computable is not all of it', () => {
    expect(next('manual', [0, 0, 0, 2])).toBe('ask');
  });

  it('lacks at least one thing where the whole fails', () => {
    expect(next('unmet', [8, 0, 0, 0])).toBe('one');
  });
});

describe('the funnel', () => {
  it('counts titles held, and next steps that nothing bars, and narrows upwards', () => {
    expect(funnelOf(portfolio(MIXED)).map(({ held, reachable }) => [held, reachable])).toEqual([
      [3, 4],
      [1, 2],
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('the gap histograms', () => {
  it('count companies by failed conditions, those without a next step left out', () => {
    expect(failedHistogram(portfolio(MIXED))).toEqual([
      { label: '0项', count: 2 },
      { label: '1项', count: 1 },
      { label: '2项', count: 0 },
      { label: '3项', count: 1 },
    ]);
    const many = company(2, '甲', {
      next: 'step-1',
      programmes: [assessed('step-1', 'unmet', [0, 12, 0, 0])],
    });
    expect(failedHistogram(portfolio([many])).at(-1)).toEqual({ label: '≥8项', count: 1 });
  });

  it('put an amount that is a limit into the bin that it ends', () => {
    expect(moneyHistogram(portfolio(MIXED))).toEqual([
      { label: '≤10', count: 1 },
      { label: '≤50', count: 1 },
      { label: '≤100', count: 0 },
      { label: '≤500', count: 0 },
      { label: '≤1000', count: 0 },
      { label: '≤5000', count: 0 },
      { label: '>5000', count: 1 },
    ]);
  });

  it('show no money where no gap is told in money', () => {
    expect(moneyHistogram(portfolio(MIXED.slice(0, 2)))).toEqual([]);
  });

  it('name what is short, without year and size, most frequent first', () => {
    expect(commonGaps(portfolio(MIXED))).toEqual([
      { label: '研发费用', count: 2 },
      { label: '营业收入', count: 1 },
    ]);
    expect(topicOf(money('研发费用', 3))).toBe('研发费用');
    expect(topicOf({ text: '不符合：未列入名录（实际：是）', closed: false })).toBe('未列入名录');
  });
});

describe('a row', () => {
  const rows = rowsOf(portfolio(MIXED));

  it('says what is decisive, else what to ask', () => {
    expect(rows.map(({ point }) => point)).toEqual([
      '可计算条件全部符合，其余待人核实',
      '先问：营业收入（2025年）',
      '研发费用（2025年）还差10万元（已结账年度，不可补）',
      '研发费用（2025年）还差10.5万元（已结账年度，不可补）（另1项）',
      '',
    ]);
  });

  it('knows the province, or says that it does not', () => {
    expect(rows.map(({ province }) => province)).toEqual([
      '浙江省',
      '广西壮族自治区',
      '浙江省',
      '（看不出省份）',
      '（看不出省份）',
    ]);
  });
});

describe('the page', () => {
  it('says the notice of 重点“小巨人” before anything else', async () => {
    const page = await portfolioHtml(portfolio(MIXED));
    const at = page.indexOf('不得借助第三方机构申请');
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(page.indexOf('<main>'));
    expect(page.slice(0, page.indexOf('<main>'))).not.toContain('其他提示');
  });

  it('says something without its script: the first hundred companies, and that there are more', async () => {
    const many = Array.from({ length: 130 }, (_, index) => company(index + 2, `第${index + 1}家`));
    const page = await portfolioHtml(portfolio(many));
    const body = page.slice(0, page.indexOf('<script'));
    expect(body).toContain('第100家');
    expect(body).not.toContain('第101家');
    expect(body).toContain('其余30家见结果工作簿');
  });

  it('connects to nothing, and lets no client text become markup or end the script', async () => {
    const page = await portfolioHtml(portfolio([company(2, '</script><script>alert(1)</script><!--\u2028')]));
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toMatch(/https?:|\ssrc=|@import|\son\w+=|\sstyle=|<!--/);
  });
});
