import { describe, expect, it } from 'vitest';
import { addMonths, addYears, fullYears, nextDay, parseDate } from '../../src/base/date.ts';

describe('parseDate', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20261121', '2026-11-21'],
    ['２０２６－１１－２１', '2026-11-21'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('reads %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026',
    '2026-11',
    '26-11-21',
    '2026-11-21T00:00:00Z',
    '昨天',
    '',
  ])('refuses “%s”', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 12, '2027-05-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('moves 29 February to the 28th in a common year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});

describe('nextDay', () => {
  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
  ])('after %s comes %s', (date, expected) => {
    expect(nextDay(date)).toBe(expected);
  });
});

describe('fullYears, both ends included', () => {
  it.each([
    ['2023-01-01', '2025-12-31', 3],
    ['2023-01-02', '2025-12-31', 2],
    ['2025-12-31', '2025-12-31', 0],
    ['2025-01-01', '2025-12-31', 1],
    ['2022-11-22', '2025-11-21', 3],
    ['2022-11-23', '2025-11-21', 2],
    ['2024-02-29', '2028-02-28', 4],
  ])('%s to %s is %i', (from, to, years) => {
    expect(fullYears(from, to)).toBe(years);
  });

  it('is negative when the end is earlier', () => {
    expect(fullYears('2026-06-01', '2025-12-31')).toBeLessThan(0);
  });
});
