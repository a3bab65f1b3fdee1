import type ExcelJS from 'exceljs';
import type { Field } from '../profile/index.ts';
import { CHOICES_SHEET, MARKS } from './marks.ts';

const YES_NO = ['是', '否'];

/** The lists behind the drop-downs, one column each on a hidden sheet (a list inside a validation may have 255 characters only). */
export class Choices {
  readonly #columns = new Map<string, readonly string[]>();

  /** The range that holds the words, for a validation. */
  range(words: readonly string[]): string {
    const key = words.join('\n');
    if (!this.#columns.has(key)) this.#columns.set(key, words);
    const column = letters([...this.#columns.keys()].indexOf(key) + 2);
    return `'${CHOICES_SHEET}'!$${column}$2:$${column}$${words.length + 1}`;
  }

  of(field: Field): string | undefined {
    if (field.kind === 'boolean') return this.range(YES_NO);
    return field.choices.length === 0 ? undefined : this.range(field.choices);
  }

  addSheet(workbook: ExcelJS.Workbook): void {
    const sheet = workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' });
    sheet.getCell(1, 1).value = MARKS.choices;
    [...this.#columns.values()].forEach((words, index) => {
      words.forEach((word, line) => {
        sheet.getCell(line + 2, index + 2).value = word;
      });
    });
  }
}

const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}`;
