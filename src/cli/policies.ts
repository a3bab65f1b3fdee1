import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, inputError } from '../base/diagnostic.ts';
import { suggestion } from '../base/text.ts';
import {
  compileEdition,
  type Edition,
  type EditionSummary,
  overlaps,
  type PolicyStore,
  type Surface,
  summarize,
  WORD_LISTS,
} from '../policy/index.ts';

/** Where the build put its data: beside the bundled program, whichever chunk this ends up in. */
export const dataPath = (name: string): string => {
  const here = ['./', '../', '../../dist/'].map((step) =>
    fileURLToPath(new URL(`${step}${name}`, import.meta.url)),
  );
  const found = here.find((path) => existsSync(path));
  if (found === undefined)
    throw inputError('E001', `程序数据不完整：找不到 ${name}`, {
      fix: '重新安装，或在源码目录运行 npm run build',
    });
  return found;
};

const builtIn = (): PolicyStore => {
  const summaries = JSON.parse(readFileSync(dataPath('policies/index.json'), 'utf8')) as EditionSummary[];
  const loaded = new Map<string, Edition>();
  return {
    summaries,
    load: (id) => {
      const known = loaded.get(id);
      if (known !== undefined) return known;
      const surface = JSON.parse(readFileSync(dataPath(`policies/${id}.json`), 'utf8')) as Surface;
      const { edition } = compileEdition(surface, WORD_LISTS);
      loaded.set(id, edition);
      return edition;
    },
  };
};

/** A built-in policy file as written, for 沿用. */
export const builtInSurface = (id: string): Surface | undefined => {
  const known = (JSON.parse(readFileSync(dataPath('policies/index.json'), 'utf8')) as EditionSummary[]).some(
    (item) => item.id === id,
  );
  return known ? (JSON.parse(readFileSync(dataPath(`policies/${id}.json`), 'utf8')) as Surface) : undefined;
};

/** The built-in editions, and those of the user's folder (--policies) beside them. */
export const openPolicies = async (folder?: string): Promise<PolicyStore> => {
  const base = builtIn();
  if (folder === undefined) return base;
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw inputError('E002', `找不到政策文件夹 ${folder}`, { fix: '检查 --policies 后面的路径' });
  const { loadPolicyFolder } = await import('../authoring/index.ts');
  const own = loadPolicyFolder(folder, builtInSurface);
  if (own.length === 0)
    throw inputError('E003', `${folder} 里没有政策文件（*.yaml）`, { fix: '写法见 docs/policy-format.md' });
  const ids = own.map((file) => file.edition.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw inputError('E006', `编号 ${twice} 在 ${folder} 里写了两次`, {
      where: { file: folder },
      fix: '换一个编号',
    });
  }
  const editions = new Map(own.map((file) => [file.edition.id, file.edition]));
  const summaries = [...base.summaries, ...[...editions.values()].map(summarize)];
  const repeated = base.summaries.find((item) => editions.has(item.id));
  if (repeated !== undefined)
    throw inputError('E004', `编号 ${repeated.id} 与内置项目重复`, {
      where: { file: folder },
      fix: '换一个编号',
    });
  const clash = overlaps(summaries)[0];
  if (clash !== undefined) {
    throw inputError(
      'E005',
      `系列“${clash[0].series}”在同一天有两个有效版本：${clash[0].id}、${clash[1].id}`,
      { fix: '改系列名，或写明施行起止' },
    );
  }
  return { summaries, load: (id) => editions.get(id) ?? base.load(id) };
};

/** @throws InputError with a near miss for an unknown id */
export const requireEdition = (store: PolicyStore, id: string): Edition => {
  const ids = store.summaries.map((item) => item.id);
  if (!ids.includes(id)) {
    throw new InputError([
      {
        code: 'E010',
        severity: 'error',
        message: `没有编号为“${id}”的项目`,
        fix: `${suggestion(id, ids) ?? ''}全部编号见 zjtx policy list`,
      },
    ]);
  }
  return store.load(id);
};

/** A sum over every rule that may be used: the built-in ones and those of the user's folder. */
export const policyFingerprint = (folder?: string): string => {
  const hash = createHash('sha256');
  for (const path of [dataPath('policies'), ...(folder === undefined ? [] : [folder])]) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(json|yaml)$/.test(name)) hash.update(name).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
};
