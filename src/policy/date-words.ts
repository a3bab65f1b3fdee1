/** What a policy file may ask of a date, of a record or a field: {满年: 2}, {不早于: 2018-01-01}. */
export const DATE_WORDS = ['近年', '满年', '不满年', '超过年', '自然年', '不早于', '不晚于'] as const;
export type DateWord = (typeof DATE_WORDS)[number];
