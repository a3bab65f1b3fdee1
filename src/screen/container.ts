import { type ContainerProblem, containerProblem, megabytes } from '../base/container.ts';
import { inputError } from '../base/diagnostic.ts';

/** Limits of a client list read whole into memory. */
const LIMITS = { packed: 20 * 1024 * 1024, unpacked: 300 * 1024 * 1024 };

const RESAVE = '在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”再试';

const refusal = (problem: ContainerProblem): readonly [code: string, message: string, fix: string] => {
  switch (problem.kind) {
    case 'empty':
      return ['E402', '是空文件（0字节）', '可能没有保存成功，请重新导出客户名单'];
    case 'too-big':
      return [
        'E401',
        `有 ${megabytes(problem.bytes)}，超过 ${megabytes(problem.limit)} 上限`,
        '删去图片和多余的工作表，或把名单拆成几个文件',
      ];
    case 'encrypted':
      return ['E403', '设了打开密码，读不了', '在 Excel 或 WPS 里去掉密码后另存'];
    case 'legacy':
      return ['E404', '是旧版 .xls 格式', RESAVE];
    case 'not-zip':
      return ['E402', '不是 .xlsx 工作簿（可能是 CSV 或网页改了扩展名）', RESAVE];
    case 'damaged':
      return ['E405', '已损坏或没有下载完整', '重新获取文件，或在 Excel、WPS 里打开修复后另存'];
    case 'unpacks-too-big':
      return [
        'E401',
        `解压后有 ${megabytes(problem.bytes)}，超过 ${megabytes(problem.limit)} 上限`,
        '确认文件来源；把名单拆成几个文件',
      ];
  }
};

/**
 * Refuses what cannot be an .xlsx workbook, or one too big to hold, before anything is unpacked.
 * @throws InputError that names the kind of file found and what to do
 */
export const checkContainer = (bytes: Uint8Array, file: string): void => {
  const problem = containerProblem(bytes, LIMITS);
  if (problem === undefined) return;
  const [code, message, fix] = refusal(problem);
  throw inputError(code, `${file} ${message}`, { where: { file }, fix });
};
