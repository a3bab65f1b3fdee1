import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { type Diagnostic, InputError, inputError, type Place } from '../base/diagnostic.ts';
import type { MapEntry, SourceNode } from './source.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_NODES = 200_000;
const MAX_DEPTH = 50;

/** UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030 found by trial. */
export const decodeText = (bytes: Uint8Array, file: string): string => {
  if (bytes.length > MAX_BYTES) {
    throw inputError('E102', `${file} 有 ${Math.ceil(bytes.length / 1048576)} MB，超过 5 MB 上限`, {
      where: { file },
      fix: '企业档案通常只有几十 KB，请确认选对了文件',
    });
  }
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // not this encoding: try the next one
    }
  }
  throw inputError('E103', `${file} 不是文本文件，或编码既不是 UTF-8 也不是 GB18030`, {
    where: { file },
    fix: '在编辑器里另存为 UTF-8 编码',
  });
};

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个键写了两次',
  TAB_AS_INDENT: '缩进用了制表符（Tab），YAML 只能用空格缩进',
  BAD_INDENT: '缩进不对',
  MISSING_CHAR: '缺少符号（引号、括号或冒号后的空格）',
  UNEXPECTED_TOKEN: '有多余的符号',
  BAD_ALIAS: '引用了没有定义的锚点（*名称）',
  MULTIPLE_DOCS: '一个文件里有几个文档（---），只能有一个',
  BLOCK_AS_IMPLICIT_KEY: '这一行的冒号位置不对，可能缺少空格或引号',
  MULTILINE_IMPLICIT_KEY: '键跨了行，可能缺少冒号或引号',
};

/** Reads YAML text into a source tree with file, line and column at every node. All scalars stay text. */
export const readYaml = (text: string, file: string): SourceNode => {
  const counter = new LineCounter();
  const lines = text.split(/\r\n|\n|\r/);
  const placeAt = (start: number, end = start + 1): Place => {
    const { line, col } = counter.linePos(start);
    const excerpt = lines[line - 1] ?? '';
    const length = Math.max(1, Math.min(end - start, excerpt.length - col + 1));
    return { file, line, column: col, excerpt: { text: excerpt, length } };
  };
  const syntaxError = (error: YAMLError): Diagnostic => ({
    code: 'E110',
    severity: 'error',
    message: `YAML 格式错误：${SYNTAX_MESSAGES[error.code] ?? `解析不了（${error.code}）`}`,
    where: placeAt(...error.pos),
    fix: '检查这一行的缩进、冒号后的空格和引号是否成对',
  });
  const document = parseSafely(text, counter, file);
  if (document.errors.length > 0) throw new InputError(document.errors.slice(0, 20).map(syntaxError));

  let budget = MAX_NODES;
  const walk = (node: Node | null | undefined, depth: number): SourceNode => {
    budget -= 1;
    if (budget < 0 || depth > MAX_DEPTH) {
      throw inputError('E111', '文件嵌套太深或展开后太大（可能是锚点 & 和引用 * 层层套用）', {
        where: { file },
        fix: '去掉锚点和引用，直接写值',
      });
    }
    if (node === null || node === undefined) return { kind: 'scalar', text: '' };
    const range = node.range ?? [0, 1, 1];
    const at = placeAt(range[0], range[1]);
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined) {
        throw inputError('E110', `YAML 格式错误：${SYNTAX_MESSAGES.BAD_ALIAS}`, {
          where: at,
          fix: '值以 * 开头时要加引号',
        });
      }
      return walk(target, depth + 1);
    }
    if (isScalar(node)) return { kind: 'scalar', text: String(node.value ?? ''), at };
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => walk(item as Node, depth + 1)), at };
    if (isMap(node)) {
      const entries: MapEntry[] = node.items.map((pair) => {
        const key = walk(pair.key as Node, depth + 1);
        const entry = {
          key: key.kind === 'scalar' ? key.text : '',
          node: walk(pair.value as Node, depth + 1),
        };
        return key.at === undefined ? entry : { ...entry, keyAt: key.at };
      });
      return { kind: 'map', entries, at };
    }
    return { kind: 'scalar', text: '' };
  };
  return walk(document.contents, 0);
};

const parseSafely = (text: string, lineCounter: LineCounter, file: string) => {
  try {
    // failsafe: 007, 1e3 and 是 all stay text, so that the field decides what they mean
    return parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: true, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw inputError('E111', '文件嵌套太深，无法读取', { where: { file }, fix: '检查括号是否成对' });
  }
};
