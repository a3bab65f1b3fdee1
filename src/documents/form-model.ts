import type { Field } from '../profile/index.ts';
import type { FieldRef, ListSpec, Ref, SentenceSpec, Template } from './template.ts';

/** A parsed form: parts of blocks, every name in it resolved. */
export interface FormTemplate extends Template {
  /** printed above the title, such as 附件1 */
  readonly mark?: string;
  readonly cover?: Cover;
  readonly landscape: boolean;
  readonly footnotes: readonly string[];
  readonly parts: readonly FormPart[];
}

interface FormPart {
  readonly title?: string;
  readonly newPage: boolean;
  readonly blocks: readonly Block[];
}

export interface Cover {
  readonly mark?: string;
  readonly titles: readonly string[];
  /** a line without a reference is left to be written by hand */
  readonly lines: readonly { readonly label: string; readonly ref?: Ref }[];
  readonly foot: readonly string[];
}

export type Align = 'left' | 'center' | 'right';

export type Block =
  | CellsBlock
  | YearsBlock
  | RecordsBlock
  | GridBlock
  | PivotBlock
  | { readonly kind: 'checks'; readonly caption?: string; readonly checks: readonly Check[] }
  | LongTextBlock
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'remark'; readonly text: FormText; readonly align: Align };

interface CellsBlock {
  readonly kind: 'cells';
  readonly caption?: string;
  readonly perRow: 1 | 2;
  readonly cells: readonly FormCell[];
}

export interface YearsBlock {
  readonly kind: 'years';
  readonly caption?: string;
  readonly years: number;
  readonly rows: readonly { readonly label: string; readonly ref: FieldRef }[];
}

export interface RecordsBlock {
  readonly kind: 'records';
  readonly caption?: string;
  readonly list: ListSpec;
  readonly columns: readonly Column[];
  /** rows printed even where there are fewer records */
  readonly least: number;
  readonly most?: number;
}

/** Records side by side by year: one row an item, one column a year. */
export interface PivotBlock {
  readonly kind: 'pivot';
  readonly caption?: string;
  readonly list: ListSpec;
  readonly itemLabel: string;
  readonly item: Field;
  readonly year: Field;
  readonly value: Field;
  readonly leading: readonly { readonly label: string; readonly attribute: Field; readonly weight: number }[];
  readonly total: boolean;
}

export interface LongTextBlock {
  readonly kind: 'longText';
  readonly label: string;
  readonly limit?: number;
  readonly least?: number;
  readonly hint?: string;
  readonly source: Source;
}

export interface Column {
  readonly label: string;
  readonly attribute: Field;
  readonly weight: number;
  readonly limit?: number;
  /** of no meaning unless another attribute has one of these values */
  readonly onlyIf?: { readonly attribute: Field; readonly values: readonly string[] };
}

export interface FormCell {
  readonly label: string;
  readonly source: Source;
  readonly limit?: number;
  readonly wide: boolean;
}

/** Where a cell's text comes from. */
export type Source =
  | { readonly kind: 'ref'; readonly ref: Ref }
  | { readonly kind: 'text'; readonly text: FormText }
  | { readonly kind: 'sentences'; readonly sentences: readonly SentenceSpec[] }
  | { readonly kind: 'ticks'; readonly of: TickSource; readonly options: readonly TickOption[] };

/** Printed text with facts, boxes and marks in their places. */
export type FormText = readonly (string | Inline)[];

export type Inline =
  | { readonly kind: 'value'; readonly ref: Ref; readonly guard?: Condition; readonly limit?: number }
  | { readonly kind: 'tick'; readonly tick: Condition; readonly guard?: Condition }
  | Nth
  | { readonly kind: 'note'; readonly number: number }
  | { readonly kind: 'serial' };

/** The n-th of several, where the form prints 1. 2. 3. */
export interface Nth {
  readonly kind: 'nth';
  readonly of: { readonly field: Field } | { readonly list: ListSpec; readonly attribute: Field };
  readonly index: number;
  /** the last place printed: what does not fit is told here */
  readonly last: boolean;
}

export interface Condition {
  readonly of: TickSource;
  readonly by: TickBy;
}

export type TickBy =
  /** any of these values, a value with any of these words, any or none at all, none of these, what no other box took */
  | { readonly values: readonly string[] }
  | { readonly words: readonly string[] }
  | { readonly present: boolean }
  | { readonly without: readonly string[] }
  | 'rest';

export type TickSource =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'amount'; readonly ref: FieldRef }
  | { readonly kind: 'records'; readonly list: ListSpec; readonly attribute: Field }
  | { readonly kind: 'presence'; readonly list: ListSpec }
  /** attribute of the record at hand */
  | { readonly kind: 'own'; readonly attribute: Field };

export interface TickOption {
  readonly label: string;
  readonly by: TickBy;
  /** written behind the option when it is ticked */
  readonly detail?: Ref;
}

export interface GridBlock {
  readonly kind: 'grid';
  readonly caption?: string;
  readonly weights: readonly number[];
  readonly headerRows: number;
  /** printed once for the whole table, so not again in its cells */
  readonly units: readonly string[];
  readonly together: boolean;
  readonly rows: readonly GridRow[];
}

export type GridRow =
  | PlainGridRow
  | { readonly kind: 'group'; readonly left: readonly GridCell[]; readonly rows: readonly PlainGridRow[] };

export type PlainGridRow =
  | {
      readonly kind: 'row';
      readonly cells: readonly GridCell[];
      /** least height in mm */
      readonly height?: number;
      readonly whole: boolean;
      readonly withNext: boolean;
    }
  | {
      readonly kind: 'each';
      readonly list: ListSpec;
      readonly least: number;
      readonly most?: number;
      /** the rows printed for one record */
      readonly rows: readonly (readonly GridCell[])[];
    };

export interface GridCell {
  readonly content:
    | { readonly kind: 'print'; readonly text: FormText }
    | {
        readonly kind: 'fill';
        readonly source: Source;
        readonly hint?: string;
        readonly limit?: number;
        readonly least?: number;
      }
    | { readonly kind: 'empty' };
  /** what the cell is called in the list of blanks */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly align: Align;
}

/** What must agree inside a form; a mismatch is shown, never mended. */
export type Check =
  | { readonly kind: 'sum'; readonly list: ListSpec; readonly attribute: Field; readonly total: FieldRef }
  | {
      readonly kind: 'match';
      readonly list: ListSpec;
      readonly attribute: Field;
      readonly other: ListSpec;
      readonly otherAttribute: Field;
    }
  | {
      readonly kind: 'number';
      readonly list: ListSpec;
      readonly attribute?: Field;
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly kind: 'years'; readonly list: ListSpec; readonly attribute: Field; readonly years: FieldRef };
