import JSZip from 'jszip';
import { type ContainerProblem, containerProblem, megabytes } from '../../base/container.ts';
import { inputError } from '../../base/diagnostic.ts';

/** Limits of one Word draft held in memory, in bytes; our own choice. A text of 2000字 needs a few dozen KB. */
const LIMITS = { packed: 50 * 1024 * 1024, unpacked: 80 * 1024 * 1024 };
const MAX_PART = 20 * 1024 * 1024;

const RESAVE = '在 Word 或 WPS 里打开，另存为“Word 文档（.docx）”再试';

const refusal = (problem: ContainerProblem): readonly [code: string, message: string, fix: string] => {
  switch (problem.kind) {
    case 'empty':
      return ['E502', '是空文件（0字节）', '可能没有保存成功，请重新保存草稿'];
    case 'too-big':
      return [
        'E501',
        `有 ${megabytes(problem.bytes)}，超过 ${megabytes(problem.limit)} 上限`,
        '删去图片，或只留要检查的文字另存一份',
      ];
    case 'encrypted':
      return ['E503', '设了打开密码，读不了', '在 Word 或 WPS 里去掉密码后另存'];
    case 'legacy':
      return ['E504', '是旧版 .doc 格式', RESAVE];
    case 'not-zip':
      return ['E502', '不是 .docx 文件（可能是别的格式改了扩展名）', RESAVE];
    case 'damaged':
      return ['E505', '已损坏或没有下载完整', '重新获取文件，或在 Word、WPS 里打开修复后另存'];
    case 'unpacks-too-big':
      return [
        'E501',
        `解压后有 ${megabytes(problem.bytes)}，超过 ${megabytes(problem.limit)} 上限`,
        '确认文件来源；只留要检查的文字另存一份',
      ];
  }
};

/** A .docx opened as a zip, nothing of it unpacked yet. */
export interface Package {
  readonly file: string;
  readonly zip: JSZip;
  /** name of the main part, as a rule word/document.xml */
  readonly main: string;
}

const refuse = (file: string, code: string, message: string, fix: string): never => {
  throw inputError(code, `${file} ${message}`, { where: { file }, fix });
};

/** Unpacks piece by piece and stops at the limit, so that a size declared too small is found out. Undefined above the limit. */
const unpack = (part: JSZip.JSZipObject): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const stream = part.nodeStream();
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_PART) chunks.push(chunk);
      else {
        stream.pause();
        stream.removeAllListeners();
        resolve(undefined);
      }
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });

/** A part's text; undefined when it is not there. */
export const readPart = async (
  { zip, file }: Pick<Package, 'zip' | 'file'>,
  name: string,
): Promise<string | undefined> => {
  const part = zip.file(name);
  if (part === null) return undefined;
  let bytes: Buffer | undefined;
  try {
    bytes = await unpack(part);
  } catch {
    return refuse(file, 'E505', `里的 ${name} 解压不了，文件已损坏`, '在 Word、WPS 里打开修复后另存');
  }
  if (bytes === undefined)
    return refuse(
      file,
      'E501',
      `里的 ${name} 解压后超过 ${megabytes(MAX_PART)} 上限`,
      '确认文件来源；只留要检查的文字另存一份',
    );
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

/** The main part that _rels/.rels names; Word itself always takes word/document.xml. */
const mainPart = async (zip: JSZip, file: string): Promise<string | undefined> => {
  const relations = (await readPart({ zip, file }, '_rels/.rels')) ?? '';
  const named = [...relations.matchAll(/<Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => /Type="[^"]*\/officeDocument"/.test(tag));
  const target = /Target="\/?([^"]+)"/.exec(named ?? '')?.[1];
  return [target, 'word/document.xml'].find((name) => name !== undefined && zip.file(name) !== null);
};

/**
 * Opens a draft, refusing what is no plain Word document before it is unpacked.
 * @throws InputError that names the kind of file found and what to do
 */
export const openPackage = async (bytes: Uint8Array, file: string): Promise<Package> => {
  const problem = containerProblem(bytes, LIMITS);
  if (problem !== undefined) return refuse(file, ...refusal(problem));
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return refuse(file, 'E505', '已损坏或没有下载完整', '重新获取文件，或在 Word、WPS 里打开修复后另存');
  }
  const names = Object.keys(zip.files);
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)))
    refuse(file, 'E506', '带有宏（.docm），不读', '在 Word 或 WPS 里另存为不带宏的“Word 文档（.docx）”再试');
  const main = await mainPart(zip, file);
  if (main === undefined) {
    const workbook = names.some((name) => name.startsWith('xl/'));
    const odt = zip.file('mimetype') !== null;
    const kind = workbook
      ? 'Excel 工作簿'
      : odt
        ? 'OpenDocument 文件'
        : '缺少正文（word/document.xml）的压缩包';
    return refuse(file, 'E507', `不是 Word 文档，是${kind}`, RESAVE);
  }
  return { file, zip, main };
};
