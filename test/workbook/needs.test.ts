import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, fieldById, type Profile, type ProfileRecord } from '../../src/profile/index.ts';
import { type Plan, planQuestionnaire } from '../../src/workbook/index.ts';
import { read } from '../properties/support/draft.ts';
import { EDITIONS, MENTIONS } from '../properties/support/editions.ts';
import { situations } from '../properties/support/profiles.ts';
import { holds } from '../properties/support/settings.ts';
import { differences, judgeAll } from '../properties/support/verdicts.ts';
import { AS_OF, editionsNamed } from './support.ts';

const planOf = (ids: readonly string[], asOf = AS_OF, named = true): Plan =>
  planQuestionnaire({ editions: editionsNamed(...ids), asOf, named, everything: false });

/** field id → required, of fields with one value and of lists */
const asked = (plan: Plan): Record<string, boolean> =>
  Object.fromEntries(
    plan.sheets.flatMap((sheet): ReadonlyArray<readonly [string, boolean]> => {
      if (sheet.kind === 'list') return [[sheet.field.id, sheet.required]];
      return sheet.kind === 'fields' ? sheet.items.map((item) => [item.field.id, item.required]) : [];
    }),
  );
const yearsAsked = (plan: Plan): Record<string, readonly [string, string]> =>
  Object.fromEntries(
    plan.sheets.flatMap((sheet) =>
      sheet.kind === 'years'
        ? sheet.items.map((item): readonly [string, readonly [string, string]] => [
            item.field.id,
            [[...item.open].sort().join(' '), [...item.required].sort().join(' ')],
          ])
        : [],
    ),
  );

describe('what a questionnaire asks for', () => {
  const giant = planOf(['national-little-giant-2026']);

  it('小巨人 2026 的单值字段和记录，以及哪些必填', () => {
    expect(asked(giant)).toEqual({
      name: true,
      creditCode: false,
      place: true,
      awards: false,
      domestic: true,
      industryCode: false,
      declaredSize: false,
      controlledWithGiant: true,
      groupSimilarProduct: true,
      segmentSince: true,
      segmentYears: false,
      sixBases: false,
      industryDirections: false,
      ip: false,
      classOneTotal: false,
      titles: true,
      abnormal: true,
      dishonest: true,
      bannedProduct: true,
      incidents: true,
      frauds: true,
      filledOn: false,
    });
  });

  it('逐年字段各要哪几年：基准年及前两年常开，评价得分要本年度', () => {
    const usual = '2023 2024 2025';
    expect(yearsAsked(giant)).toEqual({
      revenue: [usual, '2023 2024 2025'],
      mainRevenue: [usual, '2025'],
      assets: [usual, '2025'],
      liabilities: [usual, '2025'],
      rd: [usual, '2024 2025'],
      staff: [usual, ''],
      platformScore: ['2023 2024 2025 2026', '2026'],
      productRevenue: [usual, '2025'],
      nationalShare: [usual, ''],
      globalShare: [usual, ''],
      nationalRank: [usual, ''],
    });
  });

  it('上年度随评估日走', () => {
    const plan = planOf(['national-little-giant-2026'], '2027-02-01');
    expect(plan.baseYear).toBe(2026);
    expect(yearsAsked(plan).rd).toEqual(['2024 2025 2026', '2025 2026']);
  });

  it('记录只列规定要看的属性，第一个属性和数量总在', () => {
    const ip = giant.sheets.find((sheet) => sheet.kind === 'list' && sheet.field.id === 'ip');
    expect(ip?.kind === 'list' ? ip.attributes.map((attribute) => attribute.id) : []).toEqual([
      'name',
      'kind',
      'valid',
      'origin',
      'ownerRank',
      'related',
      'applied',
      'quantity',
    ]);
  });

  it('没有指名时，培育库、复核不使字段成为必填，字段照列', () => {
    const ids = ['gx-tizhi-peiyu-2025', 'national-zjtx-sme-review-2026'];
    expect(asked(planOf(ids, AS_OF, false)).planInvestment).toBe(false);
    expect(asked(planOf(ids, AS_OF, true)).planInvestment).toBe(true);
  });

  it('不问的不列：上市状态、竞争对手、联系人都不在', () => {
    for (const id of ['listingStatus', 'competitors', 'contact']) expect(asked(giant)).not.toHaveProperty(id);
  });

  it('全部字段时，每个字段恰好有一处', () => {
    const plan = planQuestionnaire({ editions: [], asOf: AS_OF, named: false, everything: true });
    const places = plan.sheets.flatMap((sheet) =>
      sheet.kind === 'list' ? [sheet.field.id] : sheet.items.map((item) => item.field.id),
    );
    expect(places.sort()).toEqual(FIELDS.map((field) => field.id).sort());
    const names = plan.sheets.map((sheet) => sheet.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[:\\/?*[\]]/.test(name))).toEqual([]);
  });
});

/** Only what the questionnaire has a place for. */
const cut = (profile: Profile, plan: Plan): Profile => {
  const single = new Set<string>();
  const years = new Map<string, ReadonlySet<number>>();
  const lists = new Map<string, ReadonlySet<string>>();
  for (const sheet of plan.sheets) {
    if (sheet.kind === 'fields') for (const { field } of sheet.items) single.add(field.id);
    else if (sheet.kind === 'years') for (const { field, open } of sheet.items) years.set(field.id, open);
    else lists.set(sheet.field.id, new Set(sheet.attributes.map((attribute) => attribute.id)));
  }
  // ready-made ratios stand in for their parts, and a person's answers are not asked in a questionnaire
  const isKept = (id: string): boolean => fieldById(id).derived !== undefined || id === 'attestations';
  // a record is there because a person wrote something in its row, if only its name
  const record = (item: ProfileRecord, kept: ReadonlySet<string>): ProfileRecord => {
    const told = [...item].filter(([id]) => kept.has(id));
    const [first] = kept;
    const lost = told.length === 0 && item.size > 0;
    return new Map(lost && first !== undefined ? [[first, { value: '甲' }]] : told);
  };
  return {
    single: new Map([...profile.single].filter(([id]) => single.has(id))),
    yearly: new Map(
      [...profile.yearly].flatMap(([id, facts]) => {
        const open = years.get(id);
        if (isKept(id)) return [[id, facts] as const];
        return open === undefined
          ? []
          : [[id, new Map([...facts].filter(([year]) => open.has(year)))] as const];
      }),
    ),
    records: new Map(
      [...profile.records].flatMap(([id, list]) => {
        const kept = lists.get(id);
        if (isKept(id)) return [[id, list] as const];
        return kept === undefined
          ? []
          : [[id, { ...list, items: list.items.map((item) => record(item, kept)) }] as const];
      }),
    ),
  };
};

describe('nothing that decides is left out', () => {
  it('every field that some rule names is asked, ratios by their parts', () => {
    const plan = planQuestionnaire({ editions: EDITIONS, asOf: AS_OF, named: true, everything: false });
    const ids = new Set([...Object.keys(asked(plan)), ...Object.keys(yearsAsked(plan))]);
    const isPart = (id: string): boolean => fieldById(id).derived === undefined;
    expect([...MENTIONS.fields].filter((id) => isPart(id) && !ids.has(id))).toEqual([]);
  });

  it('an enterprise that answers only what is asked gets the same verdicts and scores', () => {
    holds(
      30,
      fc.property(situations, ({ draft, asOf }) => {
        const plan = planQuestionnaire({ editions: EDITIONS, asOf, named: true, everything: false });
        const profile = read(draft);
        expect(differences(judgeAll(profile, asOf), judgeAll(cut(profile, plan), asOf))).toEqual([]);
      }),
    );
  });
});
