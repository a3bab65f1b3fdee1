import type { Issue } from '../policy/index.ts';
import type { Surface, SurfaceBody, SurfaceCriterion } from '../policy/surface.ts';

/** Finds another policy file by its id, as written. */
export type FindPolicy = (id: string) => Surface | undefined;

type Change = (criteria: readonly SurfaceCriterion[]) => SurfaceCriterion[];

/** Applies a change to every list of criteria inside a body: groups, k-of-n, branches. */
const inBody = <Body extends SurfaceBody>(body: Body, change: Change): Body => ({
  ...body,
  ...(body.全部 === undefined ? {} : { 全部: change(body.全部) }),
  ...(body.任一 === undefined ? {} : { 任一: change(body.任一) }),
  ...(body.至少 === undefined ? {} : { 至少: { ...body.至少, 之中: change(body.至少.之中) } }),
  ...(body.读法 === undefined
    ? {}
    : {
        读法: Object.fromEntries(
          Object.entries(body.读法).map(([label, reading]) => [label, inBody(reading, change)]),
        ),
      }),
  ...(body.分支 === undefined
    ? {}
    : {
        分支: body.分支.map((branch) => ({
          ...branch,
          ...(branch.则 === undefined ? {} : { 则: inBody(branch.则, change) }),
          ...(branch.其余 === undefined ? {} : { 其余: inBody(branch.其余, change) }),
        })),
      }),
});

const isEmptied = ({ 全部: all, 任一: any }: SurfaceBody): boolean => all?.length === 0 || any?.length === 0;

/** Leaves out the named criteria; a group that becomes empty goes too. */
const without =
  (dropped: ReadonlySet<string>): Change =>
  (criteria) =>
    criteria
      .filter((criterion) => !dropped.has(criterion.编号))
      .map((criterion) => inBody(criterion, without(dropped)))
      .filter((criterion) => !isEmptied(criterion));

/** Inherited criteria go on citing the document they come from. */
const citing =
  (source: string): Change =>
  (criteria) =>
    criteria.map((criterion) => ({
      ...inBody(criterion, citing(source)),
      出自: criterion.出自 ?? source,
      ...(criterion.豁免 === undefined ? {} : { 豁免: citing(source)(criterion.豁免) }),
    }));

const idsOf = (criteria: readonly SurfaceCriterion[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  const note: Change = (list) =>
    list.map((criterion) => {
      ids.add(criterion.编号);
      return inBody(criterion, note);
    });
  note(criteria);
  return ids;
};

/** Ids of criteria and groups that are taken over whole: not left out, and no part of them either. */
export const keptIds = (base: Surface, dropped: readonly string[]): ReadonlySet<string> => {
  const out = new Set(dropped);
  const kept = new Set<string>();
  const visit: Change = (criteria) =>
    criteria.map((criterion) => {
      const inside = idsOf([criterion]);
      if (out.has(criterion.编号)) return criterion;
      if (![...inside].some((id) => out.has(id))) for (const id of inside) kept.add(id);
      for (const waiver of criterion.豁免 ?? []) kept.add(waiver.编号);
      return inBody(criterion, visit);
    });
  visit(base.条件?.全部 ?? []);
  return kept;
};

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
  const inherited = base.条件 === undefined && base.条件未收录 !== undefined ? [] : base.条件?.全部;
  const added = own.条件 ?? {};
  if (inherited === undefined || (added.全部 === undefined && Object.keys(added).length > 0)) {
    return { surface: own, issues: [{ path: ['沿用'], message: '两边的条件都要写成“全部”才能沿用' }] };
  }
  const known = idsOf(inherited);
  const issues: Issue[] = (reuse.除 ?? [])
    .filter((id) => !known.has(id))
    .map((id) => ({ path: ['沿用', '除'], message: `${reuse.编号} 没有条件“${id}”` }));
  const [main = ''] = Object.keys(base.来源);
  const kept = citing(main)(without(new Set(reuse.除 ?? []))(inherited));
  const scores = own.评分 ?? base.评分;
  const unlisted = own.条件未收录 ?? base.条件未收录;
  const parameters = [...(own.外部参数 ?? []), ...(base.外部参数 ?? [])];
  return {
    issues,
    surface: {
      ...own,
      来源: {
        ...own.来源,
        ...Object.fromEntries(Object.entries(base.来源).filter(([key]) => !(key in own.来源))),
      },
      ...(kept.length + (added.全部?.length ?? 0) === 0
        ? {}
        : { 条件: { 全部: [...kept, ...(added.全部 ?? [])] } }),
      ...(scores === undefined ? {} : { 评分: scores }),
      ...(unlisted === undefined ? {} : { 条件未收录: unlisted }),
      ...(parameters.length === 0 ? {} : { 外部参数: parameters }),
    },
  };
};
