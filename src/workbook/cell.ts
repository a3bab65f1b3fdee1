import ExcelJS from 'exceljs';
import { exactDecimal, multiply, type Ratio, ratio } from '../base/ratio.ts';
import { storedRatio } from './cell-value.ts';

/** What a cell says, as a person would type it. */
export interface CellContent {
  readonly text: string;
  /** stored as a number that is no date */
  readonly numeric?: boolean;
  /** of a date: its serial number */
  readonly serial?: number;
  /** why it cannot be read, and what to do */
  readonly problem?: { readonly message: string; readonly fix: string };
}

const { ValueType } = ExcelJS;

/** Excel keeps 15 digits; longer whole numbers have already lost their last ones. */
const EXACT_LIMIT = 1e15;
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const LAST_SERIAL = 2_958_465;
const HUNDRED = ratio(100);

const problem = (text: string, message: string, fix: string): CellContent => ({
  text,
  problem: { message, fix },
});

/** A day serial of the 1900 calendar as YYYY-MM-DD. */
export const serialDate = (serial: number): string =>
  new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);

const plain = (value: Ratio): string => exactDecimal(value) ?? '';

const numberContent = (value: number, format: string): CellContent => {
  const exact = storedRatio(value);
  if (exact === undefined) return problem(String(value), '不是有效的数', '重新填写这一格');
  if (Math.abs(value) >= EXACT_LIMIT) {
    return problem(
      plain(exact),
      '超过15位的数字，存为数值时末尾几位已经丢失',
      '把单元格格式设为“文本”，再按原件重新填写',
    );
  }
  const pattern = format.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"/g, '');
  if (pattern.includes('%')) return { text: `${plain(multiply(exact, HUNDRED))}%`, numeric: true };
  const literal = [...format.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '').join('');
  // 0!.0,"万" shows another size than the stored number: which of the two is meant cannot be known
  if (/[万亿元]/.test(literal)) {
    return problem(
      plain(exact),
      `显示格式带单位“${literal.trim()}”，看不准实际金额`,
      '把单元格格式改为“常规”，按标签里的单位填写',
    );
  }
  return { text: plain(exact), numeric: true };
};

const dateContent = (value: Date): CellContent => {
  const serial = (value.getTime() - EPOCH) / DAY;
  return Number.isNaN(serial) || serial < 0 || serial > LAST_SERIAL
    ? problem('', '日期无效', '写成 2026-01-31 的样子')
    : { text: serialDate(serial), serial: Math.floor(serial) };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOf = (part: unknown): string =>
  isObject(part) && part.text !== undefined ? String(part.text) : '';

const valueContent = (value: unknown, format: string): CellContent => {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'number') return numberContent(value, format);
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return dateContent(value);
  if (!isObject(value)) return { text: String(value) };
  if (typeof value.error === 'string')
    return problem(value.error, `单元格是公式错误 ${value.error}`, '改正公式，或直接填写；不知道就留空');
  if (Array.isArray(value.richText)) return { text: value.richText.map(textOf).join('') };
  if ('hyperlink' in value) return valueContent(value.text, format);
  return problem('', '单元格内容的种类不认识', '复制后“选择性粘贴－数值”再保存');
};

/** Reads a cell: formulas by their saved result, dates as YYYY-MM-DD, percent formats with %, merged cells only at their head. */
export const cellContent = (cell: ExcelJS.Cell): CellContent => {
  const format = cell.numFmt ?? '';
  if (cell.type === ValueType.Merge) {
    return valueContent(cell.master.value, format).text === ''
      ? { text: '' }
      : problem('', `与 ${cell.master.address} 合并在一起，看不准属于哪一格`, '取消合并单元格，逐格填写');
  }
  if (cell.type !== ValueType.Formula) return valueContent(cell.value, format);
  const result: unknown = cell.result;
  if (result === undefined || result === null) {
    return problem(
      `=${cell.formula}`,
      '公式没有保存计算结果',
      '用 Excel 或 WPS 打开并保存一次，或“选择性粘贴－数值”',
    );
  }
  return valueContent(result, format);
};
