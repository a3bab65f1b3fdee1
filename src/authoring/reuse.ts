import type { Issue } from '../policy/index.ts';
import type { Surface, SurfaceCriterion } from '../policy/surface.ts';

/** Finds another policy file by its id, as written. */
export type FindPolicy = (id: string) => Surface | undefined;

type Group = '全部' | '任一';

/** Leaves out the named criteria; a group that becomes empty goes too. */
const without = (criteria: readonly SurfaceCriterion[], dropped: ReadonlySet<string>): SurfaceCriterion[] =>
  criteria.flatMap((criterion) => {
    if (dropped.has(criterion.编号)) return [];
    const rest = { ...criterion };
    for (const key of ['全部', '任一'] as const satisfies readonly Group[]) {
      const parts = criterion[key];
      if (parts === undefined) continue;
      const kept = without(parts, dropped);
      if (kept.length === 0) return [];
      rest[key] = kept;
    }
    return [rest];
  });

/** Inherited criteria go on citing the document they come from. */
const citing = (criteria: readonly SurfaceCriterion[], source: string): SurfaceCriterion[] =>
  criteria.map((criterion) => ({
    ...criterion,
    出自: criterion.出自 ?? source,
    ...(criterion.全部 === undefined ? {} : { 全部: citing(criterion.全部, source) }),
    ...(criterion.任一 === undefined ? {} : { 任一: citing(criterion.任一, source) }),
    ...(criterion.豁免 === undefined ? {} : { 豁免: citing(criterion.豁免, source) }),
  }));

const idsOf = (criteria: readonly SurfaceCriterion[]): string[] =>
  criteria.flatMap((criterion) => [
    criterion.编号,
    ...idsOf(criterion.全部 ?? []),
    ...idsOf(criterion.任一 ?? []),
  ]);

/**
 * 沿用: lays the rules of another edition under a notice's own (除: without these criteria; 条件 of the file are added).
 * The result is a file that stands alone.
 */
export const expandReuse = (
  raw: Surface,
  find: FindPolicy,
): { surface: Surface; issues: readonly Issue[] } => {
  const { 沿用: reuse, ...own } = raw;
  if (reuse === undefined) return { surface: raw, issues: [] };
  const found = find(reuse.编号);
  if (found === undefined) {
    return { surface: own, issues: [{ path: ['沿用', '编号'], message: `找不到沿用的项目“${reuse.编号}”` }] };
  }
  const base = expandReuse(found, find).surface;
  const inherited = base.条件.全部;
  if (inherited === undefined || (own.条件.全部 === undefined && Object.keys(own.条件).length > 0)) {
    return { surface: own, issues: [{ path: ['沿用'], message: '两边的条件都要写成“全部”才能沿用' }] };
  }
  const known = new Set(idsOf(inherited));
  const issues: Issue[] = (reuse.除 ?? [])
    .filter((id) => !known.has(id))
    .map((id) => ({ path: ['沿用', '除'], message: `${reuse.编号} 没有条件“${id}”` }));
  const [main = ''] = Object.keys(base.来源);
  const kept = citing(without(inherited, new Set(reuse.除 ?? [])), main);
  const scores = own.评分 ?? base.评分;
  return {
    issues,
    surface: {
      ...own,
      来源: {
        ...own.来源,
        ...Object.fromEntries(Object.entries(base.来源).filter(([key]) => !(key in own.来源))),
      },
      条件: { 全部: [...kept, ...(own.条件.全部 ?? [])] },
      ...(scores === undefined ? {} : { 评分: scores }),
    },
  };
};
