import { inputError } from '../base/diagnostic.ts';

/** Limits of a client list read whole into memory. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;

const RESAVE = '在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”再试';
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1048576)} MB`;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** An encrypted .xlsx is an OLE container with this stream name in UTF-16; an old .xls is one without it. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\u0000'));

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Sum of the unpacked sizes that the zip's directory declares; undefined when there is no directory. */
const unpackedSize = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return undefined;
  let offset = view.getUint32(end + 16, true);
  let total = 0;
  while (offset + 46 <= bytes.length && view.getUint32(offset, true) === DIRECTORY_ENTRY) {
    total += view.getUint32(offset + 24, true);
    const names =
      view.getUint16(offset + 28, true) +
      view.getUint16(offset + 30, true) +
      view.getUint16(offset + 32, true);
    offset += 46 + names;
  }
  return total;
};

/**
 * Refuses what cannot be an .xlsx workbook, or one too big to hold, before anything is unpacked.
 * @throws InputError that names the kind of file found and what to do
 */
export const checkContainer = (bytes: Uint8Array, file: string): void => {
  const refuse = (code: string, message: string, fix: string): never => {
    throw inputError(code, `${file} ${message}`, { where: { file }, fix });
  };
  if (bytes.length === 0) refuse('E402', '是空文件（0字节）', '可能没有保存成功，请重新导出客户名单');
  if (bytes.length > MAX_FILE_BYTES) {
    refuse(
      'E401',
      `有 ${megabytes(bytes.length)}，超过 ${megabytes(MAX_FILE_BYTES)} 上限`,
      '删去图片和多余的工作表，或把名单拆成几个文件',
    );
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (isEncrypted(bytes)) refuse('E403', '设了打开密码，读不了', '在 Excel 或 WPS 里去掉密码后另存');
    refuse('E404', '是旧版 .xls 格式', RESAVE);
  }
  if (!startsWith(bytes, 0x50, 0x4b))
    refuse('E402', '不是 .xlsx 工作簿（可能是 CSV 或网页改了扩展名）', RESAVE);
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined)
    refuse('E405', '已损坏或没有下载完整', '重新获取文件，或在 Excel、WPS 里打开修复后另存');
  else if (unpacked > MAX_UNPACKED_BYTES) {
    refuse(
      'E401',
      `解压后有 ${megabytes(unpacked)}，超过 ${megabytes(MAX_UNPACKED_BYTES)} 上限`,
      '确认文件来源；把名单拆成几个文件',
    );
  }
};
