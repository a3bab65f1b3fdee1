import { assess, baseYearOf } from '../assess/index.ts';
import type { CivilDate } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { findPitfalls } from '../pitfalls/index.ts';
import {
  type EditionSummary,
  editionsFor,
  historyFor,
  inForce,
  type PolicyStore,
  type Region,
  regionsOf,
} from '../policy/index.ts';
import { latestYear, nameOf, type Profile, textOf } from '../profile/index.ts';
import { type CheckResult, nextStep } from '../report/index.ts';
import { requireEdition } from './policies.ts';

export interface CheckScope {
  readonly asOf: CivilDate;
  readonly province?: Region | undefined;
  readonly programmes?: readonly string[] | undefined;
  /** also the place's own editions that no longer hold */
  readonly history?: boolean | undefined;
}

const placeNotes = (store: PolicyStore, place: string | undefined, regions: readonly Region[]): string[] => {
  if (regions.length === 0) {
    const why = place === undefined ? '档案没有注册地' : `注册地“${place}”看不出省份`;
    return [`${why}，只按国家标准评估；可在档案里写注册地，或用 --province 指定`];
  }
  const own = (region: Region): boolean => store.summaries.some((item) => item.jurisdiction === region.name);
  const [nearest, ...wider] = regions;
  if (nearest === undefined || own(nearest)) return [];
  const province = wider.filter(own).map((region) => region.name);
  return province.length === 0
    ? [`${regions.map((region) => region.name).join('、')}没有收录地方项目，只按国家标准评估`]
    : [
        `${nearest.name}没有收录自己的项目，按国家标准和${province.join('、')}的项目评估；后者是否适用于${nearest.name}，请向主管部门核实`,
      ];
};

const historyNotes = (past: readonly EditionSummary[]): string[] =>
  past.length === 0
    ? []
    : [
        `当地另有${past.length}个项目已失效或已被取代：${past.map(({ id }) => id).join('、')}；要对照加 --history，当时的结论用 --as-of 写当时的日期`,
      ];

const yearNotes = (profile: Profile, asOf: CivilDate): string[] => {
  const baseYear = baseYearOf(asOf);
  const latest = latestYear(profile, baseYear);
  if (latest === undefined || latest >= baseYear) return [];
  return [
    `档案最近年度是${latest}年，缺${baseYear}年数据；要以${latest}年为上年度评估，用 --as-of ${latest + 1}-12-31`,
  ];
};

const attestationNotes = (profile: Profile, store: PolicyStore): Diagnostic[] =>
  (profile.records.get('attestations')?.items ?? []).flatMap((item) => {
    const fact = item.get('criterion');
    const [id] = String(fact?.value ?? '').split('/');
    if (store.summaries.some((summary) => summary.id === id)) return [];
    return [
      {
        code: 'W141',
        severity: 'warning' as const,
        message: `人工核验的条件“${String(fact?.value ?? '')}”对不上任何项目`,
        ...(fact?.at === undefined ? {} : { where: fact.at }),
        fix: '写成 项目编号/条件编号',
      },
    ];
  });

/** Where the enterprise is by its 注册地; 兵团 firms belong there as well. */
export const regionsOfProfile = (profile: Profile): readonly Region[] => {
  const place = textOf(profile, 'place');
  const corps = profile.single.get('corps')?.value === true ? ['新疆生产建设兵团'] : [];
  return [...(place === undefined ? [] : regionsOf(place)), ...corps.flatMap(regionsOf)];
};

/** The programmes for one enterprise: those named, else those in force for its place on the day. */
export const checkProfile = (
  profile: Profile,
  store: PolicyStore,
  scope: CheckScope,
  remarks: readonly Diagnostic[],
): CheckResult => {
  const place = textOf(profile, 'place');
  const regions = scope.province === undefined ? regionsOfProfile(profile) : [scope.province];
  const chosen = scope.programmes !== undefined && scope.programmes.length > 0;
  const past = chosen ? [] : historyFor(store.summaries, regions, scope.asOf);
  const editions = chosen
    ? (scope.programmes ?? []).map((id) => requireEdition(store, id))
    : [...editionsFor(store.summaries, regions, scope.asOf), ...(scope.history === true ? past : [])].map(
        (item) => store.load(item.id),
      );
  const assessments = editions
    .map((edition) => ({
      assessment: assess(profile, edition, scope.asOf),
      inForce: inForce(edition, scope.asOf),
    }))
    .filter(({ assessment }) => chosen || assessment.verdict !== 'na');
  const baseYear = baseYearOf(scope.asOf);
  return {
    profile,
    name: nameOf(profile),
    asOf: scope.asOf,
    baseYear,
    assessments,
    chosen,
    notes: [
      ...(chosen ? [] : placeNotes(store, place, regions)),
      ...(scope.history === true ? [] : historyNotes(past)),
      ...yearNotes(profile, scope.asOf),
    ],
    findings: [...remarks, ...attestationNotes(profile, store)],
    pitfalls: findPitfalls(
      profile,
      nextStep({ assessments, chosen }).map(({ assessment }) => assessment),
      scope.asOf,
    ),
    ...(place === undefined ? {} : { place }),
  };
};
