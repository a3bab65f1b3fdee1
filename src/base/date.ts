/** A calendar date as `YYYY-MM-DD`; such texts compare in time order. */
export type CivilDate = string;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const civil = (year: number, month: number, day: number): CivilDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/**
 * Reads the usual spellings: 2026-11-21, 2026/11/21, 2026.11.21, 2026年11月21日, 20261121.
 * Undefined for anything else, also for days that do not exist.
 */
export const parseDate = (text: string): CivilDate | undefined => {
  const clean = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(clean) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return civil(year, month, day);
};

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const endOfYear = (year: number): CivilDate => civil(year, 12, 31);
export const startOfYear = (year: number): CivilDate => civil(year, 1, 1);

/** The same day n months later; the last day of that month where the day does not exist. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return civil(targetYear, targetMonth, Math.min(day, daysIn(targetYear, targetMonth)));
};
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);
export const nextDay = (date: CivilDate): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Full years from the start of `from` to the end of `to`: 2023-01-01 to 2025-12-31 is 3. Negative when `to` is earlier. */
export const fullYears = (from: CivilDate, to: CivilDate): number => {
  const end = nextDay(to);
  let years = yearOf(end) - yearOf(from);
  if (addYears(from, years) > end) years -= 1;
  return years;
};
