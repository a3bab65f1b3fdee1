import { type ContainerLimits, type ContainerProblem, containerProblem } from '../../base/container.ts';
import { inputError } from '../../base/diagnostic.ts';

export interface Limits extends ContainerLimits {
  /** of one part that holds text, in characters */
  readonly text: number;
}

const MEGABYTE = 1024 * 1024;
export const LIMITS: Limits = { packed: 50 * MEGABYTE, unpacked: 100 * MEGABYTE, text: 20 * MEGABYTE };

const RESAVE = '在 Word 或 WPS 里打开，另存为“Word 文档（.docx）”再试';

export type Refuse = (code: string, message: string, fix: string) => never;

export const refuser =
  (file: string): Refuse =>
  (code, message, fix) => {
    throw inputError(code, `${file} ${message}`, { where: { file }, fix });
  };

export const tooBig = (refuse: Refuse, what: string, limit: number): never =>
  refuse('E332', `${what}超过 ${limit / MEGABYTE} MB 上限`, '确认文件来源；压缩或删去大图片后另存');

export const damaged = (refuse: Refuse): never =>
  refuse('E333', '已损坏或没有下载完整', '重新获取文件，或在 Word、WPS 里打开修复后另存');

const refuseProblem = ({ kind }: ContainerProblem, limits: Limits, refuse: Refuse): never => {
  switch (kind) {
    case 'empty':
      return refuse('E330', '是空文件（0字节）', '可能没有保存成功，请重新保存模板');
    case 'too-big':
      return tooBig(refuse, '', limits.packed);
    case 'unpacks-too-big':
      return tooBig(refuse, '解压后', limits.unpacked);
    case 'encrypted':
      return refuse('E331', '设了打开密码，读不了', '在 Word 或 WPS 里去掉密码后另存');
    case 'legacy':
      return refuse('E330', '是旧版 .doc 格式', RESAVE);
    case 'not-zip':
      return refuse('E330', '不是 .docx 文件（可能是改了扩展名）', RESAVE);
    case 'damaged':
      return damaged(refuse);
  }
};

/**
 * Refuses what cannot be a .docx, by its first bytes and the sizes it declares.
 * @throws InputError that names the kind of file found and what to do
 */
export const checkContainer = (bytes: Uint8Array, limits: Limits, refuse: Refuse): void => {
  const problem = containerProblem(bytes, limits);
  if (problem !== undefined) refuseProblem(problem, limits, refuse);
};
