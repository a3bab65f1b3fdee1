import type { CivilDate } from '../../base/date.ts';
import type { Body, Criterion, Edition, Source } from '../model.ts';
import type { Surface, SurfaceCriterion } from '../surface.ts';
import { Context, type Issue, type Path, type WordLists } from './context.ts';
import { compileExtras, compileParameters, compileUnverified } from './extras.ts';
import { compileLeniency } from './leniency.ts';
import { compileScores } from './score.ts';
import { compileTest } from './test.ts';

export type { Issue, Path, WordLists } from './context.ts';

const BODIES = ['判定', '全部', '任一', '至少', '分支', '读法'] as const;
type RawBody = Pick<SurfaceCriterion, (typeof BODIES)[number]>;

class Compiler extends Context {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #first: Source;
  readonly #ids = new Set<string>();

  constructor(
    words: WordLists,
    deadline: CivilDate | undefined,
    sources: ReadonlyMap<string, Source>,
    first: Source,
  ) {
    super(words, deadline);
    this.#sources = sources;
    this.#first = first;
  }

  /** ids of the criteria read so far */
  knows(id: string): boolean {
    return this.#ids.has(id);
  }

  body(raw: RawBody, path: Path): Body {
    const written = BODIES.filter((key) => raw[key] !== undefined);
    if (written.length !== 1) this.issue(path, `要写且只写一种：${BODIES.join('、')}`);
    if (raw.判定 !== undefined) return { kind: 'test', test: compileTest(this, raw.判定, [...path, '判定']) };
    if (raw.全部 !== undefined) return { kind: 'all', of: this.criteria(raw.全部, [...path, '全部']) };
    if (raw.任一 !== undefined) return { kind: 'any', of: this.criteria(raw.任一, [...path, '任一']) };
    if (raw.至少 !== undefined) {
      const { 项数: wanted, 之中: among } = raw.至少;
      const n = this.count(wanted, among.length, [...path, '至少', '项数']);
      return { kind: 'atLeast', n, of: this.criteria(among, [...path, '至少', '之中']) };
    }
    if (raw.读法 !== undefined) {
      const readings = Object.entries(raw.读法);
      if (readings.length < 2) this.issue([...path, '读法'], '读法至少要写两种');
      return {
        kind: 'readings',
        readings: readings.map(([label, body]) => ({
          label,
          body: this.body(body, [...path, '读法', label]),
        })),
      };
    }
    const branches = (raw.分支 ?? []).map((branch, index) => {
      const here = [...path, '分支', index];
      const isRest = branch.其余 !== undefined;
      const then = branch.其余 ?? branch.则;
      if (isRest === (branch.当 !== undefined) || then === undefined)
        this.issue(here, '每支写“当”和“则”，最后一支可写“其余”');
      return {
        then: this.body(then ?? {}, [...here, isRest ? '其余' : '则']),
        ...(branch.当 === undefined ? {} : { when: compileTest(this, branch.当, [...here, '当']) }),
      };
    });
    return { kind: 'branches', branches };
  }

  criteria(raw: readonly SurfaceCriterion[], path: Path): Criterion[] {
    return raw.map((item, index) => this.criterion(item, [...path, index]));
  }

  criterion(raw: SurfaceCriterion, path: Path): Criterion {
    return this.references.criterion(raw.编号, () => this.#criterion(raw, path));
  }

  #criterion(raw: SurfaceCriterion, path: Path): Criterion {
    if (this.#ids.has(raw.编号)) this.issue([...path, '编号'], `条件编号“${raw.编号}”重复`);
    this.#ids.add(raw.编号);
    const source = raw.出自 === undefined ? this.#first : this.#sources.get(raw.出自);
    if (source === undefined) this.issue([...path, '出自'], `来源里没有“${raw.出自}”`);
    if (raw.判定 !== undefined && raw.条款 === undefined) this.issue(path, `条件“${raw.编号}”没有写条款`);
    const origin = source ?? this.#first;
    const body = this.body(raw, path);
    if (raw.判定 !== undefined && origin.checked.basis === '全文' && raw.原文 === undefined) {
      this.issue(path, `条件“${raw.编号}”依据全文，却没有写原文锚点`);
    }
    return {
      id: raw.编号,
      text: raw.要求,
      body,
      clause: raw.条款 ?? '',
      source: origin,
      confidence: raw.可信度 ?? origin.checked.confidence,
      evidence: raw.佐证 ?? [],
      veto: raw.否决 === '是',
      factor: raw.性质 === '评分因素',
      waivers: this.criteria(raw.豁免 ?? [], [...path, '豁免']),
      ...(raw.从宽 === undefined
        ? {}
        : { leniency: compileLeniency(this, raw.从宽, raw.条款, body, [...path, '从宽']) }),
      ...(raw.原文 === undefined ? {} : { anchor: raw.原文 }),
      ...(raw.疑义 === undefined ? {} : { doubt: raw.疑义 }),
      ...(raw.推算 === undefined ? {} : { derivation: raw.推算 }),
      ...(raw.备注 === undefined ? {} : { note: raw.备注 }),
    };
  }
}

const compileSources = (raw: Surface['来源']): ReadonlyMap<string, Source> => {
  const sources = new Map<string, Source>();
  for (const [key, item] of Object.entries(raw)) {
    sources.set(key, {
      key,
      document: item.文件,
      checked: {
        date: item.核对.日期,
        basis: item.核对.依据,
        confidence: item.核对.可信度,
        ...(item.核对.说明 === undefined ? {} : { note: item.核对.说明 }),
      },
      ...(item.文号 === undefined ? {} : { number: item.文号 }),
      ...(item.附件 === undefined ? {} : { annex: item.附件 }),
      ...(item.发布 === undefined ? {} : { published: item.发布 }),
    });
  }
  return sources;
};

const NO_SOURCE: Source = { key: '', document: '', checked: { date: '', basis: '', confidence: 'R' } };

/** Every score that a 得分 test names must exist: 总分, a part, or an item; of a table for reference none may decide. */
const checkScoreNames = (compiler: Compiler, edition: Edition): void => {
  const reference = edition.scores?.reference;
  const known = new Set([
    '总分',
    ...(edition.scores?.parts.flatMap((part) => [part.name, ...part.items.map((item) => item.id)]) ?? []),
  ]);
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('op' in value && value.op === 'score' && 'of' in value) {
      if (!known.has(String(value.of)))
        compiler.issue(['条件'], `得分“${String(value.of)}”不在评分表里`, `可写：${[...known].join('、')}`);
      if (reference !== undefined) compiler.issue(['条件'], '评分表写了“仅供参考”，不能再用得分判定');
    }
    for (const item of Object.values(value)) visit(item);
  };
  visit(edition.body);
};

/** 条件未收录: the conditions stand in a document that is not at hand; a gate that stays open says so. */
const compileBody = (compiler: Compiler, raw: Surface): Body => {
  const { 条件: own, 条件未收录: missing } = raw;
  if (own === undefined && missing === undefined) {
    compiler.issue([], '没有写“条件”', '规则在别的文件里而手头没有的，写“条件未收录”');
    return { kind: 'all', of: [] };
  }
  if (missing === undefined) return compiler.body(own ?? {}, ['条件']);
  if (own !== undefined && own.全部 === undefined)
    compiler.issue(['条件'], '写了“条件未收录”时，“条件”要写成“全部”');
  const gate: SurfaceCriterion = {
    编号: '条件未收录',
    要求: `符合${missing.文件}规定的条件`,
    判定: { 未收录: `${missing.文件}${missing.文号 === undefined ? '' : `（${missing.文号}）`}` },
    条款: missing.条款,
    ...(missing.原文 === undefined ? {} : { 原文: missing.原文 }),
    ...(missing.说明 === undefined ? {} : { 备注: missing.说明 }),
  };
  return {
    kind: 'all',
    of: [...compiler.criteria(own?.全部 ?? [], ['条件', '全部']), compiler.criterion(gate, ['条件未收录'])],
  };
};

/**
 * Gives a policy file its meaning. Pure; the same file always gives the same edition.
 * @returns the edition and every issue found; an edition with issues must not be used
 */
export const compileEdition = (
  raw: Surface,
  words: WordLists,
): { edition: Edition; issues: readonly Issue[] } => {
  const sources = compileSources(raw.来源);
  const first = sources.values().next().value ?? NO_SOURCE;
  const compiler = new Compiler(words, raw.受理窗口?.[0]?.止, sources, first);
  if (sources.size === 0) compiler.issue(['来源'], '至少要有一个来源');
  const windows = (raw.受理窗口 ?? []).map((window) => ({
    name: window.名称,
    from: window.起,
    to: window.止,
    confidence: window.可信度 ?? first.checked.confidence,
  }));
  const table = raw.评分;
  const edition: Edition = {
    id: raw.编号,
    series: raw.系列,
    name: raw.名称,
    edition: raw.版本,
    tier: raw.层级,
    kind: raw.类型,
    jurisdiction: raw.地区,
    sources: [...sources.values()],
    confidence: first.checked.confidence,
    from: raw.施行.起,
    windows,
    notices: raw.提示 ?? [],
    body: compileBody(compiler, raw),
    channel: Object.entries(raw.申报渠道 ?? {}).flatMap(([label, text]) =>
      text === undefined ? [] : [[label, Array.isArray(text) ? text.join('；') : text] as const],
    ),
    ...compileExtras(compiler, raw, (id) => compiler.knows(id)),
    parameters: compileParameters(compiler, raw.外部参数 ?? []),
    forms: raw.表格 ?? [],
    evidence: raw.资料 ?? [],
    benefits: raw.待遇 ?? [],
    doubts: raw.疑义 ?? [],
    ...(raw.竞争择优 === undefined ? {} : { competitive: raw.竞争择优 }),
    ...(raw.有效期 === undefined ? {} : { validity: raw.有效期 }),
    ...(raw.授予 === undefined ? {} : { grants: raw.授予 }),
    ...(raw.施行.止 === undefined ? {} : { to: raw.施行.止 }),
    ...(raw.施行.说明 === undefined ? {} : { periodNote: raw.施行.说明 }),
    ...(raw.被取代 === undefined
      ? {}
      : { replaced: { on: raw.被取代.日, by: raw.被取代.由, confidence: raw.被取代.可信度 } }),
    ...compileUnverified(raw.未核实),
    ...(raw.条件未收录 === undefined ? {} : { unlisted: raw.条件未收录.文件 }),
    ...(raw.窗口说明 === undefined ? {} : { windowNote: raw.窗口说明 }),
    ...(raw.适用 === undefined ? {} : { appliesTo: compiler.criterion(raw.适用, ['适用']) }),
    ...(table === undefined
      ? {}
      : {
          scores: compiler.references.scores(() => compileScores(compiler, table, first.checked.confidence)),
        }),
  };
  compiler.references.resolve((path, message, fix) => compiler.issue(path, message, fix));
  checkScoreNames(compiler, edition);
  return { edition, issues: compiler.issues };
};
