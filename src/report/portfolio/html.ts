import { SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import { IN_FORCE_WORDS } from '../../policy/index.ts';
import { html, jsonMarkup, type Markup } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { DISCLAIMER } from '../layout.ts';
import { commonGaps, failedHistogram, funnelOf, moneyHistogram, PROGRESS, type Progress } from './figures.ts';
import { funnel, gapList, histogram } from './html-charts.ts';
import { companyTable } from './html-table.ts';
import type { Portfolio, PortfolioTotals } from './model.ts';
import style from './portfolio.css';
import { type Row, rowsOf } from './row.ts';
import script from './table.browser.js';

const CARDS: readonly Progress[] = ['clean', 'ask', 'one', 'few', 'many'];

const cards = (rows: readonly Row[]): Markup => html`<ul class="cards" aria-label="下一步的进展">
${CARDS.map((progress) => {
  const count = rows.filter((row) => row.progress === progress).length;
  return html`<li class="${progress}"><button type="button" data-progress="${progress}" aria-pressed="false"><b>${count}</b><span>${PROGRESS[progress]}</span></button></li>
`;
})}</ul>`;

const charts = (portfolio: Portfolio): Markup => {
  const total = portfolio.companies.length;
  const money = moneyHistogram(portfolio);
  const gaps = commonGaps(portfolio);
  return html`<section class="charts" aria-label="总览">
<div class="chart ladder"><h2>梯度</h2>${funnel(funnelOf(portfolio), total)}</div>
<div class="chart"><h2>下一步还差几项</h2>${histogram(failedHistogram(portfolio), '下一步不符合的可计算条件数')}<p class="legend">按下一步不符合的可计算条件数分，单位：家。</p></div>
${money.length > 0 && html`<div class="chart"><h2>还差多少钱（万元）</h2>${histogram(money, '以金额计的差距')}<p class="legend">每项以金额计的差距算一次；已结账年度的不可补。</p></div>`}
${gaps.length > 0 && html`<div class="chart"><h2>最常差的</h2>${gapList(gaps, total)}</div>`}
</section>`;
};

const rules = ({ programmes }: PortfolioTotals): Markup => html`<section><h2>使用的规则</h2>
<table class="wide"><thead><tr><th scope="col">项目</th><th scope="col">依据</th><th scope="col">施行</th><th scope="col">效力</th><th scope="col">资金</th></tr></thead>
<tbody>
${programmes.map(
  (
    item,
  ) => html`<tr><th scope="row">${item.name}</th><td>${item.sources.map((source) => html`<div>${source}</div>`)}${item.notes.map((note) => html`<div class="soft small">注意：${note}</div>`)}</td><td>${item.period}</td><td>${IN_FORCE_WORDS[item.inForce]}</td><td>${item.money.map((text) => html`<div>${text}</div>`)}</td></tr>
`,
)}</tbody></table></section>`;

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Words that the script shows, so that they stand in one place. */
const WORDS = { verdicts: VERDICT_WORDS, severities: SEVERITY_WORDS };

/** The whole client list as one self-contained page. */
export const portfolioPage = (portfolio: Portfolio): string => {
  const { totals, companies } = portfolio;
  const rows = rowsOf(portfolio);
  const key = totals.programmes
    .filter(({ rung }) => rung === 4)
    .flatMap(({ notices }) => notices.slice(0, 1));
  const read = `${companies.length}家${totals.partial > 0 ? `，其中${totals.partial}家有格子没读到` : ''}${totals.refused > 0 ? `，另有${totals.refused}行没有收` : ''}`;
  return page({
    title: `客户名单筛查 ${totals.asOf}`,
    style,
    script,
    data: jsonMarkup({ rows, words: WORDS }),
    body: html`<a class="skip" href="#companies">跳到企业表</a>
<header>
<p class="kicker">专精特新客户名单筛查</p>
<h1>${fileName(totals.file)}</h1>
<p class="meta">评估日 ${totals.asOf}　${read}</p>
<p class="small soft">${DISCLAIMER}</p>
${key.map((text) => html`<p class="notice"><b>重点“小巨人”</b>：${text}</p>`)}
</header>
<main>
${cards(rows)}
${charts(portfolio)}
<section><h2>企业</h2>
${companyTable(rows)}
</section>
${rules(totals)}
</main>
<footer><p>${DISCLAIMER}空白一律是“缺资料”，不当作0，也不当作符合；“待核实”要由人判断。</p></footer>`,
  });
};
