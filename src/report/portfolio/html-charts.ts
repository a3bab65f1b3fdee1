import { scaleBand, scaleLinear } from 'd3-scale';
import { html, type Markup } from '../html/markup.ts';
import type { Count, FunnelStep } from './figures.ts';

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
const percent = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${Math.round((part / whole) * 1000) / 10}%`;

const centred = (kind: string, width: number): Markup =>
  html`<rect class="${kind}" x="${50 - width / 2}%" width="${width}%" y="2" height="26"/>`;

/** Steps of the ladder from the bottom up; outer bar: hold or could reach, inner: hold. */
export const funnel = (steps: readonly FunnelStep[], total: number): Markup => html`<ol class="funnel">
${steps.map(
  ({ name, held, reachable }) => html`<li><span class="name">${name}</span>
<svg width="100%" height="30" role="img" aria-label="${name}：已持有${held}家，持有或下一步没有不符合的${reachable}家，共${total}家">${centred('reachable', share(reachable, total))}${centred('held', share(held, total))}</svg>
<span class="figures"><b>${reachable}</b>家（${percent(reachable, total)}），其中已持有${held}</span></li>
`,
)}</ol>
<p class="legend">外圈是持有这一级或下一步就是它而没有不符合的企业，内圈是已持有这一级或更高一级的企业。</p>`;

const HEIGHT = 130;
const TOP = 18;
const BOTTOM = 20;

/** Columns over named bins; positions across are percentages, so that the text keeps its size at any width. */
export const histogram = (counts: readonly Count[], label: string): Markup => {
  const across = scaleBand(
    counts.map((count) => count.label),
    [0, 100],
  ).padding(0.16);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const up = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]);
  const summary = counts.map((item) => `${item.label} ${item.count}家`).join('，');
  return html`<svg class="histogram" width="100%" height="${HEIGHT}" role="img" aria-label="${label}：${summary}">
<line class="grid" x1="0" x2="100%" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>
${counts.map((item) => {
  const x = across(item.label) ?? 0;
  const middle = x + across.bandwidth() / 2;
  const y = Math.round(up(item.count) * 100) / 100;
  return html`<rect class="column" x="${x.toFixed(3)}%" width="${across.bandwidth().toFixed(3)}%" y="${y}" height="${HEIGHT - BOTTOM - y}"/><text class="count" x="${middle.toFixed(3)}%" y="${y - 5}" text-anchor="middle">${item.count}</text><text class="label" x="${middle.toFixed(3)}%" y="${HEIGHT - 5}" text-anchor="middle">${item.label}</text>`;
})}
</svg>`;
};

/** What stands in the way most often; with a script each line filters the table. */
export const gapList = (counts: readonly Count[], total: number): Markup => {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return html`<ul class="topics">
${counts.map(
  ({
    label,
    count,
  }) => html`<li><button type="button" data-topic="${label}" aria-pressed="false"><span class="name">${label}</span><svg width="100%" height="10" aria-hidden="true"><rect class="column" width="${share(count, most)}%" height="10"/></svg><span class="figures">${count}家（${percent(count, total)}）</span></button></li>
`,
)}</ul>`;
};
