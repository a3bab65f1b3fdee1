import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { clientHtml, portfolioHtml } from '../../src/report/index.ts';
import { company, MIXED, portfolio } from './portfolio-sample.ts';
import { checked } from './support.ts';

const CHROMIUM = '/usr/bin/chromium';
const CONDITIONS = `
- {编号: 收入, 要求: 收入, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 5000万元}}
- {编号: 知名, 要求: 知名, 条款: 二, 判定: {判断: 是否知名？}}
`;

describe.skipIf(!existsSync(CHROMIUM))('in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-page-'));
  let browser: Browser;
  let written = 0;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the text as a file; anything the browser complains of fails the test. */
  const open = async (text: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    written += 1;
    const path = join(folder, `${written}.html`);
    writeFileSync(path, text);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    onTestFinished(async () => {
      expect(complaints).toEqual([]);
      await context.close();
    });
    await page.goto(pathToFileURL(path).href);
    return page;
  };
  const names = (page: Page): Promise<string[]> => page.locator('#companies tbody th button').allInnerTexts();
  const short = async (page: Page): Promise<string> => (await names(page)).map((name) => name[0]).join('');

  const client = (): Promise<string> =>
    clientHtml(checked(CONDITIONS, '企业名称: "<script>alert(1)</script>"\n营业收入: {2025: 4000}\n'));

  it('the client report opens without a complaint, light and dark, wide and narrow', async () => {
    const text = await client();
    const background = (page: Page): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await open(text, { viewport: { width: 1200, height: 800 } });
    expect(await light.title()).toBe('<script>alert(1)</script>：专精特新申报预检');
    expect(await background(light)).toBe('rgb(251, 250, 247)');
    const dark = await open(text, { colorScheme: 'dark', viewport: { width: 360, height: 800 } });
    expect(await background(dark)).toBe('rgb(20, 24, 30)');
    expect(await dark.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('the client report draws 4000 of 5000 to four fifths of the way to the threshold', async () => {
    const page = await open(await client());
    const box = async (selector: string) => {
      const found = await page.locator(selector).first().boundingBox();
      if (found === null) throw new Error(selector);
      return found;
    };
    const [track, bar] = [await box('svg.bar .track'), await box('svg.bar .unmet')];
    expect(bar.width / track.width).toBeCloseTo(0.4, 2);
  });

  it('both print to PDF, what is folded included', async () => {
    const page = await open(await client());
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details table').first().isVisible()).toBe(true);
    for (const text of [await client(), await portfolioHtml(portfolio(MIXED))]) {
      const printed = await (await open(text)).pdf({ preferCSSPageSize: true });
      expect(printed.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
  });

  it('the portfolio sorts both ways, by mouse and by keyboard', async () => {
    const page = await open(await portfolioHtml(portfolio(MIXED)));
    expect(await short(page)).toBe('甲乙丙丁戊');
    const unmet = page.locator('[data-sort="unmet"]');
    await unmet.click();
    // 戊 has no next step and comes last either way
    expect(await short(page)).toBe('甲乙丙丁戊');
    await unmet.focus();
    await page.keyboard.press('Enter');
    expect(await short(page)).toBe('丁丙甲乙戊');
    expect(await page.locator('th', { has: unmet }).getAttribute('aria-sort')).toBe('descending');
  });

  it('the portfolio filters by text, by choice and by chart, and clears', async () => {
    const page = await open(await portfolioHtml(portfolio(MIXED)));
    await page.getByLabel('查找').fill('浙江 研发');
    expect(await short(page)).toBe('丙');
    await page.getByRole('button', { name: '清除' }).click();
    expect(await short(page)).toBe('甲乙丙丁戊');
    await page.getByLabel('地区').selectOption('浙江省');
    expect(await short(page)).toBe('甲丙');
    await page.locator('[data-topic="研发费用"]').click();
    expect(await short(page)).toBe('丙');
    expect(await page.locator('output').innerText()).toBe('1家，共5家');
    await page.getByRole('button', { name: '清除' }).click();
    await page.locator('[data-progress="clean"]').press('Space');
    expect(await short(page)).toBe('甲');
  });

  it('the portfolio unfolds a company by keyboard', async () => {
    const page = await open(await portfolioHtml(portfolio(MIXED)));
    const toggle = page.getByRole('button', { name: '丙（虚构）公司' });
    await toggle.press('Enter');
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#more-3').innerText()).toContain('P08.1 主营业务收入大于营业收入');
    await toggle.press('Enter');
    expect(await page.locator('#more-3').count()).toBe(0);
  });

  it('the portfolio holds ten thousand companies, a page at a time', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => company(index + 2, `第${index + 1}家`));
    const page = await open(await portfolioHtml(portfolio(many)));
    expect(await page.locator('.pages').innerText()).toBe('第1页，共100页');
    await page.getByRole('button', { name: '下一页' }).click();
    expect((await names(page))[0]).toBe('第101家');
    await page.getByLabel('查找').fill('第9999家');
    expect(await names(page)).toEqual(['第9999家']);
  });

  it('the portfolio is readable with scripts off', async () => {
    const page = await open(await portfolioHtml(portfolio(MIXED)), { javaScriptEnabled: false });
    expect(await page.locator('#companies tbody tr').count()).toBe(5);
    expect(await page.locator('.filters').isVisible()).toBe(false);
  });
});
