import { VERDICT_WORDS } from '../../base/verdict.ts';
import { html, type Markup, type Part } from '../html/markup.ts';
import { badge } from './html-charts.ts';
import type { CriterionView } from './model.ts';
import { criterionName, remarkLines } from './names.ts';

const line = (label: string, text: Part, kind = ''): Markup =>
  html`<dt>${label}</dt><dd class="${kind}">${text}</dd>`;

/** One criterion with value, threshold, distance, clause and where the figures stand. */
export const criterionCard = (view: CriterionView): Markup => html`<div class="criterion ${view.verdict}">
<p class="name">${badge(view.verdict)} ${criterionName(view)}</p>
<dl>
${view.actual !== undefined && line('实际', view.actual)}
${view.threshold !== undefined && line('要求', view.threshold)}
${view.gaps.map((gap) => line('差距', gap, 'gap'))}
${view.missing.length > 0 && line('还缺', view.missing.join('、'))}
${view.attested !== undefined && line('核验', `人工核验，${view.attested}`)}
${view.remarks.map((remark) => line('说明', remark))}
${view.waivers.map((waiver) => line('豁免', waiver))}
${view.clause !== '' && line('依据', view.clause)}
${view.origin !== '' && line('来处', view.origin)}
</dl>
${view.alternatives.map(criterionCard)}
</div>
`;

/** Every criterion of the programme, in the order of the document. */
export const criteriaTable = (views: readonly CriterionView[]): Markup => html`<table class="wide">
<thead><tr><th scope="col">条件</th><th scope="col">结论</th><th scope="col">实际</th><th scope="col">要求</th><th scope="col">差距与说明</th><th scope="col">依据与来处</th></tr></thead>
<tbody>
${views.map(
  (
    view,
  ) => html`<tr><th scope="row">${criterionName(view)}</th><td>${badge(view.verdict)}</td><td data-label="实际">${view.actual ?? ''}</td><td data-label="要求">${view.threshold ?? ''}</td><td>${remarkLines(view).map((text) => html`<div>${text}</div>`)}</td><td class="small">${view.clause}${view.origin !== '' && html`<div class="soft">${view.origin}</div>`}</td></tr>
`,
)}</tbody>
</table>`;

export const verdictHeading = (verdict: CriterionView['verdict'], count: number): string =>
  verdict === 'manual' ? `待核实，需要人判断（${count}）` : `${VERDICT_WORDS[verdict]}（${count}）`;
