import { z } from 'zod';
import { coverSchema, partSchema } from './form-source.ts';
import { listSchema, oneOrMore, positive, sentenceSchema, text } from './source-parts.ts';

/** The templates as written in YAML, in Chinese keys; docs/form-format.md explains them. */

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
  横向: z.boolean().optional(),
  左上: text.optional(),
  封面: coverSchema.optional(),
  脚注: z.array(text).min(1).optional(),
  部分: z.array(partSchema).min(1),
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

/** 清单 and groups of sentences that several templates use. */
const sharedSchema = z.strictObject({
  类型: z.literal('共用'),
  清单: z.record(text, listSchema).optional(),
  句组: z.record(text, z.array(sentenceSchema).min(1)).optional(),
});

export const templateSchema = z.discriminatedUnion('类型', [formSchema, narrativeSchema, sharedSchema]);

export type FormSource = z.infer<typeof formSchema>;
export type NarrativeSource = z.infer<typeof narrativeSchema>;
export type SharedSource = z.infer<typeof sharedSchema>;
export type ParagraphSource = z.infer<typeof paragraphSchema>;
