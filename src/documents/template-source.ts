import { z } from 'zod';

/** The templates as written in YAML, in Chinese keys; docs/form-format.md explains them. */

const text = z.string().trim().min(1);
const oneOrMore = z.union([text, z.array(text).min(1)]);
const positive = z.number().int().positive();

const filterSchema = z.union([
  oneOrMore,
  z.strictObject({ 不超过: positive }),
  z.strictObject({ 近年: positive }),
]);

const listSchema = z.strictObject({
  记录: text,
  筛选: z.record(text, filterSchema).optional(),
  有效期内: z.boolean().optional(),
  数量: text.optional(),
  自报: text.optional(),
});

const sentenceSchema = z.union([
  text,
  z.strictObject({
    句: text,
    当: z.record(text, oneOrMore).optional(),
    每条: text.optional(),
    核对: z.strictObject({ 分子: text, 分母: text, 等于: text, 容差: text }).optional(),
  }),
]);

const optionSchema = z.union([
  text,
  z.strictObject({
    印: text,
    值: oneOrMore.optional(),
    含: oneOrMore.optional(),
    其余: z.literal(true).optional(),
  }),
]);

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
    最多: positive.optional(),
    列: z.array(columnSchema).min(1),
  }),
  z.strictObject({
    形式: z.literal('长文'),
    名称: text,
    限: positive,
    字段: text.optional(),
    待补: text.optional(),
    句: z.array(sentenceSchema).min(1).optional(),
  }),
  z.strictObject({ 形式: z.literal('签章'), 行: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ 形式: z.literal('说明'), 文: text }),
]);

const common = {
  /** 编号、系列 or 层级 of the programmes that ask for this document */
  适用: z.array(text).min(1).optional(),
  不适用: z.array(text).min(1).optional(),
  文件名: text.regex(/^[^\\/:*?"<>|]+$/),
  标题: text,
  页眉: text,
  说明: z.array(text).optional(),
  清单: z.record(text, listSchema).optional(),
};

const paragraphSchema = z.union([
  z.strictObject({ 提要: text.optional(), 句: z.array(sentenceSchema).min(1) }),
  z.strictObject({ 照印: text }),
]);
const paragraphs = z.array(paragraphSchema).min(1);

const formSchema = z.strictObject({
  类型: z.literal('表格'),
  ...common,
  部分: z.array(z.strictObject({ 标题: text, 内容: z.array(blockSchema).min(1) })).min(1),
});

const narrativeSchema = z.strictObject({
  类型: z.literal('文稿'),
  ...common,
  字数上限: positive.optional(),
  不得含企业名称: z.boolean(),
  当: z.record(text, oneOrMore).optional(),
  章节: z
    .array(
      z.strictObject({
        标题: text.optional(),
        名称: text.optional(),
        每条: text.optional(),
        限: positive.optional(),
        建议字数: positive.optional(),
        段落: paragraphs.optional(),
        小节: z
          .array(z.strictObject({ 标题: text, 建议字数: positive.optional(), 段落: paragraphs }))
          .optional(),
      }),
    )
    .min(1),
  签章: z.array(z.string().min(1)).min(1).optional(),
});

export const templateSchema = z.discriminatedUnion('类型', [formSchema, narrativeSchema]);

export type FormSource = z.infer<typeof formSchema>;
export type NarrativeSource = z.infer<typeof narrativeSchema>;
export type BlockSource = z.infer<typeof blockSchema>;
export type ColumnSource = z.infer<typeof columnSchema>;
export type CellSource = z.infer<typeof cellSchema>;
export type OptionSource = z.infer<typeof optionSchema>;
export type SentenceSource = z.infer<typeof sentenceSchema>;
export type ParagraphSource = z.infer<typeof paragraphSchema>;
export type ListSource = z.infer<typeof listSchema>;
