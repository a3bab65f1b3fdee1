import { unitDimension } from '../base/quantity.ts';
import { decimalText } from './decimal.ts';
import type { CellContent } from './model.ts';

/** Excel keeps 15 digits; longer whole numbers have already lost their last ones. */
const EXACT_LIMIT = 1e15;

/** How a number is to be read by its display format. */
type NumberLook =
  | { readonly kind: 'plain' | 'percent' | 'date' }
  | { readonly kind: 'unit'; readonly unit: string; readonly scaled: boolean };

/** Reads a number format without its colours, locale tags and escaped characters; quoted text is kept apart. */
const look = (format: string): NumberLook => {
  const bare = format.replace(/\[[^\]]*\]/g, '').replace(/\\./g, '');
  if (/[ymdhMsb]/.test(bare.replace(/"[^"]*"/g, ''))) return { kind: 'date' };
  const positive = bare.split(';')[0] ?? '';
  const literal = [...positive.matchAll(/"([^"]*)"/g)]
    .map((match) => match[1] ?? '')
    .join('')
    .trim();
  const pattern = positive.replace(/"[^"]*"/g, '');
  if (pattern.includes('%')) return { kind: 'percent' };
  if (unitDimension(literal) !== 'money' && !['万', '亿'].includes(literal)) return { kind: 'plain' };
  // 0!.0,"万" and the like show another size than the stored number: which of the two is meant cannot be known
  const scaled = !/^[#0,]*0(\.[0#]+)?_?\)?$/.test(pattern.trim());
  return { kind: 'unit', unit: literal, scaled };
};

const looks = new Map<string, NumberLook>();
const lookOf = (format: string): NumberLook => {
  const known = looks.get(format);
  if (known !== undefined) return known;
  const found = look(format);
  if (looks.size < 10_000) looks.set(format, found);
  return found;
};

const DAY = 86_400_000;
/** 1899-12-30, so that serial 60 (1900-02-29, which never was) and all after it come out as Excel shows them */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_466;

/** A date serial as YYYY-MM-DD; undefined where no day can be told. */
const serialDate = (serial: number, date1904: boolean): string | undefined => {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL) return undefined;
  const days = Math.floor(serial + 1e-9);
  const shift = !date1904 && days < 60 ? 1 : 0;
  return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY).toISOString().slice(0, 10);
};

/** A date serial of a workbook that counts from 1900. */
export const dateOfSerial = (serial: number): string | undefined => serialDate(serial, false);

export const dateContent = (date: string | undefined): CellContent =>
  date === undefined
    ? { text: '', problem: '日期无效', fix: '写成 2026-01-31 的样子' }
    : { text: date, day: true };

/** A stored number by its display format: percent formats with %, date formats as YYYY-MM-DD, money words as units. */
export const numberContent = (value: number, format: string, date1904: boolean): CellContent => {
  if (!Number.isFinite(value)) return { text: String(value), problem: '不是有效的数', fix: '重新填写这一格' };
  const found = format === '' ? undefined : lookOf(format);
  if (found?.kind === 'date') return dateContent(serialDate(value, date1904));
  const plain = Number.isSafeInteger(value) ? String(value) : decimalText(value);
  if (Math.abs(value) >= EXACT_LIMIT) {
    return {
      text: decimalText(value),
      problem: '超过15位的数字，Excel 存为数值时末尾几位已经丢失',
      fix: '把单元格格式设为“文本”，再按原件重新填写',
    };
  }
  if (found?.kind === 'percent') return { text: `${decimalText(value, 2)}%`, numeric: true };
  if (found?.kind !== 'unit') return { text: plain, numeric: true };
  if (!found.scaled) return { text: `${plain}${found.unit}`, numeric: true };
  return {
    text: plain,
    problem: `显示格式带单位“${found.unit}”并缩放了数值，看不准实际金额`,
    fix: '把单元格格式改为“常规”，把单位写在表头里',
  };
};

export const booleanContent = (value: boolean): CellContent => ({ text: value ? '是' : '否' });

export const errorContent = (code: string): CellContent => ({
  text: code,
  problem: `单元格是公式错误 ${code}`,
  fix: '改正公式，或直接填数值；不知道就留空',
});

export const unsavedFormula = (formula: string): CellContent => ({
  text: `=${formula}`,
  problem: '公式没有保存计算结果',
  fix: '用 Excel 或 WPS 打开并保存一次，或“选择性粘贴－数值”',
});

export const unknownContent = (): CellContent => ({
  text: '',
  problem: '单元格内容的种类不认识',
  fix: '复制后“选择性粘贴－数值”再保存',
});

/** Is there anything in the cell? A problem is something, even where its text is empty. */
export const isFilled = (content: CellContent): boolean => content.text.trim() !== '' || 'problem' in content;
