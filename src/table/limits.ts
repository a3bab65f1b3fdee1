import { type InputError, inputError } from '../base/diagnostic.ts';

export { megabytes } from '../base/container.ts';

const MB = 1024 * 1024;

/** What a client list may be; beyond it the file is refused before it can fill memory or disk. */
export const LIMITS = {
  file: 2048 * MB,
  /** unpacked size of a sheet */
  sheet: 4096 * MB,
  /** unpacked size of any other part that must be held in memory */
  part: 256 * MB,
  /** an ordinary sheet packs 10 to 40 times; what packs more than this and is large is a bomb */
  ratio: 200,
  ratioFrom: 64 * MB,
  entries: 20_000,
  /** rows that Excel can hold */
  rows: 1_048_576,
  /** filled cells of a header row; a list has a few dozen */
  columns: 2_000,
  /** one row of text */
  row: 4 * MB,
  merges: 200_000,
  /** unpacked size of a workbook that is read by the general reader, which holds it whole */
  general: 64 * MB,
} as const;

export const tooBig = (file: string, message: string, fix: string): InputError =>
  inputError('E401', `${file} ${message}`, { where: { file }, fix });

export const RESAVE = '在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”再试';

export const damaged = (file: string, detail: string): InputError =>
  inputError('E405', `${file} 已损坏或没有下载完整（${detail}）`, {
    where: { file },
    fix: '重新获取文件，或在 Excel、WPS 里打开修复后另存',
  });
