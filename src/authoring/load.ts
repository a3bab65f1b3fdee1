import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Diagnostic, InputError, inputError, type Place } from '../base/diagnostic.ts';
import { compileEdition, type Edition, type Path, WORD_LISTS } from '../policy/index.ts';
import { type Surface, schemaForTest, surfaceSchema } from '../policy/surface.ts';
import { expandReuse, type FindPolicy } from './reuse.ts';

export interface LoadedPolicy {
  readonly surface: Surface;
  readonly edition: Edition;
  /** 沿用 as written; `surface` has it laid out already */
  readonly reuse?: NonNullable<Surface['沿用']>;
}

/** Finds where a path stands in the YAML text; the nearest parent where the path itself is missing. */
class Locator {
  readonly #root: Node | null;
  readonly #counter: LineCounter;
  readonly #lines: readonly string[];
  readonly #file: string;

  constructor(root: Node | null, counter: LineCounter, text: string, file: string) {
    this.#root = root;
    this.#counter = counter;
    this.#lines = text.split('\n');
    this.#file = file;
  }

  place(path: Path): Place {
    let node = this.#root;
    let offset = node?.range?.[0] ?? 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (pair === undefined) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value as Node | null;
      } else if (isSeq(node)) {
        const item = node.items[Number(step)] as Node | undefined;
        if (item === undefined) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    return this.at(offset);
  }

  at(offset: number): Place {
    const { line, col } = this.#counter.linePos(offset);
    const text = this.#lines[line - 1] ?? '';
    return {
      file: this.#file,
      line,
      column: col,
      excerpt: { text, length: Math.max(1, Math.min(12, text.length - col + 1)) },
    };
  }
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[String(step)]
        : undefined,
    root,
  );

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const describeIssue = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识的键：${issue.keys.join('、')}`;
    case 'invalid_type':
      return issue.input === undefined ? '缺少这一项，或类型不对' : `类型不对，应为 ${issue.expected}`;
    case 'invalid_value':
      return `只能写：${issue.values.join('、')}`;
    case 'invalid_union':
      return isChinese(issue.message) ? issue.message : '不是认识的判定写法';
    case 'too_small':
      return `至少要有${String(issue.minimum)}项，或内容不能为空`;
    case 'too_big':
      return isChinese(issue.message) ? issue.message : `最多${String(issue.maximum)}`;
    default:
      return isChinese(issue.message) ? issue.message : '写法不对';
  }
};

/** The test at a value, if its telling key says which kind the author meant. */
const meantTest = (value: unknown): z.ZodType | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? schemaForTest(value) : undefined;

/** A failed union speaks of the wrong alternative; ask again the one kind of test that the author evidently meant. */
const sharpen = (raw: unknown, issue: z.core.$ZodIssue, above = -1): readonly z.core.$ZodIssue[] => {
  const path = issue.path as Path;
  // only below 判定 or 当 does a 全部 hold tests; elsewhere it holds criteria
  const first = path.findIndex((step) => step === '判定' || step === '当');
  for (let depth = path.length; first >= 0 && depth > Math.max(first, above); depth -= 1) {
    const at = path.slice(0, depth);
    const again = meantTest(valueAt(raw, at))?.safeParse(valueAt(raw, at));
    if (again?.success !== false) continue;
    const found = again.error.issues.map((item) => ({ ...item, path: [...at, ...item.path] }));
    const deeper = found.filter((item) => item.code === 'invalid_union' && item.path.length > depth);
    return deeper.length === 0
      ? found
      : found.flatMap((item) => (deeper.includes(item) ? sharpen(raw, item, depth) : [item]));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const [inner] = issue.errors.flat().filter((item) => item.path.length > 0);
  return [inner === undefined ? issue : { ...inner, path: [...path, ...inner.path] }];
};

const plainData = (document: ReturnType<typeof parseDocument>, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    throw inputError('P201', '锚点（&）和引用（*）层层套用，展开后太大', {
      where: { file },
      fix: '直接写值',
    });
  }
};

/**
 * Reads one policy file: YAML, grammar, meaning. Every fault is reported with file, line and column.
 * @param find looks up the edition that 沿用 names
 * @throws InputError with all faults of the file
 */
export const loadPolicy = (text: string, file: string, find: FindPolicy = () => undefined): LoadedPolicy => {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  });
  const locator = new Locator(document.contents, counter, text, file);
  const fail = (code: string, message: string, where: Place, fix?: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    where,
    ...(fix === undefined ? {} : { fix }),
  });
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((error) =>
        fail(
          'P201',
          error.code === 'DUPLICATE_KEY' ? '同一个键写了两次' : `YAML 格式错误（${error.code}）`,
          locator.at(error.pos[0]),
        ),
      ),
    );
  }
  const raw = plainData(document, file);
  const parsed = surfaceSchema.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((issue) => sharpen(raw, issue));
    throw new InputError(
      issues.map((issue) => {
        const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
        return fail(
          'P202',
          `${path.map(String).join('/')}：${describeIssue(issue)}`,
          locator.place(path as Path),
          '写法见 docs/policy-format.md',
        );
      }),
    );
  }
  const reused = expandReuse(parsed.data, find);
  const compiled = compileEdition(reused.surface, WORD_LISTS);
  const { edition } = compiled;
  const issues = [...reused.issues, ...compiled.issues];
  if (issues.length > 0)
    throw new InputError(
      issues.map((issue) => fail('P203', issue.message, locator.place(issue.path), issue.fix)),
    );
  const { 沿用: reuse } = parsed.data;
  return { surface: reused.surface, edition, ...(reuse === undefined ? {} : { reuse }) };
};
