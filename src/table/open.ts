import { inputError } from '../base/diagnostic.ts';
import { openCsv } from './csv/open.ts';
import { csvReader } from './csv/parse.ts';
import { LIMITS, megabytes, RESAVE, tooBig } from './limits.ts';
import type { Batch, ByteSource, RowFormat, TableFile, TableRow } from './model.ts';
import { openXlsx, xmlReader } from './xlsx/open.ts';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** An encrypted .xlsx is an OLE container with this stream name in UTF-16; an old .xls is one without it. */
const ENCRYPTED_NAME = Buffer.from('EncryptedPackage', 'utf16le');
const OLE_SEARCHED = 8 * 1024 * 1024;

const refuseOle = async (source: ByteSource, file: string): Promise<never> => {
  const bytes = await source.read(0, Math.min(OLE_SEARCHED, source.size));
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_NAME);
  throw encrypted
    ? inputError('E403', `${file} 设了打开密码，读不了`, {
        where: { file },
        fix: '在 Excel 或 WPS 里去掉密码后另存',
      })
    : inputError('E404', `${file} 是旧版 .xls 格式`, { where: { file }, fix: RESAVE });
};

/** A web page that was given the name of a workbook, as some systems export it. */
const isWebPage = (start: Uint8Array): boolean =>
  /^\s*(<!doctype|<html|<table|<\?xml)/i.test(new TextDecoder().decode(start.subarray(0, 200)));

/**
 * Opens a table file by what it is, whatever its name says: a workbook, or text.
 * @throws InputError that names the kind of file found and what to do
 */
export const openTables = async (source: ByteSource, file: string): Promise<TableFile> => {
  if (source.size === 0) {
    throw inputError('E402', `${file} 是空文件（0字节）`, {
      where: { file },
      fix: '可能没有保存成功，请重新导出客户名单',
    });
  }
  if (source.size > LIMITS.file) {
    throw tooBig(
      file,
      `有 ${megabytes(source.size)}，超过 ${megabytes(LIMITS.file)} 上限`,
      '删去图片和多余的工作表，或把名单拆成几个文件',
    );
  }
  const start = await source.read(0, Math.min(512, source.size));
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle(source, file);
  if (startsWith(start, 0x50, 0x4b)) return openXlsx(source, file);
  if (isWebPage(start)) {
    throw inputError('E402', `${file} 不是 .xlsx 工作簿，是网页或 XML 改了扩展名`, {
      where: { file },
      fix: RESAVE,
    });
  }
  return openCsv(source, file);
};

/** Reads the batches of one sheet, here or in a worker. */
export const batchReader = (format: RowFormat): ((batch: Batch) => readonly TableRow[]) => {
  const xml = format.kind === 'xlsx' ? xmlReader(format) : undefined;
  const csv = format.kind === 'csv' ? csvReader(format) : undefined;
  return (batch) => {
    if (batch.kind === 'rows') return batch.rows;
    if (batch.kind === 'xml' && xml !== undefined) return xml(batch.bytes);
    if (batch.kind === 'csv' && csv !== undefined) return csv(batch.bytes, batch.firstRow);
    throw new Error('the batch does not belong to this sheet');
  };
};
