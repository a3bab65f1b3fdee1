import { LIMITS, tooBig } from '../limits.ts';
import type { Batch, ByteSource, RowFormat, Table, TableFile, TableRow } from '../model.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { unpackText } from '../zip/unpack.ts';
import { type GeneralSheet, readGeneral } from './general.ts';
import { NotRecognised } from './recognise.ts';
import { makeScanner, type XlsxFormat } from './scan.ts';
import { splitRows } from './split.ts';
import { readStyles } from './styles.ts';
import { type Survey, survey } from './survey.ts';
import { NO_TEXTS, readSharedTexts } from './texts.ts';
import { readWorkbook, type SheetPart } from './workbook.ts';

/** Rows that were read already, in runs. */
async function* rowBatches(rows: readonly TableRow[], rowsPerBatch: number): AsyncGenerator<Batch> {
  for (let at = 0; at < rows.length; at += rowsPerBatch)
    yield { kind: 'rows', rows: rows.slice(at, at + rowsPerBatch) };
}

const generalTable = (name: string, { rows, merges }: GeneralSheet): Table => ({
  sheet: name,
  format: { kind: 'rows' },
  merges,
  rowsExpected: rows.length,
  batches: (rowsPerBatch) => rowBatches(rows, rowsPerBatch),
});

interface Shared {
  readonly source: ByteSource;
  readonly file: string;
  readonly format: Omit<XlsxFormat, 'prefix'>;
}

/** Rows without numbers can only be counted from the top, so they are read here and not by the workers. */
async function* countedBatches(
  shared: Shared,
  entry: ZipEntry,
  format: XlsxFormat,
  rowsPerBatch: number,
): AsyncGenerator<Batch> {
  const scan = makeScanner(format);
  const decoder = new TextDecoder();
  const opening = new RegExp(`<${format.prefix}row[\\s/>]`, 'g');
  let next = 1;
  for await (const bytes of splitRows(shared.source, entry, shared.file, rowsPerBatch)) {
    const xml = decoder.decode(bytes);
    yield { kind: 'rows', rows: scan(xml, next) };
    next += xml.match(opening)?.length ?? 0;
  }
}

async function* packedBatches(shared: Shared, entry: ZipEntry, rowsPerBatch: number): AsyncGenerator<Batch> {
  for await (const bytes of splitRows(shared.source, entry, shared.file, rowsPerBatch)) {
    // its own memory, so that it can be handed to a worker
    const own = new Uint8Array(bytes.byteLength);
    own.set(bytes);
    yield { kind: 'xml', bytes: own };
  }
}

const fastTable = (shared: Shared, { name, entry }: SheetPart, found: Survey): Table => {
  const format: XlsxFormat = { ...shared.format, prefix: found.prefix };
  return {
    sheet: name,
    format: found.unnumbered ? { kind: 'rows' } : format,
    merges: found.merges,
    rowsExpected: found.rows,
    batches: (rowsPerBatch) =>
      found.unnumbered
        ? countedBatches(shared, entry, format, rowsPerBatch)
        : packedBatches(shared, entry, rowsPerBatch),
  };
};

/** How a batch of this sheet is read; kept apart from the sheet, so that a worker can do it. */
export const xmlReader = (
  format: Extract<RowFormat, { kind: 'xlsx' }>,
): ((bytes: Uint8Array) => TableRow[]) => {
  const scan = makeScanner(format);
  const decoder = new TextDecoder();
  return (bytes) => scan(decoder.decode(bytes));
};

/**
 * Opens a workbook of any writer. The fast reader takes each sheet that it knows from end to end; exceljs takes the rest.
 * @throws InputError for damage, limits, or a workbook without sheets
 */
export const openXlsx = async (source: ByteSource, file: string): Promise<TableFile> => {
  const entries = await readDirectory(source, file);
  const parts = await readWorkbook(source, entries, file);
  let general: Promise<readonly GeneralSheet[]> | undefined;
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  const generally = async (index: number, name: string): Promise<Table> => {
    general ??= readGeneral(source, unpacked, file);
    const sheet = (await general)[index];
    return generalTable(name, sheet ?? { rows: [], merges: [] });
  };
  const orNothing = async <Found>(work: () => Promise<Found>): Promise<Found | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotRecognised) return undefined;
      throw error;
    }
  };
  const { styles, strings } = parts;
  const texts =
    strings === undefined ? NO_TEXTS : await orNothing(() => readSharedTexts(source, strings, file));
  const formats = styles === undefined ? [] : readStyles(await unpackText(source, styles, file));
  const tables: Table[] = [];
  const hidden: string[] = [];
  for (const [index, part] of parts.sheets.entries()) {
    const found = texts === undefined ? undefined : await orNothing(() => survey(source, part.entry, file));
    const table =
      texts === undefined || found === undefined
        ? await generally(index, part.name)
        : fastTable(
            {
              source,
              file,
              format: { kind: 'xlsx', styles: formats, date1904: parts.date1904, strings: texts },
            },
            part,
            found,
          );
    if (table.rowsExpected > LIMITS.rows)
      throw tooBig(
        file,
        `工作表“${part.name}”有 ${table.rowsExpected} 行，超过 Excel 的上限`,
        '拆成几个文件',
      );
    if (table.rowsExpected === 0) continue;
    if (part.hidden) hidden.push(part.name);
    else tables.push(table);
  }
  return { tables, hidden };
};
