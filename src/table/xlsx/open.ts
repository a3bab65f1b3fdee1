import { LIMITS, tooBig } from '../limits.ts';
import type { Batch, ByteSource, RowFormat, Table, TableFile, TableRow } from '../model.ts';
import { readDirectory } from '../zip/directory.ts';
import { unpackText } from '../zip/unpack.ts';
import { type GeneralSheet, readGeneral } from './general.ts';
import { NotRecognised } from './recognise.ts';
import { makeScanner, type XlsxFormat } from './scan.ts';
import { type Part, simplified } from './simplify.ts';
import { splitRows } from './split.ts';
import { readStyles } from './styles.ts';
import { type Survey, survey } from './survey.ts';
import { NO_TEXTS, readSharedTexts } from './texts.ts';
import { readWorkbook } from './workbook.ts';

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
  readonly file: string;
  readonly format: Omit<XlsxFormat, 'prefix'>;
}

/** Rows without numbers can only be counted from the top, so they are read here and not by the workers. */
async function* countedBatches(
  shared: Shared,
  part: Part,
  format: XlsxFormat,
  rowsPerBatch: number,
): AsyncGenerator<Batch> {
  const scan = makeScanner(format);
  const decoder = new TextDecoder();
  const opening = new RegExp(`<${format.prefix}row[\\s/>]`, 'g');
  let next = 1;
  for await (const bytes of splitRows(part.source, part.entry, shared.file, rowsPerBatch)) {
    const xml = decoder.decode(bytes);
    yield { kind: 'rows', rows: scan(xml, next) };
    next += xml.match(opening)?.length ?? 0;
  }
}

async function* packedBatches(shared: Shared, part: Part, rowsPerBatch: number): AsyncGenerator<Batch> {
  for await (const bytes of splitRows(part.source, part.entry, shared.file, rowsPerBatch)) {
    // its own memory, so that it can be handed to a worker
    const own = new Uint8Array(bytes.byteLength);
    own.set(bytes);
    yield { kind: 'xml', bytes: own };
  }
}

const fastTable = (shared: Shared, name: string, { part, found }: Surveyed): Table => {
  const format: XlsxFormat = { ...shared.format, prefix: found.prefix };
  return {
    sheet: name,
    format: found.unnumbered ? { kind: 'rows' } : format,
    merges: found.merges,
    rowsExpected: found.rows,
    batches: (rowsPerBatch) =>
      found.unnumbered
        ? countedBatches(shared, part, format, rowsPerBatch)
        : packedBatches(shared, part, rowsPerBatch),
  };
};

interface Surveyed {
  readonly part: Part;
  readonly found: Survey;
}

/** What the work gives on the part as it stands, else on the part made simple; undefined where neither is recognised. */
const recognised = async <Found>(
  part: Part,
  file: string,
  work: (part: Part) => Promise<Found>,
): Promise<Found | undefined> => {
  try {
    try {
      return await work(part);
    } catch (error) {
      if (!(error instanceof NotRecognised)) throw error;
      return await work(await simplified(part, file));
    }
  } catch (error) {
    if (error instanceof NotRecognised) return undefined;
    throw error;
  }
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
  const { styles, strings } = parts;
  const texts =
    strings === undefined
      ? NO_TEXTS
      : await recognised({ source, entry: strings }, file, (part) =>
          readSharedTexts(part.source, part.entry, file),
        );
  const formats = styles === undefined ? [] : readStyles(await unpackText(source, styles, file));
  const tables: Table[] = [];
  const hidden: string[] = [];
  for (const [index, part] of parts.sheets.entries()) {
    const surveyed =
      texts === undefined
        ? undefined
        : await recognised({ source, entry: part.entry }, file, async (each) => ({
            part: each,
            found: await survey(each.source, each.entry, file),
          }));
    const table =
      texts === undefined || surveyed === undefined
        ? await generally(index, part.name)
        : fastTable(
            { file, format: { kind: 'xlsx', styles: formats, date1904: parts.date1904, strings: texts } },
            part.name,
            surveyed,
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
