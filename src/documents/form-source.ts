import { z } from 'zod';
import { gridSchema } from './grid-source.ts';
import { oneOrMore, optionSchema, positive, sentencesSchema, text } from './source-parts.ts';

/** The blocks of a form as written in YAML. */

const cellSchema = z.strictObject({
  名称: text,
  字段: text.optional(),
  文: text.optional(),
  待补: text.optional(),
  选项: z.array(optionSchema).min(1).optional(),
  附: z.record(text, text).optional(),
  限: positive.optional(),
  整行: z.boolean().optional(),
});

const caption = { 小标题: text.optional() };

const columnSchema = z.strictObject({
  名称: text,
  属性: text,
  宽: z.number().positive().optional(),
  限: positive.optional(),
  仅当: z.record(text, oneOrMore).optional(),
});

const checkSchema = z.union([
  z.strictObject({ 合计: text, 等于: text }),
  z.strictObject({ 每项: text, 对应: text }),
  z.strictObject({ 项数: text, 起: positive.optional(), 止: positive.optional() }),
  z.strictObject({ 年度: text, 年数: text }),
]);

const blockSchema = z.discriminatedUnion('形式', [
  z.strictObject({
    形式: z.literal('栏目'),
    ...caption,
    每行: z.union([z.literal(1), z.literal(2)]).optional(),
    栏: z.array(cellSchema).min(1),
  }),
  z.strictObject({
    形式: z.literal('年度'),
    ...caption,
    年数: z.number().int().min(1).max(5),
    行: z.array(z.strictObject({ 名称: text, 字段: text })).min(1),
  }),
  z.strictObject({
    形式: z.literal('记录'),
    ...caption,
    清单: text,
    行数: positive.optional(),
    最多: positive.optional(),
    列: z.array(columnSchema).min(1),
  }),
  gridSchema,
  z.strictObject({
    形式: z.literal('分年'),
    ...caption,
    清单: text,
    项: text,
    年: text,
    值: text,
    前列: z
      .array(z.strictObject({ 名称: text, 属性: text, 宽: z.number().positive().optional() }))
      .optional(),
    项名: text,
    合计: z.boolean().optional(),
  }),
  z.strictObject({ 形式: z.literal('核对'), ...caption, 项: z.array(checkSchema).min(1) }),
  z.strictObject({
    形式: z.literal('长文'),
    名称: text,
    限: positive.optional(),
    至少: positive.optional(),
    提示: text.optional(),
    字段: text.optional(),
    待补: text.optional(),
    句: sentencesSchema.optional(),
  }),
  z.strictObject({ 形式: z.literal('签章'), 行: z.array(z.string().min(1)).min(1) }),
  z.strictObject({
    形式: z.literal('说明'),
    文: z.string().min(1),
    对齐: z.enum(['左', '中', '右']).optional(),
  }),
]);

export const coverSchema = z.strictObject({
  左上: text.optional(),
  标题: z.array(text).min(1),
  栏: z
    .array(z.strictObject({ 名称: text, 字段: text.optional(), 空: z.literal(true).optional() }))
    .optional(),
  落款: z.array(text).optional(),
});

export const partSchema = z.strictObject({
  标题: text.optional(),
  另页: z.boolean().optional(),
  内容: z.array(blockSchema).min(1),
});

export type BlockSource = z.infer<typeof blockSchema>;
export type ColumnSource = z.infer<typeof columnSchema>;
export type CellSource = z.infer<typeof cellSchema>;
export type CheckSource = z.infer<typeof checkSchema>;
export type CoverSource = z.infer<typeof coverSchema>;
