import { html, type Markup } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { DISCLAIMER } from '../layout.ts';
import style from './client.css';
import { badge, severityBadge } from './html-charts.ts';
import { answerCard, stepSections } from './html-step.ts';
import type { ClientReport, Pitfall, ProgrammeRow, Rung } from './model.ts';
import { tallyText } from './programmes.ts';

const noticeBox = ({ notices }: ClientReport): Markup | undefined =>
  notices.length === 0
    ? undefined
    : html`<div class="notice" role="note" aria-label="先读"><strong>先读</strong><ul>${notices.map(
        ({ programme, text }) => html`<li><b>${programme}</b>：${text}</li>`,
      )}</ul></div>`;

const rungEntry = (entry: ProgrammeRow): Markup =>
  html`<li>${badge(entry.verdict)} ${entry.label}<br><span class="soft">${entry.held ?? `可计算条件${entry.met}/${entry.computable}`}</span></li>`;

const rungItem = (
  rung: Rung,
): Markup => html`<li class="${rung.held ? 'held' : ''} ${rung.isNext ? 'next' : ''}">
${rung.isNext && html`<div class="flag">下一步</div>`}${rung.held && html`<div class="flag">已持有</div>`}
<div class="step">${rung.name}</div>
${rung.entries.length === 0 ? html`<p class="soft small">本次没有评估</p>` : html`<ul>${rung.entries.map(rungEntry)}</ul>`}
</li>
`;

const programmeTable = (rows: readonly ProgrammeRow[]): Markup => html`<table class="wide">
<thead><tr><th scope="col">项目</th><th scope="col">结论</th><th scope="col">可计算条件</th><th scope="col">称号</th><th scope="col">评分</th><th scope="col">效力</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${row.label}</th><td>${badge(row.verdict)}</td><td>${tallyText(row)}</td><td>${row.held ?? ''}</td><td>${row.score ?? ''}</td><td>${row.inForce}</td></tr>
`,
)}</tbody>
</table>`;

const pitfallItem = (pitfall: Pitfall): Markup => html`<article class="pitfall">
<p class="message">${severityBadge(pitfall.severity)} ${pitfall.code}　${pitfall.message}</p>
${pitfall.facts.length > 0 && html`<p class="small">${pitfall.facts.join('；')}</p>`}
${pitfall.place !== '' && html`<p class="small soft">位置：${pitfall.place}</p>`}
${pitfall.why !== undefined && html`<p class="small">为什么要紧：${pitfall.why}</p>`}
${pitfall.fix !== undefined && html`<p class="small">怎么办：${pitfall.fix}</p>`}
${pitfall.citation !== undefined && html`<p class="small soft">出处：${pitfall.citation}${pitfall.basis !== undefined && `（${pitfall.basis}）`}</p>`}
</article>
`;

const NO_PITFALL = '填了的内容里没有发现矛盾和常见问题。';

const pitfallBlock = ({
  pitfalls,
  unchecked,
  remarks,
  checklist,
}: ClientReport): Markup => html`${pitfalls.length === 0 ? html`<p>${NO_PITFALL}</p>` : html`${pitfalls.map(pitfallItem)}`}
${unchecked.length > 0 && html`<h3>缺资料，没有核对的</h3><ul class="small">${unchecked.map(({ topic, name, missing }) => html`<li>${topic} ${name}：缺${missing.join('、')}</li>`)}</ul>`}
${remarks.length > 0 && html`<h3>读档案时的提示</h3>${remarks.map(pitfallItem)}`}
${checklist.length > 0 && html`<details class="screen-only"><summary>填报核对清单（要人看）</summary>${checklist.map(({ step, items }) => html`<h4>${step}</h4><ul class="checks">${items.map(({ code, text }) => html`<li>${text} <span class="soft">（${code}）</span></li>`)}</ul>`)}</details>`}`;

const rulesTable = ({ rules }: ClientReport): Markup => html`<table class="wide">
<thead><tr><th scope="col">项目</th><th scope="col">依据</th><th scope="col">施行</th><th scope="col">效力</th><th scope="col">可信度</th><th scope="col">核对</th></tr></thead>
<tbody>
${rules.map(
  (
    rule,
  ) => html`<tr><th scope="row">${rule.label}</th><td>${rule.source}${rule.notices.map((text) => html`<div class="soft small">注意：${text}</div>`)}</td><td>${rule.period}</td><td>${rule.inForce}</td><td>${rule.confidence}</td><td>${rule.checked}</td></tr>
`,
)}</tbody>
</table>`;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

const sectionsOf = (report: ClientReport): readonly Section[] => [
  {
    id: 'result',
    title: '结论',
    body: html`${report.noStep !== undefined && html`<p>${report.noStep}</p>`}
${report.steps.map(answerCard)}
<ol class="ladder keep" aria-label="梯度，从低到高">
${report.rungs.map(rungItem)}</ol>
<h3>全部项目</h3>
${programmeTable(report.programmes)}`,
  },
  ...report.steps.flatMap((step) => stepSections(step, report.steps.length > 1)),
  {
    id: 'pitfalls',
    title: '注意事项',
    body: pitfallBlock(report),
  },
  { id: 'rules', title: '使用的规则', body: rulesTable(report) },
];

/** The client report as one self-contained HTML file; it has no script. */
export const clientPage = (report: ClientReport): string => {
  const sections = sectionsOf(report);
  const place = report.place === undefined ? '' : `注册地 ${report.place}　`;
  return page({
    title: `${report.name}：专精特新申报预检`,
    style,
    body: html`<a class="skip" href="#main">跳到正文</a>
<header>
<p class="kicker">专精特新申报预检</p>
<h1>${report.name}</h1>
<p class="meta">${place}评估日 ${report.asOf}　上年度 ${report.baseYear}年</p>
<p class="small soft">${DISCLAIMER}</p>
</header>
<main id="main">
${noticeBox(report)}
${report.notes.length > 0 && html`<ul class="notes">${report.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
<nav class="contents screen-only" aria-label="目录"><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${sections.map(
  ({ id, title, body }) => html`<section id="${id}" aria-labelledby="h-${id}">
<h2 id="h-${id}">${title}</h2>
${body}
</section>
`,
)}
</main>
<footer><p>${DISCLAIMER}空白一律是“缺资料”，不当作0，也不当作符合；“待核实”要由人判断。本报告只列差距、矛盾和缺的证明，不建议为了达标改动任何数据。</p></footer>`,
  });
};
