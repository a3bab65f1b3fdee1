import { type CivilDate, yearOf } from '../base/date.ts';
import { type FieldNeed, type Needs, needsOf } from '../needs/index.ts';
import type { Edition } from '../policy/index.ts';
import { FIELDS, type Field, GROUPS, type Profile } from '../profile/index.ts';

/** What a questionnaire holds, sheet by sheet; nothing of Excel in it. */
export interface Plan {
  readonly asOf: string;
  /** 上年度 */
  readonly baseYear: number;
  readonly editions: readonly Edition[];
  readonly sheets: readonly SheetPlan[];
}

export type SheetPlan = FieldsPlan | YearsPlan | ListPlan;

/** Facts that have one value, one a row. */
export interface FieldsPlan {
  readonly kind: 'fields';
  readonly name: string;
  readonly items: ReadonlyArray<{ readonly field: Field; readonly required: boolean }>;
}

/** Facts of each year: one a row, one column a year. */
export interface YearsPlan {
  readonly kind: 'years';
  readonly name: string;
  readonly years: readonly number[];
  readonly items: readonly YearItem[];
}

export interface YearItem {
  readonly field: Field;
  /** the years that are asked or may be told */
  readonly open: ReadonlySet<number>;
  readonly required: ReadonlySet<number>;
}

/** A list of records: one a row, one column an attribute. */
export interface ListPlan {
  readonly kind: 'list';
  readonly name: string;
  readonly field: Field;
  readonly required: boolean;
  readonly attributes: readonly Field[];
}

interface Source {
  readonly needs: Needs;
  /** every field of the dictionary */
  readonly everything: boolean;
  /** whose facts must all find a place */
  readonly profile?: Profile;
  readonly baseYear: number;
}

const YEARS_SHEET = '年度数据';

const isTold = (field: Field, profile: Profile | undefined): boolean =>
  profile !== undefined &&
  (profile.single.has(field.id) || profile.yearly.has(field.id) || profile.records.has(field.id));

const attributesFor = (field: Field, need: FieldNeed | undefined, source: Source): readonly Field[] => {
  if (source.everything) return field.attributes;
  const told = new Set(
    (source.profile?.records.get(field.id)?.items ?? []).flatMap((record) => [...record.keys()]),
  );
  const [first] = field.attributes;
  return field.attributes.filter(
    (attribute) =>
      attribute === first || need?.attributes.has(attribute.id) === true || told.has(attribute.id),
  );
};

const usualYears = (baseYear: number): readonly number[] => [baseYear - 2, baseYear - 1, baseYear];

const yearItem = (field: Field, need: FieldNeed | undefined, source: Source): YearItem => {
  const asked = [...(need?.years ?? [])];
  const told = [...(source.profile?.yearly.get(field.id)?.keys() ?? [])];
  return {
    field,
    open: new Set([...usualYears(source.baseYear), ...asked.map(([year]) => year), ...told]),
    required: new Set(asked.flatMap(([year, required]) => (required ? [year] : []))),
  };
};

const yearsPlan = (fields: readonly Field[], source: Source): YearsPlan => {
  const items = fields.map((field) => yearItem(field, source.needs.get(field.id), source));
  const years = new Set(items.flatMap((item) => [...item.open]));
  return { kind: 'years', name: YEARS_SHEET, years: [...years].sort((a, b) => a - b), items };
};

/** The sheets for what is needed and for what is known already, in the dictionary's order. */
const sheetPlans = (source: Source): readonly SheetPlan[] => {
  const asked = FIELDS.filter(
    (field) => source.everything || source.needs.has(field.id) || isTold(field, source.profile),
  );
  const yearly = asked.filter((field) => field.yearly);
  return GROUPS.flatMap((group): SheetPlan[] => {
    const here = asked.filter((field) => field.group === group && !field.yearly);
    const plain = here.filter((field) => field.kind !== 'records');
    const items = plain.map((field) => ({
      field,
      required: source.needs.get(field.id)?.required === true,
    }));
    const lists = here
      .filter((field) => field.kind === 'records')
      .map((field): ListPlan => {
        const need = source.needs.get(field.id);
        return {
          kind: 'list',
          name: field.name,
          field,
          required: need?.required === true,
          attributes: attributesFor(field, need, source),
        };
      });
    return [
      ...(items.length === 0 ? [] : [{ kind: 'fields' as const, name: group, items }]),
      ...(group === YEARS_SHEET && yearly.length > 0 ? [yearsPlan(yearly, source)] : []),
      ...lists,
    ];
  });
};

export interface PlanWish {
  readonly editions: readonly Edition[];
  readonly asOf: CivilDate;
  /** the user named the programmes */
  readonly named: boolean;
  /** every field of the dictionary */
  readonly everything: boolean;
  /** whose facts must all find a place */
  readonly profile?: Profile;
}

/** What to ask for these programmes on that day; 上年度 is the calendar year before it. */
export const planQuestionnaire = (wish: PlanWish): Plan => {
  const { editions, asOf, named, everything, profile } = wish;
  const baseYear = yearOf(asOf) - 1;
  const needs = needsOf(editions, baseYear, named);
  const sheets = sheetPlans({ needs, everything, baseYear, ...(profile === undefined ? {} : { profile }) });
  return { asOf, baseYear, editions, sheets };
};
