import { z } from 'zod';
import { predicate, relations, type SurfaceTest, test } from './surface-tests.ts';
import { confidence, text } from './surface-words.ts';

const score = z.number().min(0);
/** a fixed score, or the range inside which a person gives one */
const points = z.union([score, z.tuple([score, score])]);
const band = z.strictObject({ 得: points.optional(), 其余: score.optional(), ...relations });
const increment = z.strictObject({
  基数: score,
  每: text,
  加: score,
  最高: score,
  指标: text.optional(),
  占: text.optional(),
  期间: text.optional(),
  记录: text.optional(),
  满足: predicate.optional(),
});
const scorerParts = () => ({
  名称: text.optional(),
  分档: z
    .strictObject({ 指标: text, 占: text.optional(), 期间: text.optional(), 档: z.array(band).min(2) })
    .optional(),
  择一: z
    .array(
      z.strictObject({
        当: z.lazy(() => test).optional(),
        得: points.optional(),
        按: z.lazy(() => anyScorer).optional(),
        其余: score.optional(),
      }),
    )
    .min(2)
    .optional(),
  逐满: z.strictObject({ 指标: text, 期间: text.optional(), 每满: text, 得: score }).optional(),
  递增: increment.optional(),
  累计: z
    .strictObject({ 每项: score, 项: z.array(z.strictObject({ 名称: text, 当: z.lazy(() => test) })).min(1) })
    .optional(),
  人工评分: z.tuple([score, score]).optional(),
  未收录: text.optional(),
  取高: z
    .array(z.lazy(() => anyScorer))
    .min(2)
    .optional(),
});
type Points = number | [number, number];
/** One way of scoring; exactly one of the ways is written. */
export interface SurfaceScorer {
  名称?: string | undefined;
  分档?:
    | { 指标: string; 占?: string | undefined; 期间?: string | undefined; 档: Array<z.infer<typeof band>> }
    | undefined;
  择一?:
    | Array<{
        当?: SurfaceTest | undefined;
        得?: Points | undefined;
        按?: SurfaceScorer | undefined;
        其余?: number | undefined;
      }>
    | undefined;
  逐满?: { 指标: string; 期间?: string | undefined; 每满: string; 得: number } | undefined;
  递增?: z.infer<typeof increment> | undefined;
  累计?: { 每项: number; 项: Array<{ 名称: string; 当: SurfaceTest }> } | undefined;
  人工评分?: [number, number] | undefined;
  未收录?: string | undefined;
  取高?: SurfaceScorer[] | undefined;
}
const anyScorer: z.ZodType<SurfaceScorer> = z.lazy(
  () => z.strictObject(scorerParts()) as unknown as z.ZodType<SurfaceScorer>,
);
const scoreItem = z.strictObject({
  ...scorerParts(),
  编号: text,
  名称: text,
  满分: score,
  条款: text,
  可信度: confidence.optional(),
  疑义: text.optional(),
});
/** 评分: parts, items and how each item scores. */
export const scoreTable = z.strictObject({
  满分: score,
  仅供参考: text.optional(),
  部分: z.array(z.strictObject({ 名称: text, 满分: score, 项目: z.array(scoreItem).min(1) })).min(1),
});
