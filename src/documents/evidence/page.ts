import type { Edition } from '../../policy/index.ts';
import {
  headCell,
  labelCell,
  type Page,
  type Piece,
  shareWidth,
  type TableCell,
  type TableRow,
} from '../page.ts';
import { plain, type Run, toCheck, wanted } from '../run.ts';
import type { Holdings, State } from './copies.ts';
import type { EvidenceList, Item } from './list.ts';

type Copy = Item['copies'][number];

const cell = (...runs: readonly Run[]): TableCell => ({ look: 'text', runs });

const stateRun = (copy: Copy, item: Item, day: string): Run => {
  const { state, title, number } = copy;
  const label = `佐证${number} ${title}`;
  switch (state.kind) {
    case 'ready':
      return plain('已有');
    case 'soon':
      return toCheck(`已有，${state.until}到期，核对续证进度`, label);
    case 'expired':
      return toCheck(`${state.until}到期，早于${day}`, label);
    case 'draft':
      return plain('底稿已生成，补齐、签章后归入');
    case 'none':
      return plain('档案写明无');
    case 'exempt':
      return plain(state.why);
    case 'check':
      return toCheck(state.what, label);
    default:
      return item.optional ? plain('用到时提供，未登记') : wanted(GAPS[state.kind], `${label}（文件）`);
  }
};

const GAPS: Readonly<Record<Extract<State['kind'], 'noFile' | 'unknown' | 'missing'>, string>> = {
  noFile: '档案有记录，未登记文件',
  unknown: '未登记',
  missing: '缺，已登记的材料里没有',
};

const rowsOf = (item: Item, day: string): readonly TableRow[] => {
  const serves = item.serves.length === 0 ? '—' : item.serves.join('、');
  const note = item.optional ? '（视情况）' : '';
  return [
    {
      cells: [
        labelCell(item.number),
        { ...labelCell(`${item.text}${note}`), span: 2 },
        { ...labelCell(`对应条件：${serves}`), span: 2 },
      ],
    },
    ...item.copies.map((copy) => ({
      cells: [
        cell(plain(copy.number === item.number ? '' : copy.number)),
        cell(plain(copy.title)),
        { ...cell(plain(copy.have.length === 0 ? '—' : copy.have.join('\n'))), span: 2 },
        cell(stateRun(copy, item, day)),
      ],
    })),
  ];
};

const tableOf = (items: readonly Item[], day: string): Piece => ({
  kind: 'table',
  widths: shareWidth([7, 35, 14, 22, 22]),
  headerRows: 1,
  rows: [
    {
      cells: [
        headCell('编号'),
        headCell('材料'),
        { ...headCell('档案中已有（文件、日期）'), span: 2 },
        headCell('情况'),
      ],
    },
    ...items.flatMap((item) => rowsOf(item, day)),
  ],
});

/** The list as a document, in the order of the programme's own list. */
export const evidencePage = (
  file: string,
  header: string,
  edition: Edition,
  list: EvidenceList,
  holdings: Holdings,
): Page => ({
  file,
  title: '佐证材料清单',
  header,
  pieces: [
    { kind: 'title', text: '佐证材料清单' },
    { kind: 'paragraph', style: 'note', runs: [plain(`申报项目：${edition.name}（${edition.edition}）`)] },
    {
      kind: 'paragraph',
      style: 'note',
      runs: [
        plain(
          `编号用于装订，一份材料一个编号。证书有效期按${holdings.day}核对。“对应条件”是政策文件中用到这项材料的条件。佐证用文件原件或复印件，不用牌匾照片。`,
        ),
      ],
    },
    ...section('一、资料清单所列', list.items, holdings.day),
    ...section(
      list.items.length === 0 ? '一、条件要求的证明' : '二、清单以外、条件要求的证明',
      list.extra,
      holdings.day,
    ),
  ],
});

const section = (title: string, items: readonly Item[], day: string): readonly Piece[] =>
  items.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, tableOf(items, day)];
