import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { type ContainerProblem, containerProblem, megabytes } from '../base/container.ts';
import { type InputError, inputError } from '../base/diagnostic.ts';
import { withRareReferenced } from './rare.ts';

const MB = 1024 * 1024;
const LIMITS = { packed: 10 * MB, unpacked: 100 * MB };
const RESAVE = '在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”再试';
const REPAIR = '重新获取文件，或在 Excel、WPS 里打开修复后另存';

const refusal = (file: string, problem: ContainerProblem): InputError => {
  const refuse = (code: string, message: string, fix: string): InputError =>
    inputError(code, `${file} ${message}`, { where: { file }, fix });
  switch (problem.kind) {
    case 'empty':
      return refuse('E402', '是空文件（0字节）', '可能没有保存成功，请重新获取');
    case 'encrypted':
      return refuse('E403', '设了打开密码，读不了', '在 Excel 或 WPS 里去掉密码后另存');
    case 'legacy':
      return refuse('E404', '是旧版 .xls 格式', RESAVE);
    case 'not-zip':
      return refuse('E402', '不是 .xlsx 工作簿（可能是别的文件改了扩展名）', RESAVE);
    case 'damaged':
      return refuse('E405', '已损坏或没有下载完整', REPAIR);
    case 'too-big':
    case 'unpacks-too-big':
      return refuse(
        'E401',
        `${problem.kind === 'too-big' ? '' : '解压后'}有 ${megabytes(problem.bytes)}，超过采集表 ${megabytes(problem.limit)} 上限`,
        '删去图片和多余的工作表；如果是客户名单，用 zjtx screen',
      );
  }
};

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** Unpacks each part under the limit, so that sizes the directory lies about are found before anything holds them. */
const unpacksWithin = (bytes: Uint8Array, limit: number): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limit;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== DIRECTORY_ENTRY) continue;
    const offset = view.getUint32(at + 42, true);
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) continue;
    const packed = view.getUint32(at + 20, true);
    if (view.getUint16(at + 10, true) !== DEFLATED) continue;
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    try {
      left -= inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: left + 1 }).length;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    if (left < 0) return false;
  }
  return true;
};

/** Left out: they tell nothing of the cells, and a validation on a whole column would be unrolled to a million cells. */
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'autoFilter', 'hyperlinks', 'drawing'];

/**
 * Opens a workbook, sizes checked first.
 * @throws InputError when the bytes are not a readable .xlsx, or are too big for a questionnaire
 */
export const openWorkbook = async (bytes: Uint8Array, file: string): Promise<ExcelJS.Workbook> => {
  const problem = containerProblem(bytes, LIMITS);
  if (problem !== undefined) throw refusal(file, problem);
  const workbook = new ExcelJS.Workbook();
  try {
    if (!unpacksWithin(bytes, LIMITS.unpacked))
      throw refusal(file, { kind: 'unpacks-too-big', bytes: LIMITS.unpacked + 1, limit: LIMITS.unpacked });
    const safe = await withRareReferenced(bytes);
    const copy = new ArrayBuffer(safe.byteLength);
    new Uint8Array(copy).set(safe);
    return await workbook.xlsx.load(copy, { ignoreNodes: IGNORED_NODES });
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error;
    throw inputError('E405', `${file} 解析不了，文件可能已损坏`, { where: { file }, fix: RESAVE });
  }
};
