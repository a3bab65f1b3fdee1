import { z } from 'zod';
import data from './tags.yaml';

const explained = { 含义: z.string(), 例: z.string() };

const schema = z.strictObject({
  年份: z.array(z.strictObject({ 写法: z.array(z.string()), 退: z.int(), 含义: z.string() })),
  特殊: z.array(
    z.strictObject({
      写法: z.string(),
      编号: z.enum(['asOf', 'baseYear', 'serial', 'year', 'item', 'gap']),
      ...explained,
    }),
  ),
  格式: z.array(
    z.strictObject({
      写法: z.array(z.string()),
      编号: z.enum([
        'unit',
        'bare',
        'places',
        'grouped',
        'mean',
        'digits',
        'dateYear',
        'dateMonth',
        'dateDash',
      ]),
      适用: z.enum(['数', '金额', '日期', '文字', '逐年数']),
      ...explained,
    }),
  ),
  写法: z.array(z.strictObject({ 写法: z.string(), ...explained })),
});

/** What a tag can say besides the names of the field dictionary. */
export const WORDS = schema.parse(data);

export type FormatEntry = (typeof WORDS.格式)[number];

/** Years back from the base year for 上年, 前年 …; a year of four digits is taken from `baseYear`. */
export const yearsBack = (word: string, baseYear: number): number | undefined => {
  const entry = WORDS.年份.find((item) => item.写法.includes(word));
  if (entry !== undefined) return entry.退;
  return /^(?:19|20)\d{2}年?$/.test(word) ? baseYear - Number(word.slice(0, 4)) : undefined;
};

export const YEAR_FIX = `年份写 ${WORDS.年份.map((item) => item.写法[0]).join('、')}，或四位数字如 2024`;

/** The entry a word stands for, and the digit in it. */
export const findFormat = (word: string): { entry: FormatEntry; digit: number } | undefined => {
  for (const entry of WORDS.格式) {
    for (const form of entry.写法) {
      const parts = new RegExp(`^${form.replace('N', '(\\d)')}$`).exec(word);
      if (parts !== null) return { entry, digit: Number(parts[1] ?? 0) };
    }
  }
  return undefined;
};
