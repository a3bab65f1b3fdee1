import type { Surface } from '../../src/policy/index.ts';
import { addDays, DENOMINATORS, FLIPS, isMap, neighbours, nudged, periods, stepOf } from './near.ts';

/** One small lie told about a policy file. */
export interface Mutant {
  /** where: 条件/全部/2/判定 */
  readonly path: string;
  readonly what: string;
  /** 编号 of the criterion, groups and score item it lies in: cases about these are asked first */
  readonly ids: ReadonlySet<string>;
  readonly surface: Surface;
}

type Path = ReadonlyArray<string | number>;
type Change = { readonly what: string; readonly value: unknown };

const without = (map: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));

const renamed = (map: Record<string, unknown>, from: string, to: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name === from ? to : name, value]));

const withValue = (map: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> => ({
  ...map,
  [key]: value,
});

/** An unclear number of items with either end moved by one. */
const counts = ([low, high]: readonly number[]): unknown[] =>
  [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ].map(([from = 0, to = 0]) => {
    const moved = [Number(low) + from, Number(high) + to];
    return moved[0] === moved[1] ? moved[0] : moved;
  });

/** A passage with one of its readings left out; of two, the other one alone. */
const fewerReadings = (map: Record<string, unknown>, readings: Record<string, unknown>): Change[] =>
  Object.keys(readings).map((label) => {
    const [only, ...more] = Object.values(without(readings, label));
    const rest = without(map, '读法');
    return {
      what: `去掉读法“${label}”`,
      value:
        more.length === 0 && isMap(only)
          ? { ...rest, ...only }
          : withValue(map, '读法', without(readings, label)),
    };
  });

/** What can be changed in one map of the file, short of going deeper. */
const changesIn = (surface: Surface, map: Record<string, unknown>, path: Path, full: number): Change[] => {
  const changes: Change[] = [];
  const inPredicate = path.includes('满足');
  for (const [key, value] of Object.entries(map)) {
    const flip = FLIPS[key];
    if (flip !== undefined && typeof value === 'string' && /^-?\d/.test(value)) {
      const step = typeof map.得分 === 'string' ? stepOf(surface, map.得分) : undefined;
      for (const text of nudged(value, step))
        changes.push({ what: `${value}→${text}`, value: withValue(map, key, text) });
      changes.push({ what: `${key}→${flip}`, value: renamed(map, key, flip) });
    } else if (flip !== undefined && typeof value === 'string') {
      const name = typeof map.字段 === 'string' ? map.字段 : String(path.at(-1));
      for (const option of neighbours(name, value))
        changes.push({ what: `${value}→${option}`, value: withValue(map, key, option) });
    } else if ((key === '不早于' || key === '不晚于') && typeof value === 'string') {
      for (const date of [addDays(value, 1), addDays(value, -1)])
        changes.push({ what: `${key}${value}→${date}`, value: withValue(map, key, date) });
    } else if (key === '截至') {
      changes.push({ what: '去掉截至', value: without(map, key) });
    } else if (key === '倍' && typeof value === 'number') {
      for (const text of nudged(String(value)))
        changes.push({ what: `${value}倍→${text}倍`, value: withValue(map, key, Number(text)) });
    } else if (key === '至' && typeof value === 'string' && path.at(-1) === '从宽') {
      for (const text of nudged(value))
        changes.push({ what: `从宽至${value}→${text}`, value: withValue(map, key, text) });
    } else if (key === '当' && path.at(-1) === '从宽') {
      changes.push({ what: '去掉从宽的“当”', value: without(map, key) });
    } else if (path[0] === '外部参数' && /^\d{4}$/.test(key) && typeof value === 'string') {
      for (const text of nudged(value))
        changes.push({ what: `${key}年${value}→${text}`, value: withValue(map, key, text) });
    } else if (key === '期间' && typeof value === 'string') {
      for (const label of periods(value))
        changes.push({ what: `${value}→${label}`, value: withValue(map, key, label) });
    } else if (key === '占' && typeof value === 'string') {
      const other = DENOMINATORS[value];
      if (other !== undefined)
        changes.push({ what: `分母${value}→${other}`, value: withValue(map, key, other) });
    } else if (
      (key === '全部' || key === '任一') &&
      Array.isArray(value) &&
      combines(value) &&
      !inPredicate
    ) {
      const other = key === '全部' ? '任一' : '全部';
      changes.push({ what: `${key}→${other}`, value: renamed(map, key, other) });
    } else if (key === '项数' && Array.isArray(value)) {
      for (const count of counts(value))
        changes.push({ what: `至少${value.join('至')}→${count}`, value: withValue(map, key, count) });
    } else if (key === '条件' && typeof value === 'string') {
      changes.push({ what: `条件“${value}”反过来`, value: { 非: map } });
    } else if (key === '读法' && isMap(value) && typeof map.编号 === 'string') {
      changes.push(...fewerReadings(map, value));
    } else if (key === '项数') {
      changes.push(
        ...[1, -1].map((step) => ({
          what: `至少${value}→${Number(value) + step}`,
          value: withValue(map, key, Number(value) + step),
        })),
      );
    } else if (key === '为') {
      const other = value === '是' ? '否' : '是';
      changes.push({ what: `为${String(value)}→${other}`, value: withValue(map, key, other) });
    } else if ((key === '得' || key === '每项') && typeof value === 'number') {
      if (value < full)
        changes.push({ what: `${key}${value}→${value + 1}`, value: withValue(map, key, value + 1) });
      if (value > 0)
        changes.push({ what: `${key}${value}→${value - 1}`, value: withValue(map, key, value - 1) });
    } else if (key === '每满' && typeof value === 'string') {
      for (const text of nudged(value))
        changes.push({ what: `每满${value}→${text}`, value: withValue(map, key, text) });
    } else if (['近年', '满年', '不满年', '超过年', '自然年'].includes(key)) {
      changes.push(
        ...[1, -1].map((step) => ({
          what: `${key}${value}→${Number(value) + step}`,
          value: withValue(map, key, Number(value) + step),
        })),
      );
    } else if (key === '评估日不早于' && typeof value === 'string') {
      for (const date of [addDays(value, 1), addDays(value, -1)])
        changes.push({ what: `${value}→${date}`, value: withValue(map, key, date) });
    } else if (key === '注册地' || key === '行业' || key === '所在市') {
      changes.push({ what: `${key}反过来`, value: { 非: map } });
    } else if (key === '性质' || key === '从宽') {
      changes.push({ what: `去掉${key}`, value: without(map, key) });
    } else if (key === '幅度' && typeof value === 'string') {
      for (const text of nudged(value))
        changes.push({ what: `${value}→${text}`, value: withValue(map, key, text) });
    } else if (['基数', '加', '最高'].includes(key) && typeof value === 'number') {
      // a ceiling above the item's full marks is capped all the same
      for (const next of key === '最高' && value >= full ? [value - 1] : [value + 1, value - 1])
        changes.push({ what: `${key}${value}→${next}`, value: withValue(map, key, next) });
    } else if ((key === '得' || key === '人工评分') && Array.isArray(value)) {
      const [low, high] = value as [number, number];
      changes.push({ what: `${key}下限减1`, value: withValue(map, key, [low - 1, high]) });
      changes.push({ what: `${key}上限减1`, value: withValue(map, key, [low, high - 1]) });
    } else if (key === '非' && inPredicate) {
      changes.push({ what: '去掉“非”', value });
    } else if (key === '豁免' || key === '自报') {
      changes.push({ what: `去掉${key}`, value: without(map, key) });
    }
    if (
      inPredicate &&
      (path.at(-1) === '满足' || (typeof path.at(-1) === 'number' && path.at(-2) === '任一'))
    ) {
      if (Object.keys(map).length > 1) changes.push({ what: `记录条件去掉${key}`, value: without(map, key) });
      if (value === '是' || value === '否')
        changes.push({
          what: `${key}${value}反过来`,
          value: withValue(map, key, value === '是' ? '否' : '是'),
        });
    }
  }
  return changes;
};

/** A list of words or of alternatives, each left out once. */
const shortened = (list: readonly unknown[], path: Path): Change[] => {
  const key = path.at(-1);
  const isWords =
    list.every((item) => typeof item === 'string') &&
    (path.includes('满足') || ['划型', '属于', '指标', '所在市'].includes(String(key)));
  const isParts = (key === '全部' || key === '任一' || key === '之中') && list.every(isMap);
  if (list.length < 2 || !(isWords || isParts)) return [];
  return list.map((item, index) => ({
    what: `去掉${typeof item === 'string' ? item : isMap(item) && typeof item.编号 === 'string' ? item.编号 : `第${index + 1}项`}`,
    value: list.filter((_, at) => at !== index),
  }));
};

/** 评分因素 drop out of a group; what is left must be two or more for 全部 and 任一 to differ. */
const combines = (parts: readonly unknown[]): boolean =>
  parts.filter((part) => !(isMap(part) && part.性质 === '评分因素')).length > 1;

const put = (root: unknown, path: Path, value: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) return root.map((item, index) => (index === step ? put(item, rest, value) : item));
  return isMap(root) ? { ...root, [step]: put(root[step], rest, value) } : root;
};

const RULES = ['适用', '条件', '评分', '外部参数'];

/** Every mutant of one policy file, rules only: dates, names and notes decide no verdict. */
export const mutantsOf = (surface: Surface): Mutant[] => {
  const mutants: Mutant[] = [];
  const visit = (node: unknown, path: Path, full: number, around: ReadonlySet<string>): void => {
    const ids = isMap(node) && typeof node.编号 === 'string' ? new Set([...around, node.编号]) : around;
    const changes = Array.isArray(node)
      ? shortened(node, path)
      : isMap(node)
        ? changesIn(surface, node, path, full)
        : [];
    for (const { what, value } of changes) {
      mutants.push({ path: path.join('/'), what, ids, surface: put(surface, path, value) as Surface });
    }
    const top = isMap(node) && typeof node.满分 === 'number' ? node.满分 : full;
    if (Array.isArray(node))
      for (const [index, item] of node.entries()) visit(item, [...path, index], top, ids);
    else if (isMap(node))
      for (const [key, item] of Object.entries(node)) visit(item, [...path, key], top, ids);
  };
  if (surface.条件 !== undefined && surface.条件未收录 !== undefined) {
    const { 条件未收录: _gone, ...rest } = surface;
    mutants.push({ path: '条件未收录', what: '去掉条件未收录', ids: new Set(['条件未收录']), surface: rest });
  }
  for (const key of RULES)
    visit((surface as Record<string, unknown>)[key], [key], Number.POSITIVE_INFINITY, new Set());
  return mutants;
};
