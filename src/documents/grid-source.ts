import { z } from 'zod';
import { optionSchema, positive, sentencesSchema, text } from './source-parts.ts';

/** A printed table as it stands: rows of cells, some of which span several rows or columns. */

const printed = z.string().min(1);

const layout = {
  跨列: positive.optional(),
  跨行: positive.optional(),
  对齐: z.enum(['左', '中', '右']).optional(),
};

const gridCellSchema = z.union([
  printed,
  z.strictObject({ 印: printed, ...layout }),
  z.strictObject({ 空: z.literal(true), ...layout }),
  z.strictObject({
    字段: text.optional(),
    文: printed.optional(),
    待补: text.optional(),
    句: sentencesSchema.optional(),
    选项: z.array(optionSchema).min(1).optional(),
    附: z.record(text, text).optional(),
    名: text.optional(),
    提示: printed.optional(),
    限: positive.optional(),
    至少: positive.optional(),
    ...layout,
  }),
]);

const cells = z.array(gridCellSchema).min(1);

const plainRowSchema = z.union([
  cells,
  z.strictObject({
    格: cells,
    高: z.number().positive().optional(),
    不拆: z.boolean().optional(),
    同下行: z.boolean().optional(),
  }),
  z.strictObject({ 每条: text, 行数: positive.optional(), 最多: positive.optional(), 格: cells }),
  z.strictObject({
    每条: text,
    行数: positive.optional(),
    最多: positive.optional(),
    行: z.array(cells).min(1),
  }),
]);

const gridRowSchema = z.union([
  plainRowSchema,
  z.strictObject({ 左: cells, 行: z.array(plainRowSchema).min(1) }),
]);

export const gridSchema = z.strictObject({
  形式: z.literal('网格'),
  小标题: text.optional(),
  列: z.array(z.number().positive()).min(1),
  表头: positive.optional(),
  已印单位: z.array(text).optional(),
  同页: z.boolean().optional(),
  行: z.array(gridRowSchema).min(1),
});

export type GridSource = z.infer<typeof gridSchema>;
export type GridRowSource = z.infer<typeof gridRowSchema>;
export type GridCellSource = z.infer<typeof gridCellSchema>;
