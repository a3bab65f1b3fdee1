/** What a cell says, as a person would type it. `numeric` when it is stored as a number, `day` when as a date. */
export type CellContent =
  | { readonly text: string; readonly numeric?: boolean; readonly day?: true }
  | { readonly text: string; readonly problem: string; readonly fix: string };

/** One filled cell of a row. */
export interface TableCell {
  /** 1-based */
  readonly column: number;
  /** such as B3 */
  readonly address: string;
  readonly content: CellContent;
}

export interface TableRow {
  /** 1-based, as the spreadsheet shows it */
  readonly row: number;
  readonly cells: readonly TableCell[];
}

/** A rectangle of merged cells, 1-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A run of rows that a worker can read on its own. `xml` and `csv` are bytes cut between rows and not yet read;
 * `rows` are rows already read.
 */
export type Batch =
  | { readonly kind: 'xml'; readonly bytes: Uint8Array }
  | { readonly kind: 'csv'; readonly bytes: Uint8Array; readonly firstRow: number }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] };

/** All that is needed to read the batches of one sheet anywhere: plain data that can be sent to a worker. */
export type RowFormat =
  | {
      readonly kind: 'xlsx';
      readonly prefix: string;
      readonly styles: readonly string[];
      readonly date1904: boolean;
      readonly strings: SharedTexts;
    }
  | { readonly kind: 'csv'; readonly encoding: string; readonly delimiter: string }
  | { readonly kind: 'rows' };

/** Texts in one block of UTF-8, so that threads can share them: text i lies between ends[i-1] and ends[i]. */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** One sheet of a file: rows come in batches, in order, with their addresses. */
export interface Table {
  readonly sheet: string;
  readonly format: RowFormat;
  readonly merges: readonly Merge[];
  /** rows with something in them; for progress only */
  readonly rowsExpected: number;
  /** @param rowsPerBatch how many rows go together; the same number gives the same batches every time */
  batches(rowsPerBatch: number): AsyncIterable<Batch>;
}

export interface TableFile {
  /** visible sheets with something in them */
  readonly tables: readonly Table[];
  /** hidden sheets with something in them */
  readonly hidden: readonly string[];
}

/** Bytes that can be read anywhere: a file, or memory. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where bytes are written, one piece after the other. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>;
}

export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.byteLength,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});
