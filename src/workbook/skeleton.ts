import type { Field, Profile } from '../profile/index.ts';
import type { Plan, SheetPlan } from './plan.ts';
import { DISCLAIMER, LIST_STATES } from './words.ts';

const remark = (field: Field, required: boolean): string => {
  const parts = [
    required ? '必填' : undefined,
    field.unit === undefined ? undefined : `单位${field.unit}`,
    field.choices.length === 0 ? undefined : `可填：${field.choices.join('、')}`,
    field.kind === 'boolean' ? '是或否' : undefined,
    field.kind === 'multi' || field.list ? `几项用顿号隔开，都没有写“${LIST_STATES.没有}”` : undefined,
    field.kind === 'date' ? `如 2026-01-31${field.yearOnly ? '，也可只写年' : ''}` : undefined,
    field.basis,
    field.evidence === undefined ? undefined : `佐证：${field.evidence}`,
  ];
  return parts.filter((part) => part !== undefined).join('；');
};

const blank = (indent: number, field: Field, required: boolean): string => {
  const told = remark(field, required);
  return `${' '.repeat(indent)}${field.name}:${told === '' ? '' : `  # ${told}`}`;
};

const listLines = (sheet: Extract<SheetPlan, { kind: 'list' }>): string[] => [
  blank(2, sheet.field, sheet.required),
  `    # 每条一行，不知道的属性不写；一条也没有写“${LIST_STATES.没有}”；没列全写成 {未列全: 是, 记录: […]}`,
  `    # - {${sheet.attributes.map((attribute) => `${attribute.name}: `).join(', ')}}`,
  ...sheet.attributes.flatMap((attribute) => {
    const told = remark(attribute, false);
    return told === '' ? [] : [`    #   ${attribute.name}：${told}`];
  }),
];

const yearLines = (sheet: Extract<SheetPlan, { kind: 'years' }>): string[] =>
  [...sheet.years].reverse().flatMap((year, index) => [
    `  ${year}:`,
    ...sheet.items
      .filter((item) => item.open.has(year))
      // 口径 and 佐证 once, at the latest year that asks for the field
      .map((item) =>
        [...sheet.years]
          .reverse()
          .slice(0, index)
          .some((later) => item.open.has(later))
          ? `    ${item.field.name}:${item.required.has(year) ? '  # 必填' : ''}`
          : blank(4, item.field, item.required.has(year)),
      ),
  ]);

const linesOf = (sheet: SheetPlan): string[] => {
  switch (sheet.kind) {
    case 'fields':
      return sheet.items.map(({ field, required }) => blank(2, field, required));
    case 'years':
      return yearLines(sheet);
    case 'list':
      return listLines(sheet);
  }
};

const groupOf = (sheet: SheetPlan): string => (sheet.kind === 'list' ? sheet.field.group : sheet.name);

/** What the profile does not tell yet, of what a sheet asks for. */
const stillOpen = (sheet: SheetPlan, { single, yearly, records }: Profile): SheetPlan[] => {
  switch (sheet.kind) {
    case 'fields': {
      const items = sheet.items.filter(({ field }) => !single.has(field.id));
      return items.length === 0 ? [] : [{ ...sheet, items }];
    }
    case 'years': {
      const items = sheet.items.map((item) => ({
        ...item,
        open: new Set([...item.open].filter((year) => yearly.get(item.field.id)?.has(year) !== true)),
      }));
      const years = sheet.years.filter((year) => items.some((item) => item.open.has(year)));
      return years.length === 0 ? [] : [{ ...sheet, items, years }];
    }
    case 'list':
      return records.get(sheet.field.id)?.complete === true ? [] : [sheet];
  }
};

/**
 * The same questions as a YAML profile with blanks and remarks.
 * @param known a profile whose facts are not asked for again
 */
export const profileSkeleton = (whole: Plan, known?: Profile): string => {
  const plan =
    known === undefined
      ? whole
      : { ...whole, sheets: whole.sheets.flatMap((sheet) => stillOpen(sheet, known)) };
  const lines = [
    '# 企业档案。不知道就留空；空白、0、否是三回事。数可以连单位写，如 1.2亿元、5.2%。',
    `# 按 ${plan.asOf} 有效的规定制作；上年度是 ${plan.baseYear} 年。`,
    ...plan.editions.map((edition) => `#   ${edition.id}`),
    `# ${DISCLAIMER}`,
  ];
  let group: string | undefined;
  for (const sheet of plan.sheets) {
    if (groupOf(sheet) !== group) {
      group = groupOf(sheet);
      lines.push('', `${group}:`);
    }
    lines.push(...linesOf(sheet));
  }
  return `${lines.join('\n')}\n`;
};
