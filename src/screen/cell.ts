import ExcelJS from 'exceljs';
import { unitDimension } from '../base/quantity.ts';
import { decimalText } from './decimal.ts';

/** What a cell says, as a person would type it. `numeric` when it is stored as a number. */
export type CellContent =
  | { readonly text: string; readonly numeric?: boolean }
  | { readonly text: string; readonly problem: string; readonly fix: string };

const { ValueType } = ExcelJS;

/** Excel keeps 15 digits; longer whole numbers have already lost their last ones. */
const EXACT_LIMIT = 1e15;

/** The number format without colours, locale tags and padding; quoted text kept apart. */
const formatParts = (format: string): { readonly pattern: string; readonly literal: string } => {
  const positive = format.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '';
  const literal = [...positive.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '').join('');
  return { pattern: positive.replace(/"[^"]*"/g, ''), literal: literal.trim() };
};

const numberContent = (value: number, format: string): CellContent => {
  const plain = decimalText(value);
  if (!Number.isFinite(value)) return { text: String(value), problem: '不是有效的数', fix: '重新填写这一格' };
  if (Math.abs(value) >= EXACT_LIMIT) {
    return {
      text: plain,
      problem: '超过15位的数字，Excel 存为数值时末尾几位已经丢失',
      fix: '把单元格格式设为“文本”，再按原件重新填写',
    };
  }
  const { pattern, literal } = formatParts(format);
  if (pattern.includes('%')) return { text: `${decimalText(value, 2)}%`, numeric: true };
  const isMoney = unitDimension(literal) === 'money' || ['万', '亿'].includes(literal);
  if (!isMoney) return { text: plain, numeric: true };
  // 0!.0,"万" and the like show another size than the stored number: which of the two is meant cannot be known
  if (/^[#0,]*0(\.[0#]+)?_?\)?$/.test(pattern.trim())) return { text: `${plain}${literal}`, numeric: true };
  return {
    text: plain,
    problem: `显示格式带单位“${literal}”并缩放了数值，看不准实际金额`,
    fix: '把单元格格式改为“常规”，把单位写在表头里',
  };
};

const dateContent = (value: Date): CellContent =>
  Number.isNaN(value.getTime())
    ? { text: '', problem: '日期无效', fix: '写成 2026-01-31 的样子' }
    : { text: value.toISOString().slice(0, 10) };

const errorContent = (code: string): CellContent => ({
  text: code,
  problem: `单元格是公式错误 ${code}`,
  fix: '改正公式，或直接填数值；不知道就留空',
});

type Part = { readonly text?: unknown };
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const richText = (parts: readonly Part[]): string => parts.map((part) => String(part.text ?? '')).join('');

const valueContent = (value: unknown, format: string): CellContent => {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'number') return numberContent(value, format);
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return dateContent(value);
  if (!isObject(value)) return { text: String(value) };
  if (typeof value.error === 'string') return errorContent(value.error);
  if (Array.isArray(value.richText)) return { text: richText(value.richText) };
  if ('hyperlink' in value) return valueContent(value.text, format);
  return { text: '', problem: '单元格内容的种类不认识', fix: '复制后“选择性粘贴－数值”再保存' };
};

/** Reads a cell: formulas by their saved result, dates as YYYY-MM-DD, percent formats with %, merged cells only at their head. */
export const cellContent = (cell: ExcelJS.Cell): CellContent => {
  const format = cell.numFmt ?? '';
  if (cell.type === ValueType.Merge) {
    const head = valueContent(cell.master.value, format);
    return head.text === ''
      ? { text: '' }
      : {
          text: head.text,
          problem: `与 ${cell.master.address} 合并在一起，看不准属于哪一格`,
          fix: '取消合并单元格，逐格填写',
        };
  }
  if (cell.type !== ValueType.Formula) return valueContent(cell.value, format);
  const result: unknown = cell.result;
  if (result === undefined || result === null) {
    return {
      text: `=${cell.formula}`,
      problem: '公式没有保存计算结果',
      fix: '用 Excel 或 WPS 打开并保存一次，或“选择性粘贴－数值”',
    };
  }
  return valueContent(result, format);
};
