import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { inputError } from '../base/diagnostic.ts';
import { type CasesFile, casesSchema } from './cases.ts';
import { type LoadedPolicy, loadPolicy } from './load.ts';
import type { FindPolicy } from './reuse.ts';

export interface PolicyFile extends LoadedPolicy {
  readonly path: string;
  /** the 用例 beside it, if any */
  readonly cases?: CasesFile;
}

const CASES = '.用例.yaml';
const SHARED = '共用';

/** The 用例 file beside a policy file. @throws InputError when it is not well formed */
const loadCases = (path: string): CasesFile | undefined => {
  if (!existsSync(path)) return undefined;
  const fail = (message: string, line?: number, column?: number): never => {
    const where = { file: path, ...(line === undefined || column === undefined ? {} : { line, column }) };
    throw inputError('P210', `用例文件格式不对：${message}`, { where, fix: '写法见 docs/policy-format.md' });
  };
  const read = (): unknown => {
    try {
      return parse(readFileSync(path, 'utf8'), { maxAliasCount: 1000 });
    } catch (error) {
      if (error instanceof YAMLParseError)
        return fail('YAML 解析不了', error.linePos?.[0].line, error.linePos?.[0].col);
      if (error instanceof ReferenceError) return fail('引用（*）展开后太大');
      throw error;
    }
  };
  const parsed = casesSchema.safeParse(read());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return fail(`${issue?.path.map(String).join('/') ?? ''} 这一处写法不对`);
};

export const loadPolicyFile = (path: string, find?: FindPolicy): PolicyFile => {
  const cases = loadCases(path.replace(/\.yaml$/, CASES));
  return {
    path,
    ...loadPolicy(readFileSync(path, 'utf8'), path, find),
    ...(cases === undefined ? {} : { cases }),
  };
};

/** Every policy file under a folder, in path order; 用例 files and the shared data are not policies. */
const policyPaths = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.yaml') && !name.endsWith(CASES) && !name.split(/[\\/]/).includes(SHARED),
    )
    .sort()
    .map((name) => join(folder, name));

/** Every policy file of a folder. 沿用 may name another file of the folder, or one that `find` knows. */
export const loadPolicyFolder = (folder: string, find?: FindPolicy): readonly PolicyFile[] => {
  const paths = policyPaths(folder);
  const beside: FindPolicy = (id) => {
    const path = paths.find((item) => basename(item) === `${id}.yaml`);
    return path === undefined ? find?.(id) : loadPolicyFile(path, beside).surface;
  };
  return paths.map((path) => loadPolicyFile(path, beside));
};
