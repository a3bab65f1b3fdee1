import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { inputError } from '../base/diagnostic.ts';
import { type CaseSet, casesSchema, expandCases, inheritCases } from './cases.ts';
import { type LoadedPolicy, loadPolicy } from './load.ts';
import { type FindPolicy, keptIds } from './reuse.ts';

export interface PolicyFile extends LoadedPolicy {
  readonly path: string;
  /** the 用例 beside it, if any */
  readonly cases?: CaseSet;
}

const CASES = '.用例.yaml';
const SHARED = '共用';

/** The 用例 file beside a policy file. @throws InputError when it is not well formed */
const readCases = (path: string): z.infer<typeof casesSchema> | undefined => {
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

/** What other files are known by, for 沿用. */
interface Neighbours {
  readonly policy: FindPolicy;
  readonly cases: (id: string) => CaseSet | undefined;
}

const ALONE: Neighbours = { policy: () => undefined, cases: () => undefined };

const casesPath = (path: string): string => path.replace(/\.yaml$/, CASES);

const loadCases = (path: string, policy: LoadedPolicy, neighbours: Neighbours): CaseSet | undefined => {
  const file = readCases(casesPath(path));
  if (file === undefined) return undefined;
  const own = expandCases(file);
  const from = file.沿用用例;
  const base = from === undefined ? undefined : neighbours.cases(from.编号);
  const rules = from === undefined ? undefined : neighbours.policy(from.编号);
  if (from === undefined) return own;
  if (base === undefined || rules === undefined || policy.reuse === undefined)
    return { ...own, unresolved: from.编号 };
  const kept = keptIds(rules, policy.reuse.除 ?? []);
  return { ...own, cases: [...own.cases, ...inheritCases(base, own.id, from.补充档案 ?? {}, kept)] };
};

const loadPolicyFile = (path: string, neighbours: Neighbours = ALONE): PolicyFile => {
  const policy = loadPolicy(readFileSync(path, 'utf8'), path, neighbours.policy);
  const cases = loadCases(path, policy, neighbours);
  return { path, ...policy, ...(cases === undefined ? {} : { cases }) };
};

/** Every policy file under a folder, in path order; 用例 files and the shared data are not policies. */
const policyPaths = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.yaml') && !name.endsWith(CASES) && !name.split(/[\\/]/).includes(SHARED),
    )
    .sort()
    .map((name) => join(folder, name));

const idOf = (path: string): string => basename(path, '.yaml');

/** The ids of a folder's programmes, no file being read. */
export const policyIds = (folder: string): readonly string[] => policyPaths(folder).map(idOf);

/** The files of a folder by their ids, for 沿用; `find` knows what the folder does not hold. */
const among = (paths: readonly string[], find?: FindPolicy): Neighbours => {
  const pathOf = (id: string): string | undefined => paths.find((item) => idOf(item) === id);
  const neighbours: Neighbours = {
    policy: (id) => {
      const path = pathOf(id);
      return path === undefined
        ? find?.(id)
        : loadPolicy(readFileSync(path, 'utf8'), path, neighbours.policy).surface;
    },
    cases: (id) => {
      const path = pathOf(id);
      return path === undefined ? undefined : loadPolicyFile(path, neighbours).cases;
    },
  };
  return neighbours;
};

/** Every policy file of a folder. 沿用 may name another file of the folder, or one that `find` knows. */
export const loadPolicyFolder = (folder: string, find?: FindPolicy): readonly PolicyFile[] => {
  const paths = policyPaths(folder);
  return paths.map((path) => loadPolicyFile(path, among(paths, find)));
};

/**
 * The programmes of a folder that are named by id or by file, only these being read; all of them where none is named.
 * @throws InputError for a name that is none
 */
export const loadNamed = (folder: string, names: readonly string[]): readonly PolicyFile[] => {
  const paths = policyPaths(folder);
  const wanted = names.map((name) => {
    const id = basename(name).replace(/(\.用例)?\.yaml$/, '');
    const path = paths.find((item) => idOf(item) === id);
    if (path !== undefined) return path;
    throw inputError('P215', `${folder} 里没有“${name}”`, { fix: '写编号，或政策文件的路径' });
  });
  return (names.length === 0 ? paths : wanted).map((path) => loadPolicyFile(path, among(paths)));
};

/** A policy file with what stands beside it: in its folder, and in the 代码-地区 folders next to that. */
export const loadBeside = (path: string, find: FindPolicy): PolicyFile => {
  const own = dirname(path);
  const parent = join(own, '..');
  const nextTo = readdirSync(parent)
    .filter((name) => /^\d{6}-/.test(name))
    .map((name) => join(parent, name));
  const paths = [own, ...nextTo]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.yaml') && idOf(name) !== idOf(path));
  return loadPolicyFile(path, among(paths, find));
};
