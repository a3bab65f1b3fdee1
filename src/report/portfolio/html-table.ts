import { html, type Markup } from '../html/markup.ts';
import { PROGRESS } from './figures.ts';
import { type Row, verdictWord } from './row.ts';

/** Rows drawn without a script: the page's script draws all of them, a page at a time. */
const STATIC_ROWS = 100;

interface Column {
  readonly key: string;
  readonly title: string;
  readonly number?: true;
}

const COLUMNS: readonly Column[] = [
  { key: 'rank', title: '名次', number: true },
  { key: 'name', title: '企业' },
  { key: 'held', title: '已持有' },
  { key: 'next', title: '下一步' },
  { key: 'verdict', title: '结论' },
  { key: 'met', title: '可计算符合', number: true },
  { key: 'unmet', title: '不符合', number: true },
  { key: 'unknown', title: '缺资料', number: true },
  { key: 'manual', title: '待核实', number: true },
  { key: 'point', title: '要紧的' },
  { key: 'findings', title: '注意', number: true },
];

const headCell = ({ key, title, number }: Column): Markup =>
  html`<th scope="col" class="${number === true ? 'num' : ''}" aria-sort="${key === 'rank' ? 'ascending' : 'none'}"><button type="button" data-sort="${key}">${title}</button></th>`;

const number = (label: string, value: number, none: boolean): Markup =>
  html`<td class="num" data-label="${label}">${none ? '—' : value}</td>`;

const bodyRow = (row: Row): Markup => {
  const none = row.verdict === '';
  return html`<tr><td class="num" data-label="名次">${row.rank}</td><th scope="row">${row.name}<div class="soft small">${row.place}</div></th><td data-label="已持有">${row.heldName}</td><td data-label="下一步">${none ? '没有下一级' : row.next}</td><td><span class="badge ${none ? 'na' : row.verdict}">${verdictWord(row.verdict)}</span></td><td class="num" data-label="可计算符合">${none ? '—' : `${row.met}/${row.computable}`}</td>${number('不符合', row.unmet, none)}${number('缺资料', row.unknown, none)}${number('待核实', row.manual, none)}<td class="point">${row.point}</td><td class="num" data-label="注意">${row.findings.length}</td></tr>
`;
};

const option = (value: string, text: string): Markup => html`<option value="${value}">${text}</option>`;
const unique = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '');

const filters = (rows: readonly Row[]): Markup => {
  const used = new Set(rows.map(({ progress }) => progress));
  const choices = Object.entries(PROGRESS).filter(([key]) => [...used].some((progress) => progress === key));
  return html`<form class="filters screen-only" role="search" aria-label="筛选企业" hidden>
<label>查找<input type="search" name="text" placeholder="名称、地区、差距、资料" autocomplete="off"></label>
<label>下一步<select name="next">${option('', '全部')}${unique(rows.map(({ next }) => next)).map((text) => option(text, text))}</select></label>
<label>进展<select name="progress">${option('', '全部')}${choices.map(([key, text]) => option(key, text))}</select></label>
<label>地区<select name="province">${option('', '全部')}${[...unique(rows.map(({ province }) => province))].sort((a, b) => a.localeCompare(b, 'zh-CN')).map((text) => option(text, text))}</select></label>
<button type="reset">清除</button>
<output name="found" aria-live="polite"></output>
</form>`;
};

const pager = (): Markup => html`<nav class="pager screen-only" aria-label="翻页" hidden>
<button type="button" data-page="previous">上一页</button><span class="pages" aria-live="polite"></span><button type="button" data-page="next">下一页</button>
<label>每页<select name="size"><option value="50">50家</option><option value="100" selected>100家</option><option value="500">500家</option></select></label>
</nav>`;

/** The first rows stand in the page itself, so that it says something without a script too. */
export const companyTable = (rows: readonly Row[]): Markup => html`${filters(rows)}
${rows.length > STATIC_ROWS && html`<noscript><p class="notice">没有运行脚本，只列前${STATIC_ROWS}家；其余${rows.length - STATIC_ROWS}家见结果工作簿。</p></noscript>`}
<table class="companies wide" id="companies"><caption class="unseen">企业，好的在前；表头可排序，点企业名看全部项目</caption>
<thead><tr>${COLUMNS.map(headCell)}</tr></thead>
<tbody>
${rows.slice(0, STATIC_ROWS).map(bodyRow)}</tbody>
</table>
${pager()}`;
