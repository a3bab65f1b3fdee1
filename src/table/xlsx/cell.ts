import type ExcelJS from 'exceljs';
import {
  booleanContent,
  dateContent,
  errorContent,
  numberContent,
  unknownContent,
  unsavedFormula,
} from '../content.ts';
import type { CellContent } from '../model.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const partText = (part: unknown): string => (isObject(part) ? String(part.text ?? '') : '');

const FIRST_DAY = Date.UTC(1899, 11, 30);
const LAST_DAY = Date.UTC(9999, 11, 31);

const DAY = 86_400_000;
/** serial 60 is 1900-02-29, which never was: exceljs has all days before it one day too early */
const SERIAL_60 = Date.UTC(1900, 1, 28);

/** A day that a spreadsheet can show; undefined for all others. */
const dayOf = (value: Date): string | undefined => {
  const time = value.getTime() < SERIAL_60 ? value.getTime() + DAY : value.getTime();
  return time > FIRST_DAY && time < LAST_DAY + DAY ? new Date(time).toISOString().slice(0, 10) : undefined;
};

const valueContent = (value: unknown, format: string): CellContent => {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'number') return numberContent(value, format, false);
  if (typeof value === 'boolean') return booleanContent(value);
  if (value instanceof Date) return dateContent(dayOf(value));
  if (!isObject(value)) return { text: String(value) };
  if (typeof value.error === 'string') return errorContent(value.error);
  if (Array.isArray(value.richText)) return { text: value.richText.map(partText).join('') };
  if ('hyperlink' in value) return valueContent(value.text, format);
  return unknownContent();
};

/** What a cell of exceljs says: formulas by their saved result, dates as YYYY-MM-DD, percent formats with %. */
export const cellContent = (cell: ExcelJS.Cell): CellContent => {
  const value: unknown = cell.value;
  const format = cell.numFmt ?? '';
  if (!isObject(value) || !('formula' in value || 'sharedFormula' in value))
    return valueContent(value, format);
  const result: unknown = cell.result;
  return result === undefined || result === null
    ? unsavedFormula(cell.formula ?? '')
    : valueContent(result, format);
};
