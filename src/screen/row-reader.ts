import {
  creditCodeProblem,
  type Fact,
  type Field,
  type Profile,
  type RecordList,
  readValue,
  type Value,
} from '../profile/index.ts';
import { type CellContent, dateOfSerial, type TableCell } from '../table/index.ts';
import { codeLengthsOf } from './columns.ts';
import type { Column } from './layout.ts';
import { type Origin, placeOf, type ReadingProblem, readingProblem } from './problem.ts';
import {
  contradicts,
  type ListCells,
  type ListPart,
  readFlatCell,
  readListCell,
  recordList,
} from './record-cells.ts';

const bareNumber = /^[+-]?[\d.,]+$/;
/** 9.19900E+17: what is left of a code that a spreadsheet took for a number */
const scientific = /^\d(\.\d+)?E\+?\d{1,2}$/i;
/** 1954-10-03 to 2064-04-08; a smaller number may be a year, a larger one 20250131 */
const SERIALS = { from: 20_000, to: 60_000 };

/** A bare number takes the unit in its header; a number with its own unit keeps it. */
const withUnit = (text: string, field: Field, unit: string | undefined): string =>
  unit !== undefined && field.dimension === 'money' && bareNumber.test(text.normalize('NFKC').trim())
    ? `${text}${unit}`
    : text;

/** A date that stands as a bare number, its format lost on the way. */
const serialDay = (content: CellContent, field: Field): string | undefined => {
  if (field.kind !== 'date' || !('numeric' in content) || content.numeric !== true) return undefined;
  const serial = Number(content.text);
  return serial >= SERIALS.from && serial <= SERIALS.to ? dateOfSerial(Math.floor(serial)) : undefined;
};

type CellReading =
  | { readonly value: Value; readonly remark?: string }
  | { readonly problem: string; readonly fix?: string };

const readCell = (cell: TableCell, field: Field, unit: string | undefined): CellReading => {
  const { content } = cell;
  if ('problem' in content) return content;
  const lengths = codeLengthsOf(field);
  if (content.numeric === true && lengths !== undefined && !lengths.includes(content.text.length)) {
    return {
      problem: `${field.name}“${content.text}”按数字存放，位数不对，开头的0可能已丢失`,
      fix: '把单元格格式设为“文本”，再按原件重新填写',
    };
  }
  if (lengths !== undefined && scientific.test(content.text.trim())) {
    return {
      problem: `${field.name}“${content.text}”成了科学计数，末尾几位已经丢失`,
      fix: '把单元格格式设为“文本”，再按原件重新填写',
    };
  }
  const date = serialDay(content, field);
  if (date !== undefined) return { value: date, remark: `${content.text} 按日期序号读作 ${date}` };
  return readValue(field, withUnit(content.text, field, unit));
};

/** Gathers the cells of one row into a profile. What cannot be read becomes a problem and no fact. */
export class RowReader {
  readonly #origin: Origin;
  readonly #row: number;
  readonly #single = new Map<string, Fact>();
  readonly #yearly = new Map<string, Map<number, Fact>>();
  readonly #lists = new Map<string, { flat: Map<string, ListPart>; whole?: ListPart }>();
  readonly problems: ReadingProblem[] = [];

  constructor(origin: Origin, row: number) {
    this.#origin = origin;
    this.#row = row;
  }

  read(cell: TableCell, column: Column): void {
    const { target } = column;
    if (target.kind === 'ignored') return;
    const at = placeOf(this.#origin, this.#row, cell.address);
    if (target.kind === 'field') {
      const read = readCell(cell, target.field, target.unit);
      if ('problem' in read)
        this.#warn(cell, `${column.header.trim()}：${read.problem}，按未填处理`, read.fix);
      else {
        if (read.remark !== undefined)
          this.#report('H131', 'hint', cell, `${column.header.trim()}：${read.remark}`);
        this.#keep(target.field, target.year, { value: read.value, at });
      }
      return;
    }
    const list = target.kind === 'flat' ? target.column.list : target.field;
    const cells = this.#lists.get(list.id) ?? { flat: new Map<string, ListPart>() };
    this.#lists.set(list.id, cells);
    if ('problem' in cell.content) {
      this.#warn(cell, `${column.header.trim()}：${cell.content.problem}，按未填处理`, cell.content.fix);
      return;
    }
    const day = target.kind === 'flat' ? serialDay(cell.content, target.column.attribute) : undefined;
    if (day !== undefined)
      this.#report(
        'H131',
        'hint',
        cell,
        `${column.header.trim()}：${cell.content.text} 按日期序号读作 ${day}`,
      );
    const text = day ?? cell.content.text;
    const part =
      target.kind === 'flat' ? readFlatCell(target.column, text, at) : readListCell(list.name, text, at);
    if (part.says === 'unreadable')
      this.#warn(cell, `${column.header.trim()}：${part.reason}，按未填处理`, part.fix, 'W424');
    if (target.kind === 'flat') cells.flat.set(target.column.name, part);
    else cells.whole = part;
  }

  /** @param filledOn 填报日期 of the list, for a row without its own */
  finish(filledOn: Fact | undefined): Profile {
    if (filledOn !== undefined && !this.#single.has('filledOn')) this.#single.set('filledOn', filledOn);
    const records = new Map<string, RecordList>();
    for (const [id, cells] of this.#lists) {
      const list = recordList(id, cells);
      if (list !== undefined) records.set(id, list);
      if (contradicts(cells)) this.#contradiction(cells);
    }
    const code = this.#single.get('creditCode');
    const remark = typeof code?.value === 'string' ? creditCodeProblem(code.value) : undefined;
    if (remark !== undefined && code?.at !== undefined) {
      this.problems.push(
        readingProblem('W140', 'warning', code.at, String(code.value), remark, '与营业执照核对'),
      );
    }
    return { single: this.#single, yearly: this.#yearly, records, file: this.#origin.file };
  }

  #keep(field: Field, year: number | undefined, fact: Fact): void {
    if (year === undefined) {
      this.#single.set(field.id, fact);
      return;
    }
    const years = this.#yearly.get(field.id) ?? new Map<number, Fact>();
    years.set(year, fact);
    this.#yearly.set(field.id, years);
  }

  #contradiction(cells: ListCells): void {
    if (cells.whole === undefined) return;
    const message = '整栏写“无”，别的列又写了具体内容，前后不一致，都按未填处理';
    this.problems.push(readingProblem('W425', 'warning', cells.whole.at, '无', message, '改成一致'));
  }

  #warn(cell: TableCell, message: string, fix?: string, code = 'W420'): void {
    this.#report(code, 'warning', cell, message, fix);
  }

  #report(code: string, severity: 'warning' | 'hint', cell: TableCell, message: string, fix?: string): void {
    const at = placeOf(this.#origin, this.#row, cell.address);
    this.problems.push(readingProblem(code, severity, at, cell.content.text, message, fix));
  }
}
