import { placeText, SEVERITY_WORDS } from '../base/diagnostic.ts';
import type { LintReport, Note, TextResult } from '../lint/index.ts';
import { wrap } from '../report/index.ts';

const WIDTH = 78;
const CONTEXT = 10;

const indented = (text: string, width: number): string[] =>
  wrap(text, WIDTH - width).map((line) => `${' '.repeat(width)}${line}`);

/** Some characters before and after the place, as they stand in the draft. */
const surroundings = ({ spot }: Note): string => {
  if (spot === undefined) return '';
  const { text } = spot.paragraph;
  const from = Math.max(0, spot.start - CONTEXT);
  const to = Math.min(text.length, Math.max(spot.end, spot.start + 1), spot.start + 30) + CONTEXT;
  const cut = text.slice(from, to).replace(/\s+/g, ' ');
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
};

const noteLines = (note: Note): string[] => {
  const place = note.where === undefined ? '' : `${placeText(note.where)} `;
  const [first = '', ...rest] = wrap(
    `${place}${SEVERITY_WORDS[note.severity]} ${note.code}：${note.message}`,
    WIDTH - 4,
  );
  const around = surroundings(note);
  return [
    `  ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...(around === '' ? [] : indented(`原文 ${around}`, 4)),
    ...(note.fix === undefined ? [] : indented(`→ ${note.fix}`, 4)),
  ];
};

const countLine = ({ counts, limit }: TextResult): string => {
  const against = limit === undefined ? '' : `／上限${limit}`;
  return `  字符数 ${counts.characters}${against}（按此判断）　Word字数 ${counts.words}　汉字 ${counts.han}`;
};

const textLines = (result: TextResult): string[] => {
  const { text, notes } = result;
  const name = text.kind === undefined ? '认不出的文稿' : text.kind.name;
  const by = text.by === undefined ? '' : `（按${text.by}认出）`;
  const first = text.spans[0]?.paragraph.number;
  const last = text.spans.at(-1)?.paragraph.number;
  const range = first === undefined ? '' : `　第${first}${last === first ? '' : `—${last}`}段`;
  return [
    `${name}${by}${range}`,
    countLine(result),
    ...(notes.length === 0 ? ['  没有发现问题'] : notes.flatMap(noteLines)),
    '',
  ];
};

const tally = (results: readonly TextResult[]): string => {
  const notes = results.flatMap((result) => result.notes);
  const count = (...severities: readonly string[]): number =>
    notes.filter((note) => severities.includes(note.severity)).length;
  return `错误${count('veto', 'error')}处，警告${count('warning')}处，提示${count('hint')}处`;
};

/** The result for people, at most 80 columns wide. */
export const lintText = (report: LintReport): string =>
  [
    `文稿：${report.file}`,
    `限值：${report.edition.name}${report.profile?.file === undefined ? '' : `　档案：${report.profile.file}`}`,
    '',
    ...report.results.flatMap(textLines),
    tally(report.results),
    ...report.remarks.flatMap((remark) => {
      const [first = '', ...rest] = wrap(remark, WIDTH - 2);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    }),
    '说明每一条：zjtx explain 编号。第几段按有文字的段落数，含表格里的。',
    '',
  ].join('\n');
