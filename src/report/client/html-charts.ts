import { SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { VERDICT_WORDS, type Verdict } from '../../base/verdict.ts';
import { BAR_TICKS, type Bar, barOf, figureText, shareText, THRESHOLD_AT } from '../chart/bar.ts';
import { type Axis, radarOf } from '../chart/radar.ts';
import { html, Markup, type Part } from '../html/markup.ts';
import type { BarRow } from './model.ts';
import { barName } from './names.ts';

export const badge = (verdict: Verdict): Markup =>
  html`<span class="badge ${verdict}">${VERDICT_WORDS[verdict]}</span>`;
export const severityBadge = (severity: keyof typeof SEVERITY_WORDS): Markup =>
  html`<span class="badge ${severity}">${SEVERITY_WORDS[severity]}</span>`;

const HEIGHT = 18;

const rect = (kind: string, from: number, to: number, y: number, height: number): Markup =>
  html`<rect class="${kind}" x="${from}%" y="${y}" width="${Math.max(0, to - from)}%" height="${height}"/>`;

/** Positions are percentages, so that the bar fits any width without its text being scaled. */
const barSvg = (
  bar: Bar,
  tone: string,
  label: string,
): Markup => html`<svg class="bar" width="100%" height="${HEIGHT}" role="img" aria-label="${label}">
${rect('track', 0, 100, 2, HEIGHT - 4)}
${bar.good === 'right' ? rect('zone', THRESHOLD_AT, 100, 2, HEIGHT - 4) : rect('zone', 0, THRESHOLD_AT, 2, HEIGHT - 4)}
${bar.solid > 0 && rect(tone, 0, bar.solid, 5, HEIGHT - 10)}
${bar.open !== undefined && rect(`${tone} open`, bar.open.from, bar.open.to, 5, HEIGHT - 10)}
<line class="limit" x1="${THRESHOLD_AT}%" x2="${THRESHOLD_AT}%" y1="0" y2="${HEIGHT}"/>
${bar.beyond && html`<svg x="100%" overflow="visible"><path class="more" d="M3 4l5 5l-5 5"/></svg>`}
${bar.negative && html`<svg x="0" overflow="visible"><path class="more" d="M-3 4l-5 5l5 5"/></svg>`}
</svg>`;

const scaleSvg = (): Markup => html`<svg class="scale" width="100%" height="14" aria-hidden="true">
${BAR_TICKS.map(({ at, text }) => html`<text x="${at}%" y="11" text-anchor="${at === 0 ? 'start' : at === 100 ? 'end' : 'middle'}">${text}</text>`)}
</svg>`;

const toneOf = ({ distance: { stand } }: BarRow): string =>
  stand.state !== 'known' || stand.met === undefined ? 'unsure' : stand.met ? 'met' : 'unmet';

const barCell = (row: BarRow): Part => {
  const bar = barOf(row.distance);
  if (bar === undefined) {
    const { stand } = row.distance;
    if (stand.state === 'missing') return badge('unknown');
    return stand.state === 'undefined'
      ? badge('manual')
      : html`<span class="soft small">门槛不大于0，不画图</span>`;
  }
  const label = `实际为门槛的${shareText(row.distance)}${bar.good === 'left' ? '（不超过门槛为符合）' : ''}`;
  return barSvg(bar, toneOf(row), label);
};

/** Actual against threshold, every figure on one scale on which the threshold is the middle line. */
export const barTable = (rows: readonly BarRow[]): Markup => html`<table class="bars wide">
<colgroup><col class="c-name"><col class="c-actual"><col class="c-bar"><col class="c-share"><col></colgroup>
<thead><tr><th scope="col">条件</th><th scope="col">实际</th><th scope="col">${scaleSvg()}<span class="unseen">与门槛之比的图</span></th><th scope="col" class="num">比门槛</th><th scope="col">要求</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${barName(row)}</th><td data-label="实际">${row.distance.stand.state === 'known' ? figureText(row.distance) : row.distance.stand.state === 'undefined' ? row.distance.stand.reason : ''}</td><td>${barCell(row)}</td><td class="num" data-label="比门槛">${shareText(row.distance)}</td><td data-label="要求">${row.distance.bound.text}</td></tr>
`,
)}</tbody>
</table>
<p class="legend">每条的门槛都画在正中；浅绿底是符合的一侧。淡色段是资料不全时还可能达到的范围，箭头表示超出图外。</p>`;

const RADIUS = 96;
const HALF_WIDTH = 200;

/** Inner shape: points that are sure; outer, dashed: the most that is still possible. */
export const radarSvg = (axes: readonly Axis[]): Markup | undefined => {
  const radar = radarOf(axes, RADIUS);
  if (radar === undefined) return undefined;
  const label = radar.spokes.map(({ name, score }) => `${name}${score}`).join('，');
  return html`<svg class="radar" viewBox="${-HALF_WIDTH} ${radar.top} ${2 * HALF_WIDTH} ${radar.bottom - radar.top}" role="img" aria-label="评分各部分：${label}">
${radar.rings.map((ring) => html`<circle class="grid" r="${ring}"/>`)}
${radar.spokes.map(({ x, y }) => html`<line class="grid" x2="${x}" y2="${y}"/>`)}
${!radar.sure && html`<path class="high" d="${new Markup(radar.high)}"/>`}
<path class="low" d="${new Markup(radar.low)}"/>
${radar.spokes.map(({ name, score, labelX, labelY, anchor }) => html`<text class="axis" x="${labelX}" y="${labelY}" text-anchor="${anchor}">${name}</text><text class="score" x="${labelX}" y="${labelY + 15}" text-anchor="${anchor}">${score}</text>`)}
</svg>`;
};
