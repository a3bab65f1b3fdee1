import { VERDICT_WORDS } from '../../base/verdict.ts';
import { html, type Markup } from '../html/markup.ts';
import { headlines } from './headline.ts';
import { barTable, radarSvg } from './html-charts.ts';
import { criteriaTable, criterionCard, verdictHeading } from './html-criterion.ts';
import type { Step } from './model.ts';

const count = (label: string, value: number | string, of?: number): Markup =>
  html`<div><dt>${label}</dt><dd>${value}${of !== undefined && html`<small>/${of}</small>`}</dd></div>`;

/** The answer at a glance: verdict, counts, and what stands in the way. */
export const answerCard = (step: Step): Markup => {
  const { row } = step;
  const lines = headlines(step);
  const clean = row.verdict === 'manual' && row.computable > 0 && row.met === row.computable;
  return html`<div class="answer ${row.verdict} keep">
<div>
<h3>${row.label}</h3>
<p class="word ${row.verdict}">${VERDICT_WORDS[row.verdict]}${clean && html` <small>可计算条件全部符合，其余须人工核实</small>`}</p>
${lines.length > 0 && html`<ul>${lines.map((text) => html`<li>${text}</li>`)}</ul>`}
</div>
<dl class="counts">${count('可计算符合', row.met, row.computable)}${count('不符合', row.unmet)}${count('缺资料', row.unknown)}${count('待核实', row.manual)}</dl>
</div>
`;
};

const decisiveList = (
  step: Step,
): Markup => html`${step.appliesTo !== undefined && html`<h4>适用对象</h4>${criterionCard(step.appliesTo)}`}
${step.decisive.map(
  ({ verdict, criteria }) => html`<h4>${verdictHeading(verdict, criteria.length)}</h4>
${criteria.map(criterionCard)}`,
)}
${step.settled.map(({ verdict, names }) => html`<h4>${verdictHeading(verdict, names.length)}</h4><p class="small">${names.join('、')}</p>`)}
${step.factors.length > 0 && html`<h4>评分因素（计分参考，不是门槛）</h4>${step.factors.map(criterionCard)}`}`;

const scoreBlock = (step: Step): Markup | undefined => {
  const { score } = step;
  if (score === undefined) return undefined;
  const radar = radarSvg(score.axes);
  return html`<h3>评分：${score.text}</h3>
<div class="${radar === undefined ? '' : 'score'}">
${radar !== undefined && html`<figure class="keep">${radar}<figcaption class="legend">每条轴从0到该部分满分；实线是已能确定的分，虚线是资料补齐后还可能达到的最高分。</figcaption></figure>`}
<table class="wide"><thead><tr><th scope="col">部分</th><th scope="col">指标</th><th scope="col" class="num">得分</th><th scope="col">依据的数</th></tr></thead>
<tbody>
${score.items.map(
  ([
    part,
    item,
    points,
    seen,
  ]) => html`<tr><td>${part}</td><th scope="row">${item}</th><td class="num">${points}</td><td>${seen}</td></tr>
`,
)}</tbody></table>
</div>`;
};

const questionBlock = (step: Step): Markup => html`${
  step.questions.length === 0
    ? html`<p>${step.row.unknown === 0 ? '没有要补的资料。' : '结论已经确定，不必为它再补资料。'}</p>`
    : html`<table class="wide"><caption>先问这${step.questions.length}项：能定结论的最少一组，按关系到的条件数排列</caption>
<thead><tr><th scope="col">要问的</th><th scope="col">口径</th><th scope="col">凭什么证明</th><th scope="col">关系到的条件</th></tr></thead>
<tbody>
${step.questions.map(
  (
    question,
  ) => html`<tr><th scope="row">${question.label}</th><td data-label="口径">${question.basis ?? ''}</td><td data-label="证明">${question.proof ?? ''}</td><td data-label="条件">${question.settles.join('、')}</td></tr>
`,
)}</tbody></table>`
}
${step.alsoMissing.length > 0 && html`<h3>其余没有填的（${step.alsoMissing.length}）</h3><p class="small">${step.alsoMissing.join('、')}</p>`}`;

const evidenceBlock = (step: Step): Markup => html`<ul class="checks">${step.evidence.map(
  ({ paper, criteria }) => html`<li>${paper} <span class="soft">（${criteria.join('、')}）</span></li>`,
)}</ul>
${step.papers.length > 0 && html`<h3>文件列明的申报资料</h3><ul class="checks">${step.papers.map((paper) => html`<li>${paper}</li>`)}</ul>`}`;

/** Details, missing facts and evidence of one programme; titles say which where there are several. */
export const stepSections = (
  step: Step,
  several: boolean,
): ReadonlyArray<{ id: string; title: string; body: Markup }> => {
  const { id, label } = step.row;
  const which = several ? `：${label}` : '';
  return [
    {
      id: `step-${id}`,
      title: label,
      body: html`<dl class="facts">${step.facts.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
<h3>决定结论的条件</h3>
${decisiveList(step)}
${step.bars.length > 0 && html`<h3>离门槛多远</h3>${barTable(step.bars)}`}
${scoreBlock(step)}
<details><summary>全部条件（${step.all.length}条，按文件顺序）</summary>
${criteriaTable(step.all)}
</details>`,
    },
    { id: `ask-${id}`, title: `要补的资料${which}`, body: questionBlock(step) },
    { id: `proof-${id}`, title: `佐证清单${which}`, body: evidenceBlock(step) },
  ];
};
