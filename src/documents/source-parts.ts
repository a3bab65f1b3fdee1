import { z } from 'zod';

/** Pieces that the schemas of forms and narratives share. */

export const text = z.string().trim().min(1);
export const oneOrMore = z.union([text, z.array(text).min(1)]);
export const positive = z.number().int().positive();

const filterSchema = z.union([
  oneOrMore,
  z.strictObject({ 不超过: positive }),
  z.strictObject({ 近年: positive }),
  z.strictObject({ 年度: z.string().regex(/^基准年(-\d)?$/) }),
  z.strictObject({ 非: oneOrMore }),
]);

export const listSchema = z.strictObject({
  记录: text,
  筛选: z.record(text, filterSchema).optional(),
  有效期内: z.boolean().optional(),
  数量: text.optional(),
  自报: text.optional(),
});

export const sentenceSchema = z.union([
  text,
  z.strictObject({
    句: text,
    当: z.record(text, oneOrMore).optional(),
    每条: text.optional(),
    核对: z.strictObject({ 分子: text, 分母: text, 等于: text, 容差: text }).optional(),
  }),
]);

/** Sentences written here, or the name of a group of them in a shared file. */
export const sentencesSchema = z.union([text, z.array(sentenceSchema).min(1)]);

export const optionSchema = z.union([
  text,
  z.strictObject({
    印: text,
    值: oneOrMore.optional(),
    含: oneOrMore.optional(),
    其余: z.literal(true).optional(),
  }),
]);

export type OptionSource = z.infer<typeof optionSchema>;
export type SentenceSource = z.infer<typeof sentenceSchema>;
export type SentencesSource = z.infer<typeof sentencesSchema>;
export type ListSource = z.infer<typeof listSchema>;
